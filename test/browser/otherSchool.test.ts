import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { documentsOf } from '../../src/code/document.ts';
import { blocksOfEdition } from '../../src/code/edition.ts';
import { blocksOfPage, differenceFromEdition } from '../../src/code/proof.ts';
import { loadOnce } from '../../src/content/load.ts';
import { ensureContrast } from '../../src/school/accent.ts';
import { sharedBrowser } from '../support/browser.ts';
import { ROOT } from '../support/buildSite.ts';
import { watchedPage, wordsIn } from '../support/page.ts';
import { pagesToRead } from '../support/pagesToRead.ts';

// What holds for the words of the made-up school, and that nothing is left of the one whose repository this is. Beside
// it, every page is looked at as ours are (see `test/vitest.config.ts`).
const SCHOOL = 'Ysgol Gynradd Tŷ Dŵr Ffug';
const ACCENT = '#ffd23f';

const site = inject('otherSchool');
const content = loadOnce(site.root);
const pages = pagesToRead(site.folder);

let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

const open = async (address: string, options: Parameters<typeof watchedPage>[1] = {}) => {
  const watched = await watchedPage(browser, options);
  await watched.page.goto(new URL(address.slice(1), site.url).href, { waitUntil: 'networkidle' });
  return watched;
};

describe('the build', () => {
  test('proves the words, tells what is unset, and how the colour was made visible', () => {
    expect(site.printed).toContain('Every word of the Code, on pages and in PDFs, is as adopted.');
    expect(site.printed).toContain('Not set in content/school.yaml: logo, publishedAt.');
    expect(site.printed).toContain(`the masthead is ${ensureContrast(ACCENT).shown}`);
  });
});

describe('what the pages say', () => {
  test('the Code’s words are the school’s own', () => {
    const shown = [
      ...blocksOfPage(pages.get('/') ?? '', 'code'),
      ...blocksOfPage(pages.get('/annex/') ?? '', 'appendix'),
      ...blocksOfPage(pages.get('/annex-b/') ?? '', 'appendix'),
    ];
    const adopted = readFileSync(path.join(site.root, 'content/editions/edition-1.txt'), 'utf8');
    expect(blocksOfEdition(adopted).length).toBeGreaterThan(15);
    expect(differenceFromEdition(adopted, shown)).toBeUndefined();
  });

  test('nothing is left of the school whose repository it was', () => {
    const { school, situations, ...documents } = loadOnce(ROOT);
    const theirs = [...situations.values()].map(({ title }) => title);
    const left = [
      school.name,
      'Leen',
      'Appendix 1',
      'appendix-1',
      'Ofsted',
      'Facebook',
      ...documentsOf(documents).map(({ title }) => title),
      ...theirs,
    ];
    const found = [...pages].flatMap(([address, html]) =>
      left
        .filter((words) => html.toLowerCase().includes(words.toLowerCase()))
        .map((words) => [address, words]),
    );
    expect(found).toEqual([]);
  });

  test('no title is put after an article, because any title may come', () => {
    const article = new RegExp(`\\b(?:the|our|this) (?:<[^>]*>)?${content.code.title}`, 'i');
    expect([...pages].filter(([, html]) => article.test(html)).map(([address]) => address)).toEqual([]);
  });

  test('the title and the head of every page name the Code and the school, its diacritics whole', async () => {
    expect(SCHOOL).toBe(SCHOOL.normalize('NFC'));
    const { page, close } = await open('/');
    expect(await page.title()).toBe(`${content.code.title} – ${SCHOOL}`);
    expect(await wordsIn(page, 'header .school')).toBe(SCHOOL);
    expect(
      await page
        .getByRole('navigation', { name: 'All pages' })
        .getByRole('link', { name: 'Annex', exact: true })
        .count(),
    ).toBe(1);
    await close();
    expect([...pages].filter(([, html]) => !html.includes(SCHOOL)).map(([address]) => address)).toEqual([]);
  });

  test('the details of the school stand in its routes and in the footer', async () => {
    const { page, close } = await open('/situations/no-reply/');
    const main = await wordsIn(page, 'main');
    expect(main).toContain('01632 960111');
    expect(await page.locator('footer a[href="tel:01632960111"]').count()).toBe(1);
    expect(await page.locator('main a[href="https://ysgol.example.org/cwynion/"]').count()).toBeGreaterThan(
      0,
    );
    expect(await wordsIn(page, 'footer')).toContain('adopted on 14 January 2026');
    await close();
  });

  test('the masthead has the school’s colour, dark enough to read on, in the light and in the dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await open('/', { colorScheme });
      const accent = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--masthead'),
      );
      expect(accent).toBe(ensureContrast(ACCENT).shown);
      await close();
    }
  });
});

describe('the checker', () => {
  test.each([
    ['a spaniel is running loose in the yard', 'dog-on-site'],
    ['some white van sits on the zigzag lines', 'zigzag-parking'],
    ['a photo of my girl went round the class chat', 'picture-shared'],
  ])('answers “%s” with a situation of this school, and quotes its Code', async (text, id) => {
    const situation = content.situations.get(id);
    const { page, complaints, close } = await open('/check/');
    await page.getByLabel(content.checker.label).fill(text);
    await page.click('[data-answer-now]');
    expect(await page.locator('[data-headline]').innerText()).toBe(situation?.title);
    const quotation = page.locator('.answer [data-quotation]').first();
    expect(await quotation.getAttribute('data-quotation')).toBe(situation?.cites[0]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('search and addresses', () => {
  test('search finds a clause of an appendix, and says of which', async () => {
    const { page, complaints, close } = await open('/search/?q=take+down');
    await page.locator('[data-results] a[href="/annex/#take-it-down"]').waitFor();
    expect(await page.locator('[data-results] h2').allInnerTexts()).toContain('Appendices');
    expect(await wordsIn(page, '[data-results] li:has(a[href="/annex/#take-it-down"])')).toContain('Annex');
    expect(complaints).toEqual([]);
    await close();
  });

  test.each([
    ['/c/old-dogs/', '/#dogs'],
    ['/s/shouting/', '/situations/harsh-words/'],
    ['/situations/shouting/', '/situations/harsh-words/'],
  ])('%s is gone, and leads to %s', async (from, to) => {
    const { page, close } = await watchedPage(browser, { javaScriptEnabled: false });
    await page.goto(new URL(from.slice(1), site.url).href);
    await page.waitForURL(new URL(to.slice(1), site.url).href);
    await close();
  });
});

describe('the pages for people of the school', () => {
  test('staff find every clause to copy, and a reply for each situation', async () => {
    const { page, close } = await open('/staff/');
    // The rows are folded.
    const main = (await page.locator('main').textContent())?.replace(/\s+/g, ' ');
    for (const { text } of content.clauses.values()) expect(main).toContain(text);
    for (const { title } of content.situations.values()) expect(main).toContain(title);
    await close();
  });

  test('governors find what was adopted and when it is due, and that there are no test cases', async () => {
    const { page, close } = await open('/governors/');
    const main = await wordsIn(page, 'main');
    expect(main).toContain('It was adopted on 14 January 2026.');
    expect(main).toContain('The Code is due for review on 14 January 2029.');
    expect(await page.locator('main').textContent()).toContain(
      'There are no test cases for this Code, so nothing has been measured.',
    );
    expect(await page.locator('main').textContent()).toContain(content.edition.sha256);
    await close();
  });
});
