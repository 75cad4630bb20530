import { expect, test } from 'vitest';
import { readabilityOf } from '../../src/readability/readability.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'cat').join(' ');

test('a text’s words, sentences and age are measured, to one decimal', () => {
  expect(readabilityOf('A cat', 'The cat sat on the mat.\nIt was so.\nI ran.')).toMatchObject({
    name: 'A cat',
    words: 11,
    sentences: 3,
    // 0.39 × 11/3 + 11.8 − 15.59 + 5 = 2.64
    age: 2.6,
    wordsPerSentence: 3.7,
  });
});

test('a sentence of twenty-six words is long', () => {
  const { longSentences } = readabilityOf('', `${words(25)}.\n${words(26)}.`);
  expect(longSentences).toEqual([`${words(26)}.`]);
});

test('the three hardest sentences are listed, unless too short to measure', () => {
  const { worst } = readabilityOf('', [8, 30, 7, 20, 25].map((count) => `${words(count)}.`).join('\n'));
  expect(worst).toEqual([
    { sentence: `${words(30)}.`, age: 12.9 },
    { sentence: `${words(25)}.`, age: 11 },
    { sentence: `${words(20)}.`, age: 9 },
  ]);
});
