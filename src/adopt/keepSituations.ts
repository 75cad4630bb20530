import { EMERGENCY, NOT_COVERED } from '../checker/reading/reader.ts';
import { type NamingSituations, withoutSituations } from '../content/withoutSituations.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';
import type { Appeal } from './appeal.ts';
import type { Topic } from './wording.ts';

/** What each topic’s clauses are, the surest first. */
export type Confirmed = ReadonlyMap<string, readonly string[]>;

/** The clauses that the new Code has in place of the stock’s. */
export interface NewCitations {
  confirmed: Confirmed;
  /** For topics without any, those that may be about them. */
  nearest: Confirmed;
  /** The step to the clause that says how to appeal, if there is one. */
  appeal?: (Pick<Appeal, 'situation' | 'insteadOf' | 'who' | 'how'> & { clause: string }) | undefined;
  /** Anchors of all clauses, in their order: that of the citations. */
  anchors: readonly string[];
  /** Whether a clause’s words say by themselves what’s expected, so that they can be quoted alone. */
  quotable(anchor: string): boolean;
}

/**
 * Keeps the situations that a clause covers, with their citations of the stock Code’s clauses replaced; drops the others
 * from all that names them.
 */
export function keepSituations(
  stock: NamingSituations,
  topics: readonly Topic[],
  citations: NewCitations,
): NamingSituations & { dropped: string[] } {
  const { confirmed, nearest } = citations;
  const has = (clauses: Confirmed, { id }: Topic): boolean => (clauses.get(id)?.length ?? 0) > 0;
  const covered = (id: string): boolean =>
    topics.some(
      (topic) =>
        topic.situations.includes(id) && (topic.always || has(confirmed, topic) || has(nearest, topic)),
    );
  const dropped = [...stock.situations.keys()].filter(
    (id) => id !== EMERGENCY && id !== NOT_COVERED && !covered(id),
  );
  const kept = withoutSituations(stock, dropped);
  return {
    ...kept,
    situations: new Map(
      [...kept.situations].map(([id, situation]) => [id, recite(id, situation, topics, citations)]),
    ),
    dropped,
  };
}

/** Replaces each stock clause that a situation names by the new Code’s, or leaves it out. */
function recite(
  id: string,
  situation: SituationFile,
  topics: readonly Topic[],
  { confirmed, nearest, appeal, anchors, quotable }: NewCitations,
): SituationFile {
  const own = topics.filter((topic) => topic.situations.includes(id));
  const isConfirmed = own.some((topic) => (confirmed.get(topic.id) ?? []).length > 0);
  const near = isConfirmed ? [] : own.flatMap((topic) => nearest.get(topic.id) ?? []);
  const isUnconfirmed = near.length > 0;
  const clausesFor = (stock: string): readonly string[] => {
    const about = topics.filter(
      (topic) => topic.stock.includes(stock) && (own.includes(topic) || topic.supports),
    );
    const [topic] = about.filter((each) => own.includes(each)).concat(about.length === 1 ? about : []);
    return topic === undefined ? [] : (confirmed.get(topic.id) ?? []);
  };
  // What other topics’ clauses say, its steps quote where that helps.
  const cites = [...new Set([...near, ...own.flatMap((topic) => confirmed.get(topic.id) ?? [])])].sort(
    (a, b) => anchors.indexOf(a) - anchors.indexOf(b),
  );
  const replaced = (stock: string | undefined, among?: readonly string[]): string | undefined =>
    stock === undefined
      ? undefined
      : clausesFor(stock).find(
          (anchor) => quotable(anchor) && (among === undefined || among.includes(anchor)),
        );
  /** Whether steps rest on a stock clause: its own clauses, the situation quotes in any case. */
  const isSupport = (stock: string | undefined): boolean =>
    topics.some((topic) => topic.supports && topic.stock.includes(stock ?? ''));
  const routes = Object.fromEntries(
    READERS.map((reader) => {
      const { quote, steps, ...route } = situation.routes[reader];
      const newQuote = replaced(quote, cites) ?? (quote === undefined ? undefined : cites.find(quotable));
      return [
        reader,
        {
          ...route,
          ...(newQuote === undefined ? {} : { quote: newQuote }),
          steps: steps.map(({ clause, ...step }) => {
            if (appeal?.situation === id && appeal.insteadOf === step.contact && reader !== 'staff')
              return { who: appeal.who, what: step.what, how: appeal.how, clause: appeal.clause };
            const newClause = isSupport(clause) ? replaced(clause) : undefined;
            return newClause === undefined ? step : { ...step, clause: newClause };
          }),
        },
      ];
    }),
  ) as SituationFile['routes'];
  const { clause, ...reply } = situation.reply;
  const quoted = replaced(clause, cites);
  // Nobody has read the guidance beside the new clauses yet.
  const { readBeside: _ofTheOldCode, ...rest } = situation;
  return {
    ...rest,
    cites,
    ...(isUnconfirmed ? { unconfirmed: true as const } : {}),
    routes,
    reply:
      quoted === undefined || isUnconfirmed
        ? { ...reply, text: withoutClause(reply.text) }
        : { ...reply, clause: quoted, text: neutralLeadIn(reply.text) },
  };
}

/** The sentence that ends in a colon before the place of the clause. */
const LEAD_IN = /([^.!?\n]*:)(\s*\n\s*\n\s*\{clause\})/;

function neutralLeadIn(text: string): string {
  return text.replace(
    LEAD_IN,
    (_, lead: string, place: string) => `${/^\s/.test(lead) ? ' ' : ''}This is what our Code says:${place}`,
  );
}

/** Takes the clause and the sentence before it out of a reply. */
function withoutClause(text: string): string {
  return text
    .replace(LEAD_IN, '')
    .replace(/\{clause\}/, '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}
