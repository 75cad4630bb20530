import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layBalanced, layLines } from '../../src/pdf/lines.ts';

/** Every letter is one wide. */
const measure = (text: string) => text.length;
const lay = (width: number, ...texts: string[]) =>
  layLines(
    texts.map((text) => ({ text })),
    width,
    measure,
  ).map((line) => line.map(({ text }) => text).join('|'));

describe('laying lines', () => {
  test('fills each line and ends it at white space, which stays behind its last word', () => {
    expect(lay(20, 'one two three four five sixteen')).toEqual(['one two three four ', 'five sixteen']);
  });

  test('does not part a word that runs over from one span into the next', () => {
    expect(lay(21, 'twelve letters (', 'linked', ') and so on further')).toEqual([
      'twelve letters ',
      '(|linked|) and so on ',
      'further',
    ]);
  });

  test('cuts a word that is wider than a line', () => {
    expect(lay(4, 'abcdefghij')).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('does not leave a short last word alone', () => {
    expect(lay(30, 'twenty-six letters in here now of')).toEqual(['twenty-six letters in here ', 'now of']);
  });

  test('says where each part starts and how wide it is without the white space behind it', () => {
    const [line] = layLines([{ text: 'one ' }, { text: 'two' }], 20, measure);
    expect(line?.map(({ x, width }) => [x, width])).toEqual([
      [0, 3],
      [4, 3],
    ]);
  });

  test('sets a title in as few lines, but in even ones', () => {
    const lines = layBalanced([{ text: 'a title that has just one word toomuch' }], 32, measure);
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual([
      'a title that has just ',
      'one word toomuch',
    ]);
  });

  test('keeps every letter, in order, and no line wider than the width', () => {
    const spans = fc.array(fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') }) }));
    fc.assert(
      fc.property(spans, fc.integer({ min: 2, max: 30 }), (texts, width) => {
        const lines = layLines(texts, width, measure);
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
