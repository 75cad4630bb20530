import { type Features, featuresOf } from '../reading/features.ts';
import { createGroups } from '../reading/groups.ts';
import {
  BUCKET_BITS,
  bucketOf,
  COARSER,
  columnsFor,
  type Model,
  TELLERS,
  type Teller,
} from '../reading/model.ts';
import { EMERGENCY } from '../reading/reader.ts';
import { windowsOf } from '../reading/windows.ts';
import { wordsOf } from '../reading/words.ts';
import {
  type Bag,
  type Example,
  type Labelled,
  type Logistic,
  learnClasses,
  learnInWindows,
} from './logistic.ts';
import { centreRows, levelsFor, quantiseTogether, shapeOf, stepFor, stepOfLevel } from './quantise.ts';
import {
  BALANCE,
  DANGER,
  DANGER_BALANCE,
  DANGER_WORTH,
  EMERGENCY_RULE,
  FIRST_PASS,
  LEAST_STEPS,
  MOST_ROWS,
  RAREST,
  SHARPNESS,
  SITUATIONS,
  TELLING,
} from './settings.ts';

/** One line to learn from. */
export interface TrainingLine {
  text: string;
  situation: string;
  /** Other situations that would be right too. */
  also?: readonly string[];
  /** Whose story it is; nothing where nobody has said. */
  teller?: Teller | undefined;
  /** How much it counts; 1 where nothing is said. */
  weight?: number;
}

export interface TrainingData {
  /** Of at least two situations. */
  lines: readonly TrainingLine[];
  /** Words of like meaning, from `readWordGroups`. */
  groups?: readonly string[];
  /** Words that always bring the emergency panel, from `readEmergencyWords`. */
  always?: readonly string[];
}

/** Trains a model. The same data give the same model, bit for bit, in the same engine. */
export function train({ lines, groups = [], always = [] }: TrainingData): Model {
  const situations = [...new Set(lines.map(({ situation }) => situation))].sort((a, b) => (a < b ? -1 : 1));
  const groupsOf = createGroups(groups);
  const words = lines.map(({ text }) => wordsOf(text));
  const seen = words.map((each) => featuresOf(each, groupsOf));
  const weights = weightsOf(lines);
  const labelled = (known: Known): Labelled[] =>
    seen.map((features, at) => ({
      ...exampleOf(features, known),
      ...labelsOf(lines[at], situations),
      weight: weights[at] ?? 1,
    }));
  const longer = Math.ceil(LEAST_STEPS / lines.length);
  const emergency = situations.indexOf(EMERGENCY);
  const known = mostTelling(knownFeatures(seen), seen, emergency, (all) =>
    learnClasses(labelled(all), all.rarity.length, situations.length, FIRST_PASS),
  );
  const size = known.rarity.length;
  const levels = levelsFor(known.rarity);
  const examples = labelled(known);
  const count = situations.length;
  const bySituation = learnClasses(examples, size, count, {
    ...SITUATIONS,
    rounds: Math.max(SITUATIONS.rounds, longer),
  });
  centreRows(bySituation.weights, count);
  const step = stepFor(bySituation.weights);
  const steps = shapeOf(levels, known.rarity).map((shape) => step * shape);

  const certain = lines.map(
    ({ situation, also = [] }) => situation === EMERGENCY || !also.includes(EMERGENCY),
  );
  const emergencies = lines.filter(({ situation }) => situation === EMERGENCY).length;
  const rare = (lines.length / (2 * Math.max(1, emergencies))) ** DANGER_BALANCE;
  const bags = lines.flatMap(({ situation, weight = 1 }, at): Bag[] => {
    if (!certain[at]) return [];
    const parts = windowsOf(words[at] ?? []);
    // Most lines are one sentence, and what that has is known.
    const windows =
      parts.length === 1
        ? examples.slice(at, at + 1)
        : parts.map((each) => exampleOf(featuresOf(each, groupsOf), known));
    const holds = situation === EMERGENCY;
    return windows.length === 0 ? [] : [{ windows, holds, weight: weight * (holds ? rare : 1) }];
  });
  const danger = learnInWindows(bags, size, { ...DANGER, rounds: Math.max(DANGER.rounds, longer) });

  const told = seen.flatMap((features, at): Labelled[] => {
    const teller = lines[at]?.teller;
    if (teller === undefined) return [];
    return [{ ...exampleOf(features, known), label: TELLERS.indexOf(teller), weight: 1 }];
  });
  const byTeller = learnClasses(told, size, TELLERS.length, TELLING);

  const coarser = steps.map((each) => each * COARSER);
  const windows = bags.flatMap((bag) => bag.windows);
  const parts = [
    quantiseTogether(examples, bySituation.weights, steps),
    quantiseTogether(windows, danger.weights, coarser),
    quantiseTogether(told, byTeller.weights, coarser),
  ];
  const columns = columnsFor(count);
  const weightsInSteps = new Int8Array(size * columns);
  for (let row = 0; row < size; row += 1) {
    let at = row * columns;
    for (const part of parts) {
      const own = part.subarray((row * part.length) / size, ((row + 1) * part.length) / size);
      weightsInSteps.set(own, at);
      at += own.length;
    }
  }
  const start = [...bySituation.start, danger.start, ...byTeller.start];
  return {
    situations,
    rows: known.rows,
    levels,
    weights: weightsInSteps,
    step: stepOfLevel(step),
    start: start.map((value) => Math.round(value * 1000) / 1000),
    sharpness: SHARPNESS,
    emergency: { ...EMERGENCY_RULE, always },
    groups,
  };
}

