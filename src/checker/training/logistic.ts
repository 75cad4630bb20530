import { addRows, changeRows, type Sparse } from './sparse.ts';

/** A text as the learning sees it: which rows of the model it has, and with what value. */
export type Example = Sparse;

/** An example and the class it belongs to. */
export interface Labelled extends Example {
  label: number;
  /** Other classes that would be right too: together they're aimed at for {@link ALSO}. */
  also?: readonly number[];
  /** How much it counts. */
  weight: number;
}

export interface LogisticSettings {
  /** How often every example is gone through. */
  rounds: number;
  /** How far the first steps go; they shrink to nothing in a straight line. */
  rate: number;
  /** How strongly weights are drawn back to nothing at each step. */
  decay: number;
  /** The share of an example's features that is left out at each step, so that none is relied on alone. */
  dropout: number;
}

/** Weights, a row for each row of the examples and a column for each class, and what each class starts from. */
export interface Logistic {
  weights: Float32Array;
  start: Float64Array;
}

/** The probability aimed at for the other right classes of an example together, where it has any. */
const ALSO = 0.35;

/** The starting values learn this much more slowly than the weights. */
const START_RATE = 0.02;

/** A smaller error than this teaches nothing that could be measured. */
const NEGLIGIBLE = 1e-3;

/**
 * Multinomial logistic regression by stochastic gradient descent (Bottou, "Stochastic Gradient Descent Tricks", 2012).
 * At each step some features are left out at random (dropout:
 * Srivastava and others, 2014; for texts, Wager and others, "Dropout Training as Adaptive Regularization", 2013).
 *
 * @param examples their order, with the settings, fixes the result to the bit
 * @param size how many rows there are
 * @param classes how many classes
 */
export function learnClasses(
  examples: readonly Labelled[],
  size: number,
  classes: number,
  { rounds, rate, decay, dropout }: LogisticSettings,
): Logistic {
  // All weights decay at each step, so they're held as multiples of one scale that does it for them.
  let scale = 1;
  const weights = new Float32Array(size * classes);
  const start = new Float64Array(classes);
  const random = randomNumbers();
  const order = Array.from(examples.keys());
  const lastStep = rounds * examples.length;
  const kept = createThinned(examples);
  const errors = new Float64Array(classes);
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      step += 1;
      const pace = rate * (1 - step / (lastStep + 1));
      scale *= 1 - pace * decay;
      thin(example, dropout, random, kept);
      addRows(kept, 0, kept.count, weights, errors.fill(0));
      for (let label = 0; label < classes; label += 1)
        errors[label] = (start[label] ?? 0) + (errors[label] ?? 0) * scale;
      toErrors(errors, example);
      let wrong = false;
      for (let label = 0; label < classes; label += 1) {
        const error = errors[label] ?? 0;
        const teaches = Math.abs(error) >= NEGLIGIBLE;
        wrong ||= teaches;
        if (teaches) start[label] = (start[label] ?? 0) - pace * START_RATE * error;
        errors[label] = teaches ? (-pace * error) / scale : 0;
      }
      if (wrong) changeRows(kept, 0, kept.count, weights, errors);
    }
  }
  for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) * scale;
  return { weights, start };
}

/** A text in windows, and whether any of them holds what is looked for. */
export interface Bag {
  windows: readonly Example[];
  holds: boolean;
  weight: number;
}

/**
 * Two-class logistic regression on texts in several windows, of which one is enough: the windows' log-odds are joined
 * by log-sum-exp, and each window learns in proportion to its share of it (multiple-instance learning: Dietterich and
 * others, 1997; Ray and Craven, 2005). So a short clause can decide, whatever else the text says.
 *
 * @returns a weight for each row, and what every window starts from
 */
