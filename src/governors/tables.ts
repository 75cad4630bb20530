import type { SourceFigures } from '../checker/evaluation/bySource.ts';
import type { Report, Share } from '../checker/evaluation/report.ts';
import type { MeasuredText } from '../readability/report.ts';
import type { ReaderKind } from '../situations/situation.ts';
import type { Coverage } from './coverage.ts';

/** A link; its address is from the site's root. */
export interface TableLink {
  text: string;
  href: string;
}

/** Text, a figure, or links. */
export type Cell = string | number | readonly TableLink[];

/** A column's heading, and what it means if that's abbreviated. */
export interface ColumnHead {
  text: string;
  means?: string;
}

/** A table for a page or a PDF. The first cell of each row is its heading. */
export interface GovernorsTable {
  caption: string;
  /** How to read it, unless that's obvious. */
  key?: string;
  head: ColumnHead[];
  rows: Cell[][];
  /** What to call all of it, e.g. “All 18 situations”: on a page, the table is folded below this. */
  all?: string;
  /** The rows and columns that matter most, shown above a folded table. */
  first?: Pick<GovernorsTable, 'caption' | 'head' | 'rows'>;
}

/** A folded table shows so many rows that matter. */
const FIRST = 5;

const READER_WORDS: Record<ReaderKind, string> = {
  affected: 'who it happened to',
  responsible: 'who did it',
  staff: 'staff',
};

/** A cell as plain text, for a PDF. */
export function cellAsText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? cell : cell.map(({ text }) => text).join(', ') || 'none';
}

/** The clauses with the situations and routes that cite them, and the situations with their clauses and phrases. */
export function coverageTables({ clauses, situations }: Coverage): GovernorsTable[] {
  const names = new Map(clauses.map(({ anchor, name }) => [anchor, name]));
  const clauseLink = (anchor: string): TableLink => ({
    text: names.get(anchor) ?? anchor,
    href: `/c/${anchor}/`,
  });
  const fewest = situations.toSorted((a, b) => a.phrases - b.phrases).slice(0, FIRST);
  const numbered = situations.map(({ id, title }, index) => ({ id, title, number: `${index + 1}` }));
  return [
    {
      caption: 'Which situations use each clause',
      key: 'C: the situation cites the clause. R: one of its steps quotes the clause. The numbers are those in the table of situations.',
      all: `All ${clauses.length} clauses, and the situations that use them`,
      head: [{ text: 'Clause' }, ...numbered.map(({ number, title }) => ({ text: number, means: title }))],
      rows: clauses.map(({ anchor, citedBy, inRoutes }) => [
        [clauseLink(anchor)],
        ...numbered.map(({ id }) =>
          [
            ...(citedBy.includes(id) ? ['C'] : []),
            ...(inRoutes.some((route) => route.id === id) ? ['R'] : []),
          ].join(' '),
        ),
      ]),
    },
    {
      caption: 'Each situation’s clauses and phrases',
      all: `All ${situations.length} situations, with their clauses`,
      first: {
        caption: 'The situations with the fewest training phrases',
        head: columns('Situation', 'Training phrases'),
        rows: fewest.map(({ id, title, phrases }) => [
          [{ text: title, href: `/situations/${id}/` }],
          phrases,
        ]),
      },
      head: columns('Situation', 'Clauses cited', 'Training phrases', 'Routes without a contact'),
      rows: situations.map(({ id, title, cites, phrases, fewPhrases, withoutContact }, index) => [
        [{ text: `${index + 1}. ${title}`, href: `/situations/${id}/` }],
        cites.map(clauseLink),
        fewPhrases ? `${phrases} (few)` : phrases,
        withoutContact.map((reader) => READER_WORDS[reader]).join(', ') || 'none',
      ]),
    },
  ];
}

function columns(...texts: string[]): ColumnHead[] {
  return texts.map((text) => ({ text }));
}

/**
 * How the checker does on examples from each source.
 *
 * @param sources the source it does worst on first
 */
export function sourcesTable(sources: readonly SourceFigures[]): GovernorsTable {
  return {
    caption: 'How often the checker is right, by source',
    all: `All the figures for all ${sources.length} sources`,
    first: {
      caption: 'The hardest source first',
      head: columns('Source', 'Right first', 'Danger missed', 'False alarms'),
      rows: sources.map(({ title, emergencies, measured }) => [
        title,
        percent(measured.hits[0]),
        emergencies === 0 ? 'none' : percent(100 - measured.emergenciesNoticed),
        percent(measured.falseAlarms),
      ]),
    },
    head: columns(
      ...['Source', 'Examples', 'Right first', 'In top two', 'In top three'],
      ...['After one question', 'False alarms', 'Danger spotted', 'Spotted or flagged'],
    ),
    rows: sources.map(({ title, count, measured }) => [
      title,
      count,
      ...measured.hits.map(percent),
      percent(measured.afterQuestion),
      percent(measured.falseAlarms),
      percent(measured.emergenciesSeen),
      percent(measured.emergenciesNoticed),
    ]),
  };
}

