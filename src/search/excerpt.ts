import { wordsOf } from '../checker/reading/words.ts';
import { isAlike } from './alike.ts';

/** A stretch of a text, and whether a word of it was searched for. */
export interface Piece {
  text: string;
  found: boolean;
}

/** Cuts a text into stretches that were searched for and those that were not; joined they are the text again. */
export function markedPieces(text: string, terms: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const { form, start, end } of wordsOf(text)) {
    if (!terms.some((term) => isAlike(form, term))) continue;
    if (start > last) pieces.push({ text: text.slice(last, start), found: false });
    pieces.push({ text: text.slice(start, end), found: true });
    last = end;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), found: false });
  return pieces;
}

/** How many of the terms a text has a word for. */
export function termsIn(text: string, terms: readonly string[]): number {
  const words = wordsOf(text);
  return terms.filter((term) => words.some(({ form }) => isAlike(form, term))).length;
}

/** The sentence with the most words that were searched for, if what is shown anyway has fewer. */
export function sentenceToShow(words: string, shown: string, terms: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = termsIn(shown, terms);
  for (const sentence of words.match(/[^.?!]+[.?!]*/g) ?? []) {
    const count = termsIn(sentence, terms);
    if (count <= most) continue;
    best = sentence.trim();
    most = count;
  }
  return best;
}
