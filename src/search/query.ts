import { wordsOf } from '../checker/reading/words.ts';

/** Longer searches are cut, to keep the address short. */
export const LONGEST_QUERY = 200;

/** Words that don't help to find anything. Pagefind requires every word of a search to be on the page. */
const STOP_WORDS = new Set(
  'a about am an and any are as at be because been being but by can could did do does doing dont for from go going had has have he her him his how i if im in into is it its ive just me my of on only or our she should so some than that the their them then there these they this those to us was we were what when where which who why will with would you your'.split(
    ' ',
  ),
);

/** From this many words, one word can change the meaning of another. */
const PHRASE = 3;
/** From this many words, the checker's reading understands more than Pagefind. */
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

/** The words to search for, as forms of `wordsOf`: without stop words, unless there are no others. */
export function termsOf(query: string): string[] {
  const forms = [...new Set(wordsOf(query).map(({ form }) => form))].filter((form) => form.length > 1);
  const terms = forms.filter((form) => !STOP_WORDS.has(form));
  return terms.length > 0 ? terms : forms;
}

export function isPhrase(query: string): boolean {
  return wordsOf(query).length >= PHRASE;
}

export function isSentence(query: string): boolean {
  return wordsOf(query).length >= SENTENCE;
}
