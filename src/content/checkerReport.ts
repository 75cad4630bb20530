import model from 'virtual:checker-model';
import {
  figuresBySource,
  figuresOnPrefixes,
  type PrefixFigures,
  type SourceFigures,
} from '../checker/evaluation/bySource.ts';
import { readCases, strangeSituations } from '../checker/evaluation/cases.ts';
import { type Report, reportOn } from '../checker/evaluation/report.ts';
import { anyReader } from '../checker/languages/load.ts';
import { siteContent } from './site.ts';

/** How well the checker does: on the test cases in detail, and by source. */
export interface SiteReport extends Report {
  /** The source it does worst on first. */
  sources: SourceFigures[];
  prefixes: PrefixFigures;
}

let cached: SiteReport | undefined;

/**
 * How well this build's checker does on the project's cases, measured once per build for all pages that show it.
 *
 * @returns nothing if there are no cases, or they were written for another Code
 */
export function siteReport(): SiteReport | undefined {
  if (cached !== undefined && !import.meta.env.DEV) return cached;
  const cases = readCases(process.cwd());
  const { resolved, situations } = siteContent();
  if (cases.length === 0 || strangeSituations(cases, situations.keys()).length > 0) return undefined;
  const read = anyReader(process.cwd(), model);
  const ids = resolved.map(({ id }) => id);
  cached = {
    ...reportOn(cases, read, ids),
    sources: figuresBySource(process.cwd(), read),
    prefixes: figuresOnPrefixes(process.cwd(), read),
  };
  return cached;
}
