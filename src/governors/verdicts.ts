import type { SourceFigures } from '../checker/evaluation/bySource.ts';
import type { Report } from '../checker/evaluation/report.ts';
import type { Edition } from '../code/edition.ts';
import { dateInWords } from '../shared/dates.ts';
import type { Coverage } from './coverage.ts';
import { nameOfEdition } from './editionWords.ts';
import type { Review } from './review.ts';
import { percent, shareInWords } from './tables.ts';

/** What governors most want to know, in a few words. */
export interface Verdict {
  /** Anchor of the part of the page that says more. */
  anchor: string;
  label: string;
  value: string;
  detail?: string;
  /** Whether the governors should do something about it. */
  due?: boolean;
}

export interface VerdictsInput {
  edition: Pick<Edition, 'name' | 'adopted'>;
  review: Review;
  coverage: Pick<Coverage, 'clauses'>;
  /** How well the checker does; undefined without test cases. */
  report: (Pick<Report, 'hits' | 'missed' | 'noticed'> & { sources: readonly SourceFigures[] }) | undefined;
}

/** The verdicts at the top of the governors' page. */
export function verdictsOf({ edition, review, coverage, report }: VerdictsInput): Verdict[] {
  const { clauses } = coverage;
  const cited = clauses.filter(({ citedBy }) => citedBy.length > 0).length;
  return [
    {
      anchor: 'in-force',
      label: 'Edition in force',
      value: nameOfEdition(edition),
      detail:
        edition.adopted === undefined
          ? 'Date adopted: not set yet'
          : `Adopted on ${dateInWords(edition.adopted)}`,
    },
    {
      anchor: 'proof',
      label: 'The words on this site',
      value: 'Exactly as adopted',
      detail: 'Proved each time the site is built',
    },
    {
      anchor: 'review',
      label: 'Next review',
      ...(review.state === 'unset'
        ? { value: 'Not set yet' }
        : review.state === 'passed'
          ? { value: 'Overdue', detail: `It was due on ${dateInWords(review.date)}`, due: true }
          : { value: dateInWords(review.date) }),
    },
    {
      anchor: 'coverage',
      label: 'Clauses cited by a situation',
      value: `${cited} of ${clauses.length}`,
      detail:
        cited === clauses.length ? 'Every clause is cited' : `None cites the other ${clauses.length - cited}`,
    },
    ...(report === undefined ? [] : checkerVerdicts(report)),
  ];
}

/** Made-up cases flatter the checker, so what it does on the hardest source comes first. */
function checkerVerdicts({
  hits,
  missed,
  noticed,
  sources,
}: NonNullable<VerdictsInput['report']>): Verdict[] {
  const madeUp = shareInWords(hits[0]);
  const worst = sources.toSorted((a, b) => a.measured.hits[0] - b.measured.hits[0])[0];
  const blind = sources
    .filter(({ emergencies }) => emergencies > 0)
    .sort((a, b) => a.measured.emergenciesNoticed - b.measured.emergenciesNoticed)[0];
  const missedOf = `${missed.length} of ${noticed.of}`;
  return [
    {
      anchor: 'checker',
      label: 'Checker right first time',
      ...(worst === undefined
        ? { value: madeUp }
        : {
            value: percent(worst.measured.hits[0]),
            detail: `at worst (“${worst.title}”); ${madeUp} of made-up cases`,
          }),
    },
    {
      anchor: 'emergencies',
      label: 'Emergencies missed',
      ...(blind === undefined
        ? { value: missedOf }
        : {
            value: percent(100 - blind.measured.emergenciesNoticed),
            detail: `at worst (“${blind.title}”); ${missedOf} made-up ones`,
          }),
    },
  ];
}
