import { chanceOf, createChances, learnFrom } from './chance.ts';

/** Gives the next bit, 0 or 1, of the kind of that number. */
export type ReadBit = (kind: number) => number;

/**
 * Reads what `createBitWriter` in `teaching/` wrote: the decoder of a binary range coder (Martin,
 * "Range encoding", 1979, in the form of LZMA), which spends on each bit only what it is worth.
 *
 * @param bytes all that was written.
 * @param kinds how many kinds of bits there are.
 */
export function createBitReader(bytes: Uint8Array, kinds: number): ReadBit {
  const chances = createChances(kinds);
  let range = 0xffffffff;
  let code = 0;
  let at = 1;
  const take = (): void => {
    code = ((code << 8) | (bytes[at] ?? 0)) >>> 0;
    at += 1;
  };
  for (let first = 0; first < 4; first += 1) take();
  return (kind) => {
    const bound = (range >>> 16) * chanceOf(chances, kind);
    const bit = code < bound ? 1 : 0;
    if (bit === 1) range = bound;
    else {
      code -= bound;
      range -= bound;
    }
    learnFrom(chances, kind, bit);
    while (range < 0x1000000) {
      range = (range << 8) >>> 0;
      take();
    }
    return bit;
  };
}
