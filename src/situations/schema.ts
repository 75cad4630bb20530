import { z } from 'zod';
import { id, line, text } from '../shared/fields.ts';
import { replySchema } from './replySchema.ts';

const stepSchema = z.strictObject({
  who: line(80).describe('whom to go to, as a few words.'),
  how: text().describe('how to do it, in a sentence or two.'),
  say: text().optional().describe('what to say or bring, or take the line out.'),
  next: text().optional().describe('what happens next, or take the line out.'),
  clause: id().optional().describe('the anchor of a clause of the Code, or take the line out.'),
  contact: id().optional().describe('an id from content/contacts.yaml, or take the line out.'),
  help: z
    .array(id())
    .optional()
    .describe('a list of ids from content/help.yaml in square brackets, or take the line out.'),
});

const routeSchema = z
  .array(stepSchema)
  .min(1)
  .max(6)
  .describe('a list of one to six steps, each starting with `- who:`.');

/** `content/situations/<id>.yaml` */
export const situationSchema = z.strictObject({
  title: line(60).describe('a title of at most 60 characters, in words a parent would use.'),
  summary: line(140).describe('one line of at most 140 characters.'),
  looksLike: z
    .array(text())
    .min(3)
    .max(6)
    .describe('a list of three to six examples, each on a line that starts with a hyphen.'),
  cites: z.array(id()).describe('the anchors of the clauses cited, in square brackets; [] for none.'),
  why: text().describe('two sentences on why it matters.'),
  keywords: z
    .array(text())
    .min(1)
    .describe('a list of words that a reader may search for, in square brackets.'),
  tellApart: z
    .array(
      z.strictObject({
        when: text().describe('what makes it the other situation, as a sentence.'),
        see: id().describe('the id of the other situation.'),
      }),
    )
    .describe('a list of what tells it from its neighbours, each with `when:` and `see:`.'),
  routes: z
    .strictObject({ affected: routeSchema, responsible: routeSchema, staff: routeSchema })
    .describe('three routes: affected, responsible and staff.'),
  reply: replySchema,
});
export type SituationFile = z.output<typeof situationSchema>;
export type StepFile = z.output<typeof stepSchema>;

/** `content/groups.yaml`: the situations in the groups a reader would think in. */
export const groupsSchema = z
  .array(
    z.strictObject({
      title: line(60).describe('the title of the group.'),
      intro: text().describe('one short sentence on what the group holds.'),
      situations: z.array(id()).min(1).describe('the ids of its situations, in order.'),
    }),
  )
  .min(1);
export type Groups = z.output<typeof groupsSchema>;
