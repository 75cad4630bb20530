import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { startBrowser } from '../support/browser.ts';
import { serveOurs } from './sites.ts';
import { printTable } from './table.ts';

const PAGES = ['/', '/check/', '/situations/verbal-abuse/', '/search/', '/staff/', '/governors/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const RUNS = 3;

/** What one run of Lighthouse found on a page. */
interface Report {
  /** By category, of 100. */
  scores: Record<string, number>;
  /** The audits that are not passed in categories below 100. */
  short: Shortcoming[];
}

interface Shortcoming {
  category: string;
  audit: string;
  /** Of 100. */
  score: number;
  /** How much it counts in its category; 0 for a hint. */
  weight: number;
  /** Lighthouse's own reason where it gives one, or else the audit's title. */
  why: string;
}

/** Prints what Lighthouse, set for a phone as it comes, says of a page of each kind, and what keeps it below 100. */
export async function lighthouseScores(): Promise<void> {
  const ours = await serveOurs();
  const port = await freePort();
  const browser = await startBrowser([`--remote-debugging-port=${port}`]);
  const reports: [string, Report][] = [];
  try {
    for (const page of PAGES) {
      const runs: Report[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await report(new URL(page, ours.url).href, port));
      const middle = runs.toSorted((a, b) => speed(a) - speed(b))[Math.floor(RUNS / 2)];
      if (middle !== undefined) reports.push([page, middle]);
    }
  } finally {
    await browser.close();
    await ours.close();
  }
  printTable(
    `Lighthouse on a phone: of ${RUNS} runs a page, the middle one by performance`,
    ['page', ...CATEGORIES],
    reports.map(([page, { scores }]) => [
      page,
      ...CATEGORIES.map((category) => scores[category] ?? Number.NaN),
    ]),
  );
  const short = reports.flatMap(([page, report]) => report.short.map((each) => ({ page, ...each })));
  if (short.length === 0) return;
  printTable(
    'What is not passed where a category is below 100 (weight 0: a hint, not counted)',
    ['page', 'category', 'audit', 'score', 'weight', 'why'],
    short.map(({ page, category, audit, score, weight, why }) => [page, category, audit, score, weight, why]),
  );
}

function speed({ scores }: Report): number {
  return scores.performance ?? 0;
}

async function report(url: string, port: number): Promise<Report> {
  const result = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: 'error' });
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

/** A port on which nobody listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port is free.'));
        else resolve(address.port);
      });
    });
  });
}
