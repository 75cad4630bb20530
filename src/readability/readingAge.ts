import { fleschKincaid } from 'flesch-kincaid';
import { countSyllables, splitSentences, splitWords } from './words.ts';

/** Children in the first grade of a US school turn six. */
const AGE_BEFORE_FIRST_GRADE = 5;

/**
 * The age in years at which a text can be read: the Flesch–Kincaid grade, 0.39 × words per sentence
 * + 11.8 × syllables per word − 15.59, plus five years. It's for running text, and far too high for a short heading of
 * long words.
 *
 * Source: J. P. Kincaid and others, “Derivation of New Readability Formulas for Navy Enlisted Personnel”, 1975.
 *
 * @returns not rounded; `NaN` for a text without words
 */
export function readingAge(text: string): number {
  const words = splitWords(text);
  return (
    fleschKincaid({
      sentence: splitSentences(text).length,
      word: words.length,
      syllable: words.reduce((sum, word) => sum + countSyllables(word), 0),
    }) + AGE_BEFORE_FIRST_GRADE
  );
}
