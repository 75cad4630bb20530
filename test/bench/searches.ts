import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import type { Figure } from './figures.ts';
import { SOUGHT, serveOurs, serveStarlight, serveVitePress } from './sites.ts';
import { median, printTable } from './table.ts';

const RUNS = 5;

/** Prints how soon a search finds something, ours and the others' in turn. */
export async function searches(): Promise<Figure[]> {
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
