import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { RECORDED } from './recorded.ts';
import { PHONE, serveOurs, serveStarlight } from './sites.ts';
import { median, printTable } from './table.ts';

/** How a page came to be seen: milliseconds, and the share of the screen that moved. */
interface Painted {
  first: number;
  largest: number;
  blocked: number;
  moved: number;
}

const RUNS = 5;
/** What is under way once the page has loaded still counts; a reader has begun to read by then. */
const AFTER_LOAD = 2000;

/** A phone's processor and network, as they are usually imitated. */
const SLOWER = 4;
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1000 * 1000) / 8,
  uploadThroughput: (750 * 1000) / 8,
};

/**
 * Prints how soon the first page is seen on a slow phone that has never been there, ours and Starlight's by turns,
 * so that whatever else the machine does falls on both.
 */
export async function paint(): Promise<void> {
  const [ours, starlight] = [await serveOurs(), await serveStarlight()];
  const sites = [
    { name: 'ours', url: ours.url, runs: [] as Painted[] },
    { name: 'Starlight', url: starlight.url, runs: [] as Painted[] },
  ];
  const browser = await startBrowser();
  try {
    // Once without counting: the first pages of a browser pay for its start.
    for (const { url } of sites) await paintOf(browser, url);
    for (let run = 0; run < RUNS; run++) {
      for (const { url, runs } of sites) runs.push(await paintOf(browser, url));
    }
  } finally {
    await browser.close();
    await Promise.all([ours.close(), starlight.close()]);
  }
  printTable(
    `How soon / is seen: median of ${RUNS} runs by turns, 390 pixels, processor ${SLOWER} times slower, slow 4G, nothing cached`,
    ['', 'first paint, ms', 'largest paint, ms', 'blocked, ms', 'layout shift', 'largest paint in each run'],
    sites.map(({ name, runs }) => {
      const middle = (figure: keyof Painted) => median(runs.map((run) => run[figure]));
      const each = runs.map(({ largest }) => Math.round(largest)).join(' ');
      return [
        name,
        Math.round(middle('first')),
        Math.round(middle('largest')),
        Math.round(middle('blocked')),
        middle('moved'),
        each,
      ];
    }),
  );
  const recorded = RECORDED.map(({ generator, paint }) => `${generator} ${paint} ms`).join(', ');
  console.log(`\nLargest paint recorded elsewhere, on another machine: ${recorded}.`);
  const [mine = Number.NaN, theirs = Number.NaN] = sites.map(({ runs }) =>
    median(runs.map(({ largest }) => largest)),
  );
  console.log(`Largest paint no later than Starlight’s in this run: ${mine <= theirs ? 'yes' : 'NO'}.`);
}

async function paintOf(browser: Browser, url: string): Promise<Painted> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(AFTER_LOAD);
  const painted = await page.evaluate(readPaints);
  await context.close();
  return painted;
}

/** Runs in the page: what the browser has noted about its painting. */
async function readPaints(): Promise<Painted> {
  const entriesOf = (type: string): Promise<PerformanceEntry[]> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      // Where there is nothing to tell, nobody calls.
      setTimeout(() => resolve([]), 500);
    });
  const [paints, largest, tasks, shifts] = await Promise.all(
    ['paint', 'largest-contentful-paint', 'longtask', 'layout-shift'].map(entriesOf),
  );
  const first = paints?.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN;
  // Total blocking time: of each long task after the first paint, what goes beyond 50 ms.
  const blocked = (tasks ?? []).map(({ startTime, duration }) => {
    const start = Math.max(startTime, first);
    return Math.max(0, startTime + duration - start - 50);
  });
  const moved = (shifts ?? []).map((shift) =>
    'value' in shift && typeof shift.value === 'number' ? shift.value : 0,
  );
  return {
    first,
    largest: largest?.at(-1)?.startTime ?? Number.NaN,
    blocked: blocked.reduce((sum, each) => sum + each, 0),
    moved: moved.reduce((sum, each) => sum + each, 0),
  };
}
