import { matchesTerm } from '../shared/matchesTerm.ts';
import { foldedWordsOf } from './fold.ts';

/** A piece of text that matches the search, or that doesn't. */
export interface Piece {
  text: string;
  matches: boolean;
}

/** Splits a text into the words that match a term and what's between them; joined, the pieces are the text again. */
export function splitByMatch(text: string, terms: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const { form, start, end } of foldedWordsOf(text)) {
    if (!terms.some((term) => matchesTerm(form, term))) continue;
    if (start > last) pieces.push({ text: text.slice(last, start), matches: false });
    pieces.push({ text: text.slice(start, end), matches: true });
    last = end;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), matches: false });
  return pieces;
}

/** How many of the terms occur in a text. */
export function countTerms(text: string, terms: readonly string[]): number {
  const words = foldedWordsOf(text);
  return terms.filter((term) => words.some(({ form }) => matchesTerm(form, term))).length;
}

/** The sentence with the most terms, if it has more than the text shown anyway. */
export function bestSentence(text: string, shown: string, terms: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = countTerms(shown, terms);
  for (const sentence of text.match(/[^.?!]+[.?!]*/g) ?? []) {
    const count = countTerms(sentence, terms);
    if (count <= most) continue;
    best = sentence.trim();
    most = count;
  }
  return best;
}
