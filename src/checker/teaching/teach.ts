import { type Features, featuresOf } from '../reading/features.ts';
import { BUCKET_BITS, bucketOf, type Model, unitOf } from '../reading/model.ts';
import { wordsOf } from '../reading/words.ts';
import { log } from './exactMaths.ts';
import { type Example, learn } from './logistic.ts';
import type { Phrase } from './phrases.ts';
import { quantise } from './quantise.ts';
import { COARSENESS, EMERGENCY_RULE, LOGISTIC, RAREST, SHARPNESS } from './settings.ts';

/**
 * Teaches a model from phrases.
 *
 * @param phrases of at least two situations. The same phrases in the same order give the same model,
 *   bit for bit, on any machine.
 * @param always words and runs of words that always bring the emergency panel.
 */
export function teach(
  phrases: readonly Pick<Phrase, 'text' | 'situation'>[],
  always: readonly string[] = [],
): Model {
  const situations = [...new Set(phrases.map(({ situation }) => situation))].sort((a, b) => (a < b ? -1 : 1));
  const classes = situations.length;
  const seen = phrases.map(({ text }) => featuresOf(wordsOf(text)));
  const { rows, rarity } = knownBuckets(seen);
  const examples = seen.map((features, index) =>
    toExample(features, rows, rarity, situations.indexOf(phrases[index]?.situation ?? '')),
  );
  const { weights, start } = learn(examples, rarity.length, classes, LOGISTIC);
  const squeezed = quantise(weights.subarray(classes), COARSENESS);
  const small = new Int8Array(weights.length);
  small.set(squeezed.weights, classes);
  return {
    situations,
    rows,
    rarity,
    weights: small,
    step: Number((squeezed.step * SCALE).toPrecision(6)),
    start: [...start].map((value) => Math.round(value * 1000) / 1000),
    sharpness: SHARPNESS,
    emergency: { ...EMERGENCY_RULE, always },
  };
}

/** Buckets that at least {@link RAREST} phrases share, numbered from 1, and how rare each is. */
interface Known {
  rows: Uint16Array;
  /** By row: the inverse document frequency, rounded; 0 for row 0, that of all unknown buckets. */
  rarity: Uint8Array;
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
  const rows = new Uint16Array(byBucket.length);
  const rarity: number[] = [0];
  for (const [bucket, count] of byBucket.entries()) {
    if (count === 0) continue;
    rows[bucket] = rarity.length;
    rarity.push(Math.round(log((1 + seen.length) / (1 + count)) + 1));
  }
  return { rows, rarity: Uint8Array.from(rarity) };
}

/** Brings the length of a text's vector near 1, so that the settings of the regression mean the same for any. */
const SCALE = 1 / 30;

function toExample(features: Features, rows: Uint16Array, rarity: Uint8Array, label: number): Example {
  const scale = features.length > 0 ? 1 / features.length : 0;
  const columns: number[] = [];
  const values: number[] = [];
  for (const [at, hash] of features.hashes.entries()) {
    const row = rows[bucketOf(hash)] ?? 0;
    if (row === 0) continue;
    columns.push(row);
    values.push((features.values[at] ?? 0) * unitOf(rarity[row] ?? 0, SCALE) * scale);
  }
  return { columns: Int32Array.from(columns), values: Float32Array.from(values), label };
}
