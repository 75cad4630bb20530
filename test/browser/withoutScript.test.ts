import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMERGENCY } from '../../src/checker/reading/reader.ts';
import { documentsOf } from '../../src/code/document.ts';
import { sharedBrowser } from '../support/browser.ts';
import { type WatchedPage, watchedPage } from '../support/page.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { enoughOf, siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content } = schoolUnderTest();
const { clauses, situations } = content;
const words = (text: string): string =>
  text
    .replace(/^\s*- /gm, '')
    .replaceAll('|', ' ')
    .replace(/\s+/g, ' ')
    .trim();
const { text } = content.edition;
const documents = documentsOf(content);
const starts = documents.map(({ title }) => text.lastIndexOf(`${title}\n`));

let watched: WatchedPage;
beforeAll(async () => {
  watched = await watchedPage(await sharedBrowser(), { javaScriptEnabled: false });
});
afterAll(() => watched.close());

const open = (address: string) => watched.page.goto(site.url + address);

describe('without script', () => {
  test.each(
    documents.map(({ page }, index) => [page, index, text.slice(starts[index], starts[index + 1])] as const),
  )('every adopted word at %s can be seen, in order', async (address, index, adopted) => {
    await open(address.slice(1));
    const part = index === 0 ? 'code' : 'appendix';
    // The link signs’ words are for screen readers alone and are not the Code’s.
    const { page } = watched;
    const seen = await page.locator(`[data-code-words="${part}"]`).allInnerTexts();
    expect(words(adopted).split(' ').length).toBeGreaterThan(15);
    expect(words(withoutSigns(seen.join('\n'), await page.locator('[data-not-code]').allInnerTexts()))).toBe(
      words(adopted),
    );
  });

  test('the list of situations stands in the place of the checker', async () => {
    for (const address of ['', 'check/']) {
      await open(address);
      expect(await watched.page.locator('#story').isVisible()).toBe(false);
      expect(await watched.page.locator('[data-checker] [data-list] a:visible').count()).toBe(
        situations.size,
      );
      expect(await watched.page.locator('.danger a[href="tel:999"]').isVisible()).toBe(true);
      expect(await watched.page.locator('.danger a').last().getAttribute('href')).toContain(EMERGENCY);
    }
  });

  test('no control is shown that needs a script', async () => {
    for (const address of [
      ...documents.map(({ page }) => page.slice(1)),
      'check/',
      'search/',
      'staff/',
      'staff/poster/',
    ]) {
      await open(address);
      expect(await watched.page.locator('.if-scripted').count(), address).toBeGreaterThan(0);
      expect(await watched.page.locator('.if-scripted:visible').count(), address).toBe(0);
    }
  });

  test.each(enoughOf(situations))('%s tells all three routes', async (id, { routes }) => {
    await open(`situations/${id}/`);
    for (const [reader, { start, steps }] of Object.entries(routes)) {
      const told = watched.page.locator(`#${reader}`);
      expect(await told.locator('.start').textContent(), reader).toContain(start);
      expect(await told.locator('.steps > li').count(), reader).toBe(steps.length - 1);
    }
  });

  test('the search page is an index of every section', async () => {
    await open('search/');
    const targets = [...clauses.values()].map(({ page, anchor }) => `${page.slice(1)}#${anchor}`);
    targets.push(...[...situations.keys()].map((id) => `situations/${id}/`));
    for (const target of targets) {
      expect(
        await watched.page.locator(`main a[href="${site.base}${target}"]:visible`).count(),
        target,
      ).toBeGreaterThan(0);
    }
  });

  test('the header leads to the search page, and on a phone to all pages at the end of this one', async () => {
    await open('');
    expect(await watched.page.locator('header a[href$="/search/"]').isVisible()).toBe(true);
    await watched.page.setViewportSize({ width: 390, height: 800 });
    await watched.page.click('header a[href="#menu"]');
    expect(await watched.page.locator('#menu a').count()).toBeGreaterThan(8);
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
