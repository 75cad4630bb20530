import { createForms, eachFeature } from '../reading/features.ts';
import type { GroupsOf } from '../reading/groups.ts';
import { spread } from '../reading/hash.ts';
import { bucketOf } from '../reading/model.ts';
import type { Word } from '../reading/words.ts';
import type { Example } from './logistic.ts';
import type { Known } from './selectFeatures.ts';

/** What training keeps of a text's features: those of all lines are held at once. */
export interface Seen {
  /** A hash of each feature, from 0 to 2³² − 1, each once. */
  hashes: Uint32Array;
  values: Float32Array;
  /** Length of the text as a vector. */
  length: number;
}

/**
 * Makes the function that sees in a text what `featuresOf` in `reading/` does, but for many texts one after the other:
 * each form is worked out once for all of them, and the tables are used again.
 */
export function createSeeing(groupsOf: GroupsOf): (words: readonly Word[]) => Seen {
  const formOf = createForms(groupsOf);
  const met = createHashSet();
  const hashes: number[] = [];
  const values: number[] = [];
  let count = 0;
  let squares = 0;
  const found = (raw: number, value: number): boolean => {
    const hash = spread(raw);
    if (!met.add(hash)) return false;
    hashes[count] = hash;
    values[count] = value;
    count += 1;
    squares += value * value;
    return true;
  };
  return (words) => {
    met.clear();
    count = 0;
    squares = 0;
    eachFeature(words, formOf, found);
    const seen = {
      hashes: new Uint32Array(count),
      values: new Float32Array(count),
      length: Math.sqrt(squares),
    };
    for (let n = 0; n < count; n += 1) {
      seen.hashes[n] = hashes[n] ?? 0;
      seen.values[n] = values[n] ?? 0;
    }
    return seen;
  };
}

/** What was seen in a text as the learning needs it: by the model's rows, and without what the model doesn't know. */
export function exampleOf({ hashes, values, length }: Seen, { rows, rarity }: Known): Example {
  const scale = length > 0 ? 1 / length : 0;
  const found = new Int32Array(hashes.length);
  const scaled = new Float32Array(found.length);
  let count = 0;
  for (let at = 0; at < found.length; at += 1) {
    const row = rows[bucketOf(hashes[at] ?? 0)] ?? 0;
    if (row === 0) continue;
    found[count] = row;
    scaled[count] = (values[at] ?? 0) * (rarity[row] ?? 0) * scale;
    count += 1;
  }
  // Nearly all are known, so the room for the others isn't worth copying.
  return { rows: found.subarray(0, count), values: scaled.subarray(0, count) };
}

/** A set of hashes that's emptied in no time, which a `Set` isn't. */
interface HashSet {
  /** @returns whether it's new */
  add: (hash: number) => boolean;
  clear: () => void;
}

function createHashSet(): HashSet {
  // A slot is taken where it was written to since the set was last emptied.
  let slots = new Uint32Array(2 ** 10);
  let writtenIn = new Int32Array(slots.length);
  let now = 1;
  let count = 0;
  const add = (hash: number): boolean => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (writtenIn[slot] === now) {
      if (slots[slot] === hash) return false;
      slot = (slot + 1) & mask;
    }
    slots[slot] = hash;
    writtenIn[slot] = now;
    count += 1;
    if (2 * count > slots.length) grow();
    return true;
  };
  const grow = (): void => {
    const all = slots.filter((_, slot) => writtenIn[slot] === now);
    slots = new Uint32Array(2 * slots.length);
    writtenIn = new Int32Array(slots.length);
    count = 0;
    for (const hash of all) add(hash);
  };
  const clear = (): void => {
    now += 1;
    count = 0;
  };
  return { add, clear };
}
