import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readPhrases } from '../../src/checker/training/phrases.ts';
import { startBrowser } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { buildCopy, copySources, pagesIn } from './build.ts';
import type { Figure } from './figures.ts';
import { firstResult } from './firstResult.ts';
import { BENCH } from './folder.ts';
import { type Generator, STARLIGHT, VITEPRESS } from './sites.ts';
import { printTable } from './table.ts';
import { timed } from './timed.ts';
import { type PageOfWords, pagesOfWords } from './words.ts';

/** How many situations there are: today's number, about, and what no school will ever have. Others by BENCH_SIZES. */
const SIZES = [20, 200, 2000];
/** The others are built beside ours up to here; beyond, their time is not worth the wait. */
const PEERS_UP_TO = 2000;
/** The power of the number of pages with which a cost may grow. */
const GROWTH = 1.1;
/** What teaches the checker, and keeps what it was taught. */
const TEACHING = 'src/checker/training/trainingWorker.ts';
/** The situation of which the made-up ones are copies. */
const PATTERN = 'repeat-meetings';
/** Lines that teach each real situation here: this part is about pages, and `accuracy` measures the teaching. */
const PHRASES = 5;
/** What no other page of the site says, so that search finds the made-up situations alone. */
const SOUGHT = 'seventh meeting';

/** What it takes to build a site of some size, and to search in it. */
interface Cost {
  situations: number;
  pages: number;
  /** Of teaching the checker alone. */
  teaching: number;
  /** Of the build alone, the checker being taught. */
  seconds: number;
  /** The most memory that the build held at a time, in MB; not a number where the system does not tell. */
  memory: number;
  /** Of the whole site, in MB. */
  size: number;
  /** Files of the search index, in MB. */
  index: number;
  /** From opening `/search/?q=` to the first result, in milliseconds, on this machine without any brake. */
  result: number;
  /** How many pages the others have, which have no page that only forwards. */
  theirPages: number;
  /** Seconds that the others' builds take; not a number where they are not built. */
  starlight: number;
  vitepress: number;
}

/** Prints how the cost of the site grows with the number of situations, and fits how. */
export async function scale(): Promise<Figure[]> {
  const sizes = process.env.BENCH_SIZES?.split(',').map(Number) ?? SIZES;
  const browser = await startBrowser();
  const costs: Cost[] = [];
  try {
    for (const situations of sizes) {
      costs.push(await costOf(browser, situations));
      const { seconds, pages, teaching } = costs.at(-1) ?? { seconds: 0, pages: 0, teaching: 0 };
      console.log(
        `  ${situations} situations: taught in ${teaching.toFixed(1)} s, ${pages} pages in ${seconds.toFixed(1)} s`,
      );
    }
  } finally {
    await browser.close();
  }
  printTable(
    'What it takes to build and to search, by the number of situations (made up beyond today’s; five phrases each)',
    [
      'situations',
      'pages',
      'teaching, s',
      'build, s',
      'ms a page',
      'memory, MB',
      'site, MB',
      'index, MB',
      'first result, ms',
      'their pages',
      'Starlight, s',
      'VitePress, s',
    ],
    costs.map(
      ({
        situations,
        pages,
        teaching,
        seconds,
        memory,
        size,
        index,
        result,
        theirPages,
        starlight,
        vitepress,
      }) => [
        situations,
        pages,
        teaching.toFixed(1),
        seconds.toFixed(1),
        Math.round((1000 * seconds) / pages),
        Math.round(memory),
        size.toFixed(1),
        index.toFixed(2),
        Math.round(result),
        theirPages,
        ...[starlight, vitepress].map((took) => (Number.isNaN(took) ? '' : took.toFixed(1))),
      ],
    ),
  );
  return [...costs.flatMap(figuresOf), ...growth(costs)];
}

function figuresOf(cost: Cost): Figure[] {
  const { situations, pages, teaching, seconds, memory, index, result, theirPages, starlight, vitepress } =
    cost;
  const theirs = (took: number): string =>
    Number.isNaN(took) ? '' : `${theirPages} pages; ${took.toFixed(1)} s`;
  const name = `${situations.toLocaleString('en-GB')} situations`;
  return [
    {
      name: `${name}: pages; build`,
      ours: `${pages} pages; ${seconds.toFixed(1)} s`,
      starlight: theirs(starlight),
      vitepress: theirs(vitepress),
    },
    {
      name: `${name}: search index; first result; memory of the build; teaching`,
      ours: `${index.toFixed(2)} MB; ${Math.round(result)} ms; ${Math.round(memory)} MB; ${teaching.toFixed(1)} s`,
    },
  ];
}

