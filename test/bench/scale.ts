import { type ChildProcess, spawn } from 'node:child_process';
import { globSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readPhrases } from '../../src/checker/teaching/phrases.ts';
import { startBrowser } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { copySources } from './build.ts';
import { BENCH, buildStarlight } from './sites.ts';
import { writeStarlight } from './starlight/write.ts';
import { printTable } from './table.ts';

/** How many situations there are: today's number, about, and what no school will ever have. Others by BENCH_SIZES. */
const SIZES = [20, 200, 1000];
/** Starlight is built beside ours up to here; beyond, its time is not worth the wait. */
const STARLIGHT_UP_TO = 2000;
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
  seconds: number;
  /** The most memory that the build held at a time, in MB; not a number where the system does not tell. */
  memory: number;
  /** Of the whole site, in MB. */
  size: number;
  /** Files of the search index, in MB. */
  index: number;
  /** From opening `/search/?q=` to the first result, in milliseconds, on this machine without any brake. */
  result: number;
  starlight: number;
}

/** Prints how the cost of the site grows with the number of situations, and fits how. */
export async function scale(): Promise<void> {
  const sizes = process.env.BENCH_SIZES?.split(',').map(Number) ?? SIZES;
  const browser = await startBrowser();
  const costs: Cost[] = [];
  try {
    for (const situations of sizes) {
      costs.push(await costOf(browser, situations));
      const { seconds, pages } = costs.at(-1) ?? { seconds: 0, pages: 0 };
      console.log(`  ${situations} situations: ${pages} pages in ${seconds.toFixed(1)} s`);
    }
  } finally {
    await browser.close();
  }
  printTable(
    'What it takes to build and to search, by the number of situations (made up beyond today’s; five phrases each)',
    [
      'situations',
      'pages',
      'build, s',
      'ms a page',
      'memory, MB',
      'site, MB',
      'index, MB',
      'first result, ms',
      'Starlight, s',
    ],
    costs.map(({ situations, pages, seconds, memory, size, index, result, starlight }) => [
      situations,
      pages,
      seconds.toFixed(1),
      Math.round((1000 * seconds) / pages),
      Math.round(memory),
      size.toFixed(1),
      index.toFixed(2),
      Math.round(result),
      Number.isNaN(starlight) ? '' : starlight.toFixed(1),
    ]),
  );
  printGrowth(costs);
}

/** The exponent with which a cost grows, between the two largest sizes: 1 is in proportion. */
function printGrowth(costs: readonly Cost[]): void {
  const [smaller, larger] = costs.slice(-2);
  if (smaller === undefined || larger === undefined) return;
  const exponent = (figure: 'seconds' | 'memory' | 'size' | 'index'): string =>
    (Math.log(larger[figure] / smaller[figure]) / Math.log(larger.pages / smaller.pages)).toFixed(2);
  console.log(
    `\nFrom ${smaller.pages} to ${larger.pages} pages, cost grows with this power of their number (1 is in proportion): ` +
      `build ${exponent('seconds')}, memory ${exponent('memory')}, size ${exponent('size')}, index ${exponent('index')}.`,
  );
}

async function costOf(browser: Browser, situations: number): Promise<Cost> {
  const folder = path.join(BENCH, `scale/${situations}`);
  copySources(folder);
  writeSituations(folder, situations);
  const { seconds, memory } = await timedBuild(folder);
  const dist = path.join(folder, 'dist');
  const served = await serve(dist);
  const result = await firstResult(
    browser,
    new URL(`search/?q=${encodeURIComponent(SOUGHT)}`, served.url).href,
  );
  await served.close();
  const cost: Cost = {
    situations,
    pages: globSync('**/*.html', { cwd: dist }).length,
    seconds,
    memory,
    size: megabytes(dist),
    index: megabytes(path.join(dist, 'pagefind')),
    result,
    starlight: situations <= STARLIGHT_UP_TO ? await timedStarlight(folder) : Number.NaN,
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

async function timedBuild(folder: string): Promise<{ seconds: number; memory: number }> {
  const env: NodeJS.ProcessEnv = { ...process.env, BASE: '/', OUT_DIR: 'dist' };
  delete env.NODE_ENV;
  const start = performance.now();
  const child = spawn(process.execPath, ['src/build/build.ts'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const mostMemory = watchMemory(child);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  const seconds = (performance.now() - start) / 1000;
  const memory = mostMemory();
  if (code !== 0) throw new Error(`The build of ${folder} stopped:\n${said.slice(-2000)}`);
  return { seconds, memory };
}

/** The most memory that a process has held so far, in MB, as Linux tells it. */
function watchMemory({ pid }: ChildProcess): () => number {
  let most = Number.NaN;
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      most = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024 || most;
    } catch {
      // It has ended, or this is another system.
    }
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    return most;
  };
}

async function timedStarlight(ours: string): Promise<number> {
  const folder = path.join(BENCH, 'scale/starlight');
  rmSync(folder, { recursive: true, force: true });
  writeStarlight(ours, folder);
  const start = performance.now();
  await buildStarlight(folder);
  return (performance.now() - start) / 1000;
}

async function firstResult(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(url);
  await page.locator('.result').first().waitFor({ timeout: 60_000 });
  const took = performance.now() - start;
  await context.close();
  return took;
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
