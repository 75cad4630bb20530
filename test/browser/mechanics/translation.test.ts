import { describe, expect, test } from 'vitest';
import { readCases } from '../../../src/checker/evaluation/cases.ts';

import { sharedBrowser } from '../../support/browser.ts';
import { type WatchedPage, watchedPage } from '../../support/page.ts';
import { schoolUnderTest } from '../../support/schoolUnderTest.ts';
import { siteUnderTest } from '../../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, story, danger, notCovered, decides, inBoth } = schoolUnderTest();
const { checker } = content;
const texts = [story, danger, notCovered, ...readCases(site.root).map(({ text }) => text)].filter(
  (_, index) => index < 6 || index % 160 === 0,
);

/**
 * What a browser's translator does: each text node is put into two `font` elements, with the words changed (here only
 * marked), and the old node leaves the page. One kind does it once, the other again whenever something changes.
 */
function translate(again: boolean): void {
  const one = (): void => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.textContent?.trim() && !node.parentElement?.closest('font, script, style, textarea'))
        found.push(node as Text);
    for (const node of found) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `⟦${node.textContent}⟧`;
      outer.append(inner);
      node.replaceWith(outer);
    }
  };
  one();
  if (again)
    new MutationObserver(one).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** What can be seen, and where its links lead, without the translator's marks. */
const seen = (on: WatchedPage, place: string): Promise<string> =>
  on.page.evaluate((selector) => {
    const element = document.querySelector(selector);
    const links = [...(element?.querySelectorAll('a') ?? [])].map(
      (link) => `${link.textContent} ${link.href}`,
    );
    return [(element as HTMLElement | null)?.innerText ?? '', ...links].join('\n').replace(/[⟦⟧\s]/g, '');
  }, place);

const twoPages = async (address: string, again: boolean) => {
  const browser = await sharedBrowser();
  const translated = await watchedPage(browser);
  const fresh = await watchedPage(browser);
  for (const { page } of [translated, fresh])
    await page.goto(site.url + address, { waitUntil: 'networkidle' });
  return { translated, fresh, start: () => translated.page.evaluate(translate, again) };
};

describe.each([
  ['once', false],
  ['again and again', true],
])('where the browser translates the page %s', (_how, again) => {
  test('every answer, question and reader is what a page that nobody translated shows', async () => {
    const { translated, fresh, start } = await twoPages('check/', again);
    const both = [translated, fresh];
    for (const [index, text] of texts.entries()) {
      for (const { page } of both) {
        await page.fill('#story', text);
        await page.click('[data-answer-now]');
        await page.locator('[data-headline]').waitFor();
      }
      // Translated with the first answer on the page.
      if (index === 0) await start();
      const compare = async (what: string): Promise<void> => {
        await expect
          .poll(
            async () => (await seen(translated, '[data-answer]')) === (await seen(fresh, '[data-answer]')),
            {
              message: `${text}: ${what}`,
            },
          )
          .toBe(true);
      };
      await compare('the answer');
      for (const place of [
        '.readers input >> nth=2',
        '.options button >> nth=0',
        '.others button >> nth=0',
      ]) {
        if ((await fresh.page.locator(place.split(' >> ')[0] ?? '').count()) === 0) continue;
        for (const { page } of both) await page.locator(place).click({ timeout: 5000 });
        await compare(place);
      }
    }
    expect([...translated.complaints, ...fresh.complaints]).toEqual([]);
    await Promise.all(both.map(({ close }) => close()));
  });

  test('the quiet line, an empty box and a copied answer are too', async () => {
    const { translated, fresh, start } = await twoPages('check/', again);
    await start();
    for (const { page } of [translated, fresh]) {
      await page.click('[data-answer-now]');
      await page.getByText(checker.empty).waitFor();
      await page.fill('#story', story);
    }
    await expect.poll(() => seen(fresh, '[data-preview]')).not.toBe('');
    await expect
      .poll(async () => (await seen(translated, '.ask')) === (await seen(fresh, '.ask')))
      .toBe(true);
    await Promise.all([translated, fresh].map(({ close }) => close()));
  });

  test('one search after another shows its own count and results', async () => {
    const { translated, fresh, start } = await twoPages('search/', again);
    for (const [index, query] of [decides, inBoth, 'qqqq', decides, 'head'].entries()) {
      for (const { page } of [translated, fresh]) {
        await page.fill('#search-box', query);
        await page.press('#search-box', 'Enter');
        await page.locator('.count', { hasText: query }).waitFor();
      }
      if (index === 0) await start();
      // What to try next comes after the count, when the words have been read as well.
      await expect
        .poll(
          async () => (await seen(translated, '[data-results]')) === (await seen(fresh, '[data-results]')),
          { message: query },
        )
        .toBe(true);
    }
    await Promise.all([translated, fresh].map(({ close }) => close()));
  });
});
