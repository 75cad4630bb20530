import { z } from 'zod';
import { id, line } from '../shared/fields.ts';
import type { Problem } from '../shared/problem.ts';

/** The file that says what stands on paper. */
export const POSTER_FILE = 'content/poster.yaml';

/** `content/poster.yaml`: the poster, and the sheet to tear off. */
export const posterSchema = z.strictObject({
  heading: line(60).describe('the heading, as a few words.'),
  invitation: line(200).describe('what the checker is for, in one to three short sentences.'),
  scan: line(100).describe('what to do with the QR code.'),
  find: line(100).describe('where to find the site, while its address is not set.'),
  brief: z
    .array(id())
    .min(1)
    .describe('the anchors of the clauses that stand on the poster, each on a line with a hyphen.'),
});
export type Poster = z.output<typeof posterSchema>;

/** Clauses of the poster that are not there. */
export function posterProblems({ brief }: Poster, anchors: readonly string[]): Problem[] {
  return brief
    .filter((anchor) => !anchors.includes(anchor))
    .map((anchor) => ({
      file: POSTER_FILE,
      wrong: `There is no clause “${anchor}”.`,
      instead: `Write one of: ${anchors.join(', ')}.`,
    }));
}
