import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openContext, type WatchedPage, watchedTab } from './page.ts';

/** The browser of the test file. It and those below are there once {@link openPageForEachTest} has been called. */
export let browser: Browser;

/** What is open in the test that runs: a tab of its own, with all that it complains about and asks for. */
export let watched: WatchedPage;

/** The page in that tab. */
export let page: Page;

/**
 * Has a new tab opened for each test of the file that calls this, all in one profile: the site keeps nothing in it that
 * one test could leave to the next, which the tests of privacy hold it to.
 *
 * @param options as for `openContext`
 */
export function openPageForEachTest(options: BrowserContextOptions = {}): void {
  let context: BrowserContext;
  beforeAll(async () => {
    browser = await sharedBrowser();
    context = await openContext(browser, options);
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    watched = await watchedTab(context);
    page = watched.page;
  });
  // Those that a link has opened, too.
  afterEach(() => Promise.all(context.pages().map((each) => each.close())));
}
