/**
 * The words of a text, each with its place in what was typed, so that the page can mark the very
 * words that decided an answer.
 */
export interface Word {
  /** Lower case, no accents, no apostrophes: `Don’t` and `dont` are the same word. */
  form: string;
  /** Where the word starts in the original text, in UTF-16 units. */
  start: number;
  /** Where it ends; the unit at `end` is no longer part of it. */
  end: number;
  /** Which sentence it stands in, from 0. */
  sentence: number;
}

/**
 * A word: letters and digits, apostrophes between them, and the stars people put into swear words
 * (`f***ing`). Anything else only separates. Every part is bounded by the next, so matching is linear.
 */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}*]|['’‘ʼ´`](?=[\p{L}\p{N}]))*/gu;

/** What ends a sentence: such a sign, or a new line, somewhere between two words. */
const SENTENCE_END = /[.!?…。！？؟\n\r]/u;

/** Digits with an enclosing sign are emoji (1️⃣), not numbers. */
const KEYCAP = /[0-9]\uFE0F?\u20E3/gu;

const APOSTROPHES_AND_MARKS = /['’‘ʼ´`\p{M}]/gu;

/**
 * Splits a text into words.
 *
 * @param text anything at all; lone surrogates and other non-words are passed over.
 * @returns the words in order; none for a text without letters or digits. Takes linear time.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let last = 0;
  const lettered = text.replace(KEYCAP, (emoji) => ' '.repeat(emoji.length));
  WORD.lastIndex = 0;
  // One by one, because `matchAll` is younger than some phones.
  for (let match = WORD.exec(lettered); match !== null; match = WORD.exec(lettered)) {
    const start = match.index;
    const end = start + match[0].length;
    if (words.length > 0 && SENTENCE_END.test(text.slice(last, start))) sentence += 1;
    last = end;
    const form = formOf(match[0]);
    if (form !== '') words.push({ form, start, end, sentence });
  }
  return words;
}

/**
 * One word as the model knows it. Lower case, upper case and lower case again, because that alone makes
 * `ß`, `ẞ` and `SS`, or the two Greek small sigmas, the same; then accents and apostrophes go.
 */
export function formOf(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const folded = word.normalize('NFKD').toLowerCase().toUpperCase().toLowerCase().normalize('NFKD');
  return folded.replace(APOSTROPHES_AND_MARKS, '');
}

/** Nearly every English word: the slow way would leave it as `toLowerCase` does. */
const PLAIN = /^[a-zA-Z0-9*]+$/;
