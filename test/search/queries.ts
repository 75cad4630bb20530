import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A search as a parent may type it, and what it should find. Addresses are those of a site at the root of its host. */
export interface Query {
  query: string;
  kind: 'plain' | 'typo' | 'american' | 'quotes' | 'apostrophe' | 'school';
  /** The section that should come first. */
  first: string;
  /** Sections that are as good an answer: mostly the situation about the clause, or the clause that it quotes. */
  fine: string[];
}

/** So many queries, chosen by hash, are left for the end: nothing was tuned on them. */
const HELD_OUT = 40;

/** The queries of `queries.jsonl`, those that were tuned on and those that weren't. */
export function readQueries(): { tuned: Query[]; heldOut: Query[] } {
  const lines = readFileSync(path.join(import.meta.dirname, 'queries.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const queries = lines.map((line): Query => JSON.parse(line));
  const byHash = queries.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1));
  return { heldOut: byHash.slice(0, HELD_OUT), tuned: byHash.slice(HELD_OUT) };
}

function hash({ query }: Query): string {
  return createHash('sha256').update(query).digest('hex');
}

/** How many of some queries were answered well. */
export interface Hits {
  /** The first result is the very section that should come first. */
  exact: number;
  /** The first result is that section, or one as good. */
  first: number;
  /** One of those is among the first three. */
  three: number;
  /** The queries whose first result is neither. */
  wrong: string[];
}

/**
 * Measures a search.
 *
 * @param search gives the addresses of what it finds, in the order in which they're shown
 */
export async function hitsOf(
  queries: readonly Query[],
  search: (query: string) => Promise<readonly string[]>,
): Promise<Hits> {
  const hits: Hits = { exact: 0, first: 0, three: 0, wrong: [] };
  for (const { query, first, fine } of queries) {
    const found = await search(query);
    const good = found.slice(0, 3).map((href) => href === first || fine.includes(href));
    if (found[0] === first) hits.exact++;
    if (good[0] === true) hits.first++;
    else hits.wrong.push(query);
    if (good.includes(true)) hits.three++;
  }
  return hits;
}
