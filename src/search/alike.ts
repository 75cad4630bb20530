/**
 * Whether a word is what was searched for: it starts with it, or the two differ in their endings only. Pagefind goes
 * further: where it knows no such word it takes the longest beginning that it does know, `face` for `facebok`.
 *
 * @param form of a word of the site, as `wordsOf` gives it
 * @param term of the search, likewise
 */
export function isAlike(form: string, term: string): boolean {
  const [stem, sought] = [stemOf(form), stemOf(term)];
  return (
    form.startsWith(term) ||
    withoutE(stem) === withoutE(sought) ||
    (sought.length >= LONG_STEM && form.startsWith(sought)) ||
    (stem.length >= LONG_STEM && term.startsWith(stem))
  );
}

/** From here on a beginning in common is no chance: `complaint` and `complaining`, but not `part` and `partner`. */
const LONG_STEM = 5;

const ENDING = /(...)(?:ings?|ed|es|s|ers?|ive)$/;
const DOUBLED = /([^aeiou])\1$/;

/** The same few words stand in all results: to cut each once spares a slow phone most of this work. */
const stems = new Map<string, string>();

/** A word without its ending: rough, for it only judges what Pagefind has found already. */
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

/** `abuse` goes with `abusive` in this, but no further: `police` is not `policy`. */
function withoutE(stem: string): string {
  return stem.replace(/e$/, '');
}
