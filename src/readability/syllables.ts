import { syllable } from 'syllable';

const counted = new Map<string, number>();

/** How many syllables a word has. Kept, because most words of a text come again and counting takes longest of all. */
export function syllablesOf(word: string): number {
  const syllables = counted.get(word) ?? syllable(word);
  counted.set(word, syllables);
  return syllables;
}
