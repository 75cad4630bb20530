import { type Model, unitOf } from '../reading/model.ts';
import type { Example } from './logistic.ts';
import { NOISE, SWEEPS } from './settings.ts';
import { addRows, changeRows, type Sparse } from './sparse.ts';

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
 * The step of a row of shape 1: a multiple of the root mean square of all weights.
 *
 * @param weights centred by {@link centreRows}
 * @param coarseness how many times
 */
export function stepFor(weights: Float32Array, coarseness: number): number {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return coarseness * Math.sqrt(squares / weights.length);
}

/** A step of a row of shape 1 as the step of a row of level 1, for features as they are. */
export const stepOfLevel = (step: number): Model['step'] =>
  Number(unitOf(1 / LEVELS_PER_ROOT, step).toPrecision(6));

/** A weight in whole steps. */
const inSteps = (weight: number, step: number): number =>
  step === 0 ? 0 : Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / step)));

/**
 * Takes its median from every weight of a row: only differences between classes mean anything, and about the median most
 * of them are nothing, which costs least to send.
 */
export function centreRows(weights: Float32Array, classes: number): void {
  for (let from = 0; from < weights.length; from += classes) {
    const row = weights.subarray(from, from + classes);
    const sorted = row.toSorted();
    const half = classes >> 1;
    const middle = ((sorted[half] ?? 0) + (sorted[classes - 1 - half] ?? 0)) / 2;
    for (let c = 0; c < classes; c += 1) row[c] = (row[c] ?? 0) - middle;
  }
}

/**
 * Rounds weights to whole steps so that the scores of whole texts stay as they are, not each weight for itself: what one
 * feature's rounding adds to a score, those that come with it take away again. Goes through the weights one by one, giving
 * each the value that is best while the others stay (coordinate descent), and weighs the error against the bits it takes to
 * send (rate-distortion optimisation: Sullivan and Wiegand, 1998; for networks, Frantar and Alistarh, "Optimal Brain
 * Compression", 2022).
 *
 * @param examples the texts whose scores are to stay
 * @param weights a row for each of `steps`
 * @param steps by row; 0 for a row that has no weights
 * @param priceOfBit in squares of a score, by text
 * @returns whole numbers, in the order of `weights`
 */
export function quantiseTogether(
  examples: readonly Example[],
  weights: Float32Array,
  steps: Float64Array,
  priceOfBit: number,
): Int8Array {
  const classes = weights.length / steps.length;
  const texts = textsByRow(examples, steps.length);
  const whole = Int8Array.from(weights, (weight, at) =>
    inSteps(weight, steps[Math.floor(at / classes)] ?? 0),
  );
  // By text and class: how far its score is from where it was.
  const off = new Float32Array(examples.length * classes);
  const changes = new Float64Array(classes);
  for (let row = 0; row < steps.length; row += 1) {
    for (let c = 0; c < classes; c += 1) {
      const at = row * classes + c;
      changes[c] = (whole[at] ?? 0) * (steps[row] ?? 0) - (weights[at] ?? 0);
    }
    changeRows(texts, texts.starts[row] ?? 0, texts.starts[row + 1] ?? 0, off, changes);
  }
  const price = priceOfBit * examples.length;
  const slopes = new Float64Array(classes);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const bitsFor = bitsOf(whole, classes);
    for (let row = 0; row < steps.length; row += 1) {
      const step = steps[row] ?? 0;
      const from = texts.starts[row] ?? 0;
      const end = texts.starts[row + 1] ?? 0;
      if (step === 0 || from === end) continue;
      addRows(texts, from, end, off, slopes.fill(0));
      let energy = 0;
      for (let n = from; n < end; n += 1) energy += (texts.values[n] ?? 0) ** 2;
      const curve = energy * (1 + NOISE);
      let changed = false;
      for (let c = 0; c < classes; c += 1) {
        const at = row * classes + c;
        const now = whole[at] ?? 0;
        const noise = NOISE * energy * (now * step - (weights[at] ?? 0));
        const ideal = now * step - ((slopes[c] ?? 0) + noise) / curve;
        const costs = (steps: number): number =>
          curve * (steps * step - ideal) ** 2 + price * bitsFor(steps, c);
        const nearest = inSteps(ideal, step);
        let best = nearest;
        for (const other of [nearest - Math.sign(nearest), 0]) if (costs(other) < costs(best)) best = other;
        changes[c] = (best - now) * step;
        changed ||= best !== now;
        whole[at] = best;
      }
      if (changed) changeRows(texts, from, end, off, changes);
    }
  }
  return whole;
}

/** For each row the texts that have it, as rows of a table of texts: those from `starts[row]` to before `starts[row + 1]`. */
interface TextsByRow extends Sparse {
  starts: Int32Array;
}

function textsByRow(examples: readonly Example[], size: number): TextsByRow {
  const starts = new Int32Array(size + 1);
  for (const { rows } of examples)
    for (let n = 0; n < rows.length; n += 1) {
      const next = (rows[n] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
  for (let row = 0; row < size; row += 1) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(starts[size] ?? 0);
  const values = new Float32Array(rows.length);
  for (const [text, example] of examples.entries())
    for (let n = 0; n < example.rows.length; n += 1) {
      const row = example.rows[n] ?? 0;
      const at = next[row] ?? 0;
      next[row] = at + 1;
      rows[at] = text;
      values[at] = example.values[n] ?? 0;
    }
  return { starts, rows, values };
}

/** About how many bits a whole number takes in the column of a class, by how frequent it is now. */
function bitsOf(whole: Int8Array, classes: number): (steps: number, classAt: number) => number {
  const some = new Float64Array(classes);
  const sizes = new Float64Array(LARGEST + 1);
  for (const [at, steps] of whole.entries()) {
    if (steps === 0) continue;
    some[at % classes] = (some[at % classes] ?? 0) + 1;
    sizes[Math.abs(steps)] = (sizes[Math.abs(steps)] ?? 0) + 1;
  }
  const rows = whole.length / classes;
  const all = some.reduce((sum, count) => sum + count, 0);
  const shares = some.map((count) => (count + 1) / (rows + 2));
  const nothing = shares.map((share) => -Math.log2(1 - share));
  const something = shares.map((share) => SIGN_BITS - Math.log2(share));
  const sized = sizes.map((count) => -Math.log2((count + 1) / (all + LARGEST)));
  return (steps, classAt) =>
    steps === 0 ? (nothing[classAt] ?? 0) : (something[classAt] ?? 0) + (sized[Math.abs(steps)] ?? 0);
}

const SIGN_BITS = 1;
