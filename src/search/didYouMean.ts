import Fuse from 'fuse.js';
import { wordsOf } from '../checker/reading/words.ts';
import { isAlike } from './alike.ts';

/** Shorter words are too like one another to take one for a slip in another. */
const SHORTEST = 4;
/** How far Fuse may go: two signs in six. */
const THRESHOLD = 0.34;
/** Fuse finds a word inside a longer one as well; what is longer or shorter counts for less, and soon for nothing. */
const LENGTH_APART = 2;
const COST_OF_LENGTH = 0.06;

/**
 * A search with its unknown words changed into the site's own that are most like them.
 *
 * @param query as typed
 * @param vocabulary the site's own words, in lower case
 * @returns nothing where every word is known, or no known word is near
 */
export function didYouMean(query: string, vocabulary: readonly string[]): string | undefined {
  const fuse = new Fuse(vocabulary, { threshold: THRESHOLD, distance: 20, includeScore: true });
  let meant = '';
  let last = 0;
  for (const { form, start, end } of wordsOf(query)) {
    const nearest = form.length < SHORTEST || isKnown(form, vocabulary) ? undefined : nearestTo(form, fuse);
    if (nearest === undefined) continue;
    meant += query.slice(last, start) + nearest;
    last = end;
  }
  return last === 0 ? undefined : meant + query.slice(last);
}

/** `banning` is known where `banned` is; `yeling` is not for all that `yelling` is, for it is a slip in that very word. */
function isKnown(form: string, vocabulary: readonly string[]): boolean {
  if (vocabulary.includes(form)) return true;
  const letters = withoutDoubles(form);
  return (
    vocabulary.some((word) => isAlike(word, form)) &&
    !vocabulary.some((word) => withoutDoubles(word) === letters)
  );
}

function withoutDoubles(form: string): string {
  return form.replace(/(.)\1/g, '$1');
}

function nearestTo(form: string, fuse: Fuse<string>): string | undefined {
  const candidates = fuse.search(form).flatMap(({ item, score = 1 }) => {
    const apart = Math.abs(item.length - form.length);
    // People rarely mistake the first letter; without it `evening` would be taken for `meeting`.
    if (apart > LENGTH_APART || item[0] !== form[0]) return [];
    return [{ item, cost: score + apart * COST_OF_LENGTH }];
  });
  const [nearest] = candidates.sort((a, b) => a.cost - b.cost);
  return nearest !== undefined && nearest.cost <= THRESHOLD ? nearest.item : undefined;
}
