import { z } from 'zod';
import { line } from '../shared/fields.ts';

const sentence = (what: string) => line(300).describe(what);

/** `content/checker/words.yaml`: every sentence of the checker that is not a situation's. */
export const checkerSchema = z.strictObject({
  heading: sentence('the heading above the box.'),
  label: sentence('the label of the box.'),
  examples: z.array(sentence('an example to try.')).min(1).max(4).describe('one to four examples to try.'),
  privacy: sentence('the promise about privacy.'),
  danger: z
    .strictObject({
      line: sentence('the line that always stands below the box.'),
      help: z.array(z.string()).describe('ids from content/help.yaml, in square brackets.'),
    })
    .describe('the standing line about danger.'),
  emergency: z
    .strictObject({
      heading: sentence('the heading of the emergency panel.'),
      line: sentence('the sentence below it.'),
    })
    .describe('the emergency panel.'),
  concern: sentence('the quieter line for texts that may be about danger.'),
  notCovered: sentence('what stands above the answer where the Code does not cover it.'),
  otherLanguage: sentence('a plain sentence for a text in another language.'),
  sure: z
    .array(
      z.strictObject({
        from: z.number().min(0).max(1).describe('a confidence from 0 to 1 from which this is said.'),
        says: sentence('how sure the checker is, in words.'),
      }),
    )
    .min(1)
    .describe('how sure the checker is, in words, the surest first; the last from 0.'),
  failed: sentence('what is said where the checker cannot be loaded.'),
});
export type CheckerWords = z.output<typeof checkerSchema>;
