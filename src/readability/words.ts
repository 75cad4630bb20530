import { syllable } from 'syllable';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** Splits a text into sentences. Every line ends one, full stop or not; those without letters are left out. */
export function splitSentences(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/**
 * Splits a text into words. Contractions and hyphenated words count as one, as Flesch counted them. Numbers are left
 * out, because `999` or `2.2` doesn't show its syllables.
 */
export function splitWords(text: string): string[] {
  return text.match(/\p{L}+(?:[’'-]\p{L}+)*/gu) ?? [];
}

const syllables = new Map<string, number>();

/** Counts a word's syllables. Cached, because counting is slow and most words recur. */
export function countSyllables(word: string): number {
  const count = syllables.get(word) ?? syllable(word);
  syllables.set(word, count);
  return count;
}
