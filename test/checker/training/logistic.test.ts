import { expect, test } from 'vitest';
import { type Labelled, learnClasses } from '../../../src/checker/training/logistic.ts';

const SETTINGS = { rounds: 200, rate: 1, decay: 0, dropout: 0 };

/** What a text with one feature only, and one label, is taken for by what learned from it. */
function scoresFrom(also: readonly number[], classes: number): number[] {
  const example: Labelled = {
    rows: Int32Array.of(0),
    values: Float32Array.of(1),
    label: 0,
    also,
    weight: 1,
  };
  const { weights, start } = learnClasses([example], 1, classes, SETTINGS);
  return Array.from(weights, (weight, label) => weight + (start[label] ?? 0));
}

test('a class that would be right too is likelier than one that is wrong, and less likely than the right one', () => {
  const [right = 0, also = 0, wrong = 0] = scoresFrom([1], 3);
  expect(right).toBeGreaterThan(also + 0.3);
  expect(also).toBeGreaterThan(wrong + 2);
});

test('so it is among very many classes', () => {
  const [right = 0, also = 0, ...wrong] = scoresFrom([1], 200);
  expect(right).toBeGreaterThan(also);
  expect(also).toBeGreaterThan(Math.max(...wrong));
});

test('without such classes only the right one is likely', () => {
  const [right = 0, second = 0, third = 0] = scoresFrom([], 3);
  expect(right).toBeGreaterThan(second + 2);
  expect(second).toBeCloseTo(third, 1);
});
