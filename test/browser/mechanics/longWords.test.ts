import { describe, expect, test } from 'vitest';
import { cutWords, sidewaysOn } from '../../support/page.ts';
import { openPageForEachTest, page } from '../../support/pageOfEachTest.ts';
import { pagesToLookAt } from '../../support/pagesToLookAt.ts';
import { schoolUnderTest } from '../../support/schoolUnderTest.ts';
import { siteUnderTest } from '../../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, story } = schoolUnderTest();

openPageForEachTest();

const open = (address: string) => page.goto(site.url + address);

describe('one word that is very long', () => {
  const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
  /** In every text of the page but the two words of its menu, in folds as well, the first word becomes the long one. */
  const lengthen = () =>
    page.evaluate((long) => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) found.push(text as Text);
      for (const text of found)
        if (!text.parentElement?.closest('svg, script, style, textarea, option, body > header nav'))
          text.data = text.data.replace(/[A-Za-z]{3,}/, long);
    }, LONG);

  test.each([...pagesToLookAt(site).keys()])(
    'on %s is broken, not cut, nor does it scroll',
    async (address) => {
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await open(address.slice(1));
        if (address === '/check/') {
          await page.getByLabel(content.checker.label).fill(`${LONG} ${story}`);
          await page.click('[data-answer-now]');
          await page.locator('[data-headline]').waitFor();
        }
        await lengthen();
        expect(await sidewaysOn(page), `${width}`).toBeLessThanOrEqual(0);
        expect(await cutWords(page), `${width}`).toEqual([]);
      }
    },
  );

  test('typed into the search is broken in its results', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await open(`search/?q=${LONG}`);
    await page.locator('[data-says]', { hasText: LONG }).waitFor();
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
    expect(await cutWords(page)).toEqual([]);
  });
});
