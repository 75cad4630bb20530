import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowsOf } from '../../../src/checker/reading/windows.ts';
import { wordsOf } from '../../../src/checker/reading/words.ts';

const forms = (text: string): string[] =>
  windowsOf(wordsOf(text)).map((window) => window.map(({ form }) => form).join(' '));

test('each sentence is a window', () => {
  expect(forms('He came in. She left! why')).toEqual(['he came in', 'she left', 'why']);
});

test('a long sentence is read in pieces that overlap', () => {
  const words = Array.from({ length: 45 }, (_, n) => `w${n}`);
  const pieces = forms(words.join(' '));
  expect(pieces.map((piece) => piece.split(' ')[0])).toEqual(['w0', 'w10', 'w20', 'w30']);
  expect(pieces.at(-1)?.endsWith('w44')).toBe(true);
});

test('no word is left out, whatever the text', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 120 }), (text) => {
      const words = wordsOf(text);
      expect(new Set(windowsOf(words).flat()).size).toBe(words.length);
    }),
  );
});
