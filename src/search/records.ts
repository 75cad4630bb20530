import type { CustomRecord } from 'pagefind';
import type { Clause } from '../code/document.ts';
import { shortName } from '../code/sections.ts';
import type { Content } from '../content/load.ts';
import { withBase } from '../shared/urls.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';
import type { Group } from './find.ts';

/**
 * Pagefind's record of one section of the site. `content` is exactly what the page may show: for a clause, its own
 * words only. Anything there just to be found goes in `meta`, which Pagefind searches as well.
 */
export interface SearchRecord extends CustomRecord {
  meta: SearchMeta;
  filters: { group: [Group] };
}

/** A type and not an interface, because only that is assignable to Pagefind's own record type. */
export type SearchMeta = {
  title: string;
  /** A clause's heading; empty if it's the same as the group's. */
  section: string;
  /** Words readers search for, never shown: the situation's, or those of situations that cite the clause first. */
  keywords: string;
  /** The same for situations that cite another clause first. */
  related: string;
};

/**
 * A record for every clause of the Code and its appendix, then for every situation.
 *
 * @param base folder of the site, with which each record's address starts
 */
export function searchRecords(content: Content, base: string): SearchRecord[] {
  const { clauses, situations } = content;
  return [
    ...[...clauses.values()].map((clause) => clauseRecord(clause, content, base)),
    ...[...situations].map(([id, situation]) => situationRecord(id, situation, base)),
  ];
}

function clauseRecord(clause: Clause, { situations, appendix }: Content, base: string): SearchRecord {
  const citing = [...situations.values()].filter(({ cites }) => cites.includes(clause.anchor));
  return {
    url: withBase(base, `${clause.page}#${clause.anchor}`),
    content: clause.text,
    language: 'en',
    meta: {
      title: shortName(clause),
      section: clause.heading === appendix?.title ? '' : clause.heading,
      keywords: keywordsOf(citing.filter(({ cites }) => cites[0] === clause.anchor)),
      related: keywordsOf(citing.filter(({ cites }) => cites[0] !== clause.anchor)),
    },
    filters: { group: [clause.page === appendix?.page ? 'appendix' : 'code'] },
  };
}

function situationRecord(id: string, situation: SituationFile, base: string): SearchRecord {
  const { title, summary, looksLike, why, routes } = situation;
  const steps = READERS.flatMap((reader) => routes[reader].steps).flatMap(({ who, how, say, next }) => [
    `${who}: ${how}`,
    say,
    next,
  ]);
  const sentences = [summary, ...looksLike, why, ...steps].filter((sentence) => sentence !== undefined);
  return {
    url: withBase(base, `/situations/${id}/`),
    // Routes often share a step.
    content: [...new Set(sentences)].join(' '),
    language: 'en',
    meta: { title, section: '', keywords: keywordsOf([situation]), related: '' },
    filters: { group: ['situations'] },
  };
}

/** Without one-letter keywords: Pagefind would match them to every unknown word with that first letter. */
function keywordsOf(situations: readonly SituationFile[]): string {
  return [...new Set(situations.flatMap(({ keywords }) => keywords))]
    .filter((keyword) => keyword.length > 1)
    .join(', ');
}
