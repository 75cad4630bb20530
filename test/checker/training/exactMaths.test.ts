import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, log } from '../../../src/checker/training/exactMaths.ts';

/** Whether a value is right but for its last digits. */
const near = (value: number, truth: number): boolean =>
  Math.abs(value - truth) <= 1e-12 * Math.abs(truth) + 1e-300;

test('the exponential is that of the engine but for its last digits', () => {
  fc.assert(fc.property(fc.double({ min: -690, max: 0, noNaN: true }), (x) => near(exp(x), Math.exp(x))));
  expect(exp(0)).toBe(1);
  expect(exp(-1e9)).toBe(0);
});

test('the logarithm is that of the engine but for its last digits', () => {
  fc.assert(fc.property(fc.double({ min: 1.001, max: 1e9, noNaN: true }), (x) => near(log(x), Math.log(x))));
  expect(log(1)).toBe(0);
});
