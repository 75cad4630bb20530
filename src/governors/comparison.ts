import { type DifferenceRow, differenceBetween, wordsIn } from '../code/difference.ts';
import { type Clause, type CodeDocument, clausesOf } from '../code/document.ts';
import { blocksOfEdition, type Edition, looksLikeHeading } from '../code/edition.ts';
import { matchClauses } from '../code/matchClauses.ts';
import { shortName } from '../code/sections.ts';

/** A clause, a heading or a new passage of two editions, ready to show. */
export interface ComparedRow extends DifferenceRow {
  /** Anchor of the clause; missing where it is a heading or belongs to no clause. */
  anchor?: string;
  /** A few words that name it. */
  name: string;
  heading: boolean;
  /** It stands in both editions, but elsewhere: shown where it was and where it is. */
  moved: boolean;
}

/** What tells two editions apart, clause by clause. */
export interface Comparison {
  rows: ComparedRow[];
  /** Words. */
  added: number;
  /** Words. */
  removed: number;
  /** How many clauses differ, are new or were taken out. */
  clauses: number;
  /** How many headings and new passages do. */
  others: number;
}

/**
 * Compares two editions clause by clause; the clauses are those of the edition in force, found in both.
 *
 * @param documents the Code and its appendix
 */
export function compareEditions(
  documents: readonly CodeDocument[],
  older: Pick<Edition, 'text'>,
  newer: Pick<Edition, 'text'>,
): Comparison {
  const piecesOf = ({ text }: Pick<Edition, 'text'>) => matchClauses(documents, blocksOfEdition(text)).pieces;
  const { rows, added, removed } = differenceBetween(piecesOf(older), piecesOf(newer));
  const clauses = new Map(documents.flatMap(clausesOf).map((clause) => [clause.anchor, clause]));
  const removedAnchors = rows.flatMap((row) => (row.kind === 'removed' ? (row.older?.anchor ?? []) : []));
  const addedAnchors = rows.flatMap((row) => (row.kind === 'added' ? (row.newer?.anchor ?? []) : []));
  const compared = rows.map((row) => {
    const anchor = (row.newer ?? row.older)?.anchor;
    const moved = anchor !== undefined && removedAnchors.includes(anchor) && addedAnchors.includes(anchor);
    return { ...row, ...named(row, anchor === undefined ? undefined : clauses.get(anchor)), moved };
  });
  const differing = compared.filter(({ kind }) => kind !== 'same');
  return {
    rows: compared,
    added,
    removed,
    clauses: new Set(differing.flatMap(({ anchor }) => anchor ?? [])).size,
    others: differing.filter(({ anchor }) => anchor === undefined).length,
  };
}

function named(
  row: DifferenceRow,
  clause: Clause | undefined,
): Pick<ComparedRow, 'anchor' | 'name' | 'heading'> {
  const words = wordsIn(row, row.newer === undefined ? 'removed' : 'added');
  if (clause !== undefined) return { anchor: clause.anchor, name: shortName(clause), heading: false };
  return {
    name: shortName({ text: words.join(' ') }),
    heading: looksLikeHeading({ item: (row.newer ?? row.older)?.item ?? false, words, line: 0 }),
  };
}
