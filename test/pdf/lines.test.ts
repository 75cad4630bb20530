import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakEvenly, breakLines } from '../../src/pdf/lines.ts';

/** Each character is one wide. */
const measure = (text: string) => text.length;
const lines = (width: number, ...texts: string[]) =>
  breakLines(
    texts.map((text) => ({ text })),
    width,
    measure,
  ).map((line) => line.map(({ text }) => text).join('|'));

describe('breaking lines', () => {
  test('fills each line and ends it at white space, which is kept after the last word', () => {
    expect(lines(20, 'one two three four five sixteen')).toEqual(['one two three four ', 'five sixteen']);
  });

  test('doesn’t break a word that continues in another span', () => {
    expect(lines(21, 'twelve letters (', 'linked', ') and so on further')).toEqual([
      'twelve letters ',
      '(|linked|) and so on ',
      'further',
    ]);
  });

  test('cuts a word that’s wider than a line', () => {
    expect(lines(4, 'abcdefghij')).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('doesn’t leave a short last word alone', () => {
    expect(lines(30, 'twenty-six letters in here now of')).toEqual(['twenty-six letters in here ', 'now of']);
  });

  test('doesn’t end a line with a hyphen, at which programs would join two words into one', () => {
    expect(lines(11, 'one before- or', ' after-care')).toEqual(['one ', 'before- or| ', 'after-care']);
    expect(lines(11, 'the pond - or mere')).toEqual(['the pond ', '- or mere']);
    expect(lines(5, 'self-harm')).toEqual(['self', '-harm']);
    const words = fc.array(fc.stringMatching(/^[ab]{1,9}(-[ab]{1,9}){0,3}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 60 }), (texts, width) => {
        for (const line of lines(width, texts.join(' '))) expect(line).not.toMatch(/-\s*$/);
      }),
    );
  });

  test('gives each fragment’s position, and its width without white space at the end', () => {
    const [line] = breakLines([{ text: 'one ' }, { text: 'two' }], 20, measure);
    expect(line?.map(({ x, width }) => [x, width])).toEqual([
      [0, 3],
      [4, 3],
    ]);
  });

  test('breaks a title into as few lines, but evenly', () => {
    const lines = breakEvenly([{ text: 'a title that has just one word toomuch' }], 32, measure);
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual([
      'a title that has just ',
      'one word toomuch',
    ]);
  });

  test('keeps all text in order, and no line is too wide', () => {
    const spans = fc.array(
      fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'b', '-', ' ', '\n') }) }),
    );
    fc.assert(
      fc.property(spans, fc.integer({ min: 2, max: 30 }), (texts, width) => {
        const lines = breakLines(texts, width, measure);
        const letters = (parts: readonly { text: string }[]) =>
          parts.map(({ text }) => text.replaceAll(/\s/g, '')).join('');
        expect(letters(lines.flat())).toBe(letters(texts));
        for (const line of lines)
          expect(
            line
              .map(({ text }) => text)
              .join('')
              .trimEnd().length,
          ).toBeLessThanOrEqual(width);
      }),
    );
  });
});
