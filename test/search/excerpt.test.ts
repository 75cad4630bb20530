import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestSentence, splitByMatch } from '../../src/search/excerpt.ts';

const marked = (text: string, terms: string[]): string =>
  splitByMatch(text, terms)
    .map((piece) => (piece.matches ? `[${piece.text}]` : piece.text))
    .join('');

describe('marking', () => {
  test('marks whole words, as written', () => {
    expect(marked("not following the School's Complaint procedure", ['complaints', 'school'])).toBe(
      "not following the [School's] [Complaint] procedure",
    );
  });

  test('treats the two sides of a slash as two words', () => {
    expect(marked('any parent/carer or pupil', ['carer'])).toBe('any parent/[carer] or pupil');
  });

  test('marks nothing without terms', () => {
    expect(splitByMatch('Verbal abuse', [])).toEqual([{ text: 'Verbal abuse', matches: false }]);
    expect(splitByMatch('', ['ban'])).toEqual([]);
  });

  test('never changes a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ minLength: 1 })), (text, terms) => {
        expect(
          splitByMatch(text, terms)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the best sentence of a page', () => {
  const words = 'Someone was sworn at. A parent shouts at the gate. A parent writes on Facebook.';

  test('has the most terms', () => {
    expect(bestSentence(words, 'Insults', ['parent', 'gate'])).toBe('A parent shouts at the gate.');
  });

  test('is left out if the text shown has as many', () => {
    expect(bestSentence(words, 'Posts on Facebook', ['facebook'])).toBeUndefined();
    expect(bestSentence(words, 'Insults', ['slander'])).toBeUndefined();
  });
});
