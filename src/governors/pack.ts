import type { Report } from '../checker/evaluation/report.ts';
import { type CodeDocument, type Documents, documentsOf } from '../code/document.ts';
import type { Edition } from '../code/edition.ts';
import type { Changes, Pack, Table } from '../pdf/packPdf.ts';
import type { BodyWords } from '../school/body.ts';
import type { School } from '../school/school.ts';
import { capitalised } from '../shared/capitalised.ts';
import { dateInWords } from '../shared/dates.ts';
import { compareEditions } from './comparison.ts';
import type { Coverage } from './coverage.ts';
import { nameOfEdition, STATUS_IN_WORDS } from './editionWords.ts';
import { cellAsText, coverageTables, figuresTable, type GovernorsTable } from './tables.ts';

interface PackInput extends Documents {
  school: School;
  body: BodyWords;
  /** The edition in force. */
  edition: Edition;
  /** Every edition, oldest first. */
  editions: readonly Edition[];
  coverage: Coverage;
  /** How well the checker does; undefined without test cases. */
  report: Report | undefined;
  /** The site's address, if known. */
  site: string | undefined;
}

/** The governors' page as a pack for a meeting. */
export function packOf({
  school,
  body,
  code,
  appendices,
  edition,
  editions,
  coverage,
  report,
  site,
}: PackInput): Pack {
  const tables = coverageTables(coverage);
  const before = editions.filter(({ status }) => status === 'superseded').at(-1);
  return {
    school: school.name,
    title: `${capitalised(body['body’s'])} pack: ${code.title}`,
    facts: factsOf(edition, school),
    code,
    appendices,
    ...(before === undefined
      ? {}
      : { changes: changesFrom(documentsOf({ code, appendices }), before, edition) }),
    coverage: tables.map(onPaper),
    figures: report === undefined ? [] : [onPaper(figuresTable(report))],
    notes: {
      coverage: tables.flatMap(({ key }) => key ?? []),
      facts: [
        `The fingerprint is the SHA-256 of the adopted text. You can download the text from the ${body['body’s']} page.`,
      ],
      figures:
        report === undefined
          ? ['There are no test cases for this Code, so nothing has been measured.']
          : [
              `Measured on ${report.hits[0].of} made-up cases that the checker wasn’t trained on. Real messages are harder: see the ${body['body’s']} page.`,
            ],
    },
    site,
  };
}

function factsOf(edition: Edition, { review }: School): Table {
  const facts: [string, string | undefined][] = [
    ['Title', edition.title],
    ['Edition', nameOfEdition(edition)],
    ['Status', STATUS_IN_WORDS[edition.status]],
    ['Adopted on', edition.adopted === undefined ? 'not set yet' : dateInWords(edition.adopted)],
    ['Due for review on', review === undefined ? 'not set yet' : dateInWords(review)],
    ['Minute', edition.minute],
    ['What changed', edition.summary],
    ['Fingerprint', edition.sha256],
  ];
  return {
    caption: 'The adopted Code',
    head: ['What', 'Details'],
    rows: facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]])),
    widths: [1, 3],
  };
}

function changesFrom(documents: readonly CodeDocument[], older: Edition, newer: Edition): Changes {
  const { rows, added, removed } = compareEditions(documents, older, newer);
  return {
    summary: `From ${nameOfEdition(older)} to ${nameOfEdition(newer)}, ${countOf(added)} added and ${countOf(removed)} removed.`,
    blocks: rows
      .filter(({ kind }) => kind !== 'same')
      .map(({ name, runs }) => ({
        where: name,
        runs: runs.map(({ words, kind }) => ({ text: words.join(' '), kind })),
      })),
  };
}

function countOf(words: number): string {
  return words === 1 ? 'one word was' : `${words} words were`;
}

function onPaper({ caption, head, rows }: GovernorsTable): Table {
  const matrix = head.some(({ means }) => means !== undefined);
  return {
    caption,
    head: head.map(({ text }) => text),
    rows: rows.map((row) => row.map(cellAsText)),
    // A matrix has single letters in its other columns.
    ...(matrix ? { widths: head.map((_, column) => (column === 0 ? 8 : 1)) } : {}),
  };
}
