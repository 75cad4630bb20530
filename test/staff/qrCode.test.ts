import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { decode, encode } from 'fast-png';
import { expect, test } from 'vitest';
import { qrPng, qrSvg } from '../../src/staff/qrCode.ts';
import { readQrCode } from '../support/readQrCode.ts';

test('another library reads the address and the error correction level', async () => {
  const address = 'https://www.example.org/policies/code/c/what-the-school-expects/';
  const code = await readQrCode(qrPng(address));
  expect(code.text).toBe(address);
  expect(code.ecLevel).toBe('Q');
});

test('every address is read as written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webUrl({ withFragments: true }), async (address) => {
      expect((await readQrCode(qrPng(address))).text).toBe(address);
    }),
    { numRuns: 20 },
  );
}, 30_000);

test('the code can be read with a corner of it stained', async () => {
  const address = 'https://www.example.org/code/c/sanctions/';
  const { width, data } = decode(qrPng(address));
  const stained = Uint8Array.from(data);
  for (let y = Math.floor(width * 0.62); y < width * 0.78; y++)
    for (let x = Math.floor(width * 0.62); x < width * 0.78; x++) stained[y * width + x] = 0;
  const code = await readQrCode(encode({ width, height: width, data: stained, depth: 8, channels: 1 }));
  expect(code.text).toBe(address);
});

test('the same address gives the same files', () => {
  const address = 'https://www.example.org/';
  expect(qrSvg(address)).toBe(qrSvg(address));
  expect(qrPng(address)).toEqual(qrPng(address));
});

test('has four light modules around it', () => {
  const { width, data } = decode(qrPng('https://www.example.org/'));
  const quiet = 4 * 16;
  for (let x = 0; x < width; x++)
    for (let y = 0; y < quiet; y++) if (data[y * width + x] !== 255) throw new Error(`Dark at ${x}, ${y}.`);
  expect(data[quiet * width + quiet]).toBe(0);
});

test('as an SVG it’s read on a dark slide as well', async () => {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  // Fails if another test has loaded it: that doesn't matter.
  await initWasm(readFileSync(wasm)).catch(() => undefined);
  const address = 'https://www.example.org/code/c/sanctions/';
  const code = qrSvg(address).replace('<svg ', '<svg x="100" y="100" width="400" height="400" ');
  const slide = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><rect width="600" height="600" fill="#000"/>${code}</svg>`;
  expect((await readQrCode(new Resvg(slide).render().asPng())).text).toBe(address);
});
