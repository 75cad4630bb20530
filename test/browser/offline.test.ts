import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forwardingPages } from '../../src/addresses/registry.ts';
import { EMERGENCY, NOT_COVERED } from '../../src/checker/reading/reader.ts';
import { CELL_END } from '../../src/code/cells.ts';
import { documentsOf } from '../../src/code/document.ts';
import { axeFindings } from '../support/axe.ts';
import { ownSites } from '../support/ownSite.ts';
import { watchedTab, wordsIn } from '../support/page.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';

const { content, situation, told, story, danger } = schoolUnderTest();
const { addresses, clauses, situations, checker } = content;
const forwarded = forwardingPages(addresses, [...clauses.values()]);
const documentAddresses = documentsOf(content).map(({ page }) => page.slice(1));
const titleOf = (id: string): string => situations.get(id)?.title ?? id;

const { ownSite, firstVisit } = ownSites(afterAll);
describe('after one visit, without a network', () => {
  let url: string;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    const own = await ownSite();
    url = own.url;
    ({ context } = await firstVisit(url));
    await own.stop();
  });
  beforeEach(async () => {
    ({ page, complaints } = await watchedTab(context));
  });
  afterEach(() => page.close());

  test('the Code, the appendix and the situations have their words', async () => {
    for (const { page: address } of documentsOf(content)) {
      await page.goto(url + address.slice(1));
      const words = await wordsIn(page, 'main');
      for (const clause of clauses.values())
        if (clause.page === address)
          // A row’s cells are apart on the page.
          for (const cell of clause.text.split(` ${CELL_END} `)) expect(words).toContain(cell.trim());
    }
    for (const id of [EMERGENCY, situation, NOT_COVERED]) {
      await page.goto(`${url}situations/${id}/`);
      expect(await page.locator('h1').innerText()).toBe(titleOf(id));
      expect(await page.locator('.start').count()).toBeGreaterThan(0);
    }
    await page.goto(`${url}situations/?from=an-email`);
    expect(await page.locator('.situations a').count()).toBe(situations.size);
    expect(complaints).toEqual([]);
  });

  test('the checker answers, and warns of danger', async () => {
    await page.goto(`${url}check/`);
    const ask = async (text: string) => {
      await page.getByLabel(checker.label).fill(text);
      await page.click('[data-answer-now]');
    };
    await ask(story);
    await page.locator('[data-headline]').waitFor();
    expect(await page.locator('[data-headline]').innerText()).toBe(told.title);
    await ask(danger);
    await page.locator('.emergency-panel').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a page is there under each address that leads to it', async () => {
    const title = await (async () => {
      await page.goto(`${url}check/`);
      return page.title();
    })();
    for (const address of [
      'check',
      'check/index.html',
      'check//',
      'check/?utm_source=newsletter',
      'check/#story',
    ]) {
      await page.goto(url + address);
      expect(await page.title(), address).toBe(title);
    }
  });

  test('a page that is not kept says so, and leads to those that are', async () => {
    for (const address of ['search/?q=anything', 'staff/', 'no/such/page/']) {
      await page.goto(url + address);
      expect(await page.locator('h1').innerText()).toBe('You’re offline');
    }
    for (const href of await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
      await page.goto(href);
      expect(await page.locator('h1').innerText()).not.toBe('You’re offline');
    }
  });

  test('every short address, as it stands in a QR code, leads where it always leads', async () => {
    expect(forwarded.length).toBeGreaterThanOrEqual(clauses.size + situations.size);
    // Each is found in the same list: some of them say as much as all.
    for (const { from, to } of forwarded.filter((_, at) => at % 4 === 0)) {
      await page.goto(url + from.slice(1));
      expect(page.url()).toBe(url + to.slice(1));
      expect(await page.locator('main > .kept').count()).toBe(1);
      if (to.includes('#')) await page.locator(':target').waitFor();
    }
    await page.goto(`${url}toString`);
    expect(await page.locator('h1').innerText()).toBe('You’re offline');
    expect(complaints.filter((each) => !each.includes('Failed to load'))).toEqual([]);
  });

  test('each page says so first of all, and not on paper', async () => {
    const note = page.locator('main > .kept');
    for (const address of [...documentAddresses, 'check/', 'situations/', 'situations/emergency/']) {
      await page.goto(url + address);
      expect(await note.innerText(), address).toMatch(/You’re offline.*saved on your device/);
      expect(await page.locator('main > :first-child').getAttribute('class')).toBe('kept no-print');
    }
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await note.isVisible()).toBe(false);
    // There it is said by the page itself.
    await page.goto(`${url}staff/`);
    expect(await note.count()).toBe(0);
  });
});