/** How often the checker's answers are right, without emergencies. */
export function rightAnswersTable(report: Report): GovernorsTable {
  return sharesTable('Right answers', rightAnswers(report));
}

/** How often the checker is right, emergencies included. */
export function figuresTable(report: Report): GovernorsTable {
  const shares = sharesTable('How often the checker is right', [
    ...rightAnswers(report),
    ['Emergencies where the red panel came up', report.seen],
    ['Emergencies where the panel or the quieter line came up', report.noticed],
    ['The panel came up, but it wasn’t an emergency', report.falseAlarms],
  ]);
  return { ...shares, all: `All the figures for the ${report.hits[0].of} made-up cases` };
}

type NamedShare = [what: string, share: Share];

function rightAnswers(report: Report): NamedShare[] {
  return [
    ['The first answer is right', report.hits[0]],
    ['A right answer is among the first two', report.hits[1]],
    ['A right answer is among the first three', report.hits[2]],
    ['The first answer is right after one question', report.afterQuestion],
    ['Not covered by the Code, and the checker got that right', report.notCovered],
    ['Covered by the Code, but the checker said it wasn’t', report.wronglyNotCovered],
  ];
}

function sharesTable(caption: string, shares: readonly NamedShare[]): GovernorsTable {
  return {
    caption,
    head: columns('Result', 'Cases', 'Share'),
    rows: shares.map(([what, share]) => [what, `${share.count} of ${share.of}`, shareInWords(share)]),
  };
}

/** How often a right answer comes first, or among the first, by situation. */
export function situationsTable(
  { bySituation }: Pick<Report, 'bySituation'>,
  titleOf: (id: string) => string,
): GovernorsTable {
  const rowOf = ({ situation, of, hits }: Report['bySituation'][number]): Cell[] => [
    [{ text: titleOf(situation), href: `/situations/${situation}/` }],
    of,
    ...hits,
  ];
  const worst = bySituation.filter(({ of }) => of > 0).sort((a, b) => a.hits[0] / a.of - b.hits[0] / b.of);
  return {
    caption: 'Right answers by situation',
    all: `All ${bySituation.length} situations`,
    first: {
      caption: 'The situations it gets wrong most',
      head: columns('Situation', 'Cases', 'Right first'),
      rows: worst.slice(0, FIRST).map((one) => rowOf(one).slice(0, 3)),
    },
    head: columns('Situation', 'Cases', 'Right first', 'In top two', 'In top three'),
    rows: bySituation.map(rowOf),
  };
}

/** Which situations are mistaken for others, the most frequent first. */
export function confusionsTable(
  { confusions }: Pick<Report, 'confusions'>,
  titleOf: (id: string) => string,
): GovernorsTable {
  return {
    caption: 'What it mixes up',
    all: 'What it mixes up',
    head: columns('It was', 'The checker said', 'Cases'),
    rows: confusions.map(({ situation, takenFor, count }) => [titleOf(situation), titleOf(takenFor), count]),
  };
}

/** A share as a percentage with at most one decimal, or “none” of none. */
export function shareInWords({ count, of }: Share): string {
  return of === 0 ? 'none' : `${Math.round((1000 * count) / of) / 10}%`;
}

/** A figure in per cent, with one decimal. */
export function percent(value: number): string {
  return `${value.toFixed(1)}%`;
}

/** How hard texts are to read: the hardest first, and the rest folded. */
export function readingAgesTable(texts: readonly MeasuredText[]): GovernorsTable {
  const rows = texts
    .toSorted((a, b) => b.age - a.age)
    .map(({ name, age, wordsPerSentence, longSentences, hardWords }) => [
      name,
      age.toFixed(1),
      wordsPerSentence.toFixed(1),
      longSentences.length,
      hardWords
        .slice(0, 6)
        .map(({ word }) => word)
        .join(', ') || 'none',
    ]);
  return {
    caption: 'How hard each text is to read',
    all: `All ${texts.length} texts`,
    first: {
      caption: 'The hardest to read',
      head: columns('Text', 'Reading age'),
      rows: rows.slice(0, FIRST).map(([name = '', age = '']) => [name, age]),
    },
    head: columns('Text', 'Reading age', 'Words per sentence', 'Long sentences', 'Hard words'),
    rows,
  };
}
