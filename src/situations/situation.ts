import { cellsInOneLine, introduced, namedCells } from '../code/cells.ts';

/** The three kinds of reader that each have a route, in the order shown. */
export const READERS = ['affected', 'responsible', 'staff'] as const;
export type ReaderKind = (typeof READERS)[number];
/** The readers who aren't staff: replies and the diagram of routes are only for them. */
export const FAMILY_READERS = ['affected', 'responsible'] as const satisfies readonly ReaderKind[];

/** A quoted clause, with the link to it (`href` includes the base). */
export interface Quotation {
  anchor: string;
  /** Its first words, to distinguish its link from others. */
  name: string;
  text: string;
  /** For a list item, the sentence that it finishes: without it, what's forbidden would seem to be asked for. */
  leadIn?: string;
  /** The heading it's under in the Code, unless its lead-in or the page's title says what it's about. */
  under?: string;
  /** Nobody at the school has said yet whether it's about this situation. */
  unconfirmed?: true;
  href: string;
}

/** Summaries of some situations that say something of one of them, and not the same of several. */
export function tellingSummaries(
  situations: readonly { id: string; summary: string }[],
): Map<string, string> {
  const isTelling = (own: string): boolean =>
    situations.filter(({ summary }) => summary === own).length === 1;
  return new Map(
    situations.filter(({ summary }) => isTelling(summary)).map(({ id, summary }) => [id, summary]),
  );
}

/**
 * A clause's words on one line: for a list item, after the sentence or heading that introduces its list; for a row of a
 * table, each cell's after the name of its column.
 */
export function inOneLine(clause: Pick<Quotation, 'leadIn' | 'text'>): string {
  const { leadIn, text } = clause;
  const cells = namedCells(clause);
  if (cells !== undefined) return cellsInOneLine(cells);
  return leadIn === undefined ? text : introduced(leadIn, text);
}

/** Said of a clause that may not be about the situation it's quoted for. */
export const UNCONFIRMED =
  'This is the nearest we could find. The school office can tell you if it covers this.';

/** A detail of the school, ready to show. */
export interface Detail {
  label: string;
  text: string;
  href?: string;
}

/** Help from outside the school, ready to show. */
export interface OutsideHelp {
  name: string;
  what: string;
  url: string;
  phone?: string;
  hours?: string;
}

/** A step of a route: guidance, with the words of the Code it rests on, if any. */
export interface Step {
  who: string;
  /** What it's for, in a few words. */
  what: string;
  how: string;
  say?: string;
  next?: string;
  quotation?: Quotation;
  /** The school's details. */
  details: Detail[];
  /** What to say if none of them is set. */
  unset?: string;
  help: OutsideHelp[];
}

/** What to do, for one kind of reader. */
export interface Route {
  /** A sentence that acknowledges this reader. */
  start: string;
  /** The clause that helps this reader most. */
  quotation?: Quotation;
  /** The first is shown at once, the others folded. */
  steps: Step[];
}

/** How a reader would say that it's this situation, when asked which is closest: its title unless the file says it. */
export const optionOf = ({ option, title }: { option?: string | undefined; title: string }): string =>
  option ?? title;

/** A situation with everything looked up, as the checker shows it. */
export interface Situation {
  id: string;
  /** Address of its page, including the base. */
  href: string;
  title: string;
  summary: string;
  /** What to say first while it isn't known which reader it is. */
  start: string;
  /** How a reader would say that it's this one, when asked which is closest. */
  option: string;
  quotations: Quotation[];
  /** It's what the Code says under a heading, its title. */
  section?: true;
  routes: Record<ReaderKind, Route>;
  keywords: string[];
}

/** The same with what only its page has. */
export interface SituationPage extends Situation {
  looksLike: string[];
  why: string;
  tellApart: { when: string; title: string; href: string }[];
}

export const READER_LABELS: Record<ReaderKind, string> = {
  affected: 'It happened to me',
  responsible: 'I did it, or I might',
  staff: 'I work at the school',
};
