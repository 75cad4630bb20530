import { createBitReader } from './bitReader.ts';
import { hashOf, spread } from './hash.ts';
import { kindsOf, type Tables, throughTables } from './modelBits.ts';

/**
 * What the checker has learned, as a value. `decode` makes it from the one string that the site sends;
 * teaching makes that string.
 */
export interface Model {
  /** Ids of the situations, in the order of the columns of `weights`. */
  situations: readonly string[];
  /** The row of each of 2^{@link BUCKET_BITS} buckets, from 1; 0 for a bucket that teaches nothing. */
  rows: Uint16Array;
  /** How coarse the weights of each row are: see {@link unitOf}. */
  levels: Uint8Array;
  /** A row a known bucket, a column a situation: small whole numbers. Row 0 is all 0. */
  weights: Int8Array;
  /** What 1 in `weights` is worth in a row of level 1. */
  step: number;
  /** What each situation starts with before a word is read. */
  start: readonly number[];
  /** By how much scores are multiplied before they become confidences. */
  sharpness: number;
  emergency: EmergencyRule;
  /** Words of like meaning: see `createGroups`. */
  groups: readonly string[];
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
export interface ModelHeader extends Omit<Model, 'rows' | 'levels' | 'weights'> {
  /** How many rows there are, row 0 among them. */
  size: number;
  /** Of the tables as they are sent: see {@link checksumOf}. */
  checksum: number;
}

/** Tells tables that were spoilt on their way from those that were taught: a wrong weight would show nowhere else. */
export const checksumOf = (tables: string): number => spread(hashOf(tables, 0));

/**
 * Features are told apart by this many bits of their hash: so many that a feature which was never
 * taught seldom falls on one that was.
 */
export const BUCKET_BITS = 18;

/** The bucket of a feature, from its hash. */
export const bucketOf = (hash: number): number => hash >>> (32 - BUCKET_BITS);

/**
 * What 1 in the weights of a row is worth: the rarer a feature, the higher its level, the more its
 * weights mean and the less it matters that they are coarse.
 */
export const unitOf = (level: number, step: number): number => level * level * step;

/**
 * Reads a model from its encoded form: a line of JSON, then the tables as bits in base64.
 *
 * @param encoded what `encode` in `teaching/` made.
 * @throws Error when the string is cut short, spoilt, or no model at all.
 */
export function decode(encoded: string): Model {
  const end = encoded.indexOf('\n');
  const { size, checksum, ...header }: ModelHeader = JSON.parse(encoded.slice(0, end));
  const columns = header.situations.length;
  const tablesSent = encoded.slice(end + 1);
  if (checksumOf(tablesSent) !== checksum) throw new Error('The model is not as it was taught.');
  const bytes = bytesFrom(tablesSent);
  const readBit = createBitReader(bytes, kindsOf(columns));
  const tables: Tables = {
    buckets: new Uint32Array(size),
    levels: new Uint8Array(size),
    weights: new Int8Array(size * columns),
  };
  throughTables(tables, columns, readBit);
  const rows = new Uint16Array(2 ** BUCKET_BITS);
  for (let row = 1; row < size; row += 1) rows[tables.buckets[row] ?? 0] = row;
  return { ...header, rows, levels: tables.levels, weights: tables.weights };
}

/** The bytes of a text in base64. */
function bytesFrom(text: string): Uint8Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
