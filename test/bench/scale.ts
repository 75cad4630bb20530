import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readPhrases } from '../../src/checker/training/phrases.ts';
import { startBrowser } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { buildCopy, copySources, pagesIn } from './build.ts';
import type { Figure } from './figures.ts';
import { firstResult } from './searches.ts';
import { BENCH, type Generator, STARLIGHT, timed, VITEPRESS } from './sites.ts';
import { printTable } from './table.ts';
import { type PageOfWords, pagesOfWords } from './words.ts';

/** How many situations: about today's number, and more than any school will have. */
const SIZES = [20, 200, 2000];
/** Trains the checker, and keeps the model. */
const TRAINING = 'src/checker/training/trainingWorker.ts';
/** The situation the made-up ones copy. */
const PATTERN = 'repeat-meetings';
/** Phrases for each real situation here: this part is about pages, and `accuracy` measures the training. */
const PHRASES = 5;
/** Words on no other page, so that search finds only the made-up situations. */
const SOUGHT = 'seventh meeting';

/** What it takes to build and search a site of some size. */
interface Cost {
  situations: number;
  pages: number;
  /** Of training the checker alone. */
  training: number;
  /** Of the build alone, once the checker is trained. */
  seconds: number;
  /** Of the whole site, in MB. */
  size: number;
  /** The search records, in MB. */
  index: number;
  /** From opening `/search/?q=` to the first result, in milliseconds, without throttling. */
  result: number;
  /** How many pages the others have: they have no redirects. */
  theirPages: number;
  /** Seconds that the others' builds take. */
  starlight: number;
  vitepress: number;
}

/** Prints how the cost of the site grows with the number of situations. */
export async function scale(): Promise<Figure[]> {
  const browser = await startBrowser();
  const costs: Cost[] = [];
  try {
    for (const situations of SIZES) {
      costs.push(await costOf(browser, situations));
      const { seconds, pages, training } = costs.at(-1) ?? { seconds: 0, pages: 0, training: 0 };
      console.log(
        `  ${situations} situations: trained in ${training.toFixed(1)} s, ${pages} pages in ${seconds.toFixed(1)} s`,
      );
    }
  } finally {
    await browser.close();
  }
  printTable(
    'What it takes to build and search, by number of situations (made up beyond today’s; five phrases each)',
    [
      'situations',
      'pages',
      'training, s',
      'build, s',
      'ms a page',
      'site, MB',
      'index, MB',
      'first result, ms',
      'their pages',
      'Starlight, s',
      'VitePress, s',
    ],
    costs.map(
      ({ situations, pages, training, seconds, size, index, result, theirPages, starlight, vitepress }) => [
        situations,
        pages,
        training.toFixed(1),
        seconds.toFixed(1),
        Math.round((1000 * seconds) / pages),
        size.toFixed(1),
        index.toFixed(2),
        Math.round(result),
        theirPages,
        starlight.toFixed(1),
        vitepress.toFixed(1),
      ],
    ),
  );
  return costs.flatMap(figuresOf);
}

function figuresOf(cost: Cost): Figure[] {
  const { situations, pages, training, seconds, index, result, theirPages, starlight, vitepress } = cost;
  const theirs = (took: number): string => `${theirPages} pages; ${took.toFixed(1)} s`;
  const name = `${situations.toLocaleString('en-GB')} situations`;
  return [
    {
      name: `${name}: pages; build`,
      ours: `${pages} pages; ${seconds.toFixed(1)} s`,
      starlight: theirs(starlight),
      vitepress: theirs(vitepress),
    },
    {
      name: `${name}: search index; first result; training`,
      ours: `${index.toFixed(2)} MB; ${Math.round(result)} ms; ${training.toFixed(1)} s`,
    },
  ];
}

async function costOf(browser: Browser, situations: number): Promise<Cost> {
  const folder = path.join(BENCH, `scale/${situations}`);
  copySources(folder);
  writeSituations(folder, situations);
  const training = await timed([TRAINING], folder);
  const seconds = await buildCopy(folder);
  const dist = path.join(folder, 'dist');
  const served = await serve(dist);
  const result = await firstResult(
    browser,
    new URL(`search/?q=${encodeURIComponent(SOUGHT)}`, served.url).href,
  );
  await served.close();
  const words = pagesOfWords(folder);
  const cost: Cost = {
    situations,
    pages: pagesIn(dist),
    training,
    seconds,
    size: megabytes(dist),
    index: megabytes(path.join(dist, 'search')),
    result,
    theirPages: words.length + 1,
    starlight: await buildPeer(STARLIGHT, words),
    vitepress: await buildPeer(VITEPRESS, words),
  };
  rmSync(folder, { recursive: true, force: true });
  return cost;
}

/** Adds made-up situations to a copy of the content until there are `count`. */
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
  const seconds = await timed(generator.command, folder);
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
