import type { Browser, Page } from 'playwright-core';
import { loadOnce } from '../../src/content/load.ts';
import { searchRecords } from '../../src/search/records.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { ourSearch } from '../search/ourSearch.ts';
import { hitsOf, readQueries } from '../search/queries.ts';
import { startBrowser } from '../support/browser.ts';
import { type Served, serve } from '../support/serve.ts';
import type { Figure } from './figures.ts';
import { openSlowPhone, paintOf } from './paint.ts';
import { miniSearchAlone, pagefindAlone } from './searchPeers.ts';
import { SOUGHT, serveOurs, serveStarlight, serveVitePress } from './sites.ts';
import { median, printTable } from './table.ts';

const RUNS = 5;

/** Prints how well and how soon a search finds something, ours and the others' in turn. */
export async function searches(): Promise<Figure[]> {
  return [...(await quality()), ...(await slowPhone()), ...(await speed())];
}

/** Prints how often the section that should come first does, beside two search libraries on the same sections. */
async function quality(): Promise<Figure[]> {
  const records = searchRecords(loadOnce(ROOT), '/');
  const { tuned, heldOut } = readQueries();
  const all = [...tuned, ...heldOut];
  const peers = [
    { name: 'ours', search: ourSearch(records) },
    { name: 'Pagefind alone', search: await pagefindAlone(records) },
    { name: 'MiniSearch alone', search: miniSearchAlone(records) },
  ];
  const rows: { name: string; which: string; queries: number; shares: number[] }[] = [];
  for (const { name, search } of peers) {
    for (const [which, queries] of Object.entries({ all, 'not tuned on': heldOut })) {
      const { exact, first, three } = await hitsOf(queries, search);
      const shares = [exact, first, three].map((hits) => hits / queries.length);
      rows.push({ name, which, queries: queries.length, shares });
    }
  }
  const percent = (share = Number.NaN): string => `${(100 * share).toFixed(1)}%`;
  printTable(
    'What parents’ queries find, without the checker’s reading. Good: the very section, or one as good',
    ['', 'queries', '', 'the very section first', 'a good one first', 'a good one in three'],
    rows.map(({ name, which, queries, shares }) => [name, queries, which, ...shares.map(percent)]),
  );
  const sharesOf = (name: string): string =>
    (rows.find((row) => row.name === name)?.shares.slice(1) ?? []).map(percent).join('; ');
  const [, first = 0, three = 0] = rows[0]?.shares ?? [];
  return [
    {
      name: 'search: a good section first; in the first three',
      ours: sharesOf('ours'),
      other: ['Pagefind alone', 'MiniSearch alone'].map((name) => `${name} ${sharesOf(name)}`).join(', '),
      mark: '95%; 99%',
      kept: first >= 0.95 && three >= 0.99,
    },
  ];
}

/** Prints how soon our search page shows a result on a slow phone, beside the site in `BENCH_BESIDE` if there's one. */
async function slowPhone(): Promise<Figure[]> {
  const browser = await startBrowser();
  const beside = process.env.BENCH_BESIDE;
  const sites: { name: string; served: Served; largest: number[]; result: number[] }[] = [];
  const add = (name: string, served: Served) => sites.push({ name, served, largest: [], result: [] });
  add('ours', await serveOurs());
  if (beside !== undefined) add(beside, await serve(beside));
  const addressOn = ({ url }: Served): string => new URL(`/search/?q=${SOUGHT}`, url).href;
  try {
    for (const { served } of sites) await paintOf(browser, addressOn(served));
    for (let run = 0; run < RUNS; run++) {
      for (const { served, largest, result } of sites) {
        largest.push((await paintOf(browser, addressOn(served))).largest);
        result.push(await resultOnSlowPhone(browser, addressOn(served)));
      }
    }
  } finally {
    await browser.close();
    await Promise.all(sites.map(({ served }) => served.close()));
  }
  printTable(
    `/search/?q=${SOUGHT} on a slow phone that has never seen it: median of ${RUNS} in turn`,
    ['', 'largest paint, ms', 'first result, ms', 'first result in each run'],
    sites.map(({ name, largest, result }) => [
      name,
      Math.round(median(largest)),
      Math.round(median(result)),
      result.map((time) => Math.round(time)).join(' '),
    ]),
  );
  const [mine = '', others] = sites.map(
    ({ largest, result }) => `${Math.round(median(largest))} ms; ${Math.round(median(result))} ms`,
  );
  return [
    {
      name: 'search on a slow phone: largest paint; first result',
      ours: mine,
      ...(others === undefined ? {} : { other: `${beside}: ${others}` }),
    },
  ];
}

