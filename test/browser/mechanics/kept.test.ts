import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../../support/axe.ts';
import { sharedBrowser, startBrowser } from '../../support/browser.ts';
import { ownSites } from '../../support/ownSite.ts';
import { watchedPage } from '../../support/page.ts';
import { schoolUnderTest } from '../../support/schoolUnderTest.ts';
import { listen } from '../../support/serve.ts';
import { siteUnderTest } from '../../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, story } = schoolUnderTest();
const { clauses, situations, checker } = content;
const titleOf = (id: string): string => situations.get(id)?.title ?? id;

const { ownSite, firstVisit, closing } = ownSites();
let browser: Browser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

/** A server of its own making at that port; gives what stops it. */
const serveBy = async (port: number, answer: RequestListener) => (await listen(answer, port)).close;
const outOfOrder: RequestListener = (_request, response) => response.writeHead(503).end('Out of order');
const silence: RequestListener = () => {};
const portOf = (url: string): number => Number(new URL(url).port);

const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url);
  });

describe('what is kept', () => {
  test('is not for readers who save data, and is nothing for staff, governors or the search', async () => {
    const { url } = await ownSite();
    const { page } = await firstVisit(url);
    const addresses = (await kept(page)).map((each) => new URL(each).pathname);
    expect(addresses).toEqual(
      expect.arrayContaining(['', 'check/', 'situations/emergency/'].map((each) => site.base + each)),
    );
    expect(addresses.filter((each) => /staff|governors|search|replies|pagefind|\.pdf/.test(each))).toEqual(
      [],
    );
    for (const connection of [{ saveData: true }, { effectiveType: '2g' }, { effectiveType: 'slow-2g' }]) {
      const saving = await watchedPage(browser, { serviceWorkers: 'allow' });
      closing.push(saving.close);
      await saving.page.addInitScript((value) => {
        Object.defineProperty(navigator, 'connection', { value });
      }, connection);
      await saving.page.goto(url, { waitUntil: 'networkidle' });
      // Idle by now: what was to be asked for then has been.
      await saving.page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5000 })));
      expect(await saving.page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
    }
  });

  test('never stands in for what is there: a changed page is shown at once, and after an outage too', async () => {
    const { url, stop, publish } = await ownSite();
    const { page } = await firstVisit(url);
    await publish('Changed once');
    await page.goto(url);
    expect(await page.title()).toBe('Changed once');
    await stop();
    await page.goto(`${url}check/`);
    await publish('Changed twice');
    await page.goto(url);
    expect(await page.title()).toBe('Changed twice');
  });

  test('is renewed when it has changed, and what is old goes', async () => {
    const { url, stop, publish } = await ownSite();
    const { page } = await firstVisit(url);
    const before = await kept(page);
    await publish('Changed');
    await page.goto(url);
    const changes = async () => {
      const now = await kept(page);
      return [now.filter((each) => !before.includes(each)), before.filter((each) => !now.includes(each))];
    };
    // A browser looks for a new version a while after the page has loaded.
    await expect
      .poll(async () => (await changes()).map(({ length }) => length), { timeout: 20_000 })
      .toEqual([1, 1]);
    await stop();
    await page.goto(url);
    expect(await page.title()).toBe('Changed');
  });

  test('is not renewed for who has come to save data, and is there as it was', async () => {
    const { url, stop, publish } = await ownSite();
    const { page } = await firstVisit(url);
    const before = await kept(page);
    const titleBefore = await page.title();
    await publish('Changed', { saveData: true });
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const { installing } = registration;
      while (installing?.state === 'installing') await new Promise((later) => setTimeout(later, 50));
    });
    expect(await kept(page)).toEqual(before);
    await stop();
    await page.goto(url);
    expect(await page.title()).toBe(titleBefore);
    expect(await note(page).count()).toBe(1);
  });

  test('holds nothing that was typed', async () => {
    const { url } = await ownSite();
    const { page } = await firstVisit(url);
    await page.goto(`${url}search/?q=Xanthippe`);
    await page.goto(`${url}check/?q=Xanthippe`);
    await page.getByLabel(checker.label).fill(`Xanthippe says: ${story}`);
    await page.click('[data-answer-now]');
    await page.locator('.answer').waitFor();
    expect((await kept(page)).filter((each) => each.includes('Xanthippe'))).toEqual([]);
  });

  const note = (page: Page) => page.locator('main > .kept');

  test('says so where the server is slow, and a button gets the page from there again, at the same place', async () => {
    const { url, stop, publish } = await ownSite();
    const { page, complaints } = await firstVisit(url);
    expect(await note(page).count()).toBe(0);
    const [first, second] = [...clauses.values()]
      .filter((clause) => clause.page === content.code.page)
      .map(({ anchor }) => anchor);
    const query = '?from=%22an-email%22&amp=1';
    for (const { asked, goOn, here } of [
      { asked: `${query}#${first}`, here: `${query}#${first}` },
      { asked: `c/${first}/`, here: `#${first}` },
      { asked: `#${first}`, goOn: `#${second}`, here: `#${second}` },
    ]) {
      await stop();
      const stopSilence = await serveBy(portOf(url), silence);
      await page.goto('about:blank');
      await page.goto(url + asked);
      expect(await note(page).innerText(), asked).toContain('There may be a newer one');
      if (goOn !== undefined) await page.locator(`a[href$="${goOn}"]`).first().click();
      await stopSilence();
      await publish('Newer');
      await note(page).getByRole('button').click();
      await page.waitForFunction(() => document.title === 'Newer');
      expect(await note(page).count(), asked).toBe(0);
      expect(page.url()).toBe(url + here);
      if (here.includes('#')) await page.locator(':target').waitFor();
      await publish('Older');
    }
    expect(complaints).toEqual([]);
  });

  test('is shown while the server is broken, with a note that is in sight beside the clause asked for', async () => {
    const { url, stop } = await ownSite();
    const { page } = await firstVisit(url);
    await page.setViewportSize({ width: 320, height: 844 });
    await stop();
    closing.push(await serveBy(portOf(url), outOfOrder));
    await page.goto(`${url}situations/emergency/`);
    expect(await page.locator('h1').innerText()).toBe(titleOf('emergency'));
    expect(await note(page).getByRole('button').count()).toBe(1);
    expect(await axeFindings(page)).toEqual([]);
    // With a button, the note is at its highest.
    const [last] = [...clauses.values()].filter((clause) => clause.page === content.code.page).reverse();
    await page.goto(`${url}#${last?.anchor}`);
    await page.waitForFunction(() => scrollY > innerHeight);
    const place = async (selector: string) => page.locator(selector).boundingBox();
    const [said, clause] = [await place('main > .kept'), await place(':target')];
    expect(said?.y).toBeGreaterThanOrEqual(0);
    expect(clause?.y).toBeGreaterThanOrEqual((said?.y ?? 0) + (said?.height ?? 0));
  });
});

