import type { ClauseMatches, MatchedClause, NewPassage } from '../code/matchClauses.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';

/** A situation whose page quotes a clause. */
export interface CitingSituation {
  id: string;
  title: string;
  /** Number of phrases that train the checker to recognise it. */
  phrases: number;
}

/** What a draft does to a clause, and the situations that cite it. */
export interface ClauseEffect extends MatchedClause {
  situations: CitingSituation[];
}

/** What adopting a draft would change on this site. */
export interface DraftEffect {
  /** Changed and lost clauses, in the order of the Code. */
  clauses: ClauseEffect[];
  /** Text that isn't part of a clause yet. */
  passages: NewPassage[];
  /** The situations that cite any of these clauses, in their own order. */
  pages: CitingSituation[];
}

/**
 * Works out what a draft does to the clauses in force, and to the situations that cite them, at the top of their page
 * or in a step of a route.
 *
 * @param phraseCounts number of phrases of each situation, by id
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
      ...READERS.flatMap((reader) => file.routes[reader].steps).flatMap(({ clause }) => clause ?? []),
    ]),
  }));
  const citingAny = (anchors: readonly string[]): CitingSituation[] =>
    citing
      .filter(({ cited }) => anchors.some((anchor) => cited.has(anchor)))
      .map(({ cited: _cited, ...situation }) => situation);
  const clauses = carried.clauses
    .filter(({ fate }) => fate !== 'same')
    .map((clause) => ({ ...clause, situations: citingAny([clause.anchor]) }));
  return {
    clauses,
    passages: carried.passages,
    pages: citingAny(clauses.map(({ anchor }) => anchor)),
  };
}
