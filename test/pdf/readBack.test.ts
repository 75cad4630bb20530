import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { readBack } from '../../src/pdf/readBack.ts';

/** A PDF made by other code. */
async function foreign(write: (pdf: PDFKit.PDFDocument) => void, tagged = false) {
  const pdf = new PDFDocument({ tagged, pdfVersion: '1.7' });
  write(pdf);
  pdf.end();
  return readBack(new Uint8Array(await buffer(pdf)));
}

describe('reading a PDF back', () => {
  test('finds text outside any structure, so that none escapes the proof', async () => {
    const { tagged, blocks } = await foreign((pdf) => pdf.text('Frogs in hiding.'));
    expect(tagged).toBe(false);
    expect(blocks).toMatchObject([{ role: 'untagged', words: ['Frogs', 'in', 'hiding.'], page: 1 }]);
  });

  test('finds untagged text next to tagged text', async () => {
    const { blocks } = await foreign((pdf) => {
      pdf.addStructure(pdf.struct('P', {}, () => pdf.text('In the open.')));
      pdf.text('In hiding.');
    }, true);
    expect(blocks.map(({ role, words }) => `${role}: ${words.join(' ')}`)).toEqual([
      'P: In the open.',
      'untagged: In hiding.',
    ]);
  });

  test('separates artifacts', async () => {
    const { blocks, furniture } = await foreign((pdf) => {
      pdf.markContent('Artifact', { type: 'Pagination' });
      pdf.text('Page 1');
      pdf.endMarkedContent();
    }, true);
    expect(blocks).toEqual([]);
    expect(furniture.map((text) => text.trim())).toEqual(['Page 1']);
  });
});
