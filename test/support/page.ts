import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** The screen of a phone, in pixels. */
export const PHONE = { width: 390, height: 844 } as const;

/** A page under test, with everything that it complained about and asked for. */
export interface WatchedPage {
  page: Page;
  /** Console messages, page errors and violations of the page's policy. */
  complaints: string[];
  /** Addresses asked for, in order. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * Opens a browser profile of its own, as a phone has it. Nothing is kept in it for when there is no signal, unless
 * `serviceWorkers` is `allow`: what is kept is no request that a test could see or refuse.
 */
export async function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: PHONE, ...options });
  // Less than a test has, so that it's told what it was waiting for; long enough for a very busy machine.
  context.setDefaultTimeout(120_000);
  // Playwright's own way to forbid it writes to the console.
  if (options.serviceWorkers !== 'allow')
    await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  return context;
}

/** Opens a tab, watched from the first request on. */
export async function watchedTab(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  return { page, complaints, requests, close: () => page.close() };
}

/** Opens a watched page in a profile of its own, see {@link openContext}, which is closed with it. */
export async function watchedPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await openContext(browser, options);
  return { ...(await watchedTab(context)), close: () => context.close() };
}

/** The words that are to be seen in an element, in order, with single spaces. */
export async function wordsIn(page: Page, selector: string): Promise<string> {
  const texts = await page.locator(selector).allInnerTexts();
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** How far the page scrolls sideways, in pixels; not at all where this is 0 or less. */
export function sidewaysOn(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Words that stand beside the screen, or in a box too small for them, where no scrolling brings them into sight. */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const words = text.textContent?.trim() ?? '';
      const parent = text.parentElement;
      if (words === '' || !parent?.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const place = range.getBoundingClientRect();
      let [left, right] = [0, innerWidth];
      let bottom = Number.POSITIVE_INFINITY;
      for (let box: Element | null = parent; box !== null && box !== document.body; box = box.parentElement) {
        const { overflowX } = getComputedStyle(box);
        if (overflowX === 'visible') continue;
        const edge = box.getBoundingClientRect();
        // A box of one pixel holds words for the ear alone.
        if (overflowX === 'auto' || overflowX === 'scroll' || edge.width <= 1) [left, right] = [-1e6, 1e6];
        else [left, right, bottom] = [edge.left, edge.right, edge.bottom];
        break;
      }
      if (place.left < left - 1 || place.right > right + 1 || place.bottom > bottom + 1) cut.push(words);
    }
    return cut;
  });
}

/** Both forms of what is on the clipboard; the page must have been allowed to read it. */
export function clipboardOf(page: Page): Promise<{ html: string; text: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return { html: await read('text/html'), text: await read('text/plain') };
  });
}

/** How many sheets of A4 the page takes to print. */
export async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4' });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
}
