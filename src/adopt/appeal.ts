import { z } from 'zod';
import { id } from '../shared/fields.ts';
import { stepSchema } from '../situations/schema.ts';
import { mentions } from './matchTopics.ts';
import type { NewClause } from './structure.ts';
import { cues } from './wording.ts';

/** Where the step to an appeal is worded, from the project’s folder. */
export const APPEAL_FILE = 'content/adopt/appeal.yaml';

/** `content/adopt/appeal.yaml` */
export const appealSchema = z.strictObject({
  situation: id().describe('the id of the situation whose steps they are.'),
  insteadOf: id().describe('the contact of the step that it takes the place of.'),
  who: stepSchema.shape.who,
  how: stepSchema.shape.how,
  words: cues().describe('words of such clauses, with commas between.'),
  notWith: cues().describe('words with which a clause is about something else.'),
  first: cues().describe('words of the clause that’s quoted rather than another.'),
});
export type Appeal = z.output<typeof appealSchema>;

/** The anchor of the clause that says how people can have it looked at again if they’re banned, if one does. */
export function appealIn(
  clauses: readonly NewClause[],
  { words, notWith, first }: Appeal,
): string | undefined {
  const found = clauses.filter(
    ({ text, heading }) => mentions([text], words) && !mentions([`${heading} ${text}`], notWith),
  );
  return (found.find(({ text }) => mentions([text], first)) ?? found[0])?.anchor;
}
