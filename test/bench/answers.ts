import path from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { readCases } from '../../src/checker/evaluation/cases.ts';
import { decode } from '../../src/checker/reading/model.ts';
import { createReader } from '../../src/checker/reading/reader.ts';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import { PHRASES_FOLDER, readPhrases } from '../../src/checker/training/phrases.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { startBrowser } from '../support/browser.ts';
import { fuseRanker, miniSearchRanker } from './accuracyRivals.ts';
import type { Figure } from './figures.ts';
import { rateOf } from './rate.ts';
import type {} from './rateInPage.ts';
import { printTable } from './table.ts';

/** Fuse.js takes about a second for a text, so all read the same few: every so many-th case. */
const EVERY = 24;
/** How long each reads the texts over and over, in milliseconds; once through all of them at least. */
const TIME = 2000;
/** How many times slower than this machine's the processors of the imitated browsers are. */
const SLOWER = [1, 6];

/** Prints how many texts a second the checker answers, and search libraries over the phrases that teach it. */
export async function answers(): Promise<Figure[]> {
  const phrases = readPhrases(PHRASES_FOLDER);
  const texts = readCases(ROOT)
    .filter((_, index) => index % EVERY === 0)
    .map(({ text }) => text);
  const encoded = cachedModel();
  const rates: [string, number][] = [
    ['the checker, Node', rateOf(createReader(decode(encoded)), texts, TIME)],
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
    `Answers a second: ${texts.length} of the cases over and over, one at a time; the libraries search in the phrases that teach`,
    ['', 'a second', 'ms each'],
    rates.map(([name, rate]) => [name, said(rate), (1000 / rate).toFixed(3)]),
  );
  const rate = (name: string): string => said(rates.find(([of]) => of === name)?.[1] ?? Number.NaN);
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
  const rate = await page.evaluate(({ encoded, texts, time }) => window.rateInPage(encoded, texts, time), {
    encoded,
    texts,
    time: TIME,
  });
  await page.close();
  return rate;
}

/** `rateInPage.ts` with all that it needs, for a page that has no other script. */
async function scriptToRate(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: path.join(import.meta.dirname, 'rateInPage.ts'), formats: ['iife'], name: 'rate' },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('Vite has built no script.');
  return output.output[0].code;
}

function said(rate: number): string {
  return rate.toLocaleString('en-GB', { maximumFractionDigits: rate < 10 ? 1 : 0 });
}
