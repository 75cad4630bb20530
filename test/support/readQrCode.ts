import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';

// It would fetch its WebAssembly from elsewhere.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) },
});

/**
 * Reads a QR code with another library than the one that writes ours.
 *
 * @param picture a PNG file
 * @throws an error where there is none, or more than one
 */
export async function readQrCode(picture: Uint8Array): Promise<ReadResult> {
  const codes = await readBarcodes(Uint8Array.from(picture), { formats: ['QRCode'], tryHarder: true });
  const [code] = codes;
  if (code === undefined || codes.length > 1) throw new Error(`There are ${codes.length} codes.`);
  return code;
}
