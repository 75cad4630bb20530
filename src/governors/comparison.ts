import { type DifferenceRow, differenceBetween, wordsIn } from '../code/difference.ts';
import { type Clause, type CodeDocument, clausesOf } from '../code/document.ts';
import { blocksOfEdition, type Edition, looksLikeHeading } from '../code/edition.ts';
import { matchClauses } from '../code/matchClauses.ts';
import { shortName } from '../code/sections.ts';

/** A clause, a heading or a new passage, compared between two editions. */
export interface ComparedRow extends DifferenceRow {
  /** Anchor of the clause; missing for a heading or a passage without a clause. */
  anchor?: string;
  /** A short name. */
  name: string;
  heading: boolean;
  /** Whether both editions have it, in different places: it's shown at both. */
  moved: boolean;
}

/** The differences between two editions, clause by clause. */
export interface Comparison {
  rows: ComparedRow[];
  /** Number of words. */
  added: number;
  /** Number of words. */
  removed: number;
  /** Number of clauses that were changed, added or removed. */
  clauses: number;
  /** The same for headings and passages without a clause. */
  others: number;
}

/**
 * Compares two editions clause by clause, using the clauses of the edition in force.
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
    heading: looksLikeHeading({ level: (row.newer ?? row.older)?.level ?? 0, words }),
  };
}
