import path from 'node:path';
import firstModel from 'virtual:checker-model';
import model from 'virtual:full-model';
import {
  figuresBySource,
  figuresOnPrefixes,
  type PrefixFigures,
  type SourceFigures,
} from '../checker/evaluation/bySource.ts';
import { CASES_FILE, readCases, strangeSituations } from '../checker/evaluation/cases.ts';
import { type Report, reportOn } from '../checker/evaluation/report.ts';
import { anyReader, LANGUAGES_FOLDER } from '../checker/languages/load.ts';
import { PHRASES_FOLDER } from '../checker/training/phrases.ts';
import type { SizeName } from '../checker/training/settings.ts';
import { ROOT } from '../shared/environment.ts';
import { keptOnDisk } from '../shared/keptOnDisk.ts';
import { siteContent } from './site.ts';

/** How well the checker does: on the test cases in detail, and by source. */
export interface SiteReport extends Report {
  /** The source it does worst on first. */
  sources: SourceFigures[];
  prefixes: PrefixFigures;
  /** Right first with each model, in per cent, on average over the sources. */
  rightFirst: Record<SizeName, number>;
}

/** What the figures depend on, beside the models. */
const FILES = [CASES_FILE, PHRASES_FOLDER, LANGUAGES_FOLDER, 'src/checker'];

/**
 * How well this build's checker does on the project's cases: kept between builds until any of it changes, for measuring
 * takes seconds.
 *
 * @returns nothing if there are no cases, or they were written for another Code
 */
export function siteReport(): SiteReport | undefined {
  const cases = readCases(ROOT);
  const { resolved, situations } = siteContent();
  if (cases.length === 0 || strangeSituations(cases, situations.keys()).length > 0) return undefined;
  const ids = resolved.map(({ id }) => id);
  const of = { texts: [model, firstModel, ...ids], files: FILES.map((file) => path.join(ROOT, file)) };
  return keptOnDisk('report', of, () => {
    const read = anyReader(ROOT, model);
    const sources = figuresBySource(ROOT, read);
    const first = figuresBySource(ROOT, anyReader(ROOT, firstModel));
    return {
      ...reportOn(cases, read, ids),
      sources,
      prefixes: figuresOnPrefixes(ROOT, read),
      rightFirst: { full: meanRightFirst(sources), first: meanRightFirst(first) },
    };
  });
}

function meanRightFirst(sources: readonly SourceFigures[]): number {
  return sources.reduce((sum, { measured }) => sum + measured.hits[0], 0) / Math.max(1, sources.length);
}
