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
}

export interface Logistic {
  /** A row a column of the examples, a column a class. */
  weights: Float32Array;
  /** What each class starts with. */
  start: Float64Array;
}

/** The starting values learn this much more slowly than the weights. */
const START_RATE = 0.02;

/**
 * Multinomial logistic regression, every class counting the same however many examples it has, by
 * stochastic gradient descent (Bottou, "Stochastic Gradient Descent Tricks", 2012), the decay caught
 * up with whenever a column is next met.
 *
 * @param examples of at least one; their order, with the settings, fixes the result to the bit.
 * @param columns how many columns there are; @param classes how many classes.
 */
export function learn(
  examples: readonly Example[],
  columns: number,
  classes: number,
  { rounds, rate, decay }: LogisticSettings,
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
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      step += 1;
      const pace = rate * (1 - step / (steps + 1));
      score(example, weights, start, errors);
      toErrors(errors, example.label, balance[example.label] ?? 0);
      for (let c = 0; c < classes; c += 1) start[c] = (start[c] ?? 0) - pace * START_RATE * (errors[c] ?? 0);
      const { columns: own, values } = example;
      for (let n = 0; n < own.length; n += 1) {
        const column = own[n] ?? 0;
        const push = pace * (values[n] ?? 0);
        const kept = Math.max(0, 1 - pace * decay * (step - (metLast[column] ?? 0)));
        metLast[column] = step;
        const row = column * classes;
        for (let c = 0; c < classes; c += 1) {
          weights[row + c] = (weights[row + c] ?? 0) * kept - push * (errors[c] ?? 0);
        }
      }
    }
  }
  return { weights, start };
}

/** Fills `into` with the score of every class. */
function score(example: Example, weights: Float32Array, start: Float64Array, into: Float64Array): void {
  const classes = start.length;
  into.set(start);
  const { columns, values } = example;
  for (let n = 0; n < columns.length; n += 1) {
    const row = (columns[n] ?? 0) * classes;
    const value = values[n] ?? 0;
    for (let c = 0; c < classes; c += 1) into[c] = (into[c] ?? 0) + value * (weights[row + c] ?? 0);
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
