import { daleChall } from 'dale-chall';
import { americanSpellings, EASY_IN_BRITAIN } from './britishWords.ts';
import { countSyllables, splitSentences, splitWords } from './words.ts';

export interface HardWord {
  /** In lower case. */
  word: string;
  count: number;
}

const EASY = new Set([...daleChall, ...EASY_IN_BRITAIN]);
const MIN_SYLLABLES = 3;

/**
 * The words of a text that are long, with three syllables or more, and that many nine-year-olds don't know: neither on
 * Dale and Chall's list of easy words (1995), in either spelling, nor formed from one with -s, -ed, -ing, -er, -est, -ly or ’s. Each part of
 * a hyphenated word is checked.
 *
 * Names are left out: words with a second capital (NSPCC, WhatsApp), or with a capital inside a sentence and never in
 * lower case (Samaritans). A name that only ever starts a sentence can't be recognised.
 *
 * @returns the most frequent first, then alphabetically
 */
export function hardWords(text: string): HardWord[] {
  const names = namesIn(text);
  const counts = new Map<string, number>();
  for (const part of partsOf(text)) {
    const word = part.toLowerCase().replace(/[’']s?$/, '');
    if (countSyllables(word) < MIN_SYLLABLES || isEasy(word) || names.has(word) || SECOND_CAPITAL.test(part))
      continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
}

const SECOND_CAPITAL = /\p{L}.*\p{Lu}/u;

function partsOf(text: string): string[] {
  return splitWords(text).flatMap((word) => word.split('-'));
}

/** Words with a capital inside a sentence and never without one; in lower case, without ’s. */
function namesIn(text: string): Set<string> {
  const inside = splitSentences(text).flatMap((sentence) => partsOf(sentence).slice(1));
  const lowerCase = new Set(partsOf(text).filter((word) => word === word.toLowerCase()));
  return new Set(
    inside
      .filter((word) => word !== word.toLowerCase())
      .map((word) => word.toLowerCase().replace(/[’']s?$/, ''))
      .filter((word) => !lowerCase.has(word)),
  );
}

function isEasy(word: string): boolean {
  return americanSpellings(word).some((spelling) => basesOf(spelling).some((base) => EASY.has(base)));
}

/** The word, and what it may be an inflection of. */
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
