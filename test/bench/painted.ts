import type { Browser } from 'playwright-core';
import { PHONE } from './sites.ts';

/** How a page came to be seen: milliseconds, and the share of the screen that moved. */
export interface Painted {
  first: number;
  largest: number;
  blocked: number;
  moved: number;
}

/** What is under way once the page has loaded still counts; a reader has begun to read by then. */
const AFTER_LOAD = 2000;

/** How many times slower than this machine's the imitated phone's processor is. */
export const SLOWER = 4;
/** A phone's network, as it is usually imitated. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1000 * 1000) / 8,
  uploadThroughput: (750 * 1000) / 8,
};

/** Opens a page on a slow phone that has never been there, and tells how it came to be seen. */
export async function paintOf(browser: Browser, url: string): Promise<Painted> {
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
