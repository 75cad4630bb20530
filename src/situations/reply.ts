import { type LetterRun, parseReply } from './replyText.ts';
import { quotationOf, resolveStep, type Sources } from './resolve.ts';
import type { SituationFile } from './schema.ts';
import type { Quotation, Step } from './situation.ts';

/** A paragraph of a letter, the Code's words in it, or the steps of the route that it names. */
export type LetterBlock =
  | { kind: 'text'; runs: LetterRun[] }
  | ({ kind: 'quotation' } & Quotation)
  | { kind: 'route'; steps: Step[] };

/** A reply to a parent or carer, for a member of staff to copy, fill in and send. */
export interface Letter {
  /** Whom it is for, in a few words. */
  to: string;
  blocks: LetterBlock[];
}

/**
 * The reply of one situation, with all that it only names looked up. For staff alone: it is no part of
 * what {@link resolveSituations} sends to every reader.
 *
 * Names that lead nowhere have been refused before (see `schemas/reply.ts`); here they are left out.
 */
export function resolveReply({ reply, routes }: SituationFile, sources: Sources): Letter {
  return {
    to: reply.to,
    blocks: parseReply(reply.text).flatMap((paragraph): LetterBlock[] => {
      if (paragraph.kind === 'text') return [paragraph];
      if (paragraph.kind === 'route')
        return [
          {
            kind: 'route',
            steps: reply.steps.flatMap((number) => {
              const step = routes[reply.route][number - 1];
              return step === undefined ? [] : [resolveStep(step, sources)];
            }),
          },
        ];
      return reply.clause === undefined
        ? []
        : quotationOf(sources.clauses.get(reply.clause), sources.base).map((quotation) => ({
            kind: 'quotation',
            ...quotation,
          }));
    }),
  };
}
