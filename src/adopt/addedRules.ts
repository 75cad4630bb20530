import { CELL_END } from '../code/document.ts';
import { capitalised } from '../shared/capitalised.ts';
import type { Above } from './above.ts';
import { actsOf, bareWords, orderIn } from './acts.ts';
import { cutTitle, MOST_CHARACTERS } from './cutTitle.ts';
import { sentencesOf } from './markers.ts';
import { UnreadablePolicy } from './policy.ts';
import { ruleQuestion, shortened } from './questions.ts';
import { clausesWith } from './review.ts';
import { type Rule, ruleIds } from './rules.ts';
import { readsAsOrder, ruleTitle } from './ruleTitle.ts';
import type { Meaning, NewClause } from './structure.ts';
import { beginsWithVerb } from './verbs.ts';

/** The answer that makes some words of a clause a rule: `expected: Shut the gate`. */
export const ADDED = /^(expected|not-tolerated): (\S.*)$/s;

/** The sentences of a clause, and of each cell if it’s a table’s row. */
export function partsOf(text: string): string[] {
  return text.split(` ${CELL_END} `).flatMap(sentencesOf);
}

/** The sentence of a clause, or of a cell, that has some words; all of it if none has them all. */
export function partWith(words: string, text: string): string {
  const parts = partsOf(text).map((part) => ({ text: part }));
  return clausesWith(words, parts)[0]?.text ?? text;
}

/** That answer, for the sentence of a clause that has some words. */
export function addedAnswer(means: Meaning, clause: NewClause, words: string): string {
  return `${means}: ${bareWords(partWith(words, clause.text))}`;
}

/** The id of the next rule of a clause that has some already. */
function nextRuleId(clause: NewClause, taken: (id: string) => boolean): string {
  return ruleIds(clause).find((id) => !taken(id)) ?? clause.anchor;
}

/** The id of a clause’s rule that a person has just given the same words, or else of its next. */
export function idOfAdded(
  clause: NewClause,
  answer: string,
  isTaken: (id: string) => boolean,
  answers: ReadonlyMap<string, string>,
): string {
  const wordsOf = (said: string | undefined): string | undefined => ADDED.exec(said ?? '')?.[2];
  const same = ruleIds(clause).find((id) => wordsOf(answers.get(ruleQuestion(id))) === wordsOf(answer));
  return same ?? nextRuleId(clause, (id) => isTaken(id) || answers.has(ruleQuestion(id)));
}

/**
 * The rules that a person has added to those that were found.
 *
 * @param above what’s above each clause, by anchor
 * @param answers by the questions’ ids
 * @throws UnreadablePolicy if a clause doesn’t have the words that an answer says
 */
export function addedRules(
  clauses: readonly NewClause[],
  above: ReadonlyMap<string, Above>,
  answers: ReadonlyMap<string, string>,
): Rule[] {
  return clauses.flatMap((clause) =>
    ruleIds(clause).flatMap((id): Rule[] => {
      const [, said, says = ''] = ADDED.exec(answers.get(ruleQuestion(id)) ?? '') ?? [];
      if (said === undefined) return [];
      if (clausesWith(says, [clause]).length === 0)
        throw new UnreadablePolicy(
          `“${ruleQuestion(id)}” says “${says}”, and the clause “${shortened(clause.text)}” hasn’t these words. Copy them from the clause.`,
        );
      const means: Meaning = said === 'expected' ? said : 'not-tolerated';
      const opened = clause.leadIn ?? above.get(clause.anchor)?.says ?? clause.heading;
      // “What you see must not be told” says by itself that it’s not to be done.
      const isSaid = SAYS_NOT.test(says) && orderIn(says) === undefined && !beginsWithVerb(says);
      const title = isSaid
        ? wholeTitle(says, undefined)
        : (ruleTitle(says, opened, means) ?? wholeTitle(says, means));
      return [
        { id, clause, cites: [clause], means, says, title, acts: actsOf({ ...clause, text: says }, means) },
      ];
    }),
  );
}

const SAYS_NOT = /\b(?:must|should|may|can|will|is|are) not\b|\bcannot\b/i;

/** Words as a title that has all of them, or as many as there’s room for. */
function wholeTitle(says: string, means: Meaning | undefined): string {
  const whole = capitalised(says);
  const title = cutTitle(whole) ?? shortened(whole, MOST_CHARACTERS - 2);
  return means === 'not-tolerated' && readsAsOrder(title)
    ? shortened(`Not tolerated: ${says}`, MOST_CHARACTERS - 2)
    : title;
}
