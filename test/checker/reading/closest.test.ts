import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closestOf, withClosest } from '../../../src/checker/reading/closest.ts';
import { EMERGENCY } from '../../../src/checker/reading/reader.ts';

const answers = (...confidences: number[]) =>
  confidences.map((confidence, at) => ({ situation: `s${at + 1}`, confidence }));
const calm = { concern: false, emergency: false };
const asked = (...confidences: number[]) => closestOf({ ...calm, answers: answers(...confidences) });

test('asks which of the first four is closest where the first isn’t sure', () => {
  expect(asked(0.4, 0.2, 0.15, 0.15, 0.1)).toEqual(['s1', 's2', 's3', 's4']);
  expect(asked(0.6, 0.4)).toEqual(['s1', 's2']);
});

test('leaves out what’s unlikely', () => {
  expect(asked(0.7, 0.25, 0.02, 0.02, 0.01)).toEqual(['s1', 's2']);
});

test('asks nothing where the first is sure, or there’s nothing to choose from', () => {
  expect(asked(0.8, 0.2)).toEqual([]);
  expect(asked(0.74, ...Array.from({ length: 13 }, () => 0.02))).toEqual([]);
  expect(asked()).toEqual([]);
});

test('leaves danger out where it’s asked about apart', () => {
  const read = [
    { situation: 's1', confidence: 0.5 },
    { situation: EMERGENCY, confidence: 0.3 },
    { situation: 's2', confidence: 0.2 },
  ];
  expect(closestOf({ ...calm, answers: read })).toEqual(['s1', EMERGENCY, 's2']);
  expect(closestOf({ ...calm, concern: true, answers: read })).toEqual(['s1', 's2']);
  expect(closestOf({ ...calm, emergency: true, answers: read })).toEqual(['s1', 's2']);
});

test('what’s said to be closest comes first, and the others stay as they were to one another', () => {
  const after = withClosest(answers(0.4, 0.3, 0.2, 0.1), 's3');
  expect(after.map(({ situation }) => situation)).toEqual(['s3', 's1', 's2', 's4']);
  const [, first, , fourth] = after.map(({ confidence }) => confidence);
  expect((first ?? 0) / (fourth ?? 1)).toBeCloseTo(4);
});

test('confidences stay finite and add up to 1, whatever was read and whatever is closest', () => {
  const shares = fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 2, maxLength: 18 });
  fc.assert(
    fc.property(shares, fc.nat(), (values, which) => {
      const sum = values.reduce((total, value) => total + value, 0);
      const read = answers(...values.map((value) => value / sum));
      const after = withClosest(read, read[which % read.length]?.situation ?? '');
      expect(after.reduce((total, { confidence }) => total + confidence, 0)).toBeCloseTo(1);
      expect(after[0]?.situation).toBe(read[which % read.length]?.situation);
    }),
  );
});
