/**
 * The order in which a model's tables are written as bits, and of which kind each bit is. Written once
 * and used both ways: the writer hands in what is to be written and gets it back, the reader reads it.
 */

/** Reads or writes one bit: gives the bit, having read it or having written `bit`. */
export type Bit = (kind: number, bit: number) => number;

/** The tables of a model. Row 0 is that of all unknown buckets and is never written. */
export interface Tables {
  /** The bucket of each row from 1 on, ascending. */
  buckets: Uint32Array;
  /** The coarseness of each row: see `unitOf`. */
  levels: Uint8Array;
  /** A row a bucket, a column a situation. */
  weights: Int8Array;
}

/** Numbers up to so many binary digits can stand between two buckets. */
const GAP_DIGITS = 32;

/** Levels are below this. */
const LEVELS = 16;

/** Of a row's weights so far, up to this many that are not 0 tell something about the next. */
const MOST_SET = 5;

/** Up to this size, each step of a weight is of a kind of its own. */
const MOST_SIZE = 6;

/** Where the kinds of each sort begin. */
const GAP_SIZE = 0;
const GAP_DIGIT = GAP_SIZE + GAP_DIGITS;
const LEVEL = GAP_DIGIT + GAP_DIGITS * GAP_DIGITS;
const SET = LEVEL + LEVELS;
const SIZE = SET + (MOST_SET + 1) * LEVELS;
const SIGN = SIZE + 2 * (MOST_SIZE + 1);

/** How many kinds of bits there are in a model of so many situations. */
export const kindsOf = (columns: number): number => SIGN + 2 * columns;

/**
 * Goes through all tables bit by bit.
 *
 * @param tables what is to be written, or tables of the right size to be filled.
 * @param columns how many situations there are.
 */
export function throughTables({ buckets, levels, weights }: Tables, columns: number, bit: Bit): void {
  let before = 0;
  for (let row = 1; row < buckets.length; row += 1) {
    before += throughGap((buckets[row] ?? 0) - before, bit);
    buckets[row] = before;
    before += 1;
    const level = throughNumber(levels[row] ?? 0, LEVEL, bit);
    levels[row] = level;
    throughRow(weights, row * columns, columns, level, bit);
  }
}

/** How many digits a number has, then the digits themselves. */
function throughGap(gap: number, bit: Bit): number {
  const digits = throughNumber(32 - Math.clz32(gap), GAP_SIZE, bit);
  let value = 0;
  for (let place = digits - 1; place >= 0; place -= 1) {
    const digit =
      place === digits - 1 ? 1 : bit(GAP_DIGIT + digits * GAP_DIGITS + place, (gap >>> place) & 1);
    value = value * 2 + digit;
  }
  return value;
}

/** A small number, as so many 1s and a 0. */
function throughNumber(number: number, kinds: number, bit: Bit): number {
  let value = 0;
  while (bit(kinds + value, value < number ? 1 : 0) === 1) value += 1;
  return value;
}

function throughRow(weights: Int8Array, from: number, columns: number, level: number, bit: Bit): void {
  let set = 0;
  let positive = 0;
  for (let column = 0; column < columns; column += 1) {
    const weight = weights[from + column] ?? 0;
    if (bit(SET + set * LEVELS + level, weight === 0 ? 0 : 1) === 0) {
      weights[from + column] = 0;
      continue;
    }
    const sign = bit(SIGN + 2 * column + positive, weight > 0 ? 1 : 0);
    const size = throughSize(Math.abs(weight), sign, bit);
    weights[from + column] = sign === 1 ? size : -size;
    if (sign === 1) positive = 1;
    if (set < MOST_SET) set += 1;
  }
}

/** The size of a weight that is not 0, as a 1 for each step beyond the first and a 0. */
function throughSize(size: number, sign: number, bit: Bit): number {
  let value = 1;
  const kinds = SIZE + sign * (MOST_SIZE + 1);
  while (bit(kinds + Math.min(value, MOST_SIZE), value < size ? 1 : 0) === 1) value += 1;
  return value;
}
