import type { Browser, CDPSession, Page } from 'playwright-core';
import { readCases } from '../../src/checker/evaluation/cases.ts';
import { startBrowser } from '../support/browser.ts';
import { ROOT } from '../support/buildSite.ts';
import type { Figure } from './figures.ts';
import { PHONE, serveOurs, serveStarlight, serveVitePress } from './sites.ts';
import { printTable } from './table.ts';

/** How many answers there are when memory is looked at again. */
const FEW = 10;
const MANY = 100;
const MORE = 200;
/** What the second hundred answers may add, in MB: what we hold, and with the code that the browser compiles. */
const GROWTH = { ours: 0.01, withCompiled: 0.1 };
/** V8 without a compiler: then all that grows in its heap is ours. */
const UNCOMPILED = '--js-flags=--jitless';

/** Prints what a page holds in the browser's memory, as it opens and once the checker has answered. */
export async function memory(): Promise<Figure[]> {
  const [ours, starlight, vitepress] = [await serveOurs(), await serveStarlight(), await serveVitePress()];
  const browser = await startBrowser();
  const uncompiled = await startBrowser([UNCOMPILED]);
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
    const answering = [
      {
        name: '/check/: memory held',
        memories: await whileAnswering(browser, check, [FEW, MANY, MORE]),
        growth: GROWTH.withCompiled,
      },
      {
        name: '/check/, the browser’s compiler switched off: memory held',
        memories: await whileAnswering(uncompiled, check, [FEW, MANY, MORE]),
        growth: GROWTH.ours,
      },
    ];
    printTable(
      'What a page holds in memory (JavaScript’s heap, after a forced collection)',
      ['', 'MB'],
      [
        ['ours, /, as it opens', first.toFixed(2)],
        ['Starlight, /', starlightFirst.toFixed(2)],
        ['VitePress, /', vitepressFirst.toFixed(2)],
        ['ours, /, after an answer', afterOne.toFixed(2)],
        ...answering.flatMap(({ name, memories }) =>
          [FEW, MANY, MORE].map((answers, index) => [
            `ours, ${name} after ${answers} answers`,
            (memories[index] ?? Number.NaN).toFixed(3),
          ]),
        ),
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
      ...answering.map(({ name, memories, growth }) => ({
        name: `${name} after ${FEW} answers; ${MANY}; ${MORE}`,
        ours: memories.map((held) => `${held.toFixed(2)} MB`).join('; '),
        mark: `from ${MANY} to ${MORE} ≤ ${growth} MB`,
        kept: (memories[2] ?? Number.NaN) - (memories[1] ?? Number.NaN) <= growth,
      })),
    ];
  } finally {
    await Promise.all([browser, uncompiled].map((each) => each.close()));
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
