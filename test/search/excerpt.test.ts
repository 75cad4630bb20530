import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedPieces, sentenceToShow } from '../../src/search/excerpt.ts';

const marked = (text: string, terms: string[]): string =>
  markedPieces(text, terms)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

describe('marking', () => {
  test('marks whole words, as they are written', () => {
    expect(marked("not following the School's Complaint procedure", ['complaints', 'school'])).toBe(
      "not following the [School's] [Complaint] procedure",
    );
  });

  test('marks both sides of a stroke on their own', () => {
    expect(marked('any parent/carer or pupil', ['carer'])).toBe('any parent/[carer] or pupil');
  });

  test('marks nothing where nothing was searched for', () => {
    expect(markedPieces('Verbal abuse', [])).toEqual([{ text: 'Verbal abuse', found: false }]);
    expect(markedPieces('', ['ban'])).toEqual([]);
  });

  test('never changes a sign of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ minLength: 1 })), (text, terms) => {
        expect(
          markedPieces(text, terms)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the sentence to show of a page', () => {
  const words = 'Someone was sworn at. A parent shouts at the gate. A parent writes on Facebook.';

  test('is the one with most of the words', () => {
    expect(sentenceToShow(words, 'Insults', ['parent', 'gate'])).toBe('A parent shouts at the gate.');
  });

  test('is none where what is shown has as many', () => {
    expect(sentenceToShow(words, 'Posts on Facebook', ['facebook'])).toBeUndefined();
    expect(sentenceToShow(words, 'Insults', ['slander'])).toBeUndefined();
  });
});
