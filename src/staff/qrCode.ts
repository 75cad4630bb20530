import { encode } from 'fast-png';
import encodeQr from 'qr';

/** The code can be read with a quarter of it damaged: it's on doors and in book bags. */
const ERROR_CORRECTION = 'quartile';
/** Light modules around the code, so that readers find it (ISO/IEC 18004 requires four). */
const QUIET_ZONE = 4;
/** Each module's size in pixels: the code is about 12 cm wide at 150 dpi, enough for a poster. */
const PIXELS_PER_MODULE = 16;

/**
 * An address as a QR code, as an SVG file, on a white ground: without one it can't be read on a dark slide.
 *
 * @param address absolute, starting with https://
 */
export function qrSvg(address: string): string {
  const svg = encodeQr(address, 'svg', { ecc: ERROR_CORRECTION, border: QUIET_ZONE });
  return svg.replace('>', '><rect width="100%" height="100%" fill="#fff"/>');
}

/** The same as a black and white PNG file. */
export function qrPng(address: string): Uint8Array {
  const modules = encodeQr(address, 'raw', { ecc: ERROR_CORRECTION, border: QUIET_ZONE });
  const side = modules.length * PIXELS_PER_MODULE;
  const data = new Uint8Array(side * side);
  for (let y = 0; y < side; y++) {
    const row = modules[Math.floor(y / PIXELS_PER_MODULE)] ?? [];
    for (let x = 0; x < side; x++) data[y * side + x] = row[Math.floor(x / PIXELS_PER_MODULE)] ? 0 : 255;
  }
  return encode({ width: side, height: side, data, depth: 8, channels: 1 });
}
