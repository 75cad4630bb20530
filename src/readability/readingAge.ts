import { fleschKincaid } from 'flesch-kincaid';
import { sentencesOf, wordsOf } from './sentences.ts';
import { syllablesOf } from './syllables.ts';

/** In the first grade of a school in the United States children turn six: the grade and five years make the age. */
const YEARS_BEFORE_SCHOOL = 5;

/**
 * The age in years at which a text can be read: the Flesch–Kincaid grade, 0.39 × words per sentence
 * + 11.8 × syllables per word − 15.59, and five years. Made for running text; a lone heading of two long words
 * comes out as far too hard.
 *
 * Source: J. P. Kincaid and others, “Derivation of New Readability Formulas for Navy Enlisted Personnel”, 1975.
 *
 * @param text its lines count as sentences of their own, see {@link sentencesOf}
 * @returns not rounded; `NaN` where there are no words
 */
export function readingAge(text: string): number {
  const words = wordsOf(text);
  return (
    fleschKincaid({
      sentence: sentencesOf(text).length,
      word: words.length,
      syllable: words.reduce((sum, word) => sum + syllablesOf(word), 0),
    }) + YEARS_BEFORE_SCHOOL
  );
}
