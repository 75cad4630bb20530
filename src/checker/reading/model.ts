/**
 * What the checker has learned, as a value. `decode` makes it from the one string that the site sends;
 * teaching makes that string.
 */
export interface Model {
  /** Ids of the situations, in the order of the columns of `weights`. */
  situations: readonly string[];
  /** The row of each of 2^{@link BUCKET_BITS} buckets, from 1; 0 for a bucket that teaches nothing. */
  rows: Uint16Array;
  /** How rare the features of each row are: a small whole number; 0 for row 0, which is no feature's. */
  rarity: Uint8Array;
  /** A row a known bucket, a column a situation: small whole numbers. See {@link unitOf}. */
  weights: Int8Array;
  /** What 1 in `weights` is worth in a row of rarity 1. */
  step: number;
  /** What each situation starts with before a word is read. */
  start: readonly number[];
  /** By how much scores are multiplied before they become confidences. */
  sharpness: number;
  emergency: EmergencyRule;
}

/** When the emergency panel and the quieter line come up. */
export interface EmergencyRule {
  /** Confidence in `emergency` from which the full panel shows. */
  panel: number;
  /** Confidence in `emergency` from which the quieter line shows. */
  concern: number;
  /** Words, or runs of words, that always bring the panel: see `createAlarm`. */
  always: readonly string[];
}

/** All of a model but its tables: the first line of the encoded string, as JSON. */
export type ModelHeader = Omit<Model, 'rows' | 'rarity' | 'weights'>;

/**
 * Features are told apart by this many bits of their hash: so many that a feature which was never
 * taught seldom falls on one that was.
 */
export const BUCKET_BITS = 18;

/** The bucket of a feature, from its hash. */
export const bucketOf = (hash: number): number => hash >>> (32 - BUCKET_BITS);

/**
 * What 1 in the weights of a row is worth: the rarer a feature, the more its weights mean and the
 * less it matters that they are coarse.
 */
export const unitOf = (rarity: number, step: number): number => rarity * rarity * step;

/** The sign for rarity 0. */
export const RARITY_SIGN = '0'.charCodeAt(0);

/** The sign for weight 0; the signs before and after it stand for the weights below and above. */
export const ZERO_SIGN = 'P'.charCodeAt(0);

/** A gap between known buckets is written in digits of this base, the first of them the sign `GAP_SIGN`. */
export const GAP_BASE = 64;
export const GAP_SIGN = '#'.charCodeAt(0);

/**
 * Reads a model from its encoded form: a line of JSON; a line with a sign for the gap before each
 * known bucket (the sign for `GAP_BASE` adds that much and goes on); a line with a sign for the rarity
 * of each row; one sign a weight, column after column.
 *
 * @param encoded what `encode` in `teaching/` made.
 * @throws Error when the string is cut short or is no model at all.
 */
export function decode(encoded: string): Model {
  const [first = '', gaps = '', rarities = '', signs = ''] = encoded.split('\n');
  const header: ModelHeader = JSON.parse(first);
  const columns = header.situations.length;
  const known = rarities.length;
  const rows = rowsFrom(gaps);
  if (known === 0 || signs.length !== known * columns) throw new Error('The model is not whole.');
  const rarity = new Uint8Array(known + 1);
  for (let row = 1; row <= known; row += 1) rarity[row] = rarities.charCodeAt(row - 1) - RARITY_SIGN;
  const weights = new Int8Array((known + 1) * columns);
  let at = 0;
  for (let column = 0; column < columns; column += 1) {
    for (let to = columns + column; to < weights.length; to += columns) {
      weights[to] = signs.charCodeAt(at) - ZERO_SIGN;
      at += 1;
    }
  }
  return { ...header, rows, rarity, weights };
}

/** Numbers the known buckets from 1, in order, from the gaps before them. */
function rowsFrom(gaps: string): Uint16Array {
  const rows = new Uint16Array(2 ** BUCKET_BITS);
  let bucket = 0;
  let row = 0;
  for (let at = 0; at < gaps.length; at += 1) {
    const gap = gaps.charCodeAt(at) - GAP_SIGN;
    bucket += gap;
    if (gap === GAP_BASE) continue;
    row += 1;
    rows[bucket] = row;
    bucket += 1;
  }
  return rows;
}
