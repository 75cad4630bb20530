/**
 * Whether a word matches a search term: it starts with the term, or the two differ only in their endings.
 *
 * @param form a word of the site, as `foldedWordsOf` has it
 * @param term of the search, likewise
 */
export function matchesTerm(form: string, term: string): boolean {
  if (form === term) return true;
  // `yeling` is a misspelling of `yelling`, for which there's “Did you mean”.
  if (withoutDoubles(form) === withoutDoubles(term)) return false;
  const [stem, termStem] = [stemOf(form), stemOf(term)];
  return (
    (term.length >= MIN_BEGINNING && form.startsWith(term)) ||
    withoutE(stem) === withoutE(termStem) ||
    (termStem.length >= MIN_SHARED && form.startsWith(termStem)) ||
    (stem.length >= MIN_SHARED && term.startsWith(stem))
  );
}

/** Fewer letters aren't a beginning: a TA isn't a table. */
const MIN_BEGINNING = 3;

/** A shared beginning this long isn't chance: `complaint` and `complaining`, but not `part` and `partner`. */
const MIN_SHARED = 5;

const ENDING = /(...)(?:ings?|ed|es|s|ers?|ive)$/;
const DOUBLED = /([^aeiou])\1$/;

/** The same words are compared with every term: caching their stems saves a slow phone most of the work. */
const stems = new Map<string, string>();

/** A word without its ending. */
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

/** With every doubled letter once: what people often get wrong. */
export function withoutDoubles(form: string): string {
  return form.replace(/(.)\1/g, '$1');
}
