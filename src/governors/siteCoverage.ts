import { PHRASES_FOLDER, readPhrases } from '../checker/teaching/phrases.ts';
import { siteContent } from '../content.ts';
import { type Coverage, countPhrases, coverageOf } from './coverage.ts';

/** The coverage of what this build shows. */
export function siteCoverage(): Coverage {
  return coverageOf({ ...siteContent(), phraseCounts: countPhrases(readPhrases(PHRASES_FOLDER)) });
}
