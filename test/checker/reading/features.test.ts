import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Features, featuresOf, NO_WORD } from '../../../src/checker/reading/features.ts';
import { createGroups } from '../../../src/checker/reading/groups.ts';
import { wordsOf } from '../../../src/checker/reading/words.ts';

const groupsOf = createGroups(['mum granny', 'hit wallop*', 'teacher caretaker']);
const features = (text: string): Features => featuresOf(wordsOf(text), groupsOf);
const shared = (one: string, other: string): number => {
  const hashes = new Set(features(one).hashes);
  return features(other).hashes.filter((hash) => hashes.has(hash)).length;
};

describe('features', () => {
  test('are none without words', () => {
    expect(features('?!')).toEqual({ hashes: [], values: [], firstWords: [], secondWords: [], length: 0 });
  });

  test('stand once each, however often the words come', () => {
    const { hashes } = features('no no no no');
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(features('no no no no').hashes).toEqual(features('no no').hashes);
  });

  test('tell the order of words apart', () => {
    expect(features('mum hit teacher').hashes).not.toEqual(features('teacher hit mum').hashes);
  });

  test('bring words of like meaning together', () => {
    const alike = shared('granny walloped caretaker', 'mum hit teacher');
    expect(alike - shared('granny passed caretaker', 'mum hit teacher')).toBeGreaterThanOrEqual(3);
  });

  test('do not pair groups over the end of a sentence', () => {
    const within = shared('mum hit', 'granny walloped');
    expect(shared('mum. hit', 'granny walloped')).toBe(within - 1);
  });

  test('name the words that brought them', () => {
    fc.assert(
      fc.property(fc.lorem(), (text) => {
        const { firstWords, secondWords, hashes, values, length } = features(text);
        const count = wordsOf(text).length;
        expect(firstWords.length).toBe(hashes.length);
        for (const [at, first] of firstWords.entries()) {
          expect(first).toBeLessThan(count);
          expect(secondWords[at]).toBeGreaterThanOrEqual(NO_WORD);
          expect(secondWords[at]).toBeLessThan(first);
        }
        expect(length ** 2).toBeCloseTo(values.reduce((sum, value) => sum + value * value, 0));
      }),
    );
  });
});
