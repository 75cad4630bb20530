import type { Word } from './words.ts';

/** A word or a pair counts this many times a letter group: letter groups are many, and each says less. */
const WORD_VALUE = 2;
const LETTERS_VALUE = 1;

/** Letter groups are this long, in letters; the blank before and after a word counts as one. */
const SHORTEST = 3;
const LONGEST = 4;

/** Seeds that keep a word, a pair and a letter group of the same letters apart. */
const WORD_SEED = 0x2f0b4a27;
const PAIR_SEED = 0x51ed270b;
const LETTERS_SEED = 0x165667b1;

/**
 * What the model sees of a text: each distinct word, pair of neighbouring words and group of letters
 * within a word, once each.
 */
export interface Features {
  /** A hash of each feature, from 0 to 2³² − 1. */
  hashes: number[];
  /** How much each feature counts. */
  values: number[];
  /** The word (index into the words given) that brought each feature first. */
  words: number[];
  /** Length of the text as a vector: what scores are divided by. */
  length: number;
}

/**
 * The features of some words.
 *
 * @param words of one text, or of one sentence of it.
 * @returns features in the order in which the text brings them; takes linear time.
 */
export function featuresOf(words: readonly Word[]): Features {
  const features: Features = { hashes: [], values: [], words: [], length: 0 };
  const met = new Set<string>();
  let squares = 0;
  const add = (hash: number, value: number, word: number): void => {
    features.hashes.push(spread(hash));
    features.values.push(value);
    features.words.push(word);
    squares += value * value;
  };
  let before = '';
  for (const [index, { form }] of words.entries()) {
    if (isNew(form, met)) {
      add(hashOf(form, WORD_SEED), WORD_VALUE, index);
      for (const hash of letterGroups(form, met)) add(hash, LETTERS_VALUE, index);
    }
    const pair = `${before} ${form}`;
    if (index > 0 && isNew(pair, met)) add(hashOf(pair, PAIR_SEED), WORD_VALUE, index);
    before = form;
  }
  features.length = Math.sqrt(squares);
  return features;
}

/** Whether a key was not met before; it is from now on. */
function isNew(key: string, met: Set<string>): boolean {
  const size = met.size;
  met.add(key);
  return met.size > size;
}

/** Hashes of the letter groups of a word that were not met before. */
function letterGroups(form: string, met: Set<string>): number[] {
  const hashes: number[] = [];
  const bounded = `_${form}_`;
  for (let size = SHORTEST; size <= LONGEST; size += 1) {
    for (let start = 0; start + size <= bounded.length; start += 1) {
      const group = bounded.slice(start, start + size);
      if (isNew(`\n${group}`, met)) hashes.push(hashOf(group, LETTERS_SEED));
    }
  }
  return hashes;
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo). */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads a hash over all its bits, for FNV leaves the low ones uneven (the finisher of MurmurHash3). */
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
