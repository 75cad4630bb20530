import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import type { Figure } from './figures.ts';
import { PHONE, serveOurs } from './sites.ts';
import { slowHost } from './slowHost.ts';
import { median, printTable } from './table.ts';

const RUNS = 5;

/** How many times slower than this machine's the emulated phone's processor is. */
const SLOWER = 6;
/** A phone's network where the signal is poor. */
const POOR = { latency: 400, throughput: 50_000 };

const TEXT = 'A parent swore at me at the gate';

/** How long someone reads the page before they touch the box, in milliseconds. */
const READING = 4000;

/** The longest it may take after reading, in seconds. */
const LONGEST = 2.3;

/** What is measured: a page, and how long it's read before its box is touched. */
const VISITS = [
  { name: 'the Code, touched at once', page: '', reading: 0 },
  { name: 'the Code, read for 4 s first', page: '', reading: READING },
  { name: 'the checker, touched at once', page: 'check/', reading: 0 },
  { name: 'the checker, read for 4 s first', page: 'check/', reading: READING },
];

/**
 * Prints how long it takes on a slow phone that has never seen the site, from touching the checker's box to the answer
 * to a pasted text.
 */
export async function firstAnswer(): Promise<Figure[]> {
  const site = await serveOurs();
  const ours = await slowHost(site, POOR);
  const browser = await startBrowser();
  const runs = VISITS.map((): number[] => []);
  for (let run = 0; run < RUNS; run += 1)
    for (const [at, { page, reading }] of VISITS.entries())
      runs[at]?.push(await secondsToAnswer(browser, ours.url + page, reading));
  await browser.close();
  await ours.close();
  await site.close();
  printTable(
    `From touching the box to the first answer, in seconds: median of ${RUNS} runs in turn; processor ${SLOWER} times slower, 400 ms, 400 kbit/s`,
    ['', 'seconds', 'each run'],
    VISITS.map(({ name }, at) => [
      name,
      median(runs[at] ?? []).toFixed(1),
      (runs[at] ?? []).map((seconds) => seconds.toFixed(1)).join(' '),
    ]),
  );
  return VISITS.map(({ name, reading }, at) => {
    const seconds = median(runs[at] ?? []);
    const figure = { name: `first answer, slow phone: ${name}`, ours: `${seconds.toFixed(1)} s` };
    return reading > 0 ? { ...figure, mark: `≤ ${LONGEST} s`, kept: seconds <= LONGEST } : figure;
  });
}

async function secondsToAnswer(browser: Browser, url: string, reading: number): Promise<number> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(reading);
  const box = page.locator('[data-checker] textarea');
  const start = performance.now();
  await box.tap();
  await box.fill(TEXT);
  await page.locator('[data-answer-now]').click();
  await page.locator('[data-headline]').waitFor();
  const seconds = (performance.now() - start) / 1000;
  await context.close();
  return seconds;
}
