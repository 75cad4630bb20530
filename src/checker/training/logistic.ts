/** A text as the learning sees it: which rows of the model it has, and with what value. */
export interface Example {
  rows: Int32Array;
  values: Float32Array;
}

/** An example and the class it belongs to. */
export interface Labelled extends Example {
  label: number;
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

/** How coarse the weights are going to be. */
export interface Grid {
  /** By row: what a step is worth beside that of the others. */
  shape: Float64Array;
  /** The step of a row of shape 1, in root mean squares of all weights. */
  coarseness: number;
}

/** Weights, a row for each row of the examples and a column for each class, and what each class starts from. */
export interface Logistic {
  weights: Float32Array;
  start: Float64Array;
  /** The step of a row of shape 1, where a grid was given. */
  step: number;
}

/** The starting values learn this much more slowly than the weights. */
const START_RATE = 0.02;

/** A smaller error than this teaches nothing that could be measured. */
const NEGLIGIBLE = 1e-3;

/** With more classes than this, each step looks at the right one and a random sample of the others. */
const MOST_CLASSES = 64;

/**
 * Multinomial logistic regression by stochastic gradient descent (Bottou, "Stochastic Gradient Descent Tricks", 2012).
 * At each step some features are left out at random (dropout:
 * Srivastava and others, 2014; for texts, Wager and others, "Dropout Training as Adaptive Regularization", 2013).
 * Among very many classes only a sample is compared (Bengio and Senécal, "Quick Training of Probabilistic Neural Nets by
 * Importance Sampling", 2003), so that the time grows with the number of examples and not with its square.
 *
 * Where a grid is given, texts are scored from half-way on with the weights as coarse as they'll be sent, while the fine
 * ones go on learning, so that what is sent makes up for its own coarseness (Courbariaux and others, "BinaryConnect",
 * 2015).
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
  grid?: Grid,
): Logistic {
  // All weights decay at each step, so they're held as multiples of one scale that does it for them.
  let scale = 1;
  const weights = new Float32Array(size * classes);
  /** From half-way on, the rounded weights that texts are scored with. */
  let sent: Float32Array | undefined;
  const settle = (): void => {
    for (const at of weights.keys()) weights[at] = (weights[at] ?? 0) * scale;
    scale = 1;
  };
  const steps = new Float64Array(size);
  const start = new Float64Array(classes);
  const random = randomNumbers();
  const order = Array.from(examples.keys());
  const lastStep = rounds * examples.length;
  const all = Int32Array.from({ length: classes }, (_, label) => label);
  let step = 0;
  let gridStep = 0;
  for (let round = 0; round < rounds; round += 1) {
    if (grid !== undefined && round === rounds >> 1) {
      settle();
      centreRows(weights, classes);
      gridStep = rootMeanSquare(weights) * grid.coarseness;
      for (let row = 0; row < size; row += 1) steps[row] = gridStep * (grid.shape[row] ?? 0);
      sent = weights.map((weight, at) => rounded(weight, steps[Math.floor(at / classes)] ?? 0));
    }
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      step += 1;
      const pace = rate * (1 - step / (lastStep + 1));
      scale *= 1 - pace * decay;
      const { rows, values } = thinned(example, dropout, random);
      const scored = sent ?? weights;
      const worth = sent === undefined ? scale : 1;
      const compared = classes <= MOST_CLASSES ? all : sample(example.label, classes, random);
      const errors = new Float64Array(compared.length);
      for (let c = 0; c < compared.length; c += 1) errors[c] = start[compared[c] ?? 0] ?? 0;
      for (let n = 0; n < rows.length; n += 1) {
        const value = (values[n] ?? 0) * worth;
        const first = (rows[n] ?? 0) * classes;
        for (let c = 0; c < compared.length; c += 1)
          errors[c] = (errors[c] ?? 0) + value * (scored[first + (compared[c] ?? 0)] ?? 0);
      }
      toErrors(errors, compared.indexOf(example.label), example.weight);
      const taught = new Int32Array(compared.length);
      const pushes = new Float64Array(compared.length);
      let count = 0;
      for (let c = 0; c < compared.length; c += 1) {
        const error = errors[c] ?? 0;
        if (Math.abs(error) < NEGLIGIBLE) continue;
        const label = compared[c] ?? 0;
        start[label] = (start[label] ?? 0) - pace * START_RATE * error;
        taught[count] = label;
        pushes[count] = (pace * error) / scale;
        count += 1;
      }
      // Row by row, so that the memory is gone through in order.
      for (let n = 0; n < rows.length; n += 1) {
        const row = rows[n] ?? 0;
        const value = values[n] ?? 0;
        for (let c = 0; c < count; c += 1) {
          const at = row * classes + (taught[c] ?? 0);
          const weight = (weights[at] ?? 0) - (pushes[c] ?? 0) * value;
          weights[at] = weight;
          if (sent !== undefined) sent[at] = rounded(weight * scale, steps[row] ?? 0);
        }
      }
    }
  }
  settle();
  return { weights, start, step: gridStep };
}

