import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { clausesOf, documentsOf } from '../../src/code/document.ts';
import { sectionsOf } from '../../src/code/sections.ts';
import { sheets, sidewaysOn } from '../support/page.ts';
import { openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { pagesToRead } from '../support/pagesToRead.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, situation } = schoolUnderTest();
const { appendices, clauses, situations } = content;
/** The links in the Code’s own words to its appendices. */
const toAppendices = [...clauses.values()]
  .flatMap(({ runs }) => runs)
  .filter(({ href }) => appendices.some(({ page }) => page === href));
openPageForEachTest({ viewport: { width: 1280, height: 800 } });

describe('finding one’s way', () => {
  test('the first stop of the keyboard skips to the words', async () => {
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    expect((await page.locator('.skip').boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('every stop of the keyboard on a page can be seen', async () => {
    await page.goto(`${site.url}situations/${situation}/`);
    const stops = await page.locator('a[href]:visible, button:visible, input:visible').count();
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return 'nothing';
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 ? '' : element.outerHTML;
      });
      expect(seen).toBe('');
    }
  });

  test('the contents show where one is', async () => {
    await page.goto(site.url);
    const last = await page.locator('.contents a').last().getAttribute('href');
    await page.locator('.contents a').last().click();
    // On its way there, the page passes others.
    await page.locator(`.contents a[href="${last}"][aria-current="location"]`).waitFor();
    expect(await page.locator('.contents a[aria-current]').count()).toBe(1);
    await page.evaluate(() => scrollTo(0, 0));
    await expect
      .poll(() => page.locator(`.contents a[href="${last}"]`).getAttribute('aria-current'))
      .toBeNull();
  });

  test('the contents name every item of a long list, and aren’t there for a single clause', async () => {
    for (const document of documentsOf(content)) {
      await page.goto(site.url + document.page.slice(1));
      const named = page.locator('.contents .inner a');
      for (const { blocks, clauses: within } of sectionsOf(document))
        if (within.length > 2 && blocks[0]?.kind === 'item')
          for (const { anchor } of within)
            expect(await named.and(page.locator(`[href="#${anchor}"]`)).count(), anchor).toBe(1);
      const links = clausesOf(document).length > 1 ? 1 : 0;
      expect(Math.min(await page.locator('.contents a').count(), 1), document.page).toBe(links);
    }
  });

  test.each([320, 768])('the school’s name has room in the header, %i pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(site.url);
    const header = await page.locator('header').boundingBox();
    const name = await page.locator('header .school span').boundingBox();
    expect((name?.y ?? 0) - (header?.y ?? 0)).toBeGreaterThanOrEqual(4);
    expect((header?.height ?? 0) - (name?.y ?? 0) - (name?.height ?? 0)).toBeGreaterThanOrEqual(4);
  });

  test.each(toAppendices)('the link in the Code “$text” leads to the appendix', async ({ text, href }) => {
    await page.goto(site.url);
    await page.getByRole('link', { name: text, exact: true }).click();
    expect(page.url()).toBe(site.url + href?.slice(1));
  });

  test('a page that is not there helps on', async () => {
    const response = await page.goto(`${site.url}no-such-page/`);
    expect(response?.status()).toBe(404);
    expect(await page.locator(`main a[href="${site.base}"]`).count()).toBe(1);
    expect(await page.locator(`main a[href^="${site.base}situations/"]`).count()).toBe(situations.size);
    watched.complaints.length = 0;
  });

  test('from each situation one can go to the next, through all of them', () => {
    const pages = pagesToRead(site.folder);
    const seen = new Set<string>();
    for (
      let address: string | undefined = '/situations/emergency/';
      address !== undefined && !seen.has(address);
    ) {
      seen.add(address);
      const to: string | undefined = parse(pages.get(address) ?? '')
        .querySelector('a[rel="next"]')
        ?.getAttribute('href');
      address = to?.replace(site.base, '/');
    }
    expect(seen.size).toBe(situations.size);
  });
});

describe('a reader who has set things otherwise', () => {
  test('with text twice as large nothing is cut off', async () => {
    await page.setViewportSize({ width: 640, height: 800 });
    await page.goto(site.url);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
    watched.complaints.length = 0;
  });

  test('sees the box, the buttons and the Code’s sheet in forced colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(site.url);
    for (const selector of ['#story', '.sheet', '[data-answer-now]']) {
      const width = await page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).borderTopWidth);
      expect(Number.parseFloat(width), selector).toBeGreaterThanOrEqual(1);
    }
  });
});

describe('on paper', () => {
  test.each(appendices)('$page alone is one side', async (appendix) => {
    await page.goto(site.url + appendix.page.slice(1));
    expect(await sheets(page)).toBe(1);
  });
  test('there is no navigation, search or checker', async () => {
    await page.goto(site.url);
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['header', 'footer', 'nav', '[data-checker] .card', '[data-copy-link]']) {
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    }
    expect(await page.locator('#the-code').isVisible()).toBe(true);
  });
});
