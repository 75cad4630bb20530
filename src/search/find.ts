import MiniSearch from 'minisearch';
import { matchesTerm } from '../shared/matchesTerm.ts';
import { foldedWordsOf } from './fold.ts';
import type { Search } from './query.ts';
import type { SearchRecord } from './records.ts';

/** The groups of results, in order. */
export const GROUPS = ['code', 'appendix', 'situations'] as const;
export type Group = (typeof GROUPS)[number];

/** A section of the site that was found. */
export interface Found {
  group: Group;
  href: string;
  title: string;
  /** A clause's heading; empty if it's the same as the group's. */
  section: string;
  /** For a list item, the sentence that it finishes. */
  leadIn?: string | undefined;
  /** A clause's own words, or a situation's guidance; exactly what the page may show. */
  words: string;
}

/** What a search found, and what it had to leave out to find it. */
export interface Findings {
  /** The best first within each group. */
  found: Found[];
  /** The terms that no section has. */
  missing: string[];
  /** Whether the sections found have all the other terms. If none has, they're those with the most. */
  together: boolean;
  /** The quoted phrases that no section has. Their words are searched for one by one. */
  unquoted: string[];
}

/** Finds the sections with some words and phrases. */
export type Find = (search: Search) => Findings;

/** How much a term counts, by where a section has it. */
const WEIGHTS = { title: 5, section: 1, own: 2, keywords: 3, examples: 1, steps: 0.5, related: 0.5 };
type Field = keyof typeof WEIGHTS;
export const FIELDS: readonly string[] = Object.keys(WEIGHTS);

/** A section as it's searched: each clause with the words of the situations that cite it. */
export type Section = Record<Field, string> & { id: number };

/** How much a word that only matches a term counts, beside the very word. */
const INEXACT = 0.7;

/** Sections with this share of the most telling terms are found if none has all terms. */
const MOST = 0.75;

/**
 * Makes the sections searchable, in the browser: there are so few that an index would only be another download.
 *
 * @param records in the order in which equally good ones are found
 */
export function createFind(records: readonly SearchRecord[]): Find {
  const sections = sectionsOf(records);
  const vocabulary = new Set<string>();
  const index = new MiniSearch<Section>({
    fields: [...FIELDS],
    tokenize: formsOf,
    processTerm: (form) => {
      vocabulary.add(form);
      return form;
    },
    searchOptions: { boost: WEIGHTS, tokenize: (form) => [form], processTerm: (form) => form },
  });
  index.addAll(sections);

  /** The score of each section that has a term. */
  const scoresOf = (term: string): Map<number, number> => {
    const forms = [...vocabulary].filter((form) => matchesTerm(form, term));
    const results = index.search(
      { queries: forms, combineWith: 'OR' },
      { boostTerm: (form) => (form === term ? 1 : INEXACT) },
    );
    return new Map(results.map(({ id, score }) => [id, score]));
  };

  return ({ terms, phrases }) => {
    const scored = joined(terms, vocabulary).map((term) => ({ term, scores: scoresOf(term) }));
    const known = scored.filter(({ scores }) => scores.size > 0);
    const quoting = phrases.map((phrase) => ({ phrase, sections: quotingSections(phrase, sections) }));
    const unquoted = quoting.filter(({ sections }) => sections.length === 0);
    const ranked = sections
      .filter((section) =>
        quoting.every(({ sections }) => sections.length === 0 || sections.includes(section)),
      )
      .map(({ id }) => {
        const has = known.filter(({ scores }) => scores.has(id));
        return {
          id,
          terms: has.length,
          // A term in few sections tells more than one in many.
          tells: sum(has.map(({ scores }) => Math.log(1 + sections.length / scores.size))),
          score: sum(has.map(({ scores }) => scores.get(id) ?? 0)),
        };
      })
      .filter(({ terms }) => terms > 0)
      .sort((a, b) => b.score - a.score);
    const together = ranked.filter(({ terms }) => terms === known.length);
    const most = MOST * Math.max(0, ...ranked.map(({ tells }) => tells));
    const best = together.length > 0 ? together : ranked.filter(({ tells }) => tells >= most);
    const found = best.flatMap(({ id }) => foundOf(records[id]));
    return {
      found: GROUPS.flatMap((group) => found.filter((one) => one.group === group)),
      missing: scored.filter(({ scores }) => scores.size === 0).map(({ term }) => term),
      together: together.length > 0 || best.length === 0,
      unquoted: unquoted.map(({ phrase }) => phrase.join(' ')),
    };
  };
}

/** The sections that records are about, each numbered with its record's place. */
export function sectionsOf(records: readonly SearchRecord[]): Section[] {
  return records.map((record, id) => sectionOf(record, id, records));
}

/** A clause is found by the words of the situations that cite it too, most of all of one that cites it first. */
function sectionOf(record: SearchRecord, id: number, records: readonly SearchRecord[]): Section {
  const { title, section, keywords } = record;
  const [own = '', steps = ''] = record.words;
  if (record.group === 'situations')
    return { id, title, section, own, keywords: keywords.join('\n'), examples: '', steps, related: '' };
  const citing = records.filter(({ cites }) => cites.includes(record.href));
  const first = citing.filter(({ cites }) => cites[0] === record.href);
  const others = citing.filter(({ cites }) => cites[0] !== record.href);
  const keywordsOf = (citing: readonly SearchRecord[]): string =>
    citing.flatMap(({ keywords }) => keywords).join('\n');
  return {
    id,
    title,
    section,
    own,
    keywords: keywordsOf(first),
    examples: first.flatMap(({ title, words: [examples = ''] }) => [title, examples]).join('\n'),
    steps: '',
    related: keywordsOf(others),
  };
}

/** Two terms that the site writes as one word, `cyber bullying`, as that word. */
function joined(terms: readonly string[], vocabulary: ReadonlySet<string>): string[] {
  const written: string[] = [];
  for (const term of terms) {
    const last = written[written.length - 1];
    if (last !== undefined && vocabulary.has(last + term)) written.splice(-1, 1, last + term);
    else written.push(term);
  }
  return written;
}

function textsOf(section: Section): string[] {
  return Object.values(section).filter((text) => typeof text === 'string');
}

function formsOf(text: string): string[] {
  return foldedWordsOf(text).map(({ form }) => form);
}

/** The sections that show a phrase; if none does, those that readers look for with it. */
function quotingSections(phrase: readonly string[], sections: readonly Section[]): Section[] {
  const having = (textsOf: (section: Section) => string[]): Section[] =>
    sections.filter((section) => textsOf(section).some((text) => hasPhrase(text, phrase)));
  const shown = having(({ title, section, own, steps }) => [title, section, own, steps]);
  return shown.length > 0 ? shown : having(textsOf);
}

function hasPhrase(text: string, phrase: readonly string[]): boolean {
  return ` ${formsOf(text).join(' ')} `.includes(` ${phrase.join(' ')} `);
}

function foundOf(record: SearchRecord | undefined): Found[] {
  if (record === undefined) return [];
  const { words, group, href, title, section, leadIn } = record;
  return [{ group, href, title, section, leadIn, words: words.join(' ') }];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
