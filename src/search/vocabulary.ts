import { wordsOf } from '../checker/reading/words.ts';
import type { Content } from '../content/load.ts';

/** Shorter words are too alike for spelling suggestions. */
export const MIN_LENGTH = 4;

/**
 * The site's own words, for “Did you mean”: those of the clauses, and of the situations' titles, summaries and
 * keywords.
 *
 * @returns each word once, in alphabetical order
 */
export function vocabularyOf({ clauses, situations }: Pick<Content, 'clauses' | 'situations'>): string[] {
  const texts = [
    ...[...clauses.values()].flatMap(({ heading, text }) => [heading, text]),
    ...[...situations.values()].flatMap(({ title, summary, keywords }) => [title, summary, ...keywords]),
  ];
  const words = texts.flatMap((text) => wordsOf(text).map(({ form }) => form));
  return [...new Set(words)].filter((word) => word.length >= MIN_LENGTH && /^\p{L}+$/u.test(word)).sort();
}
