import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startBrowser } from './browser.ts';
import { type WatchedPage, watchedPage } from './page.ts';

/** The browser of the test file. It and those below are there once {@link openPageForEachTest} has been called. */
export let browser: Browser;

/** What is open in the test that runs: a page of its own, with all that it complains about and asks for. */
export let watched: WatchedPage;

/** That page. */
export let page: Page;

/**
 * Has one browser opened for all tests of the file that calls this, and in it a new page for each.
 *
 * @param options as for `watchedPage`
 */
export function openPageForEachTest(options: BrowserContextOptions = {}): void {
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    watched = await watchedPage(browser, options);
    page = watched.page;
  });
  afterEach(() => watched.close());
}
