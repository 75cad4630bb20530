import { wordsOf } from '../checker/reading/words.ts';

/** A stretch of a text, and whether a word of it was searched for. */
export interface Piece {
  text: string;
  found: boolean;
}

/**
 * Whether a word is what was searched for: it starts with it, or the two differ in their endings only. Pagefind goes
 * further: where it knows no such word it takes the longest beginning that it does know, `face` for `facebok`.
 *
 * @param form of a word of the site, as `wordsOf` gives it
 * @param term of the search, likewise
 */
export function isAlike(form: string, term: string): boolean {
  const [stem, sought] = [stemOf(form), stemOf(term)];
  if (form.startsWith(term) || stem === sought) return true;
  return (
    (sought.length >= LONG_STEM && form.startsWith(sought)) ||
    (stem.length >= LONG_STEM && term.startsWith(stem))
  );
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

/** From here on a beginning in common is no chance: `complaint` and `complaining`, but not `part` and `partner`. */
const LONG_STEM = 5;

const ENDING = /(...)(?:ings?|ed|es|s|ers?|ly|ive|e)$/;
const DOUBLED = /([^aeiou])\1$/;

/** A word without its ending: rough, for it only judges what Pagefind has found already. */
function stemOf(form: string): string {
  return form
    .replace(/(..)ie[sd]$/, '$1y')
    .replace(ENDING, '$1')
    .replace(DOUBLED, '$1');
}
