import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { ROOT } from '../support/buildSite.ts';
import { type WatchedPage, watchedPage, wordsIn } from '../support/page.ts';
import { siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const edition = readFileSync(path.join(ROOT, 'content/editions/edition-1.txt'), 'utf8');
const words = (text: string): string =>
  text
    .replace(/^\s*- /gm, '')
    .replace(/\s+/g, ' ')
    .trim();
const [code = '', appendix = ''] = edition.split(/^(?=Appendix 1)/m).map(words);

let browser: Browser;
let watched: WatchedPage;
beforeAll(async () => {
  browser = await startBrowser();
  watched = await watchedPage(browser, { javaScriptEnabled: false });
});
afterAll(() => browser.close());

const open = (address: string) => watched.page.goto(site.url + address);

describe('without script', () => {
  test.each([
    ['', code],
    ['appendix-1/', appendix],
  ])('every adopted word of /%s can be seen, in order', async (address, expected) => {
    await open(address);
    // The link signs’ words are for screen readers alone and are not the Code’s.
    const part = address === '' ? 'code' : 'appendix';
    const { page } = watched;
    const seen = await page.locator(`[data-code-words="${part}"]`).allInnerTexts();
    expect(expected.split(' ').length).toBeGreaterThan(150);
    expect(words(withoutSigns(seen.join('\n'), await page.locator('[data-not-code]').allInnerTexts()))).toBe(
      expected,
    );
  });

  test('the list of situations stands in the place of the checker', async () => {
    for (const address of ['', 'check/']) {
      await open(address);
      expect(await watched.page.locator('#story').isVisible()).toBe(false);
      expect(await watched.page.locator('[data-checker] [data-list] a:visible').count()).toBe(18);
      expect(await wordsIn(watched.page, '.danger')).toMatch(/999.*0808 800 5000.*0800 1111.*116 123/);
    }
  });

  test('a situation tells all three routes', async () => {
    await open('situations/defamatory-post/');
    for (const reader of ['affected', 'responsible', 'staff']) {
      expect(await watched.page.locator(`#${reader} .route > li:visible`).count()).toBeGreaterThan(1);
    }
  });

  test('the search page is an index of every section', async () => {
    await open('search/');
    for (const target of ['#verbal-abuse', '#sanctions', 'appendix-1/#removal', 'situations/emergency/']) {
      expect(
        await watched.page.locator(`main a[href="${site.base}${target}"]:visible`).count(),
        target,
      ).toBeGreaterThan(0);
    }
  });

  test('the form in the header leads to the search page with the words in its address', async () => {
    await open('');
    await watched.page.fill('header input[type=search]', 'Ofsted');
    await watched.page.press('header input[type=search]', 'Enter');
    expect(watched.page.url()).toBe(`${site.url}search/?q=Ofsted`);
  });

  test('nothing asks for a script', async () => {
    watched.requests.length = 0;
    await open('');
    expect(watched.requests.filter((url) => url.endsWith('.js'))).toEqual([]);
  });
});

function withoutSigns(text: string, signs: readonly string[]): string {
  return signs.reduce((rest, sign) => (sign === '' ? rest : rest.replace(sign, ' ')), text);
}