test.each([
  ['does not know of keeping', () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')],
  [
    'refuses to keep anything',
    () => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('', 'SecurityError'));
    },
  ],
])('a browser that %s shows the pages as ever', async (_what, refuse) => {
  const { page, complaints, close } = await watchedPage(browser, { serviceWorkers: 'allow' });
  closing.push(close);
  await page.addInitScript(refuse);
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await page.goto(`${site.url}check/`, { waitUntil: 'networkidle' });
  await page.getByLabel(checker.label).fill(story);
  await page.click('[data-answer-now]');
  await page.locator('.answer').waitFor();
  expect(complaints).toEqual([]);
});

test.each([
  ['Chrome asks for a page while it starts', [], true],
  [
    'Firefox does not, which would show no kept page after that',
    ['--user-agent=Gecko/140 Firefox/140'],
    false,
  ],
] as const)('what keeps the pages in %s', async (_what, args, asks) => {
  const named = await startBrowser(args);
  closing.push(() => named.close());
  const { page } = await watchedPage(named, { serviceWorkers: 'allow' });
  await page.goto(site.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  const enabled = await page.evaluate(async () => {
    const { navigationPreload } = await navigator.serviceWorker.ready;
    return (await navigationPreload.getState()).enabled;
  });
  expect(enabled).toBe(asks);
});

test('the checker in a frame of another site keeps nothing in the name of ours', () => {
  const page = (address: string): string =>
    readFileSync(path.join(site.folder, address, 'index.html'), 'utf8');
  expect(page('')).toContain('serviceWorker');
  expect(page('embed/frame')).not.toContain('serviceWorker');
});
