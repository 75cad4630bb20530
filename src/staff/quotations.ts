import { shortAddressOfClause, shortAddressOfSituation } from '../addresses/registry.ts';
import type { Clause } from '../code/document.ts';
import { withBase } from '../shared/urls.ts';
import type { SituationFile } from '../situations/schema.ts';
import type { EmailBlock } from './email.ts';

/** What stands in an email for each clause and each situation, by short address from the site's root. */
export type Quotations = Record<string, EmailBlock[]>;

interface Sources {
  /** Title of the Code. */
  title: string;
  clauses: ReadonlyMap<string, Clause>;
  situations: ReadonlyMap<string, SituationFile>;
  /** Folder in which the site stands. */
  base: string;
}

/**
 * Words the quotation of everything that can be quoted: the heading, the Code's words and the link; for a situation,
 * what it is and the words of every clause it cites.
 */
export function quotationsFor({ title, clauses, situations, base }: Sources): Quotations {
  const linkTo = (address: string): EmailBlock => {
    const href = withBase(base, address);
    return { kind: 'text', runs: [{ text: href, href }] };
  };
  const ofClauses = [...clauses.values()].map((clause): [string, EmailBlock[]] => {
    const address = shortAddressOfClause(clause.anchor);
    return [
      address,
      [{ kind: 'heading', text: `${title}: ${clause.heading}` }, quotationOf(clause), linkTo(address)],
    ];
  });
  const ofSituations = [...situations].map(([id, situation]): [string, EmailBlock[]] => {
    const address = shortAddressOfSituation(id);
    const quoted = situation.cites.flatMap((anchor) => clauses.get(anchor) ?? []);
    return [
      address,
      [
        { kind: 'heading', text: situation.title },
        { kind: 'text', runs: [{ text: situation.summary }] },
        ...(quoted.length === 0 ? [] : [saidBy(title)]),
        ...quoted.map(quotationOf),
        linkTo(address),
      ],
    ];
  });
  return Object.fromEntries([...ofClauses, ...ofSituations]);
}

/** A clause as it is quoted in an email. */
export function quotationOf({ anchor, leadIn, text }: Clause): EmailBlock {
  return { kind: 'quotation', anchor, lines: leadIn === undefined ? [text] : [leadIn, text] };
}

/** The words of ours that part what we say from what the Code says. */
function saidBy(title: string): EmailBlock {
  return { kind: 'text', runs: [{ text: `From “${title}”:` }] };
}
