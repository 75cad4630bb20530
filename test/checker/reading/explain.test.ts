import { describe, expect, test } from 'vitest';
import { readCases } from '../../../src/checker/evaluation/cases.ts';
import { ROOT } from '../../../src/shared/environment.ts';
import { steadiness } from '../../bench/accuracySteadiness.ts';
import { trainedReader } from '../trainedReader.ts';

const read = trainedReader();

describe('the words that decided', () => {
  test('are whole words of the text as typed', () => {
    for (const { text } of readCases(ROOT)) {
      for (const { start, end } of read(text).explanation) {
        expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}].*[\p{L}\p{M}\p{N}*]$|^[\p{L}\p{N}]$/u);
        expect(text.slice(Math.max(0, start - 1), start)).toMatch(/^[^\p{L}\p{N}]?$/u);
        expect(text.slice(end, end + 1)).toMatch(/^[^\p{L}\p{N}]?$/u);
      }
    }
  });

  test('are found for nearly every text that has an answer', () => {
    const answered = readCases(ROOT)
      .map(({ text }) => read(text))
      .filter(({ abstains }) => !abstains);
    const explained = answered.filter(({ explanation }) => explanation.length > 0);
    expect(explained.length / answered.length).toBeGreaterThanOrEqual(0.99);
  });

  test('did decide: without them the answer is another, or less sure', () => {
    const { decided, turned, sameAnswer } = steadiness(readCases(ROOT), read);
    expect(decided).toBeGreaterThanOrEqual(94);
    // Everyday words are never marked, though they weigh too.
    expect(turned).toBeGreaterThanOrEqual(55);
    // From 82 to 86, by the start of the random numbers that train it.
    expect(sameAnswer).toBeGreaterThanOrEqual(81);
  });
});
