import lighthouse from 'lighthouse';

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

/** What Lighthouse, set for a phone as it comes, says of a page, in the browser that is to be driven at `port`. */
export async function report(url: string, port: number): Promise<Report> {
  const result = await lighthouse(url, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' });
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
