import { describe, expect, test } from 'vitest';
import { bucketOf } from '../../../src/checker/reading/model.ts';
import { type Sample, selectFeatures } from '../../../src/checker/training/selectFeatures.ts';
import { RAREST } from '../../../src/checker/training/settings.ts';

const MOST_ROWS = 100;

const sample = (label: number, ...hashes: number[]): Sample => ({
  hashes: Uint32Array.from(hashes),
  label,
  weight: 1,
});

/** A hash in a bucket of its own. */
const hash = (bucket: number): number => bucket << 14;

describe('a feature is known', () => {
  const lines = [1, 2, 3].map((line) => sample(0, hash(7), hash(8) + line));

  test('from three lines on', () => {
    expect(RAREST).toBe(3);
    const { rows, rarity } = selectFeatures(
      [...lines, sample(1, hash(9)), sample(1, hash(9))],
      2,
      -1,
      MOST_ROWS,
    );
    expect(rows[bucketOf(hash(7))]).toBe(1);
    expect(rows[bucketOf(hash(9))]).toBe(0);
    expect(rarity).toHaveLength(2);
  });

  test('not for the sake of others in the same bucket', () => {
    expect(bucketOf(hash(8) + 1)).toBe(bucketOf(hash(8) + 3));
    expect(selectFeatures(lines, 2, -1, MOST_ROWS).rows[bucketOf(hash(8))]).toBe(0);
  });

  test('and the rarer, the more it’s worth', () => {
    const { rows, rarity } = selectFeatures(
      [...lines, ...lines.map(() => sample(1, hash(7), hash(5)))],
      2,
      -1,
      MOST_ROWS,
    );
    const worth = (bucket: number) => rarity[rows[bucketOf(hash(bucket))] ?? 0] ?? 0;
    expect(worth(5)).toBeGreaterThan(worth(7));
  });
});

describe('of too many features', () => {
  /** Each class of lines has half of them to itself; the last is in every line. */
  const own = (label: number) =>
    Array.from({ length: MOST_ROWS / 2 }, (_, at) => hash(label * MOST_ROWS + at));
  const everywhere = hash(3 * MOST_ROWS);
  const lines = [0, 1].flatMap((label) =>
    Array.from({ length: RAREST }, () => sample(label, ...own(label), everywhere)),
  );

  test('those that say nothing about the class are left out', () => {
    const { rows, rarity } = selectFeatures(lines, 2, -1, MOST_ROWS);
    expect(rarity).toHaveLength(MOST_ROWS + 1);
    expect(rows[bucketOf(everywhere)]).toBe(0);
  });

  test('those that tell emergencies stay first', () => {
    const third = Array.from({ length: RAREST }, () => sample(2, hash(3 * MOST_ROWS + 1)));
    const { rows, rarity } = selectFeatures([...lines, ...third], 3, 2, MOST_ROWS);
    expect(rarity).toHaveLength(MOST_ROWS + 1);
    expect(rows[bucketOf(hash(3 * MOST_ROWS + 1))]).toBeGreaterThan(0);
  });
});
