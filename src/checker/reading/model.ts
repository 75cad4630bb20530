import { hashOf, spread } from './hash.ts';
import { createNumberReader } from './numbers.ts';

/** Whose story a text tells: the one it happened to, the one who did it or may, or a member of staff or governor. */
export const TELLERS = ['affected', 'responsible', 'staff'] as const;
export type Teller = (typeof TELLERS)[number];

/**
 * What the checker has learned, as a value. `decode` makes it from the one string that the site sends; training
 * makes that string.
 */
export interface Model {
  /** Ids of the situations, in the order of their columns. */
  situations: readonly string[];
  /** The row of each of 2^{@link BUCKET_BITS} buckets, from 1; 0 for a bucket the model doesn't know. */
  rows: Uint16Array;
  /** How coarse the weights of each row are: see {@link unitOf}. */
  levels: Uint8Array;
  /**
   * A row for each known bucket, with a column for each situation, one for danger and one for each of
   * {@link TELLERS}: small whole numbers. Row 0 is all 0.
   */
  weights: Int8Array;
  /** What 1 in `weights` is worth in a row of level 1. */
  step: number;
  /** What each column starts from before a word is read. */
  start: readonly number[];
  /** By how much the situations' scores are multiplied before they become confidences. */
  sharpness: number;
  emergency: EmergencyRule;
  /** Words of like meaning: see `createGroups`. */
  groups: readonly string[];
}

/** When the emergency panel and the quieter line come up. */
export interface EmergencyRule {
  /** Danger (log-odds, see `dangerOf`) from which the full panel shows. */
  panel: number;
  /** Danger from which the quieter line shows. */
  concern: number;
  /** Words, or runs of words, that always bring the panel: see `createAlarm`. */
  always: readonly string[];
}

/** All of a model but its tables: the second line of the encoded string, as JSON. */
export interface ModelHeader extends Omit<Model, 'rows' | 'levels' | 'weights'> {
  /** How many rows there are, row 0 among them. */
  size: number;
  /** The columns in the order in which they're sent. */
  order: readonly number[];
}

/** Tells a model damaged on its way from a whole one: a wrong weight would show nowhere else. */
export const checksumOf = (encoded: string): number => spread(hashOf(encoded, 0));

/**
 * Features are told apart by this many bits of their hash: enough that a feature the model has never met seldom
 * lands on one it knows.
 */
export const BUCKET_BITS = 18;

/** The bucket of a feature, from its hash. */
export const bucketOf = (hash: number): number => hash >>> (32 - BUCKET_BITS);

/** How many columns a model of so many situations has. */
export const columnsFor = (situations: number): number => situations + 1 + TELLERS.length;

/** A step in the columns for danger and tellers is worth this many of the situations': they bear to be coarser. */
export const COARSER = 3;

/**
 * What 1 in the weights of a row is worth: the rarer a feature, the higher its level, the more its weights mean and
 * the less it matters that they are coarse.
 */
export const unitOf = (level: number, step: number): number => level * level * step;

/** The columns of a row are sent in so many lines, by how many are still to come: one, two and so on, or more. */
export const PLACE_LINES = 9;

/**
 * Reads a model from its encoded form at once: see {@link piecesOf}.
 *
 * @param encoded what `encode` in `training/` made
 * @throws Error when the string is cut short, damaged, or no model at all
 */
export function decode(encoded: string): Model {
  const pieces = piecesOf(encoded);
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}

/**
 * The same, a piece at a time, so that a slow phone can do something else in between.
 *
 * @param pause waits until it has
 * @throws Error as `decode`
 */
export async function decodeInPieces(
  encoded: string,
  pause = (): Promise<void> => new Promise((done) => setTimeout(done)),
): Promise<Model> {
  const pieces = piecesOf(encoded);
  for (;;) {
    await pause();
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}

/** A piece is so many rows: a slow phone reads them in some ten milliseconds. */
const ROWS_OF_PIECE = 4096;

/**
 * Reads a model from its encoded form: a line with the checksum of the rest, a line of JSON, then a line each for the
 * buckets (as gaps), the levels, how many weights of each row aren't 0 and their values, then {@link PLACE_LINES} lines
 * of their columns (as gaps). Pauses after each piece.
 */
function* piecesOf(encoded: string): Generator<void, Model> {
  const [checksum = '', json = '', ...tables] = encoded.split('\n');
  if (checksumOf(encoded.slice(checksum.length + 1)) !== Number(checksum))
    throw new Error('The model was damaged on its way here.');
  yield;
  const { size, order, ...header }: ModelHeader = JSON.parse(json);
  const columns = columnsFor(header.situations.length);
  const [gap, level, count, value, ...places] = tables.map(createNumberReader);
  if (!gap || !level || !count || !value || places.length < PLACE_LINES)
    throw new Error('The model isn’t whole.');
  const rows = new Uint16Array(2 ** BUCKET_BITS);
  const levels = new Uint8Array(size);
  const weights = new Int8Array(size * columns);
  let bucket = -1;
  for (let row = 1; row < size; row += 1) {
    if (row % ROWS_OF_PIECE === 0) yield;
    bucket += gap() + 1;
    rows[bucket] = row;
    levels[row] = level();
    let place = -1;
    for (let left = count(); left > 0; left -= 1) {
      place += (places[Math.min(left, PLACE_LINES) - 1]?.() ?? 0) + 1;
      const folded = value();
      weights[row * columns + (order[place] ?? 0)] = folded % 2 === 0 ? folded / 2 + 1 : -(folded + 1) / 2;
    }
  }
  return { ...header, rows, levels, weights };
}
