import { z } from 'zod';
import { line, readBeside } from '../shared/fields.ts';

const sentence = (what: string) => line(300).describe(what);

/** A word or a run of words, as `topicOf` matches it. */
const run = () => z.string().regex(/^[a-z0-9]+\*?( [a-z0-9]+\*?)*$/);

/** `content/checker/words.yaml`: every sentence of the checker that is not a situation's. */
export const checkerSchema = z.strictObject({
  label: sentence('the label of the box.'),
  button: sentence('the button below the box.'),
  withoutScript: sentence('what is said in place of the box where there are no scripts.'),
  examples: z.array(sentence('an example to try.')).min(1).max(4).describe('one to four examples to try.'),
  privacy: sentence('the promise about privacy.'),
  danger: z
    .strictObject({
      call: sentence('the link that calls 999.'),
      tell: sentence('the link to who to tell about a child.'),
      line: sentence('the same in full, for search and for paper.'),
      help: z.array(z.string()).describe('ids from content/help.yaml, in square brackets.'),
    })
    .describe('the line about danger that is always below the box.'),
  emergency: z
    .strictObject({
      heading: sentence('the heading of the emergency panel.'),
      line: sentence('the sentence below it.'),
      safe: sentence('the button for when nobody is in danger, on the panel and below the quieter line.'),
      saidSafe: sentence('what is said once that button was pressed.'),
      next: z
        .array(
          z.strictObject({
            id: line(60).describe('a `who` of the emergency’s steps.'),
            words: z.array(run()).min(1).describe('words and runs of words, in square brackets.'),
          }),
        )
        .default([])
        .describe('who comes right after 999 for someone who says such words, or delete the lines.'),
    })
    .describe('the emergency panel.'),
  concern: z
    .strictObject({
      line: sentence('the quieter line for texts that may be about danger.'),
      danger: sentence('the button for when someone may be.'),
    })
    .describe('the quieter line about danger.'),
  closest: sentence('what is asked where the answer isn’t sure, above situations to choose from.'),
  notCovered: sentence('what stands above the answer where the Code does not cover it.'),
  elsewhere: sentence('what is said of a topic of content/elsewhere.yaml, with {topic} in it.').regex(
    /^[^{}]*\{topic\}[^{}]*$/,
    'it doesn’t have {topic} in it, once and alone.',
  ),
  empty: sentence('what is said where the box is empty.'),
  linked: sentence('what is said of the answer that a link led to.'),
  tellMore: sentence('what is said where there are too few words to go on.'),
  otherLanguage: sentence('a plain sentence for a text in another language.'),
  sure: z
    .array(
      z.strictObject({
        from: z.number().min(0).max(1).describe('the lowest confidence, from 0 to 1, at which this is said.'),
        says: sentence('how sure the checker is, in words.'),
      }),
    )
    .min(1)
    .describe('how sure the checker is, in words, the surest first; the last from 0.'),
  failed: sentence('what is said where the checker cannot be loaded.'),
  reopen: sentence('the words on the button that opens the checker again.'),
  readBeside: readBeside(),
});
/** `content/elsewhere.yaml`: what no situation is about, and who to ask. */
export const elsewhereSchema = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .describe('an id of small letters and hyphens.'),
    topic: line(60).describe('what takes the place of {topic} in `elsewhere` of content/checker/words.yaml.'),
    words: z
      .string()
      .transform((text) => text.split(',').map((each) => each.trim()))
      .pipe(z.array(run()).min(1))
      .describe(
        'words with commas between them: small letters, no apostrophes or accents; a star for any ending.',
      ),
    ask: line(200).describe('who to ask, in one or two plain sentences.'),
    readBeside: readBeside(),
  }),
);
export type Elsewhere = z.output<typeof elsewhereSchema>[number];

export type CheckerWords = z.output<typeof checkerSchema>;
