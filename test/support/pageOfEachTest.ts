import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openContext, PHONE, type WatchedPage, watchedTab } from './page.ts';

/** The browser of the test file. It and those below are there once {@link openPageForEachTest} has been called. */
export let browser: Browser;

/** What is open in the test that runs, with all that it complains about and asks for. */
export let watched: WatchedPage;

/** The page in that tab. */
export let page: Page;

/** The profile that the tabs are in. */
export let context: BrowserContext;

/** Whether what a test has done to the tab can’t be taken back. */
let isSpoilt: boolean;

/**
 * Has a blank tab, as wide as at first, for each test of the file that calls this, all in one profile: the site keeps nothing
 * in it that one test could leave to the next, which the tests of privacy hold it to. It’s the same tab as long as that makes
 * no difference, as half of the time goes into opening one.
 *
 * @param options as for `openContext`
 */
export function openPageForEachTest(options: BrowserContextOptions = {}): void {
  beforeAll(async () => {
    browser = await sharedBrowser();
    context = await openContext(browser, options);
    spoiltBy(context, 'newCDPSession');
    isSpoilt = true;
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    // Those that a link has opened, too.
    const left = context.pages().filter((each) => isSpoilt || each !== page);
    await Promise.all(left.map((each) => each.close()));
    if (isSpoilt) {
      watched = await watchedTab(context);
      page = watched.page;
      spoiltBy(page, 'addInitScript');
      isSpoilt = false;
      return;
    }
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.goto('about:blank');
    await page.setViewportSize(options.viewport ?? PHONE);
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
    watched.complaints.length = 0;
    watched.requests.length = 0;
  });
}

/** Has a method say that the tab is spoilt. */
function spoiltBy<Name extends string>(
  owner: Record<Name, (...given: never[]) => unknown>,
  name: Name,
): void {
  const own = owner[name].bind(owner);
  owner[name] = (...given) => {
    isSpoilt = true;
    return own(...given);
  };
}
