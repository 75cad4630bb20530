import { z } from 'zod';
import type { Clause } from '../code/document.ts';
import { id, line, readBeside } from '../shared/fields.ts';
import { type Problem, unknownName } from '../shared/problem.ts';

export const POSTER_FILE = 'content/poster.yaml';

/** `content/poster.yaml`: the poster and the tear-off sheet. */
export const posterSchema = z.strictObject({
  heading: line(60).describe('the heading, as a few words.'),
  steps: z
    .array(line(40))
    .length(3)
    .describe('three steps of about five words, each on a line that starts with a hyphen.'),
  invitation: line(200).describe('why people can trust it, in one to three short sentences.'),
  scan: line(100).describe('what to do with the QR code.'),
  find: line(100).describe('where to find the site while its address isn’t set.'),
  brief: z
    .array(id())
    .min(1)
    .describe('the anchors of the clauses on the poster, each on a line that starts with a hyphen.'),
  readBeside: readBeside(),
});
export type Poster = z.output<typeof posterSchema>;

/** Clauses of the poster that don't exist. */
export function posterProblems({ brief }: Poster, clauses: readonly Clause[]): Problem[] {
  const anchors = clauses.map(({ anchor }) => anchor);
  const unknown = brief.filter((anchor) => !anchors.includes(anchor));
  const [first] = unknown;
  if (first === undefined) return [];
  if (unknown.length === 1) return [unknownName(POSTER_FILE, 'clause', first, anchors)];
  const names = new Intl.ListFormat('en-GB').format(unknown.map((anchor) => `“${anchor}”`));
  return [
    {
      file: POSTER_FILE,
      wrong: `There are no clauses called ${names}.`,
      instead: `Under \`brief:\`, write some of: ${anchors.join(', ')}.`,
    },
  ];
}
