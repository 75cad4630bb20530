import { z } from 'zod';
import { id, line, readBeside, text } from '../shared/fields.ts';
import { replySchema } from './reply.ts';

export const stepSchema = z.strictObject({
  who: line(40).describe('who to contact, as a few words.'),
  what: line(50).describe('what this step is for, in about six words.'),
  how: line(220).describe('how to do it, in a sentence or two.'),
  say: text().optional().describe('what to say or bring, or delete the line.'),
  next: text().optional().describe('what happens next, or delete the line.'),
  clause: id().optional().describe('the anchor of a clause of the Code, or delete the line.'),
  contact: id().optional().describe('an id from content/contacts.yaml, or delete the line.'),
  help: z
    .array(id())
    .optional()
    .describe('a list of ids from content/help.yaml in square brackets, or delete the line.'),
});

const routeSchema = z.strictObject({
  start: line(110).describe('one short sentence that acknowledges this reader.'),
  quote: id()
    .optional()
    .describe('the clause that helps this reader most, one of those under `cites:`, or delete the line.'),
  steps: z
    .array(stepSchema)
    .min(1)
    .max(5)
    .describe('a list of one to five steps, each starting with `- who:`; the first is shown at once.'),
});

/** `content/situations/<id>.yaml` */
export const situationSchema = z.strictObject({
  title: line(100).describe('a title of at most 100 characters, better 60, in words a parent would use.'),
  summary: line(140).describe('one line of at most 140 characters.'),
  start: line(180).describe(
    'what to say first to a reader who may be any of the three: an acknowledgement and a first step.',
  ),
  option: line(80)
    .optional()
    .describe('how a reader would say that it’s this one, when asked which is closest, or delete the line.'),
  looksLike: z
    .array(text())
    .min(3)
    .max(6)
    .describe('a list of three to six examples, each on a line that starts with a hyphen.'),
  cites: z.array(id()).describe('the anchors of the clauses cited, in square brackets; [] for none.'),
  unconfirmed: z
    .literal(true)
    .optional()
    .describe('true while nobody has said whether the clauses cited are about this, or delete the line.'),
  section: z
    .literal(true)
    .optional()
    .describe(
      'true if it’s what the Code says under a heading, so that all its clauses are shown, or delete the line.',
    ),
  /** Without it, nothing notices when a clause comes to say something else. */
  readBeside: readBeside(),
  why: text().describe('two sentences on why it matters.'),
  keywords: z
    .array(text())
    .min(1)
    .describe('a list of words that a reader might search for, in square brackets.'),
  tellApart: z
    .array(
      z.strictObject({
        when: text().describe('when it’s the other situation instead, as a sentence.'),
        see: id().describe('the id of the other situation.'),
      }),
    )
    .describe('a list of similar situations and when they apply, each with `when:` and `see:`.'),
  routes: z
    .strictObject({ affected: routeSchema, responsible: routeSchema, staff: routeSchema })
    .describe('three routes: affected, responsible and staff.'),
  reply: replySchema,
});
export type SituationFile = z.output<typeof situationSchema>;
export type StepFile = z.output<typeof stepSchema>;
export type RouteFile = z.output<typeof routeSchema>;

/** `content/groups.yaml`: the situations, grouped as a reader would expect. */
export const groupsSchema = z
  .array(
    z.strictObject({
      title: line(60).describe('the title of the group.'),
      intro: text().describe('one short sentence on what’s in the group.'),
      situations: z.array(id()).min(1).describe('the ids of its situations, in order.'),
      readBeside: readBeside(),
    }),
  )
  .min(1);
export type Groups = z.output<typeof groupsSchema>;
