import { cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { startBrowser } from '../support/browser.ts';
import { buildSite, ROOT } from '../support/buildSite.ts';
import { pagesToRead } from '../support/pagesToRead.ts';
import { serve } from '../support/serve.ts';
import { CATEGORIES, type Report, report, seoFromOutside } from './audited.ts';
import { copySources } from './build.ts';
import type { Figure } from './figures.ts';
import { BENCH } from './folder.ts';
import { buildOurs, serveStarlight, serveVitePress } from './sites.ts';
import { median, printTable } from './table.ts';

/** How often / is read beside those of others. Every other page is read once: there are many. */
const RUNS = 3;
const ALL = process.env.BENCH_PAGES === 'all';

/** A site of ours, built. */
interface Site {
  name: string;
  folder: string;
  base: string;
}

/** What Lighthouse says of a page. */
interface Audited extends Report {
  page: string;
  /** Whether search engines are told to leave it out: then what Lighthouse says of them is not counted. */
  unlisted: boolean;
  /** SEO, of 100, with robots.txt read from outside the page; as Lighthouse comes where that is not all that is wrong. */
  seo: number;
}

/**
 * Prints what Lighthouse says of a page of each kind, and what keeps it below 100: at the root of a host, in a folder
 * of one, and for another school. With `BENCH_PAGES=all` of every page.
 */
export async function lighthouseScores(): Promise<Figure[]> {
  const port = await freePort();
  const browser = await startBrowser([`--remote-debugging-port=${port}`]);
  const figures: Figure[] = [];
  try {
    for (const site of await sites()) {
      const audited = await auditSite(site, port);
      printAudited(site, audited);
      figures.push(...figuresOf(site, audited));
    }
    figures.push(await besideOthers(port));
  } finally {
    await browser.close();
  }
  return figures;
}

async function sites(): Promise<Site[]> {
  const inFolder = { base: '/policies/code/', out: path.join(BENCH, 'in-folder') };
  await buildSite(inFolder);
  const root = path.join(BENCH, 'other-school');
  copySources(root);
  rmSync(path.join(root, 'content'), { recursive: true });
  cpSync(path.join(ROOT, 'test/fixtures/other-school/content'), path.join(root, 'content'), {
    recursive: true,
  });
  await buildSite({ base: '/', out: 'dist', root });
  return [
    { name: 'at the root', folder: await buildOurs(), base: '/' },
    { name: 'in a folder', folder: inFolder.out, base: inFolder.base },
    { name: 'another school', folder: path.join(root, 'dist'), base: '/' },
  ];
}

async function auditSite({ folder, base }: Site, port: number): Promise<Audited[]> {
  const served = await serve(folder, base);
  const audited: Audited[] = [];
  try {
    for (const [page, html] of pagesOf(folder)) {
      const url = `${served.url}${page.slice(1)}`;
      const found = await report(url, port);
      const failed = found.short.filter(({ category }) => category === 'seo').map(({ audit }) => audit);
      const onlyRobots = failed.length === 1 && failed[0] === 'robots-txt';
      const seo = onlyRobots ? await seoFromOutside(url, port) : (found.scores.seo ?? Number.NaN);
      audited.push({ page, unlisted: html.includes('content="noindex"'), seo, ...found });
    }
  } finally {
    await served.close();
  }
  return audited;
}

/** The pages that people find by an address of their own, by that: the first of each kind, or all. */
function pagesOf(folder: string): [string, string][] {
  const pages = [...pagesToRead(folder)].filter(([page]) => page.endsWith('/')).sort();
  // Of one kind are those that stand in the same folder, below the first.
  const kindOf = ([page]: [string, string]): string =>
    /^\/[^/]*\/?$/.test(page) ? page : page.replace(/[^/]+\/$/, '*');
  return ALL ? pages : [...Map.groupBy(pages, kindOf).values()].flatMap(([first]) => (first ? [first] : []));
}

function printAudited({ name }: Site, audited: readonly Audited[]): void {
  printTable(
    `Lighthouse on a phone, ${name}: one run a page`,
    ['page', ...CATEGORIES, 'seo, robots.txt read from outside'],
    audited.map(({ page, unlisted, scores, seo }) => [
      unlisted ? `${page} (kept out of search)` : page,
      ...CATEGORIES.map((category) => scores[category] ?? Number.NaN),
      seo,
    ]),
  );
  const short = audited.flatMap(({ page, short }) => short.map((each) => ({ page, ...each })));
  if (short.length === 0) return;
  printTable(
    'What is not passed where a category is below 100 (weight 0: a hint, not counted)',
    ['page', 'category', 'audit', 'score', 'weight', 'why'],
    short.map(({ page, category, audit, score, weight, why }) => [page, category, audit, score, weight, why]),
  );
}

function figuresOf({ name }: Site, audited: readonly Audited[]): Figure[] {
  const listed = audited.filter(({ unlisted }) => !unlisted);
  const lowest = CATEGORIES.map((category) =>
    Math.min(...(category === 'seo' ? listed : audited).map(({ scores }) => scores[category] ?? Number.NaN)),
  );
  const seo = Math.min(...listed.map((page) => page.seo));
  return [
    {
      name: `Lighthouse ${name}, lowest of ${audited.length} pages: speed; accessibility; practices; SEO (${listed.length} pages to be listed)`,
      ours: lowest.join('; '),
      mark: '100; 100; 100; 100',
      kept: lowest.every((score) => score === 100),
    },
    {
      name: `Lighthouse ${name}, SEO with robots.txt read from outside the page, lowest`,
      ours: `${seo}`,
      mark: '100',
      kept: seo === 100,
    },
  ];
}

async function besideOthers(port: number): Promise<Figure> {
  const [ours, starlight, vitepress] = [
    await serve(await buildOurs()),
    await serveStarlight(),
    await serveVitePress(),
  ];
  try {
    const said = async (url: string): Promise<string> => {
      const runs: Report[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await report(url, port));
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
