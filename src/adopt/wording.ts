import { z } from 'zod';
import { id } from '../shared/fields.ts';

/** Where the wording of schools’ Codes is, from the project’s folder. */
export const WORDING_FILE = 'content/adopt/policy-wording.yaml';

/** Where the wording is of rules on the topics of content/elsewhere.yaml. */
export const RULES_FILE = 'content/adopt/elsewhere-rules.yaml';

/** Where the sentences are that claim something about the stock Code. */
export const CLAIMS_FILE = 'content/adopt/claims.yaml';

/** Words, or runs of them, with commas between; ` + ` joins what only counts together, and `/` is “or”. */
export function cues() {
  return z.string().transform((text) => text.split(',').map((cue) => cue.trim().split(/\s+\+\s+/)));
}

/** `content/adopt/policy-wording.yaml`: what clauses are about, and how they say it. */
export const wordingSchema = z.array(
  z.strictObject({
    id: id().describe('what the clause is about, in small letters and hyphens.'),
    situations: z.array(id()).describe('ids from content/situations that rest on it, in square brackets.'),
    stock: z
      .array(id())
      .describe('anchors of the stock Code that it takes the place of, in square brackets.'),
    supports: z
      .boolean()
      .default(false)
      .describe('true if steps of any situation may rest on it, or delete the line.'),
    always: z
      .boolean()
      .default(false)
      .describe(
        'true if its situations are true of any school, with or without such a clause, or delete the line.',
      ),
    whole: z
      .boolean()
      .default(false)
      .describe('true if all the steps of a list count with those about it, or delete the line.'),
    form: z
      .enum(['rule', 'action', 'any'])
      .default('rule')
      .describe('rule, action or any, or delete the line if it’s a rule.'),
    sureFrom: z
      .number()
      .min(0.6)
      .max(1)
      .optional()
      .describe(
        'how sure a clause has to be if nothing above it is about it, from 0.6 to 1, or delete the line.',
      ),
    words: cues().describe('words that point to it, with commas between.'),
    certain: cues()
      .optional()
      .describe('words that say nothing else, however unlike others the clause is, or delete the line.'),
    notUnder: cues()
      .optional()
      .describe('words above a clause with which it’s about something else, or delete the line.'),
    needs: cues()
      .optional()
      .describe('words that such a clause or what’s above it has to have, or delete the line.'),
    headings: cues()
      .optional()
      .describe(
        'words of a heading under which all is about it, if nothing else surely is, or delete the line.',
      ),
    hints: cues()
      .optional()
      .describe(
        'words with which it’s worth asking, if no other clause may be about it, or delete the line.',
      ),
    nearest: z
      .boolean()
      .default(false)
      .describe('true if a clause with one of the hints may be quoted as the nearest, or delete the line.'),
    doubtfulWith: cues()
      .optional()
      .describe('words with which a clause is only doubtfully about it, or delete the line.'),
    sureWith: cues().optional().describe('words with which it’s about it all the same, or delete the line.'),
    first: cues()
      .optional()
      .describe(
        'words of the clause that steps rest on rather than on another about it, or delete the line.',
      ),
    acts: cues()
      .optional()
      .describe('words of what’s done, one of which a clause surely about it has, or delete the line.'),
    examples: z.array(z.string().min(1)).min(1).describe('how Codes say it, a line each.'),
  }),
);
export type Topic = z.output<typeof wordingSchema>[number];

/** `content/adopt/elsewhere-rules.yaml`: by the topics’ ids, how a Code speaks of them that has a rule on them. */
export const rulesSchema = z.record(id(), cues());

/** `content/adopt/claims.yaml` */
export const claimsSchema = z.array(
  z.union([
    z.strictObject({
      claim: z.string().min(1).describe('the sentence, exactly as in the stock.'),
      neutral: z.string().describe('what’s true of any Code, or "" for nothing.'),
    }),
    z.strictObject({
      claim: z.string().min(1).describe('the sentence, or the words that claim something.'),
      holds: z.string().min(1).describe('why it’s true of any Code.'),
    }),
  ]),
);
export type Claim = z.output<typeof claimsSchema>[number];
