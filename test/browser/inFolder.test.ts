import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { watchedPage } from '../support/page.ts';
import { pagesToRead } from '../support/pagesToRead.ts';

// The site as a school sees it that can only upload a folder to the site it has.
const site = inject('inFolder');
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('every page loads below the folder, asks for nothing outside it and complains of nothing', async () => {
  const { page, complaints, requests, close } = await watchedPage(browser);
  for (const address of pagesToRead(site.folder).keys()) await page.goto(site.url + address.slice(1));
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
  await close();
});

test('the checker answers, and its links stay in the folder', async () => {
  const { page, complaints, close } = await watchedPage(browser);
  await page.goto(`${site.url}check/`);
  await page.fill('#story', 'Another parent was swearing at me');
  await page.click('[data-answer-now]');
  const links = await page
    .locator('.answer a[href^="/"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((link) => !link?.startsWith(site.base))).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('search finds a clause and leads to it', async () => {
  const { page, close } = await watchedPage(browser);
  await page.goto(`${site.url}search/?q=ban+from+the+premises`);
  const link = page.locator(`main a[href="${site.base}#sanctions"]:visible`).first();
  await link.waitFor();
  await link.click();
  await page.waitForURL(`${site.url}#sanctions`);
  await close();
});
