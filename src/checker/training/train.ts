import { type Features, featuresOf } from '../reading/features.ts';
import { createGroups } from '../reading/groups.ts';
import { BUCKET_BITS, bucketOf, type Model } from '../reading/model.ts';
import { wordsOf } from '../reading/words.ts';
import { log } from './exactMaths.ts';
import { type Example, learn } from './logistic.ts';
import type { Phrase } from './phrases.ts';
import { levelsFor, quantise, shapeOf } from './quantise.ts';
import { coarsenessFor, EMERGENCY_RULE, LEAST_STEPS, LOGISTIC, RAREST, SHARPNESS } from './settings.ts';

/** All that teaches. */
export interface TrainingData {
  /** Of at least two situations. */
  phrases: readonly Pick<Phrase, 'text' | 'situation'>[];
  /** Words of like meaning, from `readWordGroups`. */
  groups?: readonly string[];
  /** Words that always bring the emergency panel, from `readEmergencyWords`. */
  always?: readonly string[];
}

/** Teaches a model. The same trainingData give the same model, bit for bit, on any machine. */
export function teach({ phrases, groups = [], always = [] }: TrainingData): Model {
  const situations = [...new Set(phrases.map(({ situation }) => situation))].sort((a, b) => (a < b ? -1 : 1));
  const groupsOf = createGroups(groups);
  const seen = phrases.map(({ text }) => featuresOf(wordsOf(text), groupsOf));
  const { rows, rarity } = knownBuckets(seen);
  const examples = seen.map((features, index) =>
    toExample(features, rows, rarity, situations.indexOf(phrases[index]?.situation ?? '')),
  );
  const levels = levelsFor(rarity);
  const rounds = Math.max(LOGISTIC.rounds, Math.ceil(LEAST_STEPS / examples.length));
  const learned = learn(
    examples,
    rarity.length,
    situations.length,
    { ...LOGISTIC, rounds },
    {
      shape: shapeOf(levels, rarity),
      coarseness: coarsenessFor(rarity.length),
    },
  );
  return {
    situations,
    rows,
    ...quantise(learned, levels, rarity),
    start: [...learned.start].map((value) => Math.round(value * 1000) / 1000),
    sharpness: SHARPNESS,
    emergency: { ...EMERGENCY_RULE, always },
    groups,
  };
}

/** Buckets that at least {@link RAREST} phrases share, numbered from 1, and how rare each is. */
interface Known {
  rows: Uint16Array;
  /** By row: the square of the inverse document frequency, scaled; 0 for row 0, that of all unknown buckets. */
  rarity: Float64Array;
}

/**
 * Counted by the whole hash, so that two features which share a bucket and are each too rare do not
 * make one that is not.
 */
function knownBuckets(seen: readonly Features[]): Known {
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
    const inverse = log((1 + seen.length) / (1 + count)) + 1;
    rarity.push(SCALE * inverse * inverse);
  }
  return { rows, rarity: Float64Array.from(rarity) };
}

/** Rows are numbered in 16 bits, and number 0 is taken. */
const MOST_ROWS = 2 ** 16 - 1;

/**
 * How many phrases must share a bucket for it to be known: {@link RAREST}, or so many more that no more buckets are
 * known than rows can be numbered. Ever more phrases would reach that one day.
 *
 * @param counts of phrases by bucket, 0 where too few share it
 */
export function leastCount(counts: Int32Array): number {
  let least = RAREST;
  while (counts.filter((count) => count >= least).length > MOST_ROWS) least += 1;
  return least;
}

/** Brings the length of a text's vector near 1, so that the settings of the regression mean the same for any. */
const SCALE = 1 / 30;

function toExample(features: Features, rows: Uint16Array, rarity: Float64Array, label: number): Example {
  const scale = features.length > 0 ? 1 / features.length : 0;
  const columns: number[] = [];
  const values: number[] = [];
  for (const [at, hash] of features.hashes.entries()) {
    const row = rows[bucketOf(hash)] ?? 0;
    if (row === 0) continue;
    columns.push(row);
    values.push((features.values[at] ?? 0) * (rarity[row] ?? 0) * scale);
  }
  return { columns: Int32Array.from(columns), values: Float32Array.from(values), label };
}
