import { shortAddressOfClause, shortAddressOfSituation } from '../addresses/registry.ts';
import { withBase } from '../shared/urls.ts';
import { type Letter, type LetterBlock, resolveReply } from '../situations/reply.ts';
import type { Sources } from '../situations/resolve.ts';
import type { SituationFile } from '../situations/schema.ts';
import type { Step } from '../situations/situation.ts';
import type { EmailBlock, EmailRun } from './email.ts';
import { quotationOf } from './quotations.ts';

/** What stands in a reply to a parent, by the short address of its situation from the site's root. */
export type Replies = Record<string, EmailBlock[]>;

/** Every situation's reply, ready for an email. */
export function repliesFor(situations: ReadonlyMap<string, SituationFile>, sources: Sources): Replies {
  return Object.fromEntries(
    [...situations].map(([id, situation]) => [shortAddressOfSituation(id), replyAsEmail(situation, sources)]),
  );
}

/** One situation's reply: its letter with the Code's words, the link to them, and the route. */
export function replyAsEmail(situation: SituationFile, sources: Sources): EmailBlock[] {
  const letter: Letter = resolveReply(situation, sources);
  return letter.blocks.flatMap((block) => asEmail(block, sources));
}

function asEmail(block: LetterBlock, { clauses, base }: Sources): EmailBlock[] {
  switch (block.kind) {
    case 'text':
      return [
        {
          kind: 'text',
          runs: block.runs.map((run) =>
            'place' in run ? { text: `[${run.place}]`, place: true } : { text: run.text },
          ),
        },
      ];
    case 'quotation': {
      const clause = clauses.get(block.anchor);
      if (clause === undefined) return [];
      const href = withBase(base, shortAddressOfClause(clause.anchor));
      return [quotationOf(clause), { kind: 'text', runs: [{ text: href, href }] }];
    }
    case 'route':
      return [{ kind: 'steps', items: block.steps.map(stepAsRuns) }];
  }
}

/** A step on one line: to whom, how, and how to reach them. */
function stepAsRuns({ who, how, details, unset, help }: Step): EmailRun[] {
  const reached: EmailRun[][] = [
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
  return [{ text: `${who}. ${how}` }, ...reached.flatMap((runs) => [{ text: ' ' }, ...runs])];
}
