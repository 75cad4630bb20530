import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { coverageOf } from '../../src/governors/coverage.ts';
import { packOf } from '../../src/governors/pack.ts';
import { codePdf } from '../../src/pdf/codePdf.ts';
import { readFonts } from '../../src/pdf/fonts.ts';
import { packPdf } from '../../src/pdf/packPdf.ts';
import { hyphenatedLines } from './readLines.ts';

const fonts = readFonts();
const content = loadContent(process.cwd());
const pack = packOf({ ...content, coverage: coverageOf(content), report: undefined, site: undefined });

test('a line of the Code’s PDF never ends with a hyphen', async () => {
  const pdf = await codePdf({ ...content, school: content.school.name }, fonts);
  expect(await hyphenatedLines(pdf)).toEqual([]);
});

test('nor does one of the governors’ pack, in columns of any width', async () => {
  const rows = Array.from({ length: 12 }, (_, width) => [
    'x'.repeat(width),
    'a case of self-harm - or of well-being',
  ]);
  const narrow = [4, 6, 8, 12, 20, 32].map((width) => ({
    caption: 'x',
    head: [],
    rows,
    widths: [32, width],
  }));
  expect(await hyphenatedLines(await packPdf({ ...pack, figures: narrow }, fonts))).toEqual([]);
});

test('what PDFKit breaks into lines by itself would be found', async () => {
  const pdf = new PDFDocument({ pdfVersion: '1.7' });
  pdf.text('A case of self-harm', { width: 90 });
  pdf.end();
  expect(await hyphenatedLines(new Uint8Array(await buffer(pdf)))).toEqual(['A case of self-']);
});