/** The multiple of a step nearest to a weight. Not by `Math.round`, which engines don't turn into one instruction. */
const rounded = (weight: number, step: number): number =>
  step === 0 ? weight : step * Math.floor(weight / step + 0.5);

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
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const bag = bags[index];
      if (bag === undefined) continue;
      step += 1;
      const pace = rate * (1 - step / (steps + 1));
      const windows = bag.windows.map((window) => thinned(window, dropout, random));
      const scores = windows.map(({ rows, values }) => {
        let score = start;
        for (let n = 0; n < rows.length; n += 1) score += (values[n] ?? 0) * (weights[rows[n] ?? 0] ?? 0);
        return score;
      });
      const highest = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - highest));
      const sum = shares.reduce((total, share) => total + share, 0);
      const chance = 1 / (1 + Math.exp(-(highest + Math.log(sum))));
      const error = (chance - (bag.holds ? 1 : 0)) * bag.weight;
      for (const [window, { rows, values }] of windows.entries()) {
        const own = (error * (shares[window] ?? 0)) / sum;
        if (Math.abs(own) < NEGLIGIBLE) continue;
        start -= pace * START_RATE * own;
        for (let n = 0; n < rows.length; n += 1) {
          const row = rows[n] ?? 0;
          weights[row] = (weights[row] ?? 0) * (1 - pace * decay) - pace * own * (values[n] ?? 0);
        }
      }
    }
  }
  return { weights, start };
}

/** An example without some of its features, left out at random; the others make up for it. */
function thinned({ rows, values }: Example, dropout: number, random: () => number): Example {
  const limit = dropout * 2 ** 32;
  const others = 1 / (1 - dropout);
  const keptRows = new Int32Array(rows.length);
  const keptValues = new Float32Array(rows.length);
  let kept = 0;
  for (let n = 0; n < rows.length; n += 1) {
    if (random() < limit) continue;
    keptRows[kept] = rows[n] ?? 0;
    keptValues[kept] = (values[n] ?? 0) * others;
    kept += 1;
  }
  return { rows: keptRows.subarray(0, kept), values: keptValues.subarray(0, kept) };
}

/** Turns scores into what is wrong with them: the probability of each class, less 1 for the right one. */
function toErrors(scores: Float64Array, right: number, weight: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of scores) if (value > highest) highest = value;
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    const share = Math.exp((scores[c] ?? 0) - highest);
    scores[c] = share;
    sum += share;
  }
  for (let c = 0; c < scores.length; c += 1) {
    scores[c] = ((scores[c] ?? 0) / sum - (c === right ? 1 : 0)) * weight;
  }
}

/** One class and {@link MOST_CLASSES} others at random, each once. */
function sample(label: number, classes: number, random: () => number): Int32Array {
  const chosen = new Set([label]);
  while (chosen.size <= MOST_CLASSES) chosen.add(random() % classes);
  return Int32Array.from(chosen);
}

/**
 * Takes its median from every weight of a row: only differences between classes mean anything, and about the median most
 * of them are nothing, which costs least to send.
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

function rootMeanSquare(weights: Float32Array): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length);
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
