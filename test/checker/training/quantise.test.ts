import { describe, expect, test } from 'vitest';
import type { Example } from '../../../src/checker/training/logistic.ts';
import { centreRows, quantiseTogether } from '../../../src/checker/training/quantise.ts';

const PRICE = 1e-5;

/** A text with some rows, each of value 1. */
const text = (...rows: number[]): Example => ({
  rows: Int32Array.from(rows),
  values: new Float32Array(rows.length).fill(1),
});

const many = (example: Example): Example[] => Array.from({ length: 1000 }, () => example);

describe('weights rounded together', () => {
  test('are the nearest whole steps where each feature comes alone', () => {
    const weights = Float32Array.from([0, 0, 2.1, -3.9, 0.1, 7.2]);
    const alone = [...many(text(1)), ...many(text(2))];
    expect([...quantiseTogether(alone, weights, Float64Array.from([0, 1, 1]), PRICE)]).toEqual([
      0, 0, 2, -4, 0, 7,
    ]);
  });

  test('make up for each other where features always come together', () => {
    // 1.6 three times is 4.8: each for itself would be rounded to 2, and their sum to 6.
    const weights = Float32Array.from([0, 1.6, 1.6, 1.6]);
    const whole = quantiseTogether(many(text(1, 2, 3)), weights, Float64Array.from([0, 1, 1, 1]), PRICE);
    expect(whole.reduce((sum, steps) => sum + steps, 0)).toBe(5);
  });

  test('leave a row without a step, or that no text has, as nothing changes it', () => {
    const weights = Float32Array.from([5, 3, 1.4]);
    expect([...quantiseTogether(many(text(1)), weights, Float64Array.from([0, 1, 1]), PRICE)]).toEqual([
      0, 3, 1,
    ]);
  });
});

test('centred rows have nothing as their median', () => {
  const weights = Float32Array.from([1, 2, 9, -4, -4, 0]);
  centreRows(weights, 3);
  expect([...weights]).toEqual([-1, 0, 7, 0, 0, 4]);
});