/** How each cost grows: what a page costs beyond what any site does, and the exponent between the two largest sizes. */
function growth(costs: readonly Cost[]): Figure[] {
  const [smaller, larger] = costs.slice(-2);
  if (smaller === undefined || larger === undefined) return [];
  const kinds = { seconds: 'build', memory: 'memory', size: 'size', index: 'search index' } as const;
  const power = (figure: 'teaching' | keyof typeof kinds, of: 'pages' | 'situations'): number =>
    Math.log(larger[figure] / smaller[figure]) / Math.log(larger[of] / smaller[of]);
  const exponents = (['seconds', 'memory', 'size', 'index'] as const).map((figure) => ({
    kind: kinds[figure],
    power: power(figure, 'pages'),
  }));
  const { fixed, each } = line(costs.map(({ pages, seconds }) => [pages, seconds]));
  const teaching = power('teaching', 'situations');
  return [
    {
      name: `build, fitted to all sizes: any site; each page`,
      ours: `${fixed.toFixed(1)} s; ${(1000 * each).toFixed(0)} ms`,
    },
    {
      name: `growth from ${smaller.pages} to ${larger.pages} pages, as a power of their number`,
      ours: exponents.map(({ kind, power }) => `${kind} ${power.toFixed(2)}`).join('; '),
      other: 'in proportion: 1',
      mark: `≤ ${GROWTH}`,
      kept: exponents.every(({ power }) => power <= GROWTH),
    },
    {
      name: `growth of teaching from ${smaller.situations} to ${larger.situations} situations, as a power of their number`,
      ours: teaching.toFixed(2),
      other: 'each word is weighed for each situation: 2',
      mark: `≤ ${GROWTH}`,
      kept: teaching <= GROWTH,
    },
  ];
}

/** The straight line nearest to points `[x, y]`, by least squares: its `y` at 0, and what each `x` adds. */
function line(points: readonly (readonly [number, number])[]): { fixed: number; each: number } {
  const mean = (figures: readonly number[]): number =>
    figures.reduce((sum, each) => sum + each, 0) / figures.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const each =
    points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) /
    points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return { fixed: y - each * x, each };
}

async function costOf(browser: Browser, situations: number): Promise<Cost> {
  const folder = path.join(BENCH, `scale/${situations}`);
  copySources(folder);
  writeSituations(folder, situations);
  const { seconds: teaching } = await timed([TEACHING], folder);
  const { seconds, memory } = await buildCopy(folder);
  const dist = path.join(folder, 'dist');
  const served = await serve(dist);
  const result = await firstResult(
    browser,
    new URL(`search/?q=${encodeURIComponent(SOUGHT)}`, served.url).href,
  );
  await served.close();
  const words = pagesOfWords(folder);
  const peers = situations <= PEERS_UP_TO;
  const cost: Cost = {
    situations,
    pages: pagesIn(dist),
    teaching,
    seconds,
    memory,
    size: megabytes(dist),
    index: megabytes(path.join(dist, 'pagefind')),
    result,
    theirPages: words.length + 1,
    starlight: peers ? await buildPeer(STARLIGHT, words) : Number.NaN,
    vitepress: peers ? await buildPeer(VITEPRESS, words) : Number.NaN,
  };
  rmSync(folder, { recursive: true, force: true });
  return cost;
}

/** Adds made-up situations to a copy of the content until there are as many as asked for. */
function writeSituations(root: string, count: number): void {
  const inContent = (file: string): string => path.join(root, 'content', file);
  const read = (file: string): string => readFileSync(inContent(file), 'utf8');
  const phrases = Map.groupBy(readPhrases(inContent('phrases')), ({ situation }) => situation);
  for (const [situation, all] of phrases) {
    const lines = all.slice(0, PHRASES).map(({ text }) => text);
    writeFileSync(inContent(`phrases/${situation}.txt`), `${lines.join('\n')}\n`);
  }
  const there = readdirSync(inContent('situations')).length;
  const pattern = read(`situations/${PATTERN}.yaml`).replace(/^title:.*$/m, 'title: Made up, number NUMBER');
  const made = Array.from({ length: Math.max(0, count - there) }, (_, index) => `made-up-${index + 1}`);
  for (const [index, id] of made.entries()) {
    writeFileSync(inContent(`situations/${id}.yaml`), pattern.replace('NUMBER', `${index + 1}`));
    writeFileSync(inContent(`phrases/${id}.txt`), `this is made up and is number ${index + 1}\n`);
  }
  const group = `- title: Made up\n  intro: Made up to measure.\n  situations: [${made.join(', ')}]\n`;
  if (made.length > 0) writeFileSync(inContent('groups.yaml'), read('groups.yaml') + group);
  const addresses = made.flatMap((id) => [`  - /situations/${id}/`, `  - /s/${id}/`]);
  writeFileSync(
    inContent('addresses.yaml'),
    read('addresses.yaml').replace(/^published:$/m, ['published:', ...addresses].join('\n')),
  );
}

async function buildPeer(generator: Generator, pages: readonly PageOfWords[]): Promise<number> {
  const folder = path.join(BENCH, 'scale', generator.name);
  rmSync(folder, { recursive: true, force: true });
  generator.write(pages, folder);
  const { seconds } = await timed(generator.command, folder);
  rmSync(folder, { recursive: true, force: true });
  return seconds;
}

function megabytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce(
    (sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size,
    0,
  );
  return bytes / 1024 / 1024;
}
