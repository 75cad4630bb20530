/**
 * Whether a word matches a search term: it starts with the term, or the two differ only in their endings. Pagefind is
 * too generous: if it doesn't know a word, it takes the longest beginning it does know, `face` for `facebok`.
 *
 * @param form a word of the site, as a form of `wordsOf`
 * @param term of the search, likewise
 */
export function matchesTerm(form: string, term: string): boolean {
  const [stem, termStem] = [stemOf(form), stemOf(term)];
  return (
    form.startsWith(term) ||
    withoutE(stem) === withoutE(termStem) ||
    (termStem.length >= MIN_SHARED && form.startsWith(termStem)) ||
    (stem.length >= MIN_SHARED && term.startsWith(stem))
  );
}

/** A shared beginning this long isn't chance: `complaint` and `complaining`, but not `part` and `partner`. */
const MIN_SHARED = 5;

const ENDING = /(...)(?:ings?|ed|es|s|ers?|ive)$/;
const DOUBLED = /([^aeiou])\1$/;

/** The same few words occur in all results: caching their stems saves a slow phone most of the work. */
const stems = new Map<string, string>();

/** A word without its ending: a rough stemmer, because it only filters what Pagefind has found. */
function stemOf(form: string): string {
  const stem =
    stems.get(form) ??
    form
      .replace(/(..)ie[sd]$/, '$1y')
      .replace(ENDING, '$1')
      .replace(DOUBLED, '$1');
  stems.set(form, stem);
  return stem;
}

/** Only for comparing whole stems, so that `abuse` matches `abusive`, but `police` doesn't match `policy`. */
function withoutE(stem: string): string {
  return stem.replace(/e$/, '');
}
