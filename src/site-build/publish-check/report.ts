import { CASES_FILE } from '../../checker/evaluation/cases.ts';
import type { Coverage } from '../../governors/coverage.ts';
import type { Review } from '../../governors/review.ts';
import { GUIDANCE_AGE, hardGuidance, type ReadabilityReport } from '../../readability/report.ts';
import type { Help } from '../../school/contacts.ts';
import { type School, unsetKeys } from '../../school/school.ts';
import { dateInWords } from '../../shared/dates.ts';

/** What the report is based on. */
export interface ReportInput {
  school: School;
  /** Day on which the edition in force was adopted, if known. */
  adopted: string | undefined;
  review: Review;
  coverage: Coverage;
  readability: ReadabilityReport;
  help: Help;
  /** What the school's colour looks like in light and dark mode; empty if it hasn't set one. */
  accent: readonly { message: string; changed: boolean }[];
  /** How many test cases the checker has, and the situations they name that don't exist. */
  cases: { count: number; strange: readonly string[] };
  /** The day of the report, as `YYYY-MM-DD`. */
  today: string;
}

/** One part of the report. */
export interface Section {
  title: string;
  /** What to know or do, a line each. */
  notes: string[];
  /** Shown if there are no notes. */
  ok: string;
}

/** Governors meet once a term, so a review closer than this belongs on the next agenda. */
const REVIEW_NOTICE_DAYS = 90;
/** Outside help is checked again each year. */
const HELP_VALID_DAYS = 365;

const DAY = 24 * 60 * 60 * 1000;

/** What goes missing if a line of school.yaml is left empty. */
const CONSEQUENCES: Record<Exclude<keyof School, 'name'>, string> = {
  body: 'the pages say the governors adopted the Code.',
  phone: 'pages can’t show a number to ring; the steps use the wording in content/contacts.yaml.',
  email: 'pages can’t show an email address; the steps use the wording in content/contacts.yaml.',
  address: 'the pages don’t say where the school is.',
  website: 'the pages can’t link to the school’s website.',
  complaintsPolicy: 'the pages can’t link to the Complaints Policy; they only say where to find it.',
  safeguardingLead: 'the pages can’t name the person to tell about a child at risk.',
  interpreter:
    'families who read little English are told to ask the office for help, but not for an interpreter.',
  adopted: 'pages and PDFs don’t say when the Code was adopted, and there’s no feed of changes.',
  review: 'there’s no calendar reminder, and no warning when the review date has passed.',
  logo: 'the top of each page shows only the school’s name.',
  accent: 'the masthead has the site’s default colour.',
  publishedAt: 'there are no QR codes, no sitemap, no feed of changes and no images in link previews.',
};

/** Everything to know before publishing, except about links. */
export function checkReport(input: ReportInput): Section[] {
  const { coverage, readability, accent, cases, review } = input;
  return [
    { title: 'content/school.yaml', notes: unsetNotes(input), ok: 'Everything is set.' },
    { title: 'Dates', notes: dateNotes(input), ok: datesOk(review) },
    {
      title: 'Phrases',
      notes: coverage.situations
        .filter(({ fewPhrases }) => fewPhrases)
        .map(
          ({ id, phrases }) =>
            `content/phrases/${id}.txt has only ${phrases} phrases. The checker may miss this situation.`,
        ),
      ok: 'Every situation has enough.',
    },
    {
      title: 'Test cases for the checker',
      notes: caseNotes(cases),
      ok: `The pages say how it does on ${cases.count} cases.`,
    },
    {
      title: 'Clauses',
      notes: [
        ...coverage.situations
          .filter(({ unconfirmed }) => unconfirmed)
          .map(
            ({ id }) =>
              `content/situations/${id}.yaml cites clauses that nobody has said are about it, so the site calls them the nearest. If they are, delete the line \`unconfirmed: true\`.`,
          ),
        ...coverage.clauses
          .filter(({ citedBy }) => citedBy.length === 0)
          .map(({ anchor, name }) => `No situation cites “${name}” (${anchor}).`),
      ],
      ok: 'A situation cites every clause.',
    },
    {
      title: 'Routes',
      notes: coverage.situations
        .filter(({ withoutContact }) => withoutContact.length > 0)
        .map(
          ({ id, withoutContact }) =>
            `content/situations/${id}.yaml gives nobody to contact for: ${withoutContact.join(', ')}.`,
        ),
      ok: 'Every route gives someone to contact.',
    },
    {
      title: 'Readability',
      notes: hardGuidance(readability),
      ok: `All guidance can be read at age ${GUIDANCE_AGE}.`,
    },
    {
      title: 'Colour',
      notes: accent.filter(({ changed }) => changed).map(({ message }) => message),
      ok: accent.map(({ message }) => message).join(' ') || 'The site uses its default colour.',
    },
  ];
}

function unsetNotes({ school, adopted }: ReportInput): string[] {
  return unsetKeys(school)
    .filter((key): key is keyof typeof CONSEQUENCES => key in CONSEQUENCES)
    .filter((key) => key !== 'adopted' || adopted === undefined)
    .map((key) => `${key} isn’t set: ${CONSEQUENCES[key]}`);
}

function caseNotes({ count, strange }: ReportInput['cases']): string[] {
  if (count === 0) return [`There are none in ${CASES_FILE}, so the pages don’t say how often it’s right.`];
  if (strange.length === 0) return [];
  return [
    `${CASES_FILE} names situations that don’t exist (${strange.join(', ')}). It was written for another Code, so it’s ignored, and the pages don’t say how often the checker is right.`,
  ];
}

function dateNotes({ review, help, today }: ReportInput): string[] {
  const outdated = Object.entries(help).filter(
    ([, { checked }]) => Date.parse(today) - Date.parse(checked) > HELP_VALID_DAYS * DAY,
  );
  return [
    ...reviewNotes(review),
    ...outdated.map(
      ([id, { checked, url }]) =>
        `“${id}” in content/help.yaml was last checked on ${dateInWords(checked)}. Open ${url}, and set a new date.`,
    ),
  ];
}

function reviewNotes(review: Review): string[] {
  if (review.state === 'unset') return [];
  const { state, date, days } = review;
  const count = days === 1 ? '1 day' : `${days} days`;
  if (state === 'passed') return [`The review was due on ${dateInWords(date)}, ${count} ago.`];
  return days > REVIEW_NOTICE_DAYS ? [] : [`The review is due on ${dateInWords(date)}, in ${count}.`];
}

function datesOk(review: Review): string {
  const help = 'Everything in content/help.yaml was checked within the last year.';
  return review.state === 'unset' ? help : `The review is due on ${dateInWords(review.date)}. ${help}`;
}

/** The report as plain text. */
export function formatReport(sections: readonly Section[]): string {
  return sections
    .map(({ title, notes, ok }) => [title, ...(notes.length > 0 ? notes.map((note) => `- ${note}`) : [ok])])
    .map((lines) => lines.join('\n  '))
    .join('\n\n');
}
