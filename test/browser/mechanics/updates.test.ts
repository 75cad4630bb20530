import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sharedBrowser } from '../../support/browser.ts';
import { ownSites } from '../../support/ownSite.ts';
import { openContext, watchedTab } from '../../support/page.ts';
import { schoolUnderTest } from '../../support/schoolUnderTest.ts';

const { content, told, story, danger } = schoolUnderTest();
const { checker } = content;
const { ownSite, firstVisit, closing } = ownSites();

const ask = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel(checker.label).fill(text);
  await page.click('[data-answer-now]');
};
const headline = (page: Page) => page.locator('[data-headline]');
const keptScripts = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const caching = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(caching.map((cache) => cache.keys()));
    return requests.flat().flatMap(({ url }) => (url.endsWith('.js') ? [url] : []));
  });

test('a tab answers after two newer versions of the site, and so does one of the version between', async () => {
  const { url, publishVersion } = await ownSite();
  const { page, context, complaints } = await firstVisit(url);
  await page.goto(`${url}check/`);
  const scripts = await keptScripts(page);
  const open = [page];
  for (let version = 1; version <= 2; version += 1) {
    await publishVersion(`v${version}`);
    const newer = await context.newPage();
    await newer.goto(`${url}check/`);
    await expect
      .poll(
        async () => (await keptScripts(newer)).filter((each) => each.includes(`~v${version}.js`)).length,
        {
          timeout: 30_000,
        },
      )
      .toBe(scripts.length);
    open.push(newer);
  }
  for (const [version, tab] of open.entries()) {
    await ask(tab, story);
    await expect.poll(() => headline(tab).count(), { message: `version ${version}` }).toBe(1);
    expect(await headline(tab).innerText(), `version ${version}`).toBe(told.title);
    await ask(tab, danger);
    await tab.locator('.emergency-panel').waitFor();
  }
  expect(complaints).toEqual([]);

  // With every tab closed, what they needed goes.
  const before = await keptScripts(page);
  expect(before.some((each) => each.includes('~v1.js'))).toBe(true);
  for (const tab of open) await tab.goto('about:blank');
  await page.goto(url);
  await expect
    .poll(async () => (await keptScripts(page)).some((each) => !each.includes('~v2.js')))
    .toBe(false);
});

test('a search in an old tab warns of danger', async () => {
  const { url, publishVersion } = await ownSite();
  const { page, context } = await firstVisit(url);
  const scripts = await keptScripts(page);
  await page.goto(`${url}search/`);
  await publishVersion('newer');
  const newer = await context.newPage();
  await newer.goto(`${url}check/`);
  await expect
    .poll(async () => (await keptScripts(newer)).filter((each) => each.includes('~newer')).length)
    .toBe(scripts.length);
  await page.locator('[data-box]').fill(danger);
  await page.locator('[data-results] .emergency-panel').waitFor();
});

test('where nothing is kept, an old tab opens the new page with what was typed, which is stored nowhere', async () => {
  const { url, publishVersion } = await ownSite();
  const context = await openContext(await sharedBrowser());
  closing.push(() => context.close());
  const { page } = await watchedTab(context);
  await page.goto(url);
  await publishVersion('newer');
  await page.getByLabel(checker.label).pressSequentially(story);
  await page.getByText(checker.failed).waitFor();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: checker.reopen }).click();
  const newer = await opened;
  await headline(newer).waitFor();
  expect(await headline(newer).innerText()).toBe(told.title);
  expect(await newer.getByLabel(checker.label).inputValue()).toBe(story);
  expect(newer.url()).toBe(`${url}check/`);
  const stored = await newer.evaluate(() => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    JSON.stringify(history.state),
    window.name,
  ]);
  expect(stored).toEqual([0, 0, '', 'null', '']);
  expect(await page.getByLabel(checker.label).inputValue()).toBe(story);
});

test('a search that cannot read what was typed says what to do in danger', async () => {
  const { url } = await ownSite();
  const context = await openContext(await sharedBrowser());
  closing.push(() => context.close());
  const { page } = await watchedTab(context);
  await page.route(/checker-model/, (route) => route.abort());
  await page.goto(`${url}search/?q=${encodeURIComponent(danger)}`);
  await page.locator('[data-results] .concern').waitFor();
  expect(await page.locator('[data-results] .concern').innerText()).toBe(checker.danger.line);
});
