import { wordsOf } from '../checker/reading/words.ts';
import { foldedWordsOf } from './fold.ts';

/** Longer searches are cut, to keep the address short. */
export const LONGEST_QUERY = 200;

/** Words that don't help to find anything. */
const STOP_WORDS = new Set(
  'a about am an and any are as at be because been being but by can could did do does doing dont for from get go going got had has have he her him his how i if im in into is it its ive just me my need now of on only or our please she should so some than that the their them then there these they this those to today tomorrow us want was we were what when where which who why will with would yesterday you your'.split(
    ' ',
  ),
);

/** From this many words, one word can change the meaning of another. */
const PHRASE = 3;
/** From this many words, the checker's reading understands more than a search. */
const SENTENCE = 5;

/** Any text as a search: one line without control characters or lone surrogates, and not too long. */
export function cleanQuery(text: string): string {
  return text
    .slice(0, LONGEST_QUERY * 2)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUERY)
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
}

/** What to search for, as forms of `foldedWordsOf`. */
export interface Search {
  /** Each word once, without stop words unless there are no others. */
  terms: string[];
  /** The words of each quoted phrase, in order. */
  phrases: string[][];
}

export function searchOf(query: string): Search {
  return { terms: termsOf(query), phrases: phrasesOf(query) };
}

export function termsOf(query: string): string[] {
  const forms = [...new Set(foldedWordsOf(query).map(({ form }) => form))].filter((form) => form.length > 1);
  const terms = forms.filter((form) => !STOP_WORDS.has(form));
  return terms.length > 0 ? terms : forms;
}

/** The words of a query that have some forms, as they were typed, each once. */
export function wordsAsTyped(query: string, forms: readonly string[]): string[] {
  const words = foldedWordsOf(query).filter(({ form }) => forms.includes(form));
  return [...new Set(words.map(({ start, end }) => query.slice(start, end)))];
}

/** Straight quotes, or curly ones, which phones type; single curly ones only around words, because one is an apostrophe. */
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]|(?:^|\P{L})‘([^‘]+)’(?!\p{L})/gu;

function phrasesOf(query: string): string[][] {
  const phrases: string[][] = [];
  query.replace(QUOTED, (_, double: string | undefined, single: string | undefined) => {
    phrases.push(foldedWordsOf(double ?? single ?? '').map(({ form }) => form));
    return '';
  });
  return phrases.filter((phrase) => phrase.length > 1);
}

export function isPhrase(query: string): boolean {
  return wordsOf(query).length >= PHRASE;
}

export function isSentence(query: string): boolean {
  return wordsOf(query).length >= SENTENCE;
}
