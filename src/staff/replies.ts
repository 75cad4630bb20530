import { shortAddressOfClause, shortAddressOfSituation } from '../addresses/registry.ts';
import { parseReply } from '../situations/reply.ts';
import { resolveStep, type Sources } from '../situations/resolve.ts';
import type { SituationFile } from '../situations/schema.ts';
import type { Step } from '../situations/situation.ts';
import type { EmailBlock, EmailRun } from './email.ts';
import { linkTo, quotationOf } from './quotations.ts';

/** The reply to a parent for each situation, by its short address from the site's root. */
export type Replies = Record<string, EmailBlock[]>;

/** Every situation's reply, ready for an email. */
export function repliesFor(situations: ReadonlyMap<string, SituationFile>, sources: Sources): Replies {
  return Object.fromEntries(
    [...situations].map(([id, situation]) => [shortAddressOfSituation(id), replyAsEmail(situation, sources)]),
  );
}

/**
 * One situation's reply, with the Code's words and the steps of the route in place of their markers. Names that don't
 * exist, which `replyProblems` reports, are left out.
 */
export function replyAsEmail({ reply, routes }: SituationFile, sources: Sources): EmailBlock[] {
  return parseReply(reply.text).flatMap((paragraph): EmailBlock[] => {
    if (paragraph.kind === 'clause') {
      const clause = sources.clauses.get(reply.clause ?? '');
      if (clause === undefined) return [];
      return [quotationOf(clause), linkTo(shortAddressOfClause(clause.anchor), sources.base)];
    }
    if (paragraph.kind === 'route') {
      const steps = reply.steps.flatMap((number) => routes[reply.route].steps[number - 1] ?? []);
      return [{ kind: 'steps', items: steps.map((step) => stepRuns(resolveStep(step, sources))) }];
    }
    const runs = paragraph.runs.map(
      (run): EmailRun => ('place' in run ? { text: `[${run.place}]`, place: true } : run),
    );
    return [{ kind: 'text', runs }];
  });
}

/** A step on one line: who, how, and how to reach them. */
function stepRuns({ who, how, details, unset, help }: Step): EmailRun[] {
  const contact: EmailRun[][] = [
    ...(unset === undefined ? [] : [[{ text: unset }]]),
    ...details.map(({ label, text, href }) => [
      { text: `${label}: ` },
      href === undefined ? { text } : { text, href },
    ]),
    ...help.map(({ name, phone, url }) => [
      { text: name, href: url },
      ...(phone === undefined ? [] : [{ text: `, ${phone}` }]),
    ]),
  ];
  return [{ text: `${who}. ${how}` }, ...contact.flatMap((runs) => [{ text: ' ' }, ...runs])];
}
