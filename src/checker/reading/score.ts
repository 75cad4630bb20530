import type { Features } from './features.ts';
import { bucketOf, COARSER, columnsFor, type Model, unitOf } from './model.ts';

/**
 * The row of the model for each feature, 0 for those it doesn't know. Looked up once for everything that needs them:
 * the table is larger than what a processor keeps at hand.
 */
export function rowsOf({ hashes }: Features, { rows }: Model): Uint16Array {
  const found = new Uint16Array(hashes.length);
  for (let at = 0; at < found.length; at += 1) found[at] = rows[bucketOf(hashes[at] ?? 0)] ?? 0;
  return found;
}

/**
 * What each column scores for some features: the linear model itself.
 *
 * @param rows of the features, from {@link rowsOf}
 * @returns a score for each column, in the model's order; higher is likelier
 */
export function scoresOf({ values, length }: Features, rows: Uint16Array, model: Model): number[] {
  const { levels, weights, start, step, situations } = model;
  const columns = columnsFor(situations.length);
  const sums = new Float64Array(columns);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (row === 0) continue;
    const unit = (values[at] ?? 0) * unitOf(levels[row] ?? 0, step);
    const first = row * columns;
    for (let column = 0; column < columns; column += 1) {
      sums[column] = (sums[column] ?? 0) + unit * (weights[first + column] ?? 0);
    }
  }
  const scale = length > 0 ? 1 / length : 0;
  return start.map((first, column) => {
    const worth = column < situations.length ? scale : scale * COARSER;
    return first + (sums[column] ?? 0) * worth;
  });
}

/**
 * Scores as confidences: all above nothing, adding up to 1 (softmax).
 *
 * @param sharpness by how much scores are multiplied first: more makes the first answer surer
 */
export function confidencesOf(scores: readonly number[], sharpness: number): number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp((score - highest) * sharpness));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** Several log-odds of which one is enough (log-sum-exp). */
export function anyOf(scores: readonly number[]): number {
  const highest = Math.max(...scores);
  return highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0));
}
