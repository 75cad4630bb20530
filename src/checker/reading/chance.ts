/**
 * How likely the next bit of each kind is a 1, learned from those that went before: the middle of a
 * quick learner and a slow one, side by side in one array. The writer and the reader of a model go
 * through the same chances in the same order, so nothing about them has to be sent.
 */
export type Chances = Uint16Array;

/** What a learner knows before the first bit. */
const EVEN = 32768;

/** What a learner moves towards at a 1. */
const SURE = 65535;

const QUICK = 4;
const SLOW = 7;

/** @param kinds how many kinds of bits there are, numbered from 0. */
export const createChances = (kinds: number): Chances => new Uint16Array(2 * kinds).fill(EVEN);

/** The chance of a 1, in parts of 65,536: never nothing and never all. */
export const chanceOf = (chances: Chances, kind: number): number =>
  (((chances[2 * kind] ?? EVEN) + (chances[2 * kind + 1] ?? EVEN)) >>> 1) | 1;

/** Learns from a bit. */
export function learnFrom(chances: Chances, kind: number, bit: number): void {
  const goal = bit === 1 ? SURE : 0;
  const quick = chances[2 * kind] ?? EVEN;
  const slow = chances[2 * kind + 1] ?? EVEN;
  chances[2 * kind] = quick + ((goal - quick) >> QUICK);
  chances[2 * kind + 1] = slow + ((goal - slow) >> SLOW);
}
