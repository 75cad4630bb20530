import { z } from 'zod';
import { id, line, text } from '../shared/fields.ts';
import type { Problem } from '../shared/problem.ts';
import { PARENT_PLACE, WRITER_PLACE } from './replyText.ts';
import { FAMILY_READERS, type ReaderKind } from './situation.ts';

/** `reply` in `content/situations/<id>.yaml`: what a member of staff copies into an email. */
export const replySchema = z
  .strictObject({
    to: line(80).describe(
      'whom this reply is for, as a few words, for example “a parent who wants to meet now”.',
    ),
    clause: id()
      .optional()
      .describe('the anchor of one of the clauses under `cites:`, or take the line out.'),
    route: z.enum(FAMILY_READERS).describe('the route that the reply names: affected or responsible.'),
    steps: z
      .array(z.int('that is not a whole number.').min(1, 'steps count from 1.'))
      .min(1)
      .max(3)
      .describe('which steps of that route, as one to three numbers in square brackets, for example [1, 2].'),
    text: text().describe(
      'the letter below `text: |`, with a blank line between paragraphs and places to fill in in square brackets.',
    ),
  })
  .describe('a reply for a parent or carer, with `to:`, `route:`, `steps:` and `text:`.');
export type ReplyFile = z.output<typeof replySchema>;

/** A mistake in a reply, and where: the key that is wrong, or a place in the letter, as an offset in its text. */
interface Mistake extends Pick<Problem, 'wrong' | 'instead'> {
  at: 'clause' | 'steps' | 'text' | number;
}

/**
 * What is wrong with a reply beyond its shape.
 *
 * @param file path shown in messages
 * @param written the file's text, to find lines in
 * @param situation the reply, the clauses that its situation cites, and the steps of each route
 */
export function replyProblems(
  file: string,
  written: string,
  {
    reply,
    cites,
    routes,
  }: { reply: ReplyFile; cites: readonly string[]; routes: Record<ReaderKind, readonly unknown[]> },
): Problem[] {
  const lines = written.split('\n');
  const start = lines.findIndex((each) => each.startsWith('reply:'));
  const lineOf = (at: Mistake['at']): number => {
    const key = typeof at === 'number' ? 'text' : at;
    const found = lines.findIndex((each, index) => index > start && each.trimStart().startsWith(`${key}:`));
    // Only below `text: |` do the letter's lines stand as they are in the file.
    const below = typeof at === 'number' && lines[found]?.trimEnd().endsWith('|');
    return found + 1 + (below ? reply.text.slice(0, at).split('\n').length : 0);
  };
  return [
    ...clauseMistakes(reply, cites),
    ...stepMistakes(reply, routes[reply.route].length),
    ...unknownMarks(reply.text),
    ...markMistakes(reply, 'clause'),
    ...markMistakes(reply, 'route'),
    ...placeMistakes(reply.text),
  ].map(({ at, wrong, instead }) => ({ file, line: lineOf(at), wrong, instead }));
}

function clauseMistakes({ clause }: ReplyFile, cites: readonly string[]): Mistake[] {
  if (clause === undefined || cites.includes(clause)) return [];
  return [
    {
      at: 'clause',
      wrong: `The reply quotes the clause “${clause}”, which is not under \`cites:\`.`,
      instead:
        cites.length === 0
          ? 'Take the line out, and `{clause}` from the text: this situation cites no clause.'
          : `Write one of: ${cites.join(', ')}.`,
    },
  ];
}

function stepMistakes({ route, steps }: ReplyFile, there: number): Mistake[] {
  return steps
    .filter((step) => step > there)
    .map((step) => ({
      at: 'steps',
      wrong: `The reply names step ${step} of the route “${route}”, which has only ${there}.`,
      instead: `Write numbers from 1 to ${there}.`,
    }));
}

/** Curly brackets around anything but `{clause}` and `{route}`, or without a partner. */
function unknownMarks(words: string): Mistake[] {
  return [...words.matchAll(/\{(?!(?:clause|route)\})[^}\n]*\}?|(?<!\{(?:clause|route))\}/g)].map((mark) => ({
    at: mark.index,
    wrong: `The reply holds “${mark[0]}”, which stands for nothing.`,
    instead: 'Write `{clause}` or `{route}`, or take it out. Places to fill in stand in square brackets.',
  }));
}

/** `{route}`, and `{clause}` where one is named, stand there once, in a paragraph of their own. */
function markMistakes({ clause, text: words }: ReplyFile, kind: 'clause' | 'route'): Mistake[] {
  const mark = `{${kind}}`;
  const [first, second] = [...words.matchAll(new RegExp(`\\{${kind}\\}`, 'g'))];
  const wanted = kind === 'route' || clause !== undefined;
  if (first === undefined) {
    if (!wanted) return [];
    return kind === 'route'
      ? [
          {
            at: 'text',
            wrong: 'The reply has no “{route}”.',
            instead: 'Write `{route}` in a paragraph of its own where the steps are to stand.',
          },
        ]
      : [
          {
            at: 'clause',
            wrong: 'The reply names a clause, but has no “{clause}”.',
            instead:
              'Write `{clause}` in a paragraph of its own where the clause is to stand, or take this line out.',
          },
        ];
  }
  const at = first.index;
  if (!wanted)
    return [
      {
        at,
        wrong: 'The reply has “{clause}”, but does not say which clause.',
        instead: 'Add a line `clause:` with one of the anchors under `cites:`, or take it out of the text.',
      },
    ];
  if (second !== undefined)
    return [
      { at: second.index, wrong: `“${mark}” stands in the reply twice.`, instead: 'Leave one of them.' },
    ];
  const before = words
    .slice(0, at)
    .split(/\n\s*\n/)
    .at(-1);
  const after = words.slice(at + mark.length).split(/\n\s*\n/, 1)[0];
  if (before?.trim() === '' && after?.trim() === '') return [];
  return [
    {
      at,
      wrong: `“${mark}” stands among other words in the reply.`,
      instead: 'Put it in a paragraph of its own, with a blank line before and after it.',
    },
  ];
}

/** A place to fill in, which opens and closes in one paragraph; or else a bracket without a partner. */
const BRACKETS = /\[(?<place>(?:(?!\n\s*\n)[^[\]])*)\]|[[\]]/g;

/** Places to fill in: well written, and among them the two names without which it is no letter. */
function placeMistakes(words: string): Mistake[] {
  const brackets = [...words.matchAll(BRACKETS)].map(({ index, groups }) => ({
    at: index,
    place: groups?.place?.trim(),
  }));
  const names = [
    { name: PARENT_PLACE, whose: 'of whom it is for' },
    { name: WRITER_PLACE, whose: 'of who writes it' },
  ];
  return [
    ...brackets
      .filter(({ place }) => place === undefined || place === '')
      .map(({ at, place }) => ({
        at,
        wrong:
          place === undefined
            ? `A square bracket has no partner: “${words.slice(at, at + 20).split('\n', 1)[0]}”.`
            : 'The place “[]” does not say what to write there.',
        instead: 'Write each place to fill in as `[what to write there]`, all of it in one paragraph.',
      })),
    ...names
      .filter(({ name }) => !brackets.some(({ place }) => place === name))
      .map(({ name, whose }) => ({
        at: 'text' as const,
        wrong: `The reply has no place for the name ${whose}.`,
        instead: `Write \`[${name}]\` where it is to stand.`,
      })),
  ];
}
