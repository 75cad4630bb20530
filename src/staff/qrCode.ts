import { encode } from 'fast-png';
import encodeQr from 'qr';

/** A quarter of the code may be stained or torn and it still reads: it hangs on doors and lies in book bags. */
const ERROR_CORRECTION = 'quartile';
/** Light modules around the code, without which readers do not find it (ISO/IEC 18004 asks for four). */
const QUIET_ZONE = 4;
/** Pixels a side of each module: some 12 cm wide at 150 dots an inch, enough for a poster. */
const PIXELS_PER_MODULE = 16;

/**
 * The QR code of an address, as an SVG file.
 *
 * @param address whole, starting with https://
 */
export function qrSvg(address: string): string {
  return encodeQr(address, 'svg', { ecc: ERROR_CORRECTION, border: QUIET_ZONE });
}

/** The same as a PNG file, black on white. */
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
