import { BUCKET_BITS, bucketOf } from '../reading/model.ts';
import { DANGER_WORTH, RAREST } from './settings.ts';

/** The features of a line, and what it's an example of. */
export interface Sample {
  /** A hash of each feature, from 0 to 2³² − 1, each once. */
  hashes: Uint32Array;
  label: number;
  /** How much the line counts. */
  weight: number;
}

/** The features that a model knows. */
export interface Known {
  /** The row of each bucket, from 1 in the buckets' order; 0 for a bucket that isn't known. */
  rows: Uint16Array;
  /** By row: the square of the inverse document frequency, scaled; 0 for row 0, that of all unknown buckets. */
  rarity: Float64Array;
}

/** Brings the length of a text's vector near 1, so that the settings of the regression mean the same for any. */
const SCALE = 1 / 30;

/**
 * Of the features that at least {@link RAREST} lines share, `most` that say most about which class a line is of: by the chi-square statistic (Yang and Pedersen, "A Comparative Study on Feature Selection in Text
 * Categorization", 1997), of all classes together.
 *
 * @param emergency the class that counts {@link DANGER_WORTH} times, or less than 0 for none
 */
export function selectFeatures(
  samples: readonly Sample[],
  classes: number,
  emergency: number,
  most: number,
): Known {
  const counts = countsOf(samples);
  const buckets = [...counts.keys()].filter((bucket) => (counts[bucket] ?? 0) >= RAREST);
  const worth = worthOf(samples, buckets, classes, emergency);
  const first = [...buckets.keys()].sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0)).slice(0, most);
  const rows = new Uint16Array(counts.length);
  const rarity: number[] = [0];
  for (const index of first.sort((a, b) => a - b)) {
    const bucket = buckets[index] ?? 0;
    rows[bucket] = rarity.length;
    const inverse = Math.log((1 + samples.length) / (1 + (counts[bucket] ?? 0))) + 1;
    rarity.push(SCALE * inverse * inverse);
  }
  return { rows, rarity: Float64Array.from(rarity) };
}

/**
 * How many lines share each bucket. Counted by the whole hash, so that two features which share a bucket and are each
 * too rare don't make one that isn't.
 */
function countsOf(samples: readonly Sample[]): Int32Array {
  // The first hash of each bucket is counted at once. Others are far fewer, and sorted first.
  const firsts = new Float64Array(2 ** BUCKET_BITS).fill(-1);
  const counts = new Int32Array(firsts.length);
  const others: number[] = [];
  for (const { hashes } of samples)
    for (let n = 0; n < hashes.length; n += 1) {
      const hash = hashes[n] ?? 0;
      const bucket = bucketOf(hash);
      if (firsts[bucket] === -1) firsts[bucket] = hash;
      if (firsts[bucket] === hash) counts[bucket] = (counts[bucket] ?? 0) + 1;
      else others.push(hash);
    }
  const sorted = Uint32Array.from(others).sort();
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (sorted[to] === sorted[from]) to += 1;
    const bucket = bucketOf(sorted[from] ?? 0);
    counts[bucket] = Math.max(counts[bucket] ?? 0, to - from);
    from = to;
  }
  return counts;
}

/** How much each of some buckets says about the class of a line. */
function worthOf(
  samples: readonly Sample[],
  buckets: readonly number[],
  classes: number,
  emergency: number,
): Float64Array {
  const indexes = new Int32Array(2 ** BUCKET_BITS).fill(-1);
  for (const [index, bucket] of buckets.entries()) indexes[bucket] = index;
  // Class by class: lines of a class mostly come together, and one class's counts are soon at hand.
  const observed = Array.from({ length: classes }, () => new Float64Array(buckets.length));
  const shares = new Float64Array(classes);
  for (const { hashes, label, weight } of samples) {
    shares[label] = (shares[label] ?? 0) + weight;
    const own = observed[label];
    if (own === undefined) continue;
    for (let n = 0; n < hashes.length; n += 1) {
      const index = indexes[bucketOf(hashes[n] ?? 0)] ?? -1;
      if (index >= 0) own[index] = (own[index] ?? 0) + weight;
    }
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return Float64Array.from(buckets, (_, index) => {
    const own = observed.map((each) => each[index] ?? 0);
    const sum = own.reduce((all, each) => all + each, 0);
    return own.reduce((worth, each, label) => {
      const expected = (sum * (shares[label] ?? 0)) / total;
      const part = (each - expected) ** 2 / (expected + 1);
      return worth + (label === emergency ? DANGER_WORTH : 1) * part;
    }, 0);
  });
}
