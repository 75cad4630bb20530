import type { Clause } from '../code/document.ts';
import { shortName } from '../code/sections.ts';
import type { SituationFile } from '../situations/schema.ts';
import { inOneLine } from '../situations/situation.ts';

/** The preview of a link in a message. */
export interface Preview {
  title: string;
  description: string;
  /** The clause quoted in the description. */
  clause?: Clause;
}

interface Sources {
  clauses: ReadonlyMap<string, Clause>;
  situations: ReadonlyMap<string, SituationFile>;
}

/**
 * The preview of an address: the words of the clause or situation it leads to.
 *
 * @param destination from the site's root, e.g. `/#sanctions` or `/situations/sanctions/`
 */
export function previewOf(destination: string, { clauses, situations }: Sources): Preview {
  const clause = clauses.get(destination.split('#')[1] ?? '');
  if (clause !== undefined) return { title: shortName(clause), description: inOneLine(clause), clause };
  const situation = situations.get(/^\/situations\/([^/]+)\/$/.exec(destination)?.[1] ?? '');
  if (situation === undefined)
    return { title: 'This page has moved', description: 'This page has a new address.' };
  const { title, summary, cites, unconfirmed } = situation;
  const [cited] = unconfirmed ? [] : cites.flatMap((anchor) => clauses.get(anchor) ?? []);
  if (cited === undefined) return { title, description: summary };
  return { title, description: `${summary} The Code says: “${inOneLine(cited)}”`, clause: cited };
}
