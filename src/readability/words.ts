import { syllable } from 'syllable';
import { syllablesOf } from './britishWords.ts';

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** With their full stop these end no sentence, whatever the segmenter says. */
const ABBREVIATION = /(?:^|[\s(])(?:Mrs?|Ms|Mx|Dr|St|Rev|Prof|No|vs|e\.g|i\.e)\.\s*$/;

/** Splits a text into sentences. Every line ends one, full stop or not; those without letters are left out. */
export function splitSentences(text: string): string[] {
  return text
    .split('\n')
    .flatMap(sentencesOfLine)
    .filter((sentence) => /\p{L}/u.test(sentence));
}

function sentencesOfLine(line: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(line)) {
    open += segment;
    if (ABBREVIATION.test(open)) continue;
    sentences.push(open.trim());
    open = '';
  }
  return open.trim() === '' ? sentences : [...sentences, open.trim()];
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
  const count = syllables.get(word) ?? syllablesOf(word.toLowerCase(), syllable);
  syllables.set(word, count);
  return count;
}
