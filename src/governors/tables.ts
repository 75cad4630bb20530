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
}

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
  const numbered = situations.map(({ id, title }, index) => ({ id, title, number: `${index + 1}` }));
  return [
    {
      caption: 'Clauses against situations and their routes',
      key: 'C: the situation cites the clause. R: the clause stands at a step of one of its routes. The numbers are those of the situations in the next table.',
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
      caption: 'Situations, and what stands behind them',
      head: columns('Situation', 'Clauses cited', 'Phrases that teach it', 'Routes without a contact'),
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

/** How the checker does on texts from each source, all figures in per cent. */
export function sourcesTable(sources: readonly SourceFigures[]): GovernorsTable {
  return {
    caption: 'How often the checker is right, by where the texts come from',
    key: 'All in per cent of the texts; danger in per cent of the emergencies among them.',
    head: [
      { text: 'Where from' },
      { text: 'Texts' },
      { text: '1st', means: 'the first answer is right' },
      { text: '2', means: 'a right answer is among the first two' },
      { text: '3', means: 'a right answer is among the first three' },
      { text: 'Panel for nothing', means: 'the red panel came up without an emergency' },
      { text: 'Danger seen', means: 'the panel came up for an emergency' },
      { text: 'Or hinted at', means: 'the panel or the quieter line came up for an emergency' },
    ],
    rows: sources.map(({ title, count, measured }) => [
      title,
      count,
      ...[...measured.hits, measured.falseAlarms, measured.emergenciesSeen, measured.emergenciesNoticed].map(
        (value) => value.toFixed(1),
      ),
    ]),
  };
}

/** How often the checker's answers are right, without emergencies. */
export function rightAnswersTable(report: Report): GovernorsTable {
  return sharesTable('Right answers', rightAnswers(report));
}

/** How often the checker is right, emergencies included. */
export function figuresTable(report: Report): GovernorsTable {
  return sharesTable('How often the checker is right', [
    ...rightAnswers(report),
    ['Emergencies for which the red panel came up', report.seen],
    ['Emergencies for which the panel or the quieter line came up', report.noticed],
    ['The panel came up, but there was no emergency', report.falseAlarms],
  ]);
}

type NamedShare = [what: string, share: Share];

function rightAnswers(report: Report): NamedShare[] {
  return [
    ['The first answer is right', report.hits[0]],
    ['A right answer is among the first two', report.hits[1]],
    ['A right answer is among the first three', report.hits[2]],
    ['The first answer is right after one question', report.afterQuestion],
    ['Not covered by the Code, and said so', report.notCovered],
    ['Covered, but said not to be', report.wronglyNotCovered],
  ];
}

function sharesTable(caption: string, shares: readonly NamedShare[]): GovernorsTable {
  return {
    caption,
    head: columns('What', 'Cases', 'Share'),
    rows: shares.map(([what, share]) => [what, `${share.count} of ${share.of}`, shareInWords(share)]),
  };
}

/** How often a right answer comes first, or among the first, by situation. */
export function situationsTable(
  { bySituation }: Pick<Report, 'bySituation'>,
  titleOf: (id: string) => string,
): GovernorsTable {
  return {
    caption: 'Right answers by situation',
    head: columns('Situation', 'Cases', 'First', 'First two', 'First three'),
    rows: bySituation.map(({ situation, of, hits }) => [
      [{ text: titleOf(situation), href: `/situations/${situation}/` }],
      of,
      ...hits,
    ]),
  };
}

/** Which situations are mistaken for others, the most frequent first. */
export function confusionsTable(
  { confusions }: Pick<Report, 'confusions'>,
  titleOf: (id: string) => string,
): GovernorsTable {
  return {
    caption: 'What is taken for what',
    head: columns('It was', 'It was taken for', 'Cases'),
    rows: confusions.map(({ situation, takenFor, count }) => [titleOf(situation), titleOf(takenFor), count]),
  };
}

/** A share as a percentage with one decimal, or “none” of none. */
export function shareInWords({ count, of }: Share): string {
  return of === 0 ? 'none' : `${Math.round((1000 * count) / of) / 10}\u00a0%`;
}

/** How hard texts are to read. */
export function readabilityTable(caption: string, texts: readonly MeasuredText[]): GovernorsTable {
  return {
    caption,
    head: columns('Text', 'Reading age', 'Words in a sentence', 'Long sentences', 'Hard words'),
    rows: texts.map(({ name, age, wordsPerSentence, longSentences, hardWords }) => [
      name,
      age.toFixed(1),
      wordsPerSentence.toFixed(1),
      longSentences.length,
      hardWords
        .slice(0, 6)
        .map(({ word }) => word)
        .join(', ') || 'none',
    ]),
  };
}
