import type { Browser, Page } from 'playwright-core';

const LONGEST_WAIT = 60_000;

/**
 * From opening our search page with something to search for to the first result, in milliseconds, on this machine
 * without any brake.
 */
export function firstResult(browser: Browser, url: string): Promise<number> {
  return timeTo(browser, url, '.result');
}

/** The same for sites whose search is a dialogue: from opening the page, through the dialogue, to the first result. */
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
