import type { Clause } from '../code/document.ts';
import { shortName } from '../code/sections.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS, type ReaderKind } from '../situations/situation.ts';

/** Where a clause is used. */
export interface ClauseCoverage {
  anchor: string;
  name: string;
  /** Ids of the situations that cite it. */
  citedBy: string[];
  /** The routes with a step that quotes it. */
  inRoutes: { id: string; reader: ReaderKind }[];
}

/** What a situation is based on. */
export interface SituationCoverage {
  id: string;
  title: string;
  cites: string[];
  /** Whether nobody has said yet that these are about it. */
  unconfirmed: boolean;
  /** Number of phrases that train the checker to recognise it. */
  phrases: number;
  /** Whether it has so few, compared with the others, that the checker may miss it. */
  fewPhrases: boolean;
  /** Routes without a step that gives someone to contact. */
  withoutContact: ReaderKind[];
}

export interface Coverage {
  clauses: ClauseCoverage[];
  situations: SituationCoverage[];
}

interface CoverageInput {
  clauses: ReadonlyMap<string, Clause>;
  situations: ReadonlyMap<string, SituationFile>;
  /** Number of phrases of each situation, by id. */
  phraseCounts: ReadonlyMap<string, number>;
}

/** Fewer than this share of the median are few. */
const FEW = 0.5;

/** Fewer phrases than this are few, beside what the situations have. */
export function fewestPhrases(counts: readonly number[]): number {
  return FEW * median(counts);
}

/** Finds gaps between clauses, situations and routes. */
export function coverageOf({ clauses, situations, phraseCounts }: CoverageInput): Coverage {
  const steps = [...situations].flatMap(([id, { routes }]) =>
    READERS.flatMap((reader) => routes[reader].steps.map((step) => ({ id, reader, step }))),
  );
  const fewest = fewestPhrases([...situations.keys()].map((id) => phraseCounts.get(id) ?? 0));
  return {
    clauses: [...clauses.values()].map((clause) => ({
      anchor: clause.anchor,
      name: shortName(clause),
      citedBy: [...situations].filter(([, { cites }]) => cites.includes(clause.anchor)).map(([id]) => id),
      inRoutes: steps
        .filter(({ step }) => step.clause === clause.anchor)
        .map(({ id, reader }) => ({ id, reader })),
    })),
    situations: [...situations].map(([id, { title, cites, unconfirmed = false, routes }]) => {
      const phrases = phraseCounts.get(id) ?? 0;
      return {
        id,
        title,
        cites,
        unconfirmed,
        phrases,
        fewPhrases: phrases < fewest,
        withoutContact: READERS.filter((reader) =>
          routes[reader].steps.every(
            ({ contact, help }) => contact === undefined && (help ?? []).length === 0,
          ),
        ),
      };
    }),
  };
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
