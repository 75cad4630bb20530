import path from 'node:path';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { readCases } from '../../src/checker/evaluation/cases.ts';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import { PHRASES_FOLDER, type Phrase, readPhrases } from '../../src/checker/training/phrases.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { startBrowser } from '../support/browser.ts';
import type { Figure } from './figures.ts';
import { rateOf, rateOfModel } from './rate.ts';
import { printTable } from './table.ts';

/** Fuse.js takes a second or more per text, so all of them read the same few: one case in this many. */
const EVERY = 24;
/** How long each reads the texts repeatedly, in milliseconds; all of them at least once. */
const TIME = 2000;
/** How many times slower than this machine's the emulated processors are. */
const SLOWER = [1, 6];

/** MiniSearch lets this many nearest phrases vote. */
const VOTERS = 10;

declare global {
  interface Window {
    /** The exports of `rate.ts`, once its script is in the page. */
    rate: typeof import('./rate.ts');
  }
}

/** Prints how many texts per second the checker answers, and search libraries over its training phrases. */
export async function answers(): Promise<Figure[]> {
  const phrases = readPhrases(PHRASES_FOLDER);
  const texts = readCases(ROOT)
    .filter((_, index) => index % EVERY === 0)
    .map(({ text }) => text);
  const encoded = cachedModel();
  const rates: [string, number][] = [
    ['the checker, Node', rateOfModel(encoded, texts, TIME)],
    ['MiniSearch, Node', rateOf(miniSearchRanker(phrases), texts, TIME)],
    ['Fuse.js, Node', rateOf(fuseRanker(phrases), texts, TIME)],
  ];
  const script = await scriptToRate();
  const browser = await startBrowser();
  for (const slower of SLOWER) {
    const name = slower === 1 ? 'the checker, browser' : `the checker, browser ${slower} times slower`;
    rates.push([name, await rateInBrowser(browser, script, encoded, texts, slower)]);
  }
  await browser.close();
  printTable(
    `Answers per second: ${texts.length} of the cases repeatedly, one at a time; the libraries search the training phrases`,
    ['', 'a second', 'ms each'],
    rates.map(([name, rate]) => [name, format(rate), (1000 / rate).toFixed(3)]),
  );
  const rate = (name: string): string => format(rates.find(([of]) => of === name)?.[1] ?? Number.NaN);
  return [
    {
      name: 'answers a second, in Node',
      ours: rate('the checker, Node'),
      other: `MiniSearch ${rate('MiniSearch, Node')}, Fuse.js ${rate('Fuse.js, Node')}`,
    },
    { name: 'answers a second, in the browser', ours: rate('the checker, browser') },
    {
      name: 'answers a second, in the browser, processor 6 times slower',
      ours: rate('the checker, browser 6 times slower'),
    },
  ];
}

async function rateInBrowser(
  browser: Browser,
  script: string,
  encoded: string,
  texts: readonly string[],
  slower: number,
): Promise<number> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const rate = await page.evaluate(
    ({ encoded, texts, time }) => window.rate.rateOfModel(encoded, texts, time),
    {
      encoded,
      texts,
      time: TIME,
    },
  );
  await page.close();
  return rate;
}

/** `rate.ts` with everything it needs, for a page without other scripts. */
async function scriptToRate(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: path.join(import.meta.dirname, 'rate.ts'), formats: ['iife'], name: 'rate' },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('Vite built no script.');
  return output.output[0].code;
}

function format(rate: number): string {
  return rate.toLocaleString('en-GB', { maximumFractionDigits: rate < 10 ? 1 : 0 });
}

/** Fuse.js with its defaults: the situation of the best phrase first. */
function fuseRanker(phrases: readonly Phrase[]): (text: string) => string[] {
  const fuse = new Fuse(phrases, { keys: ['text'] });
  return (text) => distinct(fuse.search(text).map(({ item }) => item.situation));
}

/** MiniSearch with fuzzy matching: the nearest phrases vote. */
function miniSearchRanker(phrases: readonly Phrase[]): (text: string) => string[] {
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  search.addAll(phrases.map(({ text }, id) => ({ id, text })));
  return (text) => {
    const votes = new Map<string, number>();
    for (const { id, score } of search.search(text, { fuzzy: 0.2 }).slice(0, VOTERS)) {
      const situation = phrases[id]?.situation ?? '';
      votes.set(situation, (votes.get(situation) ?? 0) + score);
    }
    return [...votes].sort(([, a], [, b]) => b - a).map(([situation]) => situation);
  };
}

const distinct = (items: readonly string[]): string[] => [...new Set(items)];
