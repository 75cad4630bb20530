import { expect, test } from 'vitest';
import { readFonts } from '../../src/pdf/fonts.ts';
import { missingGlyphs } from '../../src/pdf/missingGlyphs.ts';

test('finds the characters that no font of the PDFs has, with their texts', () => {
  const texts = ['✔ Be kind ☐', '★ Be calm ①, ★', 'Ysgol Tŷ Gwyn: ½ £5'];
  expect(missingGlyphs('Our Code', texts, readFonts())).toEqual([
    { text: '★ Be calm ①, ★', characters: ['★', '①'] },
  ]);
});

test('a title is in the footers too, in one font only', () => {
  const phone = '📱 Our Code';
  expect(missingGlyphs('Our Code', [phone], readFonts())).toEqual([]);
  expect(missingGlyphs(phone, [], readFonts())).toEqual([{ text: phone, characters: ['📱'] }]);
});
