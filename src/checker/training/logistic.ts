import { exp } from './exactMaths.ts';

/** One text to learn from: which columns it has, with what value, and which class it is. */
export interface Example {
  columns: Int32Array;
  values: Float32Array;
  label: number;
}

export interface LogisticSettings {
  /** How often every example is gone through. */
  rounds: number;
  /** How far the first steps go; they shrink to nothing in a straight line. */
  rate: number;
  /** How strongly weights are drawn back to nothing. */
  decay: number;
  /** Which share of an example's columns is overlooked at each step, so that none is relied on alone. */
  overlooked: number;
}

/** How coarse the weights of a column are going to be. */
export interface Grain {
  /** By column: what a step is worth beside that of the others. */
  shape: Float64Array;
  /** The step of a column of shape 1, in root mean squares of all weights. */
  coarseness: number;
}

export interface Logistic {
  /** A row a column of the examples, a column a class. */
  weights: Float32Array;
  /** What each class starts with. */
  start: Float64Array;
  /** The step of a column of shape 1. */
  step: number;
}

/** The starting values learn this much more slowly than the weights. */
const START_RATE = 0.02;

/**
 * Multinomial logistic regression, every class counting the same however many examples it has, by
 * stochastic gradient descent (Bottou, "Stochastic Gradient Descent Tricks", 2012), the decay caught
 * up with whenever a column is next met. At each step some columns are overlooked at random (dropout:
 * Srivastava and others, 2014; for texts, Wager and others, "Dropout Training as Adaptive
 * Regularization", 2013).
 *
 * From half way on, texts are scored with the weights as coarse as they will be sent, while the fine
 * ones go on learning, so that what is sent makes up for its own coarseness (Courbariaux and others,
 * "BinaryConnect", 2015).
 *
 * @param examples of at least one; their order, with the settings, fixes the result to the bit.
 * @param columns how many columns there are; @param classes how many classes.
 */
export function learn(
  examples: readonly Example[],
  columns: number,
  classes: number,
  { rounds, rate, decay, overlooked }: LogisticSettings,
  grain: Grain,
): Logistic {
  const weights = new Float32Array(columns * classes);
  const start = new Float64Array(classes);
  const metLast = new Int32Array(columns);
  const balance = balanceOf(examples, classes);
  const errors = new Float64Array(classes);
  const order = Array.from(examples.keys());
  const random = randomNumbers();
  const steps = rounds * examples.length;
  let step = 0;
  let grainSize = 0;
  const grains = new Float64Array(columns);
  for (let round = 0; round < rounds; round += 1) {
    if (round === rounds >> 1) {
      centreRows(weights, classes);
      grainSize = rootMeanSquare(weights) * grain.coarseness;
      for (let column = 0; column < columns; column += 1)
        grains[column] = grainSize * (grain.shape[column] ?? 0);
    }
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      step += 1;
      const pace = rate * (1 - step / (steps + 1));
      const { columns: own } = example;
      const values = thinned(example.values, overlooked, random);
      score(own, values, weights, grains, start, errors);
      toErrors(errors, example.label, balance[example.label] ?? 0);
      for (let c = 0; c < classes; c += 1) start[c] = (start[c] ?? 0) - pace * START_RATE * (errors[c] ?? 0);
      for (let n = 0; n < own.length; n += 1) {
        const value = values[n] ?? 0;
        if (value === 0) continue;
        const column = own[n] ?? 0;
        const push = pace * value;
        const kept = Math.max(0, 1 - pace * decay * (step - (metLast[column] ?? 0)));
        metLast[column] = step;
        const row = column * classes;
        for (let c = 0; c < classes; c += 1) {
          weights[row + c] = (weights[row + c] ?? 0) * kept - push * (errors[c] ?? 0);
        }
      }
    }
  }
  return { weights, start, step: grainSize };
}

/** Values of which some are overlooked at random and the others make up for it. */
function thinned(values: Float32Array, overlooked: number, random: () => number): Float32Array {
  const limit = overlooked * 2 ** 32;
  const others = 1 / (1 - overlooked);
  const kept = new Float32Array(values.length);
  for (let n = 0; n < values.length; n += 1) kept[n] = random() < limit ? 0 : (values[n] ?? 0) * others;
  return kept;
}

/** Fills `into` with the score of every class. */
function score(
  columns: Int32Array,
  values: Float32Array,
  weights: Float32Array,
  grains: Float64Array,
  start: Float64Array,
  into: Float64Array,
): void {
  const classes = start.length;
  into.set(start);
  for (let n = 0; n < columns.length; n += 1) {
    const value = values[n] ?? 0;
    if (value === 0) continue;
    const column = columns[n] ?? 0;
    const row = column * classes;
    const grain = grains[column] ?? 0;
    if (grain === 0) {
      for (let c = 0; c < classes; c += 1) into[c] = (into[c] ?? 0) + value * (weights[row + c] ?? 0);
    } else {
      const worth = value * grain;
      for (let c = 0; c < classes; c += 1) {
        // Rounded so and not by `Math.round`, which engines do not turn into one instruction: it takes twice the time.
        into[c] = (into[c] ?? 0) + worth * Math.floor((weights[row + c] ?? 0) / grain + 0.5);
      }
    }
  }
}

/** Turns scores into what is wrong with them: the probability of each class, less 1 for the right one. */
function toErrors(scores: Float64Array, label: number, weight: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of scores) if (value > highest) highest = value;
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    const share = exp((scores[c] ?? 0) - highest);
    scores[c] = share;
    sum += share;
  }
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = ((scores[c] ?? 0) / sum - (c === label ? 1 : 0)) * weight;
  }
}

/** How much an example of each class counts, so that all classes count the same in all. */
function balanceOf(examples: readonly Example[], classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((count) => (count > 0 ? examples.length / (classes * count) : 0));
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

/**
 * Takes its median from every weight of a column: only differences between classes mean anything, and
 * about the median most of them are nothing, which costs least to send.
 */
function centreRows(weights: Float32Array, classes: number): void {
  for (let from = 0; from < weights.length; from += classes) {
    const row = weights.subarray(from, from + classes);
    const sorted = row.toSorted();
    const half = classes >> 1;
    const middle = ((sorted[half] ?? 0) + (sorted[classes - 1 - half] ?? 0)) / 2;
    for (let c = 0; c < classes; c += 1) row[c] = (row[c] ?? 0) - middle;
  }
}

function rootMeanSquare(values: Float32Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares / values.length);
}
