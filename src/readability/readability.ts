import { type HardWord, hardWords } from './hardWords.ts';
import { readingAge } from './readingAge.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** How hard a text is to read. */
export interface Readability {
  name: string;
  words: number;
  sentences: number;
  /** Reading age in years, to one decimal; see {@link readingAge}. */
  age: number;
  /** To one decimal. */
  wordsPerSentence: number;
  /** Sentences of more than {@link LONG_SENTENCE} words. */
  longSentences: string[];
  hardWords: HardWord[];
  /** Up to three sentences, the hardest first. */
  worst: { sentence: string; age: number }[];
}

/** Longest sentence, in words, that most people take in at one reading. */
export const LONG_SENTENCE = 25;
/** Below this many words the formula says little of a sentence: “Cyberbullying” would come out as age 49. */
const MEASURABLE = 8;
const WORST = 3;

/** @param text one line a heading, paragraph or item of a list; with at least one word */
export function readabilityOf(name: string, text: string): Readability {
  const sentences = sentencesOf(text);
  const words = wordsOf(text).length;
  return {
    name,
    words,
    sentences: sentences.length,
    age: toOneDecimal(readingAge(text)),
    wordsPerSentence: toOneDecimal(words / sentences.length),
    longSentences: sentences.filter((sentence) => wordsOf(sentence).length > LONG_SENTENCE),
    hardWords: hardWords(text),
    worst: sentences
      .filter((sentence) => wordsOf(sentence).length >= MEASURABLE)
      .map((sentence) => ({ sentence, age: toOneDecimal(readingAge(sentence)) }))
      .sort((a, b) => b.age - a.age)
      .slice(0, WORST),
  };
}

function toOneDecimal(figure: number): number {
  return Math.round(figure * 10) / 10;
}
