import { z } from 'zod';
import { mentions } from './matchTopics.ts';
import type { OwnPhrases } from './sectionPhrases.ts';
import type { Section } from './sections.ts';
import { cues } from './wording.ts';

/** What people say about rules that many Codes have, from the project’s folder. */
export const RULE_PHRASES_FILE = 'content/adopt/rule-phrases.yaml';

const lines = (who: string) =>
  z.array(z.string().min(1)).min(1).describe(`what ${who} might type, a line each.`);

/** `content/adopt/rule-phrases.yaml` */
export const rulePhrasesSchema = z.array(
  z.strictObject({
    cues: cues().describe('beginnings of words that say a clause is about it, with commas between.'),
    plain: lines('anybody'),
    mine: lines('someone who did it'),
    theirs: lines('someone who saw it'),
    staff: lines('someone who works at the school'),
  }),
);
export type RulePhrases = z.output<typeof rulePhrasesSchema>;

/**
 * What people say about the rules of a section that no other situation quotes.
 *
 * @param isNew whether a line isn’t among the phrases yet, by its words; called once for each
 */
export function rulePhrasesOf(
  { title, open }: Section,
  rules: RulePhrases,
  isNew: (line: string) => boolean,
): OwnPhrases[] {
  const texts = [title, ...open.map(({ text }) => text)];
  return rules
    .filter(({ cues }) => mentions(texts, cues))
    .flatMap(({ plain, mine, theirs, staff }) => [
      { teller: undefined, lines: plain.filter(isNew) },
      { teller: 'responsible', lines: mine.filter(isNew) },
      { teller: 'affected', lines: theirs.filter(isNew) },
      { teller: 'staff', lines: staff.filter(isNew) },
    ]);
}
