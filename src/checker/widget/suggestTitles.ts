import type { Situation } from '../../situations/situation.ts';
import { wordsOf } from '../reading/words.ts';

/** With more words than this the reading knows more than titles do. */
const FEW_WORDS = 2;

/** Fewer letters than this must be a whole word: `TA` is a school's word, but `ta` begins many others. */
const SHORTEST_START = 4;

/** In shorter words, one wrong letter makes another word. */
const SHORTEST_MISTYPED = 6;

const MOST = 4;

/** Says nothing of what a title is about. */
const EMPTY = new Set('a an and at for from in is it me my of on or the to with you your'.split(' '));

/**
 * Situations whose title or search words have the one or two words typed so far: whole, as the start of a word, or but for
 * one slip in a long word. Where that's none, nothing is guessed at.
 *
 * @returns at most four, those with the words in their titles first
 */
export function suggestTitles(text: string, situations: readonly Situation[]): Situation[] {
  const typed = wordsOf(text).map(({ form }) => form);
  const telling = typed.filter((form) => !EMPTY.has(form));
  if (telling.length === 0 || typed.length > FEW_WORDS) return [];
  const has = (words: string): boolean => {
    const forms = wordsOf(words).map(({ form }) => form);
    return telling.every((start) =>
      forms.some(
        (form) =>
          form === start ||
          (start.length >= SHORTEST_START && form.startsWith(start)) ||
          (start.length >= SHORTEST_MISTYPED && isOneSlip(start, form)),
      ),
    );
  };
  const byTitle = situations.filter(({ title }) => has(title));
  const byKeyword = situations.filter(
    (situation) => !byTitle.includes(situation) && situation.keywords.some(has),
  );
  return [...byTitle, ...byKeyword].slice(0, MOST);
}

/** Whether two words that start alike differ by one letter too many, too few or wrong, or by two that changed places. */
function isOneSlip(typed: string, meant: string): boolean {
  if (typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const rest = (word: string, from: number): string => word.slice(at + from);
  return (
    rest(typed, 1) === rest(meant, 1) ||
    rest(typed, 1) === rest(meant, 0) ||
    rest(typed, 0) === rest(meant, 1) ||
    (typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && rest(typed, 2) === rest(meant, 2))
  );
}
