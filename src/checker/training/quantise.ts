import { type Model, unitOf } from '../reading/model.ts';
import type { Logistic } from './logistic.ts';

/** The largest whole number, either way. */
const LARGEST = 100;

/** Levels of coarseness are this many times the root of a row's rarity. */
const LEVELS_PER_ROOT = 3;

/** How coarse each row is to be, by its rarity: 0 for row 0, which is no feature's. */
export function levelsFor(rarity: Float64Array): Uint8Array {
  return Uint8Array.from(rarity, (value, row) =>
    row === 0 ? 0 : Math.max(1, Math.round(Math.sqrt(value) * LEVELS_PER_ROOT)),
  );
}

/**
 * What a step is worth in each row beside that of the others, in weights as they are learned: for
 * features multiplied by their rarity.
 */
export function shapeOf(levels: Uint8Array, rarity: Float64Array): Float64Array {
  return rarity.map((value, row) =>
    row === 0 ? 0 : unitOf((levels[row] ?? 0) / LEVELS_PER_ROOT, 1) / value,
  );
}

/**
 * Squeezes learned weights into small whole numbers, coarser in rarer rows: there a step matters less,
 * because few texts have the feature.
 *
 * @returns what a model holds: weights for features as they are, with the levels to read them by.
 */
export function quantise(
  { weights, step }: Logistic,
  levels: Uint8Array,
  rarity: Float64Array,
): Pick<Model, 'weights' | 'levels' | 'step'> {
  const columns = weights.length / rarity.length;
  const shape = shapeOf(levels, rarity);
  const small = new Int8Array(weights.length);
  for (let at = columns; at < weights.length; at += 1) {
    const level = Math.round((weights[at] ?? 0) / (step * (shape[Math.floor(at / columns)] ?? 0)));
    small[at] = Math.max(-LARGEST, Math.min(LARGEST, level));
  }
  return { weights: small, levels, step: Number(unitOf(1 / LEVELS_PER_ROOT, step).toPrecision(6)) };
}
