import type { GroupsOf } from './groups.ts';
import { hashOf, mixed, spread } from './hash.ts';
import type { Word } from './words.ts';

/** A word, a pair or a group counts this many times a letter group: those are many, and each says less. */
const WORD_VALUE = 2;
const LETTERS_VALUE = 1;
const GROUP_PAIR_VALUE = 1;

/** Letter groups are this long; the edge before and after a word counts as a letter. */
const LETTER_GROUPS = [3, 4];
const EDGE = 95;

/** Groups pair up with this many of those that follow, no further than so many words on. */
const NEXT_GROUPS = 2;
const GROUPS_REACH = 4;

/** Seeds that keep features of different kinds apart. */
const WORD_SEED = 0x2f0b4a27;
const PAIR_SEED = 0x51ed270b;
const LETTERS_SEED = 0x165667b1;
const GROUP_SEED = 0x7a31c5e9;
const GROUP_PAIR_SEED = 0x3c6ef372;

/** Stands for the second word of a feature that has one word only. */
export const NO_WORD = -1;

/** What the model sees of a text, each feature once. */
export interface Features {
  /** A hash of each feature, from 0 to 2³² − 1. */
  hashes: number[];
  /** How much each feature counts. */
  values: number[];
  /** The word (index into the words given) that brought each feature first. */
  firstWords: number[];
  /** The other word of a pair, or {@link NO_WORD}. */
  secondWords: number[];
  /** Length of the text as a vector: what scores are divided by. */
  length: number;
}

/**
 * The features of some words: each word, pair of neighbours and group of letters within a word, as it
 * is common for sorting texts; then the groups of words of like meaning, and which group soon follows
 * which in a sentence, so that "granny walloped the caretaker" is known by "mum hit the teacher".
 *
 * @returns features in the order in which the text brings them; takes linear time.
 */
export function featuresOf(words: readonly Word[], groupsOf: GroupsOf): Features {
  const features: Features = { hashes: [], values: [], firstWords: [], secondWords: [], length: 0 };
  const met = new Set<number>();
  let squares = 0;
  eachFeature(words, createForms(groupsOf), (raw, value, word, other) => {
    // As it is: spread, half of them would be too large to be held as whole numbers.
    const before = met.size;
    if (met.add(raw).size === before) return false;
    features.hashes.push(spread(raw));
    features.values.push(value);
    features.firstWords.push(word);
    features.secondWords.push(other);
    squares += value * value;
    return true;
  });
  features.length = Math.sqrt(squares);
  return features;
}

/**
 * Goes through the features of some words, in the order in which the text brings them.
 *
 * @param formOf from {@link createForms}: one for many texts works each form out once for all of them
 * @param found called with a feature's hash, not yet spread, its value and its words, as often as the text has it, but
 *   for what a word met before has within it; says whether this was the first time
 */
export function eachFeature(
  words: readonly Word[],
  formOf: (text: string) => Form,
  found: (raw: number, value: number, word: number, other: number) => boolean,
): void {
  const grouped: GroupedWord[] = [];
  let before = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) continue;
    const { sentence } = word;
    const { hash, letters, groups } = formOf(word.form);
    if (found(hash, WORD_VALUE, index, NO_WORD)) {
      for (const each of letters) found(each, LETTERS_VALUE, index, NO_WORD);
      for (const group of groups) found(mixed(GROUP_SEED, group), WORD_VALUE, index, NO_WORD);
    }
    if (index > 0) found(mixed(mixed(PAIR_SEED, before), hash), WORD_VALUE, index, index - 1);
    before = hash;
    if (groups.length === 0) continue;
    for (let at = Math.max(0, grouped.length - NEXT_GROUPS); at < grouped.length; at += 1) {
      const earlier = grouped[at];
      if (!earlier || earlier.sentence !== sentence || index - earlier.index > GROUPS_REACH) continue;
      for (const from of earlier.groups) {
        for (const to of groups) {
          found(mixed(mixed(GROUP_PAIR_SEED, from), to), GROUP_PAIR_VALUE, index, earlier.index);
        }
      }
    }
    grouped.push({ index, sentence, groups });
  }
}

/** What is worked out once for all places where a form stands. */
export interface Form {
  hash: number;
  /** The hash of each run of letters in it. */
  letters: readonly number[];
  groups: readonly number[];
}

/** Makes the function that works out what a word has within it, once for each form. */
export function createForms(groupsOf: GroupsOf): (text: string) => Form {
  const forms = new Map<string, Form>();
  return (text) => {
    let form = forms.get(text);
    if (form === undefined) {
      form = { hash: hashOf(text, WORD_SEED), letters: letterGroups(text), groups: groupsOf(text) };
      forms.set(text, form);
    }
    return form;
  };
}

/** A word that belongs to a group. */
interface GroupedWord {
  index: number;
  sentence: number;
  groups: readonly number[];
}

/** The hash of each run of {@link LETTER_GROUPS} letters in a word with an edge on either side. */
function letterGroups(form: string): number[] {
  const hashes: number[] = [];
  const unitAt = (at: number): number => (at === 0 || at > form.length ? EDGE : form.charCodeAt(at - 1));
  for (const size of LETTER_GROUPS) {
    for (let start = 0; start + size <= form.length + 2; start += 1) {
      let hash = mixed(LETTERS_SEED, size);
      for (let at = start; at < start + size; at += 1) hash = mixed(hash, unitAt(at));
      hashes.push(hash);
    }
  }
  return hashes;
}
