import { z } from 'zod';
import { id, line, stepNumbers, text } from '../shared/fields.ts';
import type { Problem } from '../shared/problem.ts';
import { FAMILY_READERS, type ReaderKind } from './situation.ts';

/** The placeholders that every reply must have, as written in its square brackets. */
export const PARENT_PLACE = 'name of parent';
export const WRITER_PLACE = 'your name';

/** `reply` in `content/situations/<id>.yaml`: what a member of staff copies into an email. */
export const replySchema = z
  .strictObject({
    to: line(80).describe(
      'who this reply is for, as a few words, for example “a parent who wants to meet now”.',
    ),
    clause: id().optional().describe('the anchor of one of the clauses under `cites:`, or delete the line.'),
    route: z.enum(FAMILY_READERS).describe('the route given in the reply: affected or responsible.'),
    steps: stepNumbers(),
    text: text().describe(
      'the letter below `text: |`, with a blank line between paragraphs and placeholders in square brackets.',
    ),
  })
  .describe('a reply for a parent or carer, with `to:`, `route:`, `steps:` and `text:`.');
export type ReplyFile = z.output<typeof replySchema>;

/** Plain words of a reply, or a placeholder without its brackets. */
export type ReplyRun = { text: string } | { place: string };

/** A paragraph of a reply: words, or a marker for the clause or the route. */
export type ReplyParagraph = { kind: 'text'; runs: ReplyRun[] } | { kind: 'clause' } | { kind: 'route' };

const BLANK_LINE = /\n\s*\n/;

/** Parses the text of a reply: a blank line ends a paragraph, any other line break is a space. */
export function parseReply(text: string): ReplyParagraph[] {
  return text
    .trim()
    .split(BLANK_LINE)
    .map((paragraph): ReplyParagraph => {
      const words = paragraph.trim().replace(/\s*\n\s*/g, ' ');
      if (words === '{clause}') return { kind: 'clause' };
      if (words === '{route}') return { kind: 'route' };
      const parts = words.split(/(\[[^\]]*\])/).filter((part) => part !== '');
      return {
        kind: 'text',
        runs: parts.map((part) =>
          part.startsWith('[') ? { place: part.slice(1, -1).trim() } : { text: part },
        ),
      };
    });
}

/** Reports a problem at a key of the reply, or at an offset in its text. */
type Report = (at: 'clause' | 'steps' | 'text' | number, wrong: string, instead: string) => void;

/**
 * What's wrong with a reply beyond its shape.
 *
 * @param file path shown in messages
 * @param written the file's text, to find lines
 * @param situation the reply, the clauses its situation cites, and the steps of each route
 */
export function replyProblems(
  file: string,
  written: string,
  {
    reply,
    cites,
    routes,
  }: {
    reply: ReplyFile;
    cites: readonly string[];
    routes: Record<ReaderKind, { steps: readonly unknown[] }>;
  },
): Problem[] {
  const problems: Problem[] = [];
  const lines = written.split('\n');
  const start = lines.findIndex((line) => line.startsWith('reply:'));
  const report: Report = (at, wrong, instead) => {
    const key = typeof at === 'number' ? 'text' : at;
    const found = lines.findIndex((line, index) => index > start && line.trimStart().startsWith(`${key}:`));
    // Only below `text: |` are the lines of the letter the same as those of the file.
    const inLetter = typeof at === 'number' && lines[found]?.trimEnd().endsWith('|');
    const line = found + 1 + (inLetter ? reply.text.slice(0, at).split('\n').length : 0);
    problems.push({ file, line, wrong, instead });
  };
  if (reply.clause !== undefined && !cites.includes(reply.clause))
    report(
      'clause',
      `The reply quotes the clause “${reply.clause}”, which isn’t under \`cites:\`.`,
      cites.length === 0
        ? 'Delete the line, and `{clause}` in the text: this situation cites no clause.'
        : `Write one of: ${cites.join(', ')}.`,
    );
  const { length } = routes[reply.route].steps;
  for (const step of reply.steps.filter((number) => number > length))
    report(
      'steps',
      `The reply gives step ${step} of the route “${reply.route}”, which has only ${length}.`,
      `Write numbers from 1 to ${length}.`,
    );
  checkMarkers(reply, report);
  checkPlaces(reply.text, report);
  return problems;
}

/** `{route}`, and `{clause}` if a clause is named, must be there once, each as a paragraph. */
function checkMarkers({ clause, text }: ReplyFile, report: Report): void {
  const braces = [...text.matchAll(/\{[^{}\n]*\}?|\}/g)];
  for (const { 0: marker, index } of braces)
    if (marker !== '{clause}' && marker !== '{route}')
      report(
        index,
        `The reply has “${marker}”, which has no meaning here.`,
        'Write `{clause}` or `{route}`, or delete it. Placeholders go in square brackets.',
      );
  const paragraphs = text.split(BLANK_LINE).map((paragraph) => paragraph.trim());
  for (const marker of ['{clause}', '{route}']) {
    const [first, second] = braces.filter(([brace]) => brace === marker);
    if (second !== undefined)
      report(second.index, `“${marker}” is in the reply twice.`, 'Delete one of them.');
    else if (first !== undefined && !paragraphs.includes(marker))
      report(
        first.index,
        `“${marker}” is among other words in the reply.`,
        'Make it a separate paragraph, with a blank line before and after it.',
      );
    else if (first === undefined && marker === '{route}')
      report(
        'text',
        'The reply has no “{route}”.',
        'Write `{route}` as a separate paragraph where the steps should be.',
      );
    else if (first === undefined && clause !== undefined)
      report(
        'clause',
        'The reply names a clause, but has no “{clause}”.',
        'Write `{clause}` as a separate paragraph where the clause should be, or delete this line.',
      );
    if (first !== undefined && marker === '{clause}' && clause === undefined)
      report(
        first.index,
        'The reply has “{clause}”, but doesn’t say which clause.',
        'Add a line `clause:` with one of the anchors under `cites:`, or delete it from the text.',
      );
  }
}

/** A placeholder within one paragraph, or else an unmatched bracket. */
const BRACKETS = /\[(?<place>(?:(?!\n\s*\n)[^[\]])*)\]|[[\]]/g;

/** Placeholders must be complete, and include the two names. */
function checkPlaces(text: string, report: Report): void {
  const brackets = [...text.matchAll(BRACKETS)].map(({ index, groups }) => ({
    index,
    place: groups?.place?.trim(),
  }));
  for (const { index, place } of brackets)
    if (place === undefined || place === '')
      report(
        index,
        place === undefined
          ? `A square bracket has no partner: “${text.slice(index, index + 20).split('\n', 1)[0]}”.`
          : 'The placeholder “[]” doesn’t say what to write there.',
        'Write each placeholder as `[what to write there]`, all in one paragraph.',
      );
  for (const [name, whose] of [
    [PARENT_PLACE, 'the person it’s for'],
    [WRITER_PLACE, 'the person writing it'],
  ])
    if (!brackets.some(({ place }) => place === name))
      report(
        'text',
        `The reply has no placeholder for the name of ${whose}.`,
        `Write \`[${name}]\` where the name should be.`,
      );
}
