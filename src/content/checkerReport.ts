import model from 'virtual:checker-model';
import { readCases, strangeSituations } from '../checker/evaluation/cases.ts';
import { type Report, reportOn } from '../checker/evaluation/report.ts';
import { decode } from '../checker/reading/model.ts';
import { createReader } from '../checker/reading/reader.ts';
import { siteContent } from './site.ts';

let cached: Report | undefined;

/**
 * How well this build's checker does on the project's cases, measured once per build for all pages that show it.
 *
 * @returns nothing if there are no cases, or they were written for another Code
 */
export function siteReport(): Report | undefined {
  if (cached !== undefined && !import.meta.env.DEV) return cached;
  const cases = readCases(process.cwd());
  const { questions, resolved, situations } = siteContent();
  if (cases.length === 0 || strangeSituations(cases, situations.keys()).length > 0) return undefined;
  cached = reportOn(
    cases,
    createReader(decode(model)),
    questions,
    resolved.map(({ id }) => id),
  );
  return cached;
}
