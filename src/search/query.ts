import { wordsOf } from '../checker/reading/words.ts';

/** Longer searches are cut: nobody types them, and an address has to stay one. */
export const LONGEST_QUERY = 200;

/** Words that say nothing of what is looked for. Pagefind wants every word of a search to be on the page. */
const LITTLE = new Set(
  'a about am an and any are as at be because been being but by can could did do does doing dont for from go going had has have he her him his how i if im in into is it its ive just me my of on only or our she should so some than that the their them then there these they this those to us was we were what when where which who why will with would you your'.split(
    ' ',
  ),
);

/** From this many words on a search is a phrase, in which one word changes what another means. */
const PHRASE = 3;
/** From this many words on it is a sentence, of which the checker's reading knows more than Pagefind. */
const SENTENCE = 5;

/** Any text as a search: on one line, without control signs and halves of signs, of bounded length. */
export function cleanQuery(text: string): string {
  return text
    .slice(0, LONGEST_QUERY * 2)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUERY)
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
}

/** The words of a search that count, as forms of `wordsOf`; the little ones too where there are no others. */
export function termsOf(query: string): string[] {
  const forms = [...new Set(wordsOf(query).map(({ form }) => form))].filter((form) => form.length > 1);
  const telling = forms.filter((form) => !LITTLE.has(form));
  return telling.length > 0 ? telling : forms;
}

export function isPhrase(query: string): boolean {
  return wordsOf(query).length >= PHRASE;
}

export function isSentence(query: string): boolean {
  return wordsOf(query).length >= SENTENCE;
}
