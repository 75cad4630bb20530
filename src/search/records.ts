import type { CustomRecord } from 'pagefind';
import type { Clause } from '../code/document.ts';
import { shortName } from '../code/sections.ts';
import type { Content } from '../content/load.ts';
import { withBase } from '../shared/urls.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';
import type { Group } from './groups.ts';

/**
 * What Pagefind keeps of one section of the site. `content` is exactly what the page may show of it: for a clause
 * its own words and no other. All that is only there to be found by stands in `meta`, which Pagefind searches too.
 */
export interface SearchRecord extends CustomRecord {
  meta: SearchMeta;
  filters: { group: [Group] };
}

/** A type, not an interface: only so is it also the plain record that Pagefind asks for. */
export type SearchMeta = {
  title: string;
  /** The heading under which a clause stands; nothing where the group says it already. */
  section: string;
  /** Words that readers search for, never shown: of the situation itself, or of those that cite the clause first. */
  keywords: string;
  /** The same, of the situations that cite the clause beside another one. */
  related: string;
};

/**
 * What can be searched for: every clause of the Code and of its appendix, then every situation.
 *
 * @param base folder in which the site stands; each record's address starts with it
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
  const steps = READERS.flatMap((reader) => routes[reader]).flatMap(({ who, how, say, next }) => [
    `${who}: ${how}`,
    say,
    next,
  ]);
  const sentences = [summary, ...looksLike, why, ...steps].filter((sentence) => sentence !== undefined);
  return {
    url: withBase(base, `/situations/${id}/`),
    // The same step often stands in more than one route.
    content: [...new Set(sentences)].join(' '),
    language: 'en',
    meta: { title, section: '', keywords: keywordsOf([situation]), related: '' },
    filters: { group: ['situations'] },
  };
}

/** A keyword of one letter is left out: Pagefind would take every unknown word that starts with it for it. */
function keywordsOf(situations: readonly SituationFile[]): string {
  return [...new Set(situations.flatMap(({ keywords }) => keywords))]
    .filter((keyword) => keyword.length > 1)
    .join(', ');
}