/** From opening the address to the frame with the first result, in milliseconds. */
async function resultOnSlowPhone(browser: Browser, url: string): Promise<number> {
  const page = await openSlowPhone(browser);
  await page.goto(url, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(
    (place) => (document.querySelector(place) === null ? undefined : performance.now()),
    '.result',
    { polling: 'raf', timeout: LONGEST_WAIT },
  );
  const time = (await shown.jsonValue()) ?? Number.NaN;
  await page.context().close();
  return time;
}

/** Prints how soon a search finds something on this machine. */
async function speed(): Promise<Figure[]> {
  const browser = await startBrowser();
  const [ours, starlight, vitepress] = [await serveOurs(), await serveStarlight(), await serveVitePress()];
  const searches = [
    {
      name: 'ours, /search/?q=',
      search: () => firstResult(browser, new URL(`/search/?q=${SOUGHT}`, ours.url).href),
    },
    {
      name: 'Starlight, its dialog on /',
      search: () =>
        firstResultInDialogue(browser, starlight.url, SOUGHT, {
          open: 'site-search button[data-open-modal]',
          box: '.pagefind-ui__search-input',
          result: '.pagefind-ui__result',
        }),
    },
    {
      name: 'VitePress, its dialog on /',
      search: () =>
        firstResultInDialogue(browser, vitepress.url, SOUGHT, {
          open: '.VPNavBarSearch button',
          box: '#localsearch-input',
          result: '.VPLocalSearchBox .result',
        }),
    },
  ].map((each) => ({ ...each, times: [] as number[] }));
  try {
    for (let run = 0; run < RUNS; run++) {
      for (const { search, times } of searches) times.push(await search());
    }
  } finally {
    await browser.close();
    await Promise.all([ours, starlight, vitepress].map((served) => served.close()));
  }
  printTable(
    `From opening the page to the first result for “${SOUGHT}”: median of ${RUNS} in turn, without throttling`,
    ['', 'ms', 'each run'],
    searches.map(({ name, times }) => [
      name,
      Math.round(median(times)),
      times.map((time) => Math.round(time)).join(' '),
    ]),
  );
  const [mine = '', starlights = '', vitepresses = ''] = searches.map(
    ({ times }) => `${Math.round(median(times))} ms`,
  );
  return [
    {
      name: 'search: from opening the page to the first result',
      ours: mine,
      starlight: starlights,
      vitepress: vitepresses,
    },
  ];
}

const LONGEST_WAIT = 60_000;

/**
 * From opening our search page with a search to the first result, in milliseconds, without throttling.
 */
export function firstResult(browser: Browser, url: string): Promise<number> {
  return timeTo(browser, url, '.result');
}

/** The same for sites whose search is a dialog: from opening the page, through the dialog, to the first result. */
export function firstResultInDialogue(
  browser: Browser,
  url: string,
  sought: string,
  places: { open: string; box: string; result: string },
): Promise<number> {
  return timeTo(browser, url, places.result, async (page) => {
    await page.locator(places.open).first().click({ timeout: LONGEST_WAIT });
    await page.locator(places.box).fill(sought, { timeout: LONGEST_WAIT });
  });
}

async function timeTo(
  browser: Browser,
  url: string,
  result: string,
  act?: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(url);
  await act?.(page);
  await page.locator(result).first().waitFor({ timeout: LONGEST_WAIT });
  const took = performance.now() - start;
  await context.close();
  return took;
}
