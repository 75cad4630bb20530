import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../../src/code/document.ts';
import { axeFindings } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';
import { sidewaysOn, type WatchedPage, watchedPage } from '../support/page.ts';
import { pagesToLookAt } from '../support/pagesToLookAt.ts';
import { pagesToRead } from '../support/pagesToRead.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { enoughOf, isAdopted, isOurs, siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content } = schoolUnderTest();
const pages = [...pagesToRead(site.folder)];
const addresses = pages.map(([address]) => address);
const lookedAt = pagesToLookAt(site);
const isOfSituation = (address: string): boolean => /^\/situations\/./.test(address);
const firstOfSituation = addresses.find(isOfSituation);
const section = [...content.situations].find(([, each]) => each.section)?.[0];
/** Those on which axe looks for mistakes: all of ours; of others, those with the Code’s words, and some that are made alike. */
const withAxe = new Set([
  ...documentsOf(content).map(({ page }) => page),
  ...addresses.filter((address) => address === `/situations/${section}/`),
  ...enoughOf(addresses),
]);
/** On other schools' sites only the words differ, and where there's least room is where they could be too long. */
const widths = isOurs() ? [320, 1280] : [320];

// One tab goes through all pages, as a reader does, and with what the site keeps for when there is no signal.
let watched: WatchedPage;
beforeAll(async () => {
  watched = await watchedPage(await sharedBrowser(), { serviceWorkers: 'allow' });
});
afterAll(() => watched.close());

test('there is a page for everything that was promised', () => {
  expect(addresses).toEqual(
    expect.arrayContaining([
      ...documentsOf(content).map(({ page }) => page),
      '/check/',
      '/situations/',
      '/search/',
      '/accessibility/',
      '/privacy/',
      '/404.html',
    ]),
  );
  expect(addresses.filter((address) => /^\/situations\/.+\/$/.test(address)).sort()).toEqual(
    [...content.situations.keys()].map((id) => `/situations/${id}/`).sort(),
  );
});

describe.each(pages)('%s', (address, html) => {
  beforeAll(async () => {
    await watched.page.goto(new URL(address.slice(1), site.url).href);
  });

  test.each(lookedAt.has(address) ? widths : [])(
    withAxe.has(address)
      ? 'passes axe at %i pixels and does not scroll sideways'
      : 'does not scroll sideways at %i pixels',
    async (width) => {
      const { page } = watched;
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
      // What’s wide is laid out alike on all pages of situations.
      if (!withAxe.has(address) || (width > 320 && isOfSituation(address))) return;
      expect(await axeFindings(page)).toEqual([]);
      // An adopted site’s colours are ours, and those of a situation those of all.
      if (width > 320 || isAdopted() || (isOfSituation(address) && address !== firstOfSituation)) return;
      // Only colours differ in the dark, see `src/styles/tokens.css`, and they’re the same at any width.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(page, 'colours'), 'dark').toEqual([]);
    },
  );

  test('loads with an empty console, without storing anything', async () => {
    const { page, complaints } = watched;
    // Taken out, so that what comes late is found at the next page, or at the end.
    expect(complaints.splice(0)).toEqual([]);
    expect(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length)).toBe(
      '00',
    );
  });

  test('forbids what it does not need', () => {
    const meta = parse(html).querySelector('meta[http-equiv="content-security-policy"]');
    const policy = meta?.getAttribute('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy.includes("'unsafe-eval'")).toBe(false);
    // Lighthouse reads this one in the page's name.
    const robots = site.site === undefined ? [] : [`${site.site}/robots.txt`];
    const connections = /connect-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
    expect(connections).toEqual(robots);
    expect(policy).not.toContain('wasm-unsafe-eval');
  });
});

test('none of them asked for anything from elsewhere, or complained later on', async () => {
  const { page, complaints, requests } = watched;
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(requests.length).toBeGreaterThan(pages.length);
  expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
});
