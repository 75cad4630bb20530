/** Weights as small whole numbers, and what 1 of them is worth. */
export interface Quantised {
  weights: Int8Array;
  step: number;
}

/** The largest whole number, either way: one sign of the encoded model has to hold it. */
const LARGEST = 40;

/**
 * Squeezes weights into whole multiples of one step.
 *
 * @param weights not all 0.
 * @param coarseness the step, in root mean squares of the weights.
 */
export function quantise(weights: Float32Array, coarseness: number): Quantised {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  const step = Math.sqrt(squares / weights.length) * coarseness;
  const small = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    const level = Math.round((weights[at] ?? 0) / step);
    small[at] = Math.max(-LARGEST, Math.min(LARGEST, level));
  }
  return { weights: small, step };
}
