import { shortAddressOfClause, shortAddressOfSituation } from '../addresses/registry.ts';
import { cellsInOneLine, namedCells } from '../code/cells.ts';
import type { Clause } from '../code/document.ts';
import { withBase } from '../shared/urls.ts';
import type { SituationFile } from '../situations/schema.ts';
import type { EmailBlock } from './email.ts';

/** The email text for each clause and each situation, by short address from the site's root. */
export type Quotations = Record<string, EmailBlock[]>;

interface Sources {
  /** Title of the Code. */
  title: string;
  clauses: ReadonlyMap<string, Clause>;
  situations: ReadonlyMap<string, SituationFile>;
  /** The path the site is published under. */
  base: string;
}

/** The quotation of every clause, with its heading and link; and of every situation, with all the clauses it cites. */
export function quotationsFor({ title, clauses, situations, base }: Sources): Quotations {
  const ofClauses = [...clauses.values()].map((clause): [string, EmailBlock[]] => {
    const address = shortAddressOfClause(clause.anchor);
    const heading = [title, clause.heading].filter((words) => words !== '').join(': ');
    return [address, [{ kind: 'heading', text: heading }, quotationOf(clause), linkTo(address, base)]];
  });
  const ofSituations = [...situations].map(([id, situation]): [string, EmailBlock[]] => {
    const address = shortAddressOfSituation(id);
    // What nobody has confirmed is no answer to send.
    const cites = situation.unconfirmed ? [] : situation.cites;
    const quoted = cites.flatMap((anchor) => clauses.get(anchor) ?? []);
    return [
      address,
      [
        { kind: 'heading', text: situation.title },
        textBlock(situation.summary),
        ...(quoted.length === 0 ? [] : [textBlock(`From “${title}”:`)]),
        ...quoted.map(quotationOf),
        linkTo(address, base),
      ],
    ];
  });
  return Object.fromEntries([...ofClauses, ...ofSituations]);
}

/** A clause as quoted in an email. */
export function quotationOf(clause: Clause): EmailBlock {
  const { anchor, leadIn, text } = clause;
  const cells = namedCells(clause);
  if (cells !== undefined) return { kind: 'quotation', anchor, lines: [cellsInOneLine(cells)] };
  return { kind: 'quotation', anchor, lines: leadIn === undefined ? [text] : [leadIn, text] };
}

/** A paragraph with the link to an address. */
export function linkTo(address: string, base: string): EmailBlock {
  const href = withBase(base, address);
  return { kind: 'text', runs: [{ text: href, href }] };
}

function textBlock(text: string): EmailBlock {
  return { kind: 'text', runs: [{ text }] };
}
