import Fuse from 'fuse.js';
import { wordsOf } from '../checker/reading/words.ts';
import { matchesTerm, withoutDoubles } from '../shared/matchesTerm.ts';
import { fold } from './fold.ts';
import { MIN_LENGTH } from './vocabulary.ts';

/** The worst score accepted from Fuse: two wrong characters in six. */
const THRESHOLD = 0.34;
/** Fuse also finds a word inside a longer one, so a difference in length costs extra, and this much rules a word out. */
const MAX_LENGTH_DIFFERENCE = 2;
const COST_PER_CHARACTER = 0.06;

/**
 * Corrects the spelling of a search: changes its unknown words into the nearest of the site's own.
 *
 * @param query as typed
 * @param vocabulary the site's own words, in lower case
 * @param missing the only words to correct, folded; all that aren't in the vocabulary unless they're given
 * @returns undefined if there's nothing to correct
 */
export function didYouMean(
  query: string,
  vocabulary: readonly string[],
  missing?: readonly string[],
): string | undefined {
  const fuse = new Fuse(vocabulary, { threshold: THRESHOLD, distance: 20, includeScore: true });
  let corrected = '';
  let last = 0;
  for (const { form, start, end } of wordsOf(query)) {
    const wrong = missing?.includes(fold(form)) ?? true;
    if (!wrong || form.length < MIN_LENGTH || isKnown(form, vocabulary)) continue;
    const nearest = nearestTo(form, fuse);
    if (nearest === undefined) continue;
    corrected += query.slice(last, start) + nearest;
    last = end;
  }
  return last === 0 ? undefined : corrected + query.slice(last);
}

/** `banning` is known if `banned` is; `yeling` isn't even if `yelled` is, because it's a misspelling of `yelling`. */
function isKnown(form: string, vocabulary: readonly string[]): boolean {
  if (vocabulary.includes(form)) return true;
  return (
    vocabulary.some((word) => matchesTerm(fold(word), fold(form))) &&
    !vocabulary.some((word) => withoutDoubles(word) === withoutDoubles(form))
  );
}

function nearestTo(form: string, fuse: Fuse<string>): string | undefined {
  const candidates = fuse.search(form).flatMap(({ item, score = 1 }) => {
    const difference = Math.abs(item.length - form.length);
    // People rarely mistake the first letter; without this, `evening` would become `meeting`.
    if (difference > MAX_LENGTH_DIFFERENCE || item[0] !== form[0]) return [];
    return [{ item, cost: score + difference * COST_PER_CHARACTER }];
  });
  const [nearest] = candidates.sort((a, b) => a.cost - b.cost);
  return nearest !== undefined && nearest.cost <= THRESHOLD ? nearest.item : undefined;
}
