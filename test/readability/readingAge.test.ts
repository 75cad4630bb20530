import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingAge } from '../../src/readability/readingAge.ts';
import { splitSentences, splitWords } from '../../src/readability/words.ts';

describe('the reading age', () => {
  test('follows the formula for one sentence of six words with one syllable each', () => {
    // 0.39 × 6 + 11.8 × 6/6 − 15.59 + 5
    expect(readingAge('The cat sat on the mat.')).toBeCloseTo(3.55, 10);
  });

  test('follows the formula for two sentences of six words with twelve syllables', () => {
    // The teach·er lis·tens. Chil·dren re·mem·ber sto·ries: 1 + 2 + 2 and 2 + 3 + 2.
    // 0.39 × 6/2 + 11.8 × 12/6 − 15.59 + 5
    expect(readingAge('The teacher listens. Children remember stories.')).toBeCloseTo(14.18, 10);
  });

  test('takes each heading and list item as a sentence', () => {
    expect(readingAge('Cats\nDogs and mice')).toBeCloseTo(0.39 * 2 + 11.8 - 15.59 + 5, 10);
  });

  test('is not a number without words', () => {
    expect(readingAge('999\n')).toBeNaN();
  });

  test('rises if two sentences become one', () => {
    const words = fc.array(fc.constantFrom('cat', 'window', 'remember', 'the'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, (first, second) => {
        const separate = readingAge(`${first.join(' ')}.\n${second.join(' ')}.`);
        expect(readingAge(`${first.join(' ')} ${second.join(' ')}.`)).toBeGreaterThan(separate);
      }),
    );
  });
});

describe('sentences and words', () => {
  test('sentences end at full stops and line ends, and have letters', () => {
    expect(splitSentences('A heading\n\nOne. Is it two? Call 999.\n…\n- 3 -')).toEqual([
      'A heading',
      'One.',
      'Is it two?',
      'Call 999.',
    ]);
  });

  test('words include contractions and hyphens, but not slashes or numbers', () => {
    expect(splitWords("Don't self-harm: parent/carer’s 2.2 of 0800 1111")).toEqual([
      "Don't",
      'self-harm',
      'parent',
      'carer’s',
      'of',
    ]);
  });
});
