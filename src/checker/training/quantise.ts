import { type Model, unitOf } from '../reading/model.ts';

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
 * What a step is worth in each row beside that of the others, in weights as they're learned: for features multiplied by
 * their rarity.
 */
export function shapeOf(levels: Uint8Array, rarity: Float64Array): Float64Array {
  return rarity.map((value, row) =>
    row === 0 ? 0 : unitOf((levels[row] ?? 0) / LEVELS_PER_ROOT, 1) / value,
  );
}

/**
 * Rounds learned weights to small whole numbers, coarser in rarer rows: there a step matters less, because few texts
 * have the feature.
 *
 * @param weights a row for each of `shape`
 * @param step of a row of shape 1
 * @returns weights for features as they are, and the step of a row of level 1
 */
export function quantise(
  weights: Float32Array,
  shape: Float64Array,
  step: number,
): Pick<Model, 'weights' | 'step'> {
  const columns = weights.length / shape.length;
  const small = new Int8Array(weights.length);
  for (let at = columns; at < weights.length; at += 1) {
    const level = Math.round((weights[at] ?? 0) / (step * (shape[Math.floor(at / columns)] ?? 0)));
    small[at] = Math.max(-LARGEST, Math.min(LARGEST, level));
  }
  return { weights: small, step: Number(unitOf(1 / LEVELS_PER_ROOT, step).toPrecision(6)) };
}