export function learnInWindows(
  bags: readonly Bag[],
  size: number,
  { rounds, rate, decay, dropout }: LogisticSettings,
): { weights: Float32Array; start: number } {
  const weights = new Float32Array(size);
  let start = -2;
  const random = randomNumbers();
  const order = Array.from(bags.keys());
  const steps = rounds * bags.length;
  // A place for each window of a text, made when first needed.
  const all = bags.flatMap(({ windows }) => windows);
  const kept: Thinned[] = [];
  const keptAt = (window: number): Thinned => {
    kept[window] ??= createThinned(all);
    return kept[window];
  };
  const shares: number[] = [];
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const bag = bags[index];
      if (bag === undefined) continue;
      step += 1;
      const pace = rate * (1 - step / (steps + 1));
      const { windows, holds, weight } = bag;
      const most = windows.length;
      let highest = Number.NEGATIVE_INFINITY;
      for (let window = 0; window < most; window += 1) {
        const own = keptAt(window);
        const example = windows[window];
        if (example !== undefined) thin(example, dropout, random, own);
        const score = start + scoreOf(own, weights);
        shares[window] = score;
        highest = Math.max(highest, score);
      }
      let sum = 0;
      for (let window = 0; window < most; window += 1) {
        const share = Math.exp((shares[window] ?? 0) - highest);
        shares[window] = share;
        sum += share;
      }
      const chance = 1 / (1 + Math.exp(-(highest + Math.log(sum))));
      const error = (chance - (holds ? 1 : 0)) * weight;
      for (let window = 0; window < most; window += 1) {
        const own = (error * (shares[window] ?? 0)) / sum;
        if (Math.abs(own) < NEGLIGIBLE) continue;
        start -= pace * START_RATE * own;
        const { rows, values, count } = keptAt(window);
        const left = 1 - pace * decay;
        for (let n = 0; n < count; n += 1) {
          const row = rows[n] ?? 0;
          weights[row] = (weights[row] ?? 0) * left - pace * own * (values[n] ?? 0);
        }
      }
    }
  }
  return { weights, start };
}

/** What the features of an example bring to its score, where there's one weight for each row. */
function scoreOf({ rows, values, count }: Thinned, weights: Float32Array): number {
  let score = 0;
  for (let n = 0; n < count; n += 1) score += (values[n] ?? 0) * (weights[rows[n] ?? 0] ?? 0);
  return score;
}

/** An example without some of its features. */
interface Thinned extends Example {
  /** How many are kept; what stands after them means nothing. */
  count: number;
}

/** A place for any of the examples, so that none has to be made at each step. */
function createThinned(examples: readonly Example[]): Thinned {
  const longest = examples.reduce((most, { rows }) => Math.max(most, rows.length), 0);
  return { rows: new Int32Array(longest), values: new Float32Array(longest), count: 0 };
}

/** Leaves features out at random, and scales the others up to make up for them. Writes to `kept`. */
function thin({ rows, values }: Example, dropout: number, random: () => number, kept: Thinned): void {
  const limit = Math.ceil(dropout * 2 ** 31) - 1;
  const others = 1 / (1 - dropout);
  let count = 0;
  for (let n = 0; n < rows.length; n += 1) {
    kept.rows[count] = rows[n] ?? 0;
    kept.values[count] = (values[n] ?? 0) * others;
    // Counted on where the number is above the limit, and without a branch that no processor could foresee.
    count += (limit - (random() >>> 1)) >>> 31;
  }
  kept.count = count;
}

/** Turns the scores of all classes into what is wrong with them: their probabilities, less those that are right. */
function toErrors(scores: Float64Array, { label, also = [], weight }: Labelled): void {
  const most = scores.length;
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < most; c += 1) highest = Math.max(highest, scores[c] ?? 0);
  let sum = 0;
  for (let c = 0; c < most; c += 1) {
    const share = Math.exp((scores[c] ?? 0) - highest);
    scores[c] = share;
    sum += share;
  }
  for (let c = 0; c < most; c += 1) scores[c] = ((scores[c] ?? 0) / sum) * weight;
  const shared = also.length > 0 ? ALSO : 0;
  scores[label] = (scores[label] ?? 0) - (1 - shared) * weight;
  for (const other of also) scores[other] = (scores[other] ?? 0) - (shared / also.length) * weight;
}

/** Whole numbers below 2³², the same every time (the generator Mulberry32 by Tommy Ettinger). */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Puts an array into a random order (Fisher and Yates). */
function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random() % (last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
}
