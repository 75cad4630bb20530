import type { Clause, CodeDocument } from '../code/document.ts';
import { shortName, shortTitle } from '../code/sections.ts';
import type { Content } from '../content/load.ts';
import { withBase } from '../shared/urls.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';
import type { Group } from './find.ts';

/** What the search knows of one section of the site. */
export interface SearchRecord {
  group: Group;
  href: string;
  title: string;
  /** A clause's heading; empty if it's the same as the group's. */
  section: string;
  /** For a list item, the sentence that it finishes: alone, what's forbidden would seem to be asked for. */
  leadIn?: string;
  /** A clause's own words; a situation's summary and examples, and then what to do. */
  words: string[];
  /** Words readers search for, never shown. */
  keywords: string[];
  /** Addresses of the clauses that a situation cites. */
  cites: string[];
}

/**
 * A record for every clause of the Code and its appendices, then for every situation.
 *
 * @param base folder of the site, with which each record's address starts
 */
export function searchRecords(content: Content, base: string): SearchRecord[] {
  const { code, clauses, situations, appendices } = content;
  const appendixOf = ({ page }: Clause): CodeDocument | undefined =>
    appendices.find((appendix) => appendix.page === page);
  const hrefOf = ({ page, anchor }: Clause): string => withBase(base, `${page}#${anchor}`);
  const clauseRecord = (clause: Clause): SearchRecord => ({
    group: clause.page === code.page ? 'code' : 'appendix',
    href: hrefOf(clause),
    title: shortName(clause),
    section: sectionOf(clause, appendixOf(clause), appendices.length),
    ...(clause.leadIn === undefined ? {} : { leadIn: clause.leadIn }),
    words: [clause.text],
    keywords: [],
    cites: [],
  });
  const situationRecord = ([id, situation]: [string, SituationFile]): SearchRecord => ({
    group: 'situations',
    href: withBase(base, `/situations/${id}/`),
    title: situation.title,
    section: '',
    words: [examplesOf(situation), stepsOf(situation)],
    keywords: situation.keywords,
    cites: situation.cites.flatMap((anchor) => {
      const clause = clauses.get(anchor);
      return clause === undefined ? [] : [hrefOf(clause)];
    }),
  });
  return [...[...clauses.values()].map(clauseRecord), ...[...situations].map(situationRecord)];
}

/** Its heading, unless that's the group's; with several appendices, also which one it's in. */
function sectionOf({ heading }: Clause, appendix: CodeDocument | undefined, appendices: number): string {
  if (appendix === undefined) return heading;
  const name = appendices > 1 ? shortTitle(appendix) : '';
  return [name, heading === appendix.title ? '' : heading].filter((part) => part !== '').join(': ');
}

function examplesOf({ summary, looksLike }: SituationFile): string {
  return [summary, ...looksLike].join(' ');
}

function stepsOf({ why, routes }: SituationFile): string {
  const steps = READERS.flatMap((reader) => routes[reader].steps).flatMap(({ who, how, say, next }) => [
    `${who}: ${how}`,
    say,
    next,
  ]);
  // Routes often share a step.
  return [...new Set([why, ...steps.filter((sentence) => sentence !== undefined)])].join(' ');
}
