import { type HardWord, hardWords } from './hardWords.ts';
import { readingAge } from './readingAge.ts';
import { splitSentences, splitWords } from './words.ts';

/** How hard a text is to read. */
export interface Readability {
  name: string;
  words: number;
  sentences: number;
  /** {@link readingAge}, to one decimal. */
  age: number;
  /** To one decimal. */
  wordsPerSentence: number;
  /** Sentences of more than {@link LONG_SENTENCE} words. */
  longSentences: string[];
  hardWords: HardWord[];
  /** Up to three sentences, the hardest first. */
  worst: { sentence: string; age: number }[];
}

/** In words; most people can't take in a longer sentence at once. */
export const LONG_SENTENCE = 25;
/** The formula needs this many words in a sentence: for “Cyberbullying” alone, it gives age 49. */
const MIN_WORDS = 8;
const WORST_COUNT = 3;

/** @param text with at least one word, and a line per heading, paragraph or list item */
export function readabilityOf(name: string, text: string): Readability {
  const sentences = splitSentences(text);
  const words = splitWords(text).length;
  return {
    name,
    words,
    sentences: sentences.length,
    age: round(readingAge(text)),
    wordsPerSentence: round(words / sentences.length),
    longSentences: sentences.filter((sentence) => splitWords(sentence).length > LONG_SENTENCE),
    hardWords: hardWords(text),
    worst: sentences
      .filter((sentence) => splitWords(sentence).length >= MIN_WORDS)
      .map((sentence) => ({ sentence, age: round(readingAge(sentence)) }))
      .sort((a, b) => b.age - a.age)
      .slice(0, WORST_COUNT),
  };
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
