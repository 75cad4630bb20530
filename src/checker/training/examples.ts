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
  let room = createRoom(2 ** 10);
  let text = 0;
  let count = 0;
  let squares = 0;
  const found = (raw: number, value: number): boolean => {
    const hash = spread(raw);
    if (!isNew(hash, text, room)) return false;
    room.hashes[count] = hash;
    room.values[count] = value;
    count += 1;
    squares += value * value;
    if (count === room.hashes.length) room = enlarged(room, text);
    return true;
  };
  return (words) => {
    text += 1;
    count = 0;
    squares = 0;
    eachFeature(words, formOf, found);
    return {
      hashes: room.hashes.slice(0, count),
      values: room.values.slice(0, count),
      length: Math.sqrt(squares),
    };
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

/** Room for the features of one text after the other, and a table that tells which it has. */
interface Room {
  hashes: Uint32Array;
  values: Float32Array;
  /** The hash in each slot of the table, and the number of the text that put it there: an older one means nothing. */
  slots: Uint32Array;
  texts: Int32Array;
}

/** Room for so many features, a power of 2, in a table at most half full. */
function createRoom(most: number): Room {
  return {
    hashes: new Uint32Array(most),
    values: new Float32Array(most),
    slots: new Uint32Array(2 * most),
    texts: new Int32Array(2 * most),
  };
}

/** Twice as much room, with all that was in the other: as many features as it had room for. */
function enlarged({ hashes, values }: Room, text: number): Room {
  const room = createRoom(2 * hashes.length);
  room.hashes.set(hashes);
  room.values.set(values);
  for (const hash of hashes) isNew(hash, text, room);
  return room;
}

/** Puts a hash into the table for a text, unless it's there. */
function isNew(hash: number, text: number, { slots, texts }: Room): boolean {
  const last = slots.length - 1;
  let slot = hash & last;
  for (; texts[slot] === text; slot = (slot + 1) & last) if (slots[slot] === hash) return false;
  slots[slot] = hash;
  texts[slot] = text;
  return true;
}