/** Which of the situations is right for a line, and which others would be. */
function labelsOf(
  line: TrainingLine | undefined,
  situations: readonly string[],
): Pick<Labelled, 'label' | 'also'> {
  const also = (line?.also ?? []).map((situation) => situations.indexOf(situation));
  return { label: situations.indexOf(line?.situation ?? ''), also: also.filter((label) => label >= 0) };
}

/** How much each line counts: by its own weight, and the more the fewer lines its situation has. On average 1. */
function weightsOf(lines: readonly TrainingLine[]): number[] {
  const counts = new Map<string, number>();
  for (const { situation } of lines) counts.set(situation, (counts.get(situation) ?? 0) + 1);
  const weights = lines.map(
    ({ situation, weight = 1 }) => weight * (lines.length / (counts.get(situation) ?? 1)) ** BALANCE,
  );
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}

/** The features that a model knows. */
interface Known {
  /** The row of each bucket, from 1 in the buckets' order; 0 for a bucket that isn't known. */
  rows: Uint16Array;
  /** By row: the square of the inverse document frequency, scaled; 0 for row 0, that of all unknown buckets. */
  rarity: Float64Array;
}

/**
 * The features that at least {@link RAREST} lines share. Counted by the whole hash, so that two features which share a
 * bucket and are each too rare don't make one that isn't.
 */
function knownFeatures(seen: readonly Features[]): Known {
  const counts = new Map<number, number>();
  for (const { hashes } of seen) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const byBucket = new Int32Array(2 ** BUCKET_BITS);
  for (const [hash, count] of counts) {
    const bucket = bucketOf(hash);
    if (count >= RAREST) byBucket[bucket] = Math.max(count, byBucket[bucket] ?? 0);
  }
  const least = leastCount(byBucket);
  const rows = new Uint16Array(byBucket.length);
  const rarity: number[] = [0];
  for (const [bucket, count] of byBucket.entries()) {
    if (count < least) continue;
    rows[bucket] = rarity.length;
    const inverse = Math.log((1 + seen.length) / (1 + count)) + 1;
    rarity.push(SCALE * inverse * inverse);
  }
  return { rows, rarity: Float64Array.from(rarity) };
}

/** Rows are numbered in 16 bits, and number 0 is taken. */
const LAST_ROW = 2 ** 16 - 1;

/**
 * How many lines must share a bucket for it to be known: {@link RAREST}, or so many more that no more buckets are known
 * than rows can be numbered.
 *
 * @param counts of lines by bucket, 0 where too few share it
 */
export function leastCount(counts: Int32Array): number {
  let least = RAREST;
  while (counts.filter((count) => count >= least).length > LAST_ROW) least += 1;
  return least;
}

/**
 * Of the known features, the {@link MOST_ROWS} that matter most: those whose weights differ most between the situations,
 * above all between emergencies and the others, times the lines they're in (after "FastText.zip", Joulin and others, 2016,
 * which keeps features by their norm).
 *
 * @param emergency the class of emergencies, or less than 0 for none
 * @param learn a quick first training on all of them
 */
function mostTelling(
  all: Known,
  seen: readonly Features[],
  emergency: number,
  learn: (all: Known) => Logistic,
): Known {
  const size = all.rarity.length;
  if (size <= MOST_ROWS) return all;
  const { weights, start } = learn(all);
  const classes = start.length;
  const lines = new Float64Array(size);
  for (const { hashes } of seen)
    for (const hash of hashes) {
      const row = all.rows[bucketOf(hash)] ?? 0;
      lines[row] = (lines[row] ?? 0) + 1;
    }
  const worth = Float64Array.from(lines, (count, row) => {
    const own = weights.subarray(row * classes, (row + 1) * classes);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / classes;
    const spread = own.reduce((sum, weight) => sum + (weight - mean) ** 2, 0);
    const danger = ((own[emergency] ?? mean) - mean) ** 2;
    return row === 0 ? 0 : (spread + DANGER_WORTH * danger) * (all.rarity[row] ?? 0) ** 2 * count;
  });
  const least = worth.toSorted()[size - MOST_ROWS] ?? 0;
  const rows = new Uint16Array(all.rows.length);
  const rarity: number[] = [0];
  for (const [bucket, row] of all.rows.entries()) {
    if (row === 0 || (worth[row] ?? 0) < least) continue;
    rows[bucket] = rarity.length;
    rarity.push(all.rarity[row] ?? 0);
  }
  return { rows, rarity: Float64Array.from(rarity) };
}

/** Brings the length of a text's vector near 1, so that the settings of the regression mean the same for any. */
const SCALE = 1 / 30;

function exampleOf(features: Features, { rows, rarity }: Known): Example {
  const scale = features.length > 0 ? 1 / features.length : 0;
  const found = new Int32Array(features.hashes.length);
  const values = new Float32Array(found.length);
  let count = 0;
  for (let at = 0; at < found.length; at += 1) {
    const row = rows[bucketOf(features.hashes[at] ?? 0)] ?? 0;
    if (row === 0) continue;
    found[count] = row;
    values[count] = (features.values[at] ?? 0) * (rarity[row] ?? 0) * scale;
    count += 1;
  }
  return { rows: found.slice(0, count), values: values.slice(0, count) };
}
