import type { Clause } from '../code/document.ts';
import { shortName } from '../code/sections.ts';
import type { SituationFile } from '../situations/schema.ts';

/** What someone sees of an address before opening it. */
export interface Preview {
  title: string;
  description: string;
  /** The clause whose words the description holds. */
  clause?: Clause;
}

interface Known {
  clauses: ReadonlyMap<string, Clause>;
  situations: ReadonlyMap<string, SituationFile>;
}

/**
 * The words that stand for an address in a message: those of the clause or of the situation it leads to.
 *
 * @param destination from the site's root, e.g. `/#sanctions` or `/situations/sanctions/`
 */
export function previewOf(destination: string, { clauses, situations }: Known): Preview {
  const clause = clauses.get(destination.split('#')[1] ?? '');
  if (clause !== undefined) return { title: shortName(clause), description: wholeSentence(clause), clause };
  const situation = situations.get(/^\/situations\/([^/]+)\/$/.exec(destination)?.[1] ?? '');
  if (situation === undefined)
    return { title: 'This page has moved', description: 'The page stands at another address now.' };
  const { title, summary, cites } = situation;
  const [cited] = cites.flatMap((anchor) => clauses.get(anchor) ?? []);
  if (cited === undefined) return { title, description: summary };
  return { title, description: `${summary} The Code says: “${wholeSentence(cited)}”`, clause: cited };
}

/** A clause's words, after the sentence that they finish where they are an item of a list. */
export function wholeSentence({ leadIn, text }: Clause): string {
  return leadIn === undefined ? text : `${leadIn} ${text}`;
}
