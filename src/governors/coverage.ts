import type { Clause } from '../code/document.ts';
import { shortName } from '../code/sections.ts';
import type { Contacts } from '../school/contacts.ts';
import type { School } from '../school/school.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS, type ReaderKind } from '../situations/situation.ts';

/** Where a clause is used. */
export interface ClauseCoverage {
  anchor: string;
  name: string;
  /** Ids of the situations that quote it as theirs. */
  citedBy: string[];
  /** The routes in which it stands at a step. */
  inRoutes: { id: string; reader: ReaderKind }[];
}

/** What stands behind a situation. */
export interface SituationCoverage {
  id: string;
  title: string;
  cites: string[];
  /** Lines that teach the checker to find it. */
  phrases: number;
  /** Whether these are so few, beside the others', that it may go unfound. */
  fewPhrases: boolean;
  /** Routes in which no step says how to reach anyone. */
  withoutContact: ReaderKind[];
}

/** A contact that the routes name, none of whose details the school has set. */
export interface UnsetContact {
  id: string;
  /** What the pages say in their place. */
  says: string;
  /** Steps that send a reader to it. */
  steps: number;
}

/** How the clauses, the situations and the routes hang together. */
export interface Coverage {
  clauses: ClauseCoverage[];
  situations: SituationCoverage[];
  unsetContacts: UnsetContact[];
}

interface Sources {
  clauses: ReadonlyMap<string, Clause>;
  situations: ReadonlyMap<string, SituationFile>;
  contacts: Contacts;
  school: School;
  /** How many phrases teach each situation, by id. */
  phraseCounts: ReadonlyMap<string, number>;
}

/** Fewer phrases than this share of the middle situation's are few. */
const FEW = 0.5;

/** Holds clauses, situations and routes against each other, so that a gap shows. */
export function coverageOf({ clauses, situations, contacts, school, phraseCounts }: Sources): Coverage {
  const steps = [...situations].flatMap(([id, { routes }]) =>
    READERS.flatMap((reader) => routes[reader].map((step) => ({ id, reader, step }))),
  );
  const middle = median([...situations.keys()].map((id) => phraseCounts.get(id) ?? 0));
  return {
    clauses: [...clauses.values()].map((clause) => ({
      anchor: clause.anchor,
      name: shortName(clause),
      citedBy: [...situations].filter(([, { cites }]) => cites.includes(clause.anchor)).map(([id]) => id),
      inRoutes: steps
        .filter(({ step }) => step.clause === clause.anchor)
        .map(({ id, reader }) => ({ id, reader })),
    })),
    situations: [...situations].map(([id, { title, cites, routes }]) => {
      const phrases = phraseCounts.get(id) ?? 0;
      return {
        id,
        title,
        cites,
        phrases,
        fewPhrases: phrases < FEW * middle,
        withoutContact: READERS.filter((reader) =>
          routes[reader].every(({ contact, help }) => contact === undefined && (help ?? []).length === 0),
        ),
      };
    }),
    unsetContacts: Object.entries(contacts)
      .filter(([, { uses }]) => uses.every((field) => school[field] === undefined))
      .map(([id, { unset }]) => ({
        id,
        says: unset,
        steps: steps.filter(({ step }) => step.contact === id).length,
      })),
  };
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
