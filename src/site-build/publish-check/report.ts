import { CASES_FILE } from '../../checker/evaluation/cases.ts';
import type { Coverage } from '../../governors/coverage.ts';
import type { Review } from '../../governors/review.ts';
import { GUIDANCE_AGE, hardGuidance, type ReadabilityReport } from '../../readability/report.ts';
import type { Help } from '../../school/contacts.ts';
import { type School, unsetKeys } from '../../school/school.ts';
import { dateInWords } from '../../shared/dates.ts';

/** What the report is made of. */
export interface Facts {
  school: School;
  /** Day on which the edition in force was adopted, where it is known from anywhere. */
  adopted: string | undefined;
  review: Review;
  coverage: Coverage;
  readability: ReadabilityReport;
  help: Help;
  /** What became of the school's colour, in the light and in the dark; nothing where it has set none. */
  accent: readonly { message: string; changed: boolean }[];
  /** How many cases measure the checker, and the situations of theirs that are not there. */
  cases: { count: number; strange: readonly string[] };
  /** The day of the report, as `YYYY-MM-DD`. */
  today: string;
}

/** One thing that was looked at. */
export interface Section {
  title: string;
  /** What to know or to do, a line each; none where all is well. */
  notes: string[];
  /** What is said where there is no note. */
  fine: string;
}

/** Governors meet once a term, so a review that is closer than this belongs on the next agenda. */
const NEAR_DAYS = 90;
/** Outside help is looked up again each year. */
const FRESH_DAYS = 365;

const DAY = 24 * 60 * 60 * 1000;

/** What it costs to leave a line of school.yaml empty. */
const COSTS: Record<Exclude<keyof School, 'name'>, string> = {
  phone: 'nobody can ring from a page; the steps say what content/contacts.yaml gives in its place.',
  email: 'nobody can write from a page; the steps say what content/contacts.yaml gives in its place.',
  address: 'the pages do not say where the school is.',
  website: 'the pages cannot link to the school’s website.',
  complaintsPolicy: 'the pages cannot link to the Complaints Policy, and only say where to find it.',
  safeguardingLead: 'the pages cannot name who to tell about a worry for a child.',
  adopted: 'pages and PDFs do not say when the Code was adopted, and there is no feed of changes.',
  review: 'there is no reminder for the calendar, and no warning when the review is overdue.',
  logo: 'the name stands alone at the top of each page.',
  accent: 'the band at the top has the site’s own colour.',
  publishedAt: 'there are no QR codes, no sitemap, no feed of changes and no picture in previews of links.',
};

/** Everything that whoever keeps the site should know before it is published, apart from its links. */
export function checkReport(facts: Facts): Section[] {
  const { coverage, readability } = facts;
  return [
    { title: 'content/school.yaml', notes: unsetNotes(facts), fine: 'Everything is set.' },
    { title: 'Dates', notes: dateNotes(facts), fine: datesFine(facts.review) },
    {
      title: 'Phrases',
      notes: coverage.situations
        .filter(({ fewPhrases }) => fewPhrases)
        .map(
          ({ id, phrases }) =>
            `content/phrases/${id}.txt has few: ${phrases}. The checker may not find this situation.`,
        ),
      fine: 'No situation has few.',
    },
    {
      title: 'Test cases of the checker',
      notes: caseNotes(facts.cases),
      fine: `The pages say how it does on ${facts.cases.count} cases.`,
    },
    {
      title: 'Clauses',
      notes: coverage.clauses
        .filter(({ citedBy }) => citedBy.length === 0)
        .map(({ anchor, name }) => `No situation cites “${name}” (${anchor}).`),
      fine: 'Every clause is cited by a situation.',
    },
    {
      title: 'Routes',
      notes: coverage.situations
        .filter(({ withoutContact }) => withoutContact.length > 0)
        .map(
          ({ id, withoutContact }) =>
            `content/situations/${id}.yaml says how to reach nobody in: ${withoutContact.join(', ')}.`,
        ),
      fine: 'Every route says how to reach someone.',
    },
    {
      title: 'Readability',
      notes: hardGuidance(readability),
      fine: `All guidance can be read at age ${GUIDANCE_AGE}.`,
    },
    {
      title: 'Colour',
      notes: facts.accent.filter(({ changed }) => changed).map(({ message }) => message),
      fine: facts.accent.map(({ message }) => message).join(' ') || 'The site’s own colour is shown.',
    },
  ];
}

function unsetNotes({ school, adopted }: Facts): string[] {
  return unsetKeys(school)
    .filter((key): key is keyof typeof COSTS => key in COSTS)
    .filter((key) => key !== 'adopted' || adopted === undefined)
    .map((key) => `${key} is not set: ${COSTS[key]}`);
}

function caseNotes({ count, strange }: Facts['cases']): string[] {
  if (count === 0) return [`There are none in ${CASES_FILE}, so the pages do not say how often it is right.`];
  if (strange.length === 0) return [];
  return [
    `${CASES_FILE} names situations that are not there (${strange.join(', ')}). It was written for another Code, so it is left aside, and the pages do not say how often the checker is right.`,
  ];
}

function dateNotes({ review, help, today }: Facts): string[] {
  const old = Object.entries(help).filter(
    ([, { checked }]) => Date.parse(today) - Date.parse(checked) > FRESH_DAYS * DAY,
  );
  return [
    ...reviewNotes(review),
    ...old.map(
      ([id, { checked, url }]) =>
        `“${id}” in content/help.yaml was last checked on ${dateInWords(checked)}. Open ${url} and set a new date.`,
    ),
  ];
}

function reviewNotes(review: Review): string[] {
  if (review.state === 'passed')
    return [`The review is overdue since ${dateInWords(review.date)} (${inDays(review.days)}).`];
  if (review.state === 'ahead' && review.days <= NEAR_DAYS)
    return [`The review is due on ${dateInWords(review.date)}, in ${inDays(review.days)}.`];
  return [];
}

function datesFine(review: Review): string {
  const help = 'All of content/help.yaml was checked within a year.';
  return review.state === 'unset' ? help : `The review is due on ${dateInWords(review.date)}. ${help}`;
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** The report for a command line: each section with its notes, or the one line that all is well. */
export function reportInWords(sections: readonly Section[]): string {
  return sections
    .map(({ title, notes, fine }) =>
      notes.length === 0
        ? `${title}\n  ${fine}`
        : `${title}\n${notes.map((note) => `  - ${note}`).join('\n')}`,
    )
    .join('\n\n');
}
