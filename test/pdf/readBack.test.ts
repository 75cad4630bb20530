import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { type FontName, readFonts } from '../../src/pdf/fonts.ts';
import { readBack } from '../../src/pdf/readBack.ts';
import { layOut, writeElement, writeLines } from '../../src/pdf/text.ts';
import { createWriter, finishPdf, newPage } from '../../src/pdf/writer.ts';

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

  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzéèâêîôûŵŷÂÊÎÔÛŴŶöüñç';
  const others = '0123456789.,:;!?\'"()[]{}/\\&%£€@#*+=<>_|~^$-–—‘’“”…•·§©®™°½¼¾✔✘';
  const characters = [...letters, ...others];

  test.each<FontName>(['serif', 'serifBold', 'sans', 'sansBold'])(
    'finds no space between any two characters in %s',
    async (font) => {
      const writer = createWriter({ title: 'Pairs', author: 'Pond School', content: font }, readFonts());
      const style = { font, size: 10, leading: 14, colour: '#000' };
      // A hyphen at the end of a line is taken for a broken word: see lines.ts.
      const ends = characters.filter((character) => character !== '-');
      const lines = characters.map((first) => ends.map((second) => first + second));
      newPage(writer);
      for (const line of lines)
        writeElement(writer.pdf, writer.root, 'P', (element) =>
          writeLines(writer, element, layOut(writer, [{ text: line.join(' '), style }], 470, 'pairs'), 60),
        );
      const pdf = await finishPdf(writer, { foot: [], numbered: false, draft: false, source: 'pairs' });
      const { blocks } = await readBack(pdf);
      expect(blocks.flatMap(({ words }) => words)).toEqual(lines.flat());
    },
  );
});
