import lighthouse, { type Config } from 'lighthouse';
import { RobotsTxtFromOutside } from './robotsTxtFromOutside.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What one run of Lighthouse found on a page. */
export interface Report {
  /** By category, of 100. */
  scores: Record<string, number>;
  /** The audits that are not passed in categories below 100. */
  short: Shortcoming[];
}

export interface Shortcoming {
  category: string;
  audit: string;
  /** Of 100. */
  score: number;
  /** How much it counts in its category; 0 for a hint. */
  weight: number;
  /** Lighthouse's own reason where it gives one, or else the audit's title. */
  why: string;
}

/** Lighthouse's own settings, but for how it comes by robots.txt. */
const ROBOTS_FROM_OUTSIDE: Config = {
  extends: 'lighthouse:default',
  artifacts: [{ id: 'RobotsTxt', gatherer: RobotsTxtFromOutside }],
};

/** What Lighthouse, set for a phone as it comes, says of a page, in the browser that is to be driven at `port`. */
export function report(url: string, port: number): Promise<Report> {
  return run(url, port, CATEGORIES);
}

/** What it says of search engines if robots.txt is read from outside the page, of 100. */
export async function seoFromOutside(url: string, port: number): Promise<number> {
  const { scores } = await run(url, port, ['seo'], ROBOTS_FROM_OUTSIDE);
  return scores.seo ?? Number.NaN;
}

async function run(
  url: string,
  port: number,
  onlyCategories: readonly string[],
  config?: Config,
): Promise<Report> {
  const result = await lighthouse(
    url,
    { port, onlyCategories: [...onlyCategories], logLevel: 'error' },
    config,
  );
  if (result === undefined) throw new Error(`Lighthouse says nothing of ${url}.`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined)
    throw new Error(`Lighthouse could not read ${url}: ${runtimeError.message}`);
  const scores: Record<string, number> = {};
  const short: Shortcoming[] = [];
  for (const [category, { score, auditRefs }] of Object.entries(categories)) {
    scores[category] = Math.round((score ?? 0) * 100);
    if (score === 1) continue;
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      // No score: the audit does not apply to this page, or only informs.
      if (audit === undefined || audit.score === null || audit.score === 1) continue;
      short.push({
        category,
        audit: id,
        score: Math.round(audit.score * 100),
        weight,
        why: audit.explanation ?? audit.title,
      });
    }
  }
  return { scores, short };
}
