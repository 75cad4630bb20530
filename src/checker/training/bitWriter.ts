import { chanceOf, createChances, learnFrom } from '../reading/chance.ts';

/** Takes bits and gives back bytes: see `createBitReader` in `reading/`, its inverse. */
export interface BitWriter {
  /** Writes the next bit, of the kind of that number. */
  write(kind: number, bit: number): void;
  /** Ends the writing. @returns all bytes written. */
  finish(): Uint8Array;
}

/** @param kinds how many kinds of bits there are. */
export function createBitWriter(kinds: number): BitWriter {
  const chances = createChances(kinds);
  const bytes: number[] = [];
  let low = 0;
  let range = 0xffffffff;
  // The last byte is held back, with the 255s after it, as a carry may still run through them.
  let held = 0;
  let full = 0;
  const shift = (): void => {
    if (low < 0xff000000 || low > 0xffffffff) {
      const carry = low > 0xffffffff ? 1 : 0;
      bytes.push((held + carry) & 255);
      for (; full > 0; full -= 1) bytes.push((255 + carry) & 255);
      held = (low >>> 24) & 255;
    } else full += 1;
    low = (low & 0xffffff) * 256;
  };
  return {
    write(kind, bit) {
      const bound = (range >>> 16) * chanceOf(chances, kind);
      if (bit === 1) range = bound;
      else {
        low += bound;
        range -= bound;
      }
      learnFrom(chances, kind, bit);
      while (range < 0x1000000) {
        range = (range << 8) >>> 0;
        shift();
      }
    },
    finish() {
      for (let last = 0; last < 5; last += 1) shift();
      return Uint8Array.from(bytes);
    },
  };
}
