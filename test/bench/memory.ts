import type { Browser, CDPSession, Page } from 'playwright-core';
import { readCases } from '../../src/checker/measuring/cases.ts';
import { startBrowser } from '../support/browser.ts';
import { ROOT } from '../support/buildSite.ts';
import type { Figure } from './figures.ts';
import { PHONE, serveOurs, serveStarlight, serveVitePress } from './sites.ts';
import { printTable } from './table.ts';

/** How many answers there are when memory is looked at again. */
const FEW = 10;
const MANY = 100;
const MORE = 200;
/** What the second hundred answers may add, in MB: the browser's own compiled code comes and goes. */
const GROWTH = 0.1;

/** Prints what a page holds in the browser's memory, as it opens and once the checker has answered. */
export async function memory(): Promise<Figure[]> {
  const [ours, starlight, vitepress] = [await serveOurs(), await serveStarlight(), await serveVitePress()];
  const browser = await startBrowser();
  try {
    const opened = async (url: string): Promise<number> => {
      const { page, held } = await open(browser, url);
      const memory = await held();
      await page.context().close();
      return memory;
    };
    const [first, starlightFirst, vitepressFirst] = [
      await opened(ours.url),
      await opened(starlight.url),
      await opened(vitepress.url),
    ];
    const [afterOne = Number.NaN] = await whileAnswering(browser, ours.url, [1]);
    const check = new URL('/check/', ours.url).href;
    const answering = await whileAnswering(browser, check, [FEW, MANY, MORE]);
    const [afterFew = Number.NaN, afterMany = Number.NaN, afterMore = Number.NaN] = answering;
    const growth = afterMore - afterMany;
    printTable(
      'What a page holds in memory (JavaScript’s heap, after a forced collection)',
      ['', 'MB'],
      [
        ['ours, /, as it opens', first.toFixed(2)],
        ['Starlight, /', starlightFirst.toFixed(2)],
        ['VitePress, /', vitepressFirst.toFixed(2)],
        ['ours, /, after an answer', afterOne.toFixed(2)],
        [`ours, /check/, after ${FEW} answers`, afterFew.toFixed(2)],
        [`ours, /check/, after ${MANY} answers`, afterMany.toFixed(2)],
        [`ours, /check/, after ${MORE} answers`, afterMore.toFixed(2)],
      ],
    );
    return [
      {
        name: '/: memory held as it opens',
        ours: `${first.toFixed(2)} MB`,
        starlight: `${starlightFirst.toFixed(2)} MB`,
        vitepress: `${vitepressFirst.toFixed(2)} MB`,
      },
      { name: '/: memory held after an answer', ours: `${afterOne.toFixed(2)} MB` },
      {
        name: `/check/: memory held after ${FEW} answers; ${MANY}; ${MORE}`,
        ours: answering.map((held) => `${held.toFixed(2)} MB`).join('; '),
        mark: `from ${MANY} to ${MORE} ≤ ${GROWTH} MB`,
        kept: growth <= GROWTH,
      },
    ];
  } finally {
    await browser.close();
    await Promise.all([ours, starlight, vitepress].map((served) => served.close()));
  }
}

/** What a page holds, in MB, each time that so many different texts have been answered in it. */
async function whileAnswering(browser: Browser, url: string, when: readonly number[]): Promise<number[]> {
  const { page, held } = await open(browser, url);
  const box = page.locator('[data-checker] textarea');
  const texts = readCases(ROOT)
    .slice(0, Math.max(...when))
    .map(({ text }) => text);
  const memories: number[] = [];
  for (const [index, text] of texts.entries()) {
    await box.fill(text);
    await box.press('Control+Enter');
    await page.locator('[data-answer] .answer').waitFor();
    if (when.includes(index + 1)) memories.push(await held());
  }
  await page.context().close();
  return memories;
}

async function open(browser: Browser, url: string): Promise<{ page: Page; held: () => Promise<number> }> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  return { page, held: () => heldBy(devtools) };
}

async function heldBy(devtools: CDPSession): Promise<number> {
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1024 / 1024;
}
