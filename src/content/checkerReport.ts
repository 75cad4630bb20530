import model from 'virtual:checker-model';
import { readCases, strangeSituations } from '../checker/evaluation/cases.ts';
import { type Report, reportOn } from '../checker/evaluation/report.ts';
import { decode } from '../checker/reading/model.ts';
import { createReader } from '../checker/reading/reader.ts';
import { siteContent } from './site.ts';

let kept: Report | undefined;

/**
 * How well the checker that this build ships does on the project's cases: measured once a build, for every page that
 * tells of it.
 *
 * @returns nothing where there are no cases, or where they were written for another Code
 */
export function siteReport(): Report | undefined {
  if (kept !== undefined && !import.meta.env.DEV) return kept;
  const cases = readCases(process.cwd());
  const { questions, resolved, situations } = siteContent();
  if (cases.length === 0 || strangeSituations(cases, situations.keys()).length > 0) return undefined;
  kept = reportOn(
    cases,
    createReader(decode(model)),
    questions,
    resolved.map(({ id }) => id),
  );
  return kept;
}
