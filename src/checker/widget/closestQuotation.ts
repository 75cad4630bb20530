import { matchesTerm } from '../../shared/matchesTerm.ts';
import type { Quotation } from '../../situations/situation.ts';
import { COMMON_WORDS } from '../reading/commonWords.ts';
import type { Range } from '../reading/reader.ts';
import { wordsOf } from '../reading/words.ts';

/**
 * Which of a section's clauses has most of the words that decided for it: a word counts the more, the fewer clauses have it.
 *
 * @param explanation the words of the text that decided; all count where that isn't known
 * @returns the first of those that have most; undefined if none has any
 */
export function closestQuotation(
  text: string,
  explanation: readonly Range[],
  quotations: readonly Quotation[],
): Quotation | undefined {
  const deciding = explanation.map(({ start, end }) => text.slice(start, end)).join(' ');
  const typed = new Set(wordsOf(deciding === '' ? text : deciding).map(({ form }) => form));
  const telling = [...typed].filter((form) => form.length > 2 && !COMMON_WORDS.has(form));
  const scores = quotations.map(() => 0);
  const forms = quotations.map((quotation) => wordsOf(quotation.text).map(({ form }) => form));
  for (const term of telling) {
    const having = forms.flatMap((some, index) =>
      some.some((form) => matchesTerm(form, term)) ? [index] : [],
    );
    for (const index of having) scores[index] = (scores[index] ?? 0) + 1 / having.length;
  }
  const best = Math.max(0, ...scores);
  return best > 0 ? quotations[scores.indexOf(best)] : undefined;
}
