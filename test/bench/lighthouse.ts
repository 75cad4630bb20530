import { cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { adoptedSite } from '../support/adoptedSite.ts';
import { startBrowser } from '../support/browser.ts';
import { buildSite, ROOT } from '../support/buildSite.ts';
import { pagesToRead } from '../support/pagesToRead.ts';
import { serve } from '../support/serve.ts';
import { ADOPTED, type AdoptedName } from '../support/sites.ts';
import { copySources } from './build.ts';
import type { Figure } from './figures.ts';
import { BENCH, serveStarlight, serveVitePress } from './sites.ts';
import { median, printTable } from './table.ts';

/** How often / is audited beside the others'. Every other page is audited once, as there are many. */
const RUNS = 3;
const ALL = process.env.BENCH_PAGES === 'all';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What one run of Lighthouse found on a page. */
interface Report {
  /** By category, of 100. */
  scores: Record<string, number>;
  /** The audits failed in categories below 100. */
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

/** A site of ours, built for the address it's served at here. */
interface Site {
  name: string;
  folder: string;
  base: string;
  port: number;
}

/** What Lighthouse says about a page. */
interface Audited extends Report {
  page: string;
  /** Whether it's kept out of search engines, so that its SEO score doesn't count. */
  unlisted: boolean;
}

/**
 * Prints what Lighthouse says about a page of each kind, and what keeps it below 100: at the root of a host, in a folder
 * of one, for another school, and for those whose Code was adopted. `BENCH_PAGES=all` audits every page. Each site is built with its address, as if for
 * publishing; without it, the pages don't allow Lighthouse to read robots.txt.
 */
export async function lighthouseScores(): Promise<Figure[]> {
  const driven = await freePort();
  const browser = await startBrowser([`--remote-debugging-port=${driven}`]);
  const figures: Figure[] = [];
  try {
    const all = await sites();
    for (const site of all) {
      const audited = await auditSite(site, driven);
      printAudited(site, audited);
      figures.push(figureOf(site, audited));
    }
    const [atRoot] = all;
    if (atRoot) figures.push(await besideOthers(atRoot, driven));
  } finally {
    await browser.close();
  }
  return figures;
}

async function sites(): Promise<Site[]> {
  const otherSchool = path.join(BENCH, 'other-school');
  copySources(otherSchool);
  rmSync(path.join(otherSchool, 'content'), { recursive: true });
  cpSync(path.join(ROOT, 'test/fixtures/other-school/content'), path.join(otherSchool, 'content'), {
    recursive: true,
  });
  return [
    await built('at the root', '/', path.join(BENCH, 'at-root')),
    await built('in a folder', '/policies/code/', path.join(BENCH, 'in-folder')),
    await built('another school', '/', path.join(otherSchool, 'dist'), otherSchool),
    ...(await Promise.all(ADOPTED.map(adopted))),
  ];
}

/** The site of a made-up Code, as `npm run adopt` makes it. */
async function adopted(name: AdoptedName): Promise<Site> {
  const root = path.join(BENCH, name);
  copySources(root);
  const port = await freePort();
  const { folder, base } = await adoptedSite(name, root, `http://127.0.0.1:${port}`);
  return { name: `adopted, “${name}”`, folder, base, port };
}

async function built(name: string, base: string, folder: string, root = ROOT): Promise<Site> {
  const port = await freePort();
  await buildSite({ base, site: `http://127.0.0.1:${port}`, out: folder, root });
  return { name, folder, base, port };
}

async function auditSite({ folder, base, port }: Site, driven: number): Promise<Audited[]> {
  const served = await serve(folder, base, port);
  const audited: Audited[] = [];
  try {
    for (const [page, html] of pagesOf(folder)) {
      const found = await report(`${served.url}${page.slice(1)}`, driven);
      audited.push({ page, unlisted: html.includes('content="noindex"'), ...found });
    }
  } finally {
    await served.close();
  }
  return audited;
}

/** The pages to audit by address: the first of each kind, or all. */
function pagesOf(folder: string): [string, string][] {
  const pages = [...pagesToRead(folder)].filter(([page]) => page.endsWith('/')).sort();
  // Pages in the same folder are of one kind.
  const kindOf = ([page]: [string, string]): string =>
    /^\/[^/]*\/?$/.test(page) ? page : page.replace(/[^/]+\/$/, '*');
  return ALL ? pages : [...Map.groupBy(pages, kindOf).values()].flatMap(([first]) => (first ? [first] : []));
}

function printAudited({ name }: Site, audited: readonly Audited[]): void {
  printTable(
    `Lighthouse on a phone, ${name}: one run a page`,
    ['page', ...CATEGORIES],
    audited.map(({ page, unlisted, scores }) => [
      unlisted ? `${page} (kept out of search)` : page,
      ...CATEGORIES.map((category) => scores[category] ?? Number.NaN),
    ]),
  );
  const short = audited.flatMap(({ page, short }) => short.map((each) => ({ page, ...each })));
  if (short.length === 0) return;
  printTable(
    'Audits failed where a category is below 100 (weight 0: a hint, not counted)',
    ['page', 'category', 'audit', 'score', 'weight', 'why'],
    short.map(({ page, category, audit, score, weight, why }) => [page, category, audit, score, weight, why]),
  );
}

function figureOf({ name }: Site, audited: readonly Audited[]): Figure {
  const listed = audited.filter(({ unlisted }) => !unlisted);
  const lowest = CATEGORIES.map((category) =>
    Math.min(...(category === 'seo' ? listed : audited).map(({ scores }) => scores[category] ?? Number.NaN)),
  );
  return {
    name: `Lighthouse ${name}, lowest of ${audited.length} pages: speed; accessibility; practices; SEO (${listed.length} pages to be listed)`,
    ours: lowest.join('; '),
    mark: '100; 100; 100; 100',
    kept: lowest.every((score) => score === 100),
  };
}

async function besideOthers({ folder, base, port }: Site, driven: number): Promise<Figure> {
  const [ours, starlight, vitepress] = [
    await serve(folder, base, port),
    await serveStarlight(),
    await serveVitePress(),
  ];
  try {
    const said = async (url: string): Promise<string> => {
      const runs: Report[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await report(url, driven));
      return CATEGORIES.map((category) =>
        median(runs.map(({ scores }) => scores[category] ?? Number.NaN)),
      ).join('; ');
    };
    return {
      name: `Lighthouse, /, median of ${RUNS}: speed; accessibility; practices; SEO`,
      ours: await said(ours.url),
      starlight: await said(starlight.url),
      vitepress: await said(vitepress.url),
    };
  } finally {
    await Promise.all([ours, starlight, vitepress].map((served) => served.close()));
  }
}

/** A free port. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('There’s no free port.'));
        else resolve(address.port);
      });
    });
  });
}

/** Audits a page with Lighthouse's default phone, in the browser that listens at `port`. */
async function report(url: string, port: number): Promise<Report> {
  const result = await lighthouse(url, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' });
  if (result === undefined) throw new Error(`Lighthouse has no report on ${url}.`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`Lighthouse couldn’t read ${url}: ${runtimeError.message}`);
  const scores: Record<string, number> = {};
  const short: Shortcoming[] = [];
  for (const [category, { score, auditRefs }] of Object.entries(categories)) {
    scores[category] = Math.round((score ?? 0) * 100);
    if (score === 1) continue;
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      // No score: the audit doesn't apply to this page, or is only for information.
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
