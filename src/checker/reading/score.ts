import type { Features } from './features.ts';
import { bucketOf, type Model, unitOf } from './model.ts';

/**
 * What each situation scores for some features: the linear model itself.
 *
 * @returns a score a situation, in the order of `model.situations`; higher is likelier, and only
 *   differences between them mean anything.
 */
export function scoresOf(features: Features, model: Model): number[] {
  const { rows, rarity, weights, start, step } = model;
  const columns = start.length;
  const sums = new Float64Array(columns);
  const { hashes, values } = features;
  for (let at = 0; at < hashes.length; at += 1) {
    const row = rows[bucketOf(hashes[at] ?? 0)] ?? 0;
    if (row === 0) continue;
    const unit = (values[at] ?? 0) * unitOf(rarity[row] ?? 0, step);
    const first = row * columns;
    for (let column = 0; column < columns; column += 1) {
      sums[column] = (sums[column] ?? 0) + unit * (weights[first + column] ?? 0);
    }
  }
  const scale = features.length > 0 ? 1 / features.length : 0;
  return start.map((first, column) => first + (sums[column] ?? 0) * scale);
}

/**
 * Scores as confidences: all above nothing, adding up to 1 (softmax).
 *
 * @param sharpness by how much scores are multiplied first: more makes the first answer surer.
 */
export function confidencesOf(scores: readonly number[], sharpness: number): number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp((score - highest) * sharpness));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
