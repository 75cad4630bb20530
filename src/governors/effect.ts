import type { ClauseMatches, MatchedClause, NewPassage } from '../code/matchClauses.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';

/** A situation whose page quotes a clause. */
export interface CitingSituation {
  id: string;
  title: string;
  /** How many phrases teach the checker to find it. */
  phrases: number;
}

/** What a draft does to one clause, and what on this site hangs on it. */
export interface ClauseEffect extends MatchedClause {
  situations: CitingSituation[];
}

/** What a draft would change on this site if it were adopted as it is. */
export interface DraftEffect {
  /** The clauses that are changed or lost, in the order of the Code. */
  clauses: ClauseEffect[];
  /** What belongs to no clause yet. */
  passages: NewPassage[];
  /** The situations whose pages quote words that would change, each once, in their own order. */
  pages: CitingSituation[];
}

/**
 * Works out what a draft does to the clauses in force, and to the situations that cite them, be it on top of
 * their page or in a step of a route.
 *
 * @param phraseCounts how many phrases teach each situation, by id
 */
export function effectOfDraft(
  carried: Pick<ClauseMatches, 'clauses' | 'passages'>,
  situations: ReadonlyMap<string, Pick<SituationFile, 'title' | 'cites' | 'routes'>>,
  phraseCounts: ReadonlyMap<string, number>,
): DraftEffect {
  const citing = [...situations].map(([id, file]) => ({
    id,
    title: file.title,
    phrases: phraseCounts.get(id) ?? 0,
    cited: new Set([
      ...file.cites,
      ...READERS.flatMap((reader) => file.routes[reader]).flatMap(({ clause }) => clause ?? []),
    ]),
  }));
  const those = (anchors: readonly string[]): CitingSituation[] =>
    citing
      .filter(({ cited }) => anchors.some((anchor) => cited.has(anchor)))
      .map(({ cited: _cited, ...situation }) => situation);
  const clauses = carried.clauses
    .filter(({ fate }) => fate !== 'same')
    .map((clause) => ({ ...clause, situations: those([clause.anchor]) }));
  return {
    clauses,
    passages: carried.passages,
    pages: those(clauses.map(({ anchor }) => anchor)),
  };
}
