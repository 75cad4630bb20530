import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingAge } from '../../src/readability/readingAge.ts';
import { sentencesOf, wordsOf } from '../../src/readability/sentences.ts';

describe('the reading age', () => {
  test('is the formula worked out by hand: one sentence of six words of one syllable', () => {
    // 0.39 × 6 + 11.8 × 6/6 − 15.59 + 5
    expect(readingAge('The cat sat on the mat.')).toBeCloseTo(3.55, 10);
  });

  test('is the formula worked out by hand: two sentences, six words, twelve syllables', () => {
    // The teach·er lis·tens. Chil·dren re·mem·ber sto·ries: 1 + 2 + 2 and 2 + 3 + 2.
    // 0.39 × 6/2 + 11.8 × 12/6 − 15.59 + 5
    expect(readingAge('The teacher listens. Children remember stories.')).toBeCloseTo(14.18, 10);
  });

  test('takes each heading and item of a list as a sentence of its own', () => {
    expect(readingAge('Cats\nDogs and mice')).toBeCloseTo(0.39 * 2 + 11.8 - 15.59 + 5, 10);
  });

  test('does not know the age of nothing', () => {
    expect(readingAge('999\n')).toBeNaN();
  });

  test('does not fall when two sentences become one', () => {
    const words = fc.array(fc.constantFrom('cat', 'window', 'remember', 'the'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, (first, second) => {
        const parted = readingAge(`${first.join(' ')}.\n${second.join(' ')}.`);
        expect(readingAge(`${first.join(' ')} ${second.join(' ')}.`)).toBeGreaterThan(parted);
      }),
    );
  });
});

describe('sentences and words', () => {
  test('end at full stops and at ends of lines, and lines without letters are none', () => {
    expect(sentencesOf('A heading\n\nOne. Is it two? Call 999.\n…\n- 3 -')).toEqual([
      'A heading',
      'One.',
      'Is it two?',
      'Call 999.',
    ]);
  });

  test('keep contractions and hyphens together, part at strokes, and pass over figures', () => {
    expect(wordsOf("Don't self-harm: parent/carer’s 2.2 of 0800 1111")).toEqual([
      "Don't",
      'self-harm',
      'parent',
      'carer’s',
      'of',
    ]);
  });
});
