import { wordsOf } from '../checker/reading/words.ts';
import type { SearchRecord } from './records.ts';

/** Shorter words are too alike for spelling suggestions. */
export const MIN_LENGTH = 4;

/**
 * The site's own words, for “Did you mean”: those of the clauses, and of the situations' titles, summaries, examples and
 * keywords.
 *
 * @returns each word once, in alphabetical order
 */
export function vocabularyOf(records: readonly SearchRecord[]): string[] {
  const texts = records.flatMap(({ title, section, words: [own = ''], keywords }) => [
    title,
    section,
    own,
    ...keywords,
  ]);
  const words = texts.flatMap((text) => wordsOf(text).map(({ form }) => form));
  return [...new Set(words)].filter((word) => word.length >= MIN_LENGTH && /^\p{L}+$/u.test(word)).sort();
}
