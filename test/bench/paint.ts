import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import type { Figure } from './figures.ts';
import { PAGES, PHONE, serveOurs, serveStarlight, serveVitePress } from './sites.ts';
import { median, printTable } from './table.ts';

const RUNS = { first: 5, others: 3 };

/** How a page appeared: milliseconds, and the share of the screen that moved. */
export interface Painted {
  first: number;
  largest: number;
  blocked: number;
  moved: number;
}

/** Work after the load event still counts, because people have started reading by then. */
const AFTER_LOAD = 2000;

/** How many times slower than this machine's the emulated phone's processor is. */
const SLOWER = 4;
/** A phone's network, as usually emulated. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1000 * 1000) / 8,
  uploadThroughput: (750 * 1000) / 8,
};

/** A page, and how it appeared each time. */
interface Seen {
  name: string;
  url: string;
  runs: Painted[];
}

/**
 * Prints how soon pages appear on a slow phone that has never seen them: our first page and the others' in turn, so that
 * whatever else the machine does affects them all, and one page of each other kind of ours.
 */
export async function paint(): Promise<Figure[]> {
  const [ours, starlight, vitepress] = [await serveOurs(), await serveStarlight(), await serveVitePress()];
  const firstPages: Seen[] = [
    { name: '/', url: ours.url, runs: [] },
    { name: 'Starlight, /', url: starlight.url, runs: [] },
    { name: 'VitePress, /', url: vitepress.url, runs: [] },
  ];
  const others = PAGES.slice(1).map(
    (page): Seen => ({ name: page, url: new URL(page, ours.url).href, runs: [] }),
  );
  const browser = await startBrowser();
  try {
    // Once without counting, because the first pages pay for the browser's start.
    for (const { url } of firstPages) await paintOf(browser, url);
    await seeByTurns(browser, firstPages, RUNS.first);
    await seeByTurns(browser, others, RUNS.others);
  } finally {
    await browser.close();
    await Promise.all([ours, starlight, vitepress].map((served) => served.close()));
  }
  printTable(
    `How soon a page appears: median of ${RUNS.first} runs of each / in turn, and of ${RUNS.others} of the others; 390 pixels, processor ${SLOWER} times slower, slow 4G, nothing cached`,
    ['', 'first paint, ms', 'largest paint, ms', 'blocked, ms', 'layout shift', 'largest paint in each run'],
    [...firstPages, ...others].map((seen) => [
      seen.name,
      Math.round(middle(seen, 'first')),
      Math.round(middle(seen, 'largest')),
      Math.round(middle(seen, 'blocked')),
      middle(seen, 'moved'),
      seen.runs.map(({ largest }) => Math.round(largest)).join(' '),
    ]),
  );
  return figures(firstPages, others);
}

async function seeByTurns(browser: Browser, pages: readonly Seen[], runs: number): Promise<void> {
  for (let run = 0; run < runs; run++) {
    for (const page of pages) page.runs.push(await paintOf(browser, page.url));
  }
}

function figures([ours, starlight, vitepress]: readonly Seen[], others: readonly Seen[]): Figure[] {
  if (!ours || !starlight || !vitepress) return [];
  const row = (name: string, figure: keyof Painted, unit: string) => {
    const say = (seen: Seen): string => `${rounded(middle(seen, figure))}${unit}`;
    return { name: `/: ${name}`, ours: say(ours), starlight: say(starlight), vitepress: say(vitepress) };
  };
  return [
    row('first paint', 'first', ' ms'),
    {
      ...row('largest paint', 'largest', ' ms'),
      mark: 'no later than Starlight',
      kept: middle(ours, 'largest') <= middle(starlight, 'largest'),
    },
    { ...row('total blocking time', 'blocked', ' ms'), mark: '0 ms', kept: middle(ours, 'blocked') === 0 },
    { ...row('layout shift', 'moved', ''), mark: '0', kept: middle(ours, 'moved') === 0 },
    ...others.map((seen) => {
      const [largest, blocked, moved] = (['largest', 'blocked', 'moved'] as const).map((of) =>
        middle(seen, of),
      );
      return {
        name: `${seen.name}: largest paint; blocked; shift`,
        ours: `${rounded(largest)} ms; ${rounded(blocked)} ms; ${rounded(moved)}`,
        mark: '0 ms blocked, 0 shift',
        kept: blocked === 0 && moved === 0,
      };
    }),
  ];
}

function middle({ runs }: Seen, figure: keyof Painted): number {
  return median(runs.map((run) => run[figure]));
}

/** Whole milliseconds; shares of the screen with three decimals. */
function rounded(figure = Number.NaN): string {
  return figure.toLocaleString('en-GB', { maximumFractionDigits: figure < 1 ? 3 : 0 });
}

/** A page on a slow phone that has never seen any of them. Whoever asks closes its context. */
export async function openSlowPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

/** Opens a page on a slow phone that has never seen it, and reports how it appeared. */
export async function paintOf(browser: Browser, url: string): Promise<Painted> {
  const page = await openSlowPhone(browser);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(AFTER_LOAD);
  const painted = await page.evaluate(readPaints);
  await page.context().close();
  return painted;
}

/** Runs in the page: what the browser recorded about its painting. */
async function readPaints(): Promise<Painted> {
  const entriesOf = (type: string): Promise<PerformanceEntry[]> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      // If there's nothing to report, the observer is never called.
      setTimeout(() => resolve([]), 500);
    });
  const [paints, largest, tasks, shifts] = await Promise.all(
    ['paint', 'largest-contentful-paint', 'longtask', 'layout-shift'].map(entriesOf),
  );
  const first = paints?.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN;
  // Total blocking time: the part of each long task after the first paint that goes beyond 50 ms.
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
