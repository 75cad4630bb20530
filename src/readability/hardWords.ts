import { daleChall } from 'dale-chall';
import { sentencesOf, wordsOf } from './sentences.ts';
import { syllablesOf } from './syllables.ts';

export interface HardWord {
  /** In small letters. */
  word: string;
  count: number;
}

const EASY = new Set(daleChall);
const MANY_SYLLABLES = 3;

/**
 * The words of a text that many children of nine do not know and that are long as well: not on the list of easy
 * words of Dale and Chall (1995), nor formed from one by -s, -ed, -ing, -er, -est, -ly or ’s, and of three syllables or
 * more. A hyphenated word is looked at part by part.
 *
 * Proper names are left out: a word that holds a second capital (NSPCC, WhatsApp), or that is written with a
 * capital inside a sentence and never in small letters (Samaritans). A name that only ever starts a sentence
 * cannot be told from another word, and is kept.
 *
 * @returns the most frequent first, then by the alphabet
 */
export function hardWords(text: string): HardWord[] {
  const names = namesIn(text);
  const counts = new Map<string, number>();
  for (const part of partsOf(text)) {
    const word = part.toLowerCase().replace(/[’']s?$/, '');
    if (syllablesOf(word) < MANY_SYLLABLES || isEasy(word) || names.has(word) || SECOND_CAPITAL.test(part))
      continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

const SECOND_CAPITAL = /\p{L}.*\p{Lu}/u;

function partsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => word.split('-'));
}

/** Words with a capital inside a sentence and never without one, in small letters and without ’s. */
function namesIn(text: string): Set<string> {
  const inside = sentencesOf(text).flatMap((sentence) => partsOf(sentence).slice(1));
  const small = new Set(partsOf(text).filter((word) => word === word.toLowerCase()));
  return new Set(
    inside
      .filter((word) => word !== word.toLowerCase())
      .map((word) => word.toLowerCase().replace(/[’']s?$/, ''))
      .filter((word) => !small.has(word)),
  );
}

function isEasy(word: string): boolean {
  return basesOf(word).some((base) => EASY.has(base));
}

/** The word, and what it may have been before it was inflected. */
function basesOf(word: string): string[] {
  const bases = [word];
  for (const ending of ['s', 'es', 'ed', 'ing', 'er', 'est', 'ly']) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    // Stopping, stop; hoping, hope; tries, try; easily, easy; terribly, terrible.
    bases.push(stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1'));
    if (ending === 'ly') bases.push(`${stem}le`, ...basesOf(stem));
  }
  return bases;
}
