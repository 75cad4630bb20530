import { PHRASES_FOLDER, readPhrases } from '../checker/teaching/phrases.ts';
import { siteContent } from '../content.ts';
import { type Coverage, coverageOf } from './coverage.ts';

/** The coverage of what this build shows. */
export function siteCoverage(): Coverage {
  const content = siteContent();
  const phraseCounts = new Map<string, number>();
  for (const { situation } of readPhrases(PHRASES_FOLDER))
    phraseCounts.set(situation, (phraseCounts.get(situation) ?? 0) + 1);
  return coverageOf({ ...content, phraseCounts });
}
