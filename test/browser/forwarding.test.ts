import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { builtPages } from '../../src/shared/builtPages.ts';
import { axeFindings } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';
import { ROOT } from '../support/buildSite.ts';
import { type WatchedPage, watchedPage } from '../support/page.ts';
import { SITES } from '../support/sites.ts';

const { clauses, situations } = loadOnce(ROOT);
const atRoot = inject('atRoot');
const inFolder = inject('inFolder');
const pages = builtPages(inFolder.folder);
const content = (address: string, name: string): string => {
  const page = parse(pages.get(address) ?? '');
  const meta = page.querySelector(`meta[name="${name}"], meta[property="${name}"]`);
  return meta?.getAttribute('content') ?? '';
};

let watched: WatchedPage;
beforeAll(async () => {
  watched = await watchedPage(await sharedBrowser(), { javaScriptEnabled: false });
});
afterAll(() => watched.close());

describe.each(SITES)('without script, on the site %s', (name) => {
  const site = inject(name);
  const { clauses, situations } = loadOnce(site.root);
  const built = builtPages(site.folder);
  const refreshOf = (address: string): string | undefined =>
    parse(built.get(address) ?? '')
      .querySelector('meta[http-equiv="refresh"]')
      ?.getAttribute('content');

  test.each([...clauses.values()])('the short address of $anchor leads to its clause', ({ anchor, page }) => {
    expect(refreshOf(`/c/${anchor}/`)).toBe(`0;url=${site.base}${page.slice(1)}#${anchor}`);
    expect(parse(built.get(page) ?? '').querySelectorAll(`[id="${anchor}"]`)).toHaveLength(1);
  });

  test.each([...situations.keys()])('the short address of %s leads to its page', (id) => {
    expect(refreshOf(`/s/${id}/`)).toBe(`0;url=${site.base}situations/${id}/`);
    expect(built.has(`/situations/${id}/`)).toBe(true);
  });

  // What leads on is the same in all of them.
  test('a browser goes where they lead', async () => {
    for (const clause of [...clauses.values()].slice(-2)) {
      await watched.page.goto(`${site.url}c/${clause.anchor}/`);
      await watched.page.waitForURL(`${site.url}${clause.page.slice(1)}#${clause.anchor}`);
      expect(await watched.page.locator(`[id="${clause.anchor}"]:target`).count()).toBe(1);
    }
    const [id] = situations.keys();
    await watched.page.goto(`${site.url}s/${id}/`);
    await watched.page.waitForURL(`${site.url}situations/${id}/`);
    expect(watched.complaints).toEqual([]);
  });
});

describe('what a messenger shows of a short address', () => {
  test.each([...clauses.values()])('$anchor: the words themselves', ({ anchor, text }) => {
    for (const name of ['description', 'og:description'])
      expect(content(`/c/${anchor}/`, name)).toContain(text);
    expect(content(`/c/${anchor}/`, 'og:url')).toBe(`https://www.example.org/policies/code/c/${anchor}/`);
  });

  test('an item of a list comes with the sentence that it finishes', () => {
    expect(content('/c/verbal-abuse/', 'og:description')).toMatch(/^Everyone expects .*: Verbal abuse$/);
  });

  test.each([...situations])(
    '%s: what it is, and the words of the first clause it cites',
    (id, situation) => {
      const description = content(`/s/${id}/`, 'og:description');
      expect(description).toContain(situation.summary);
      const [cited] = situation.cites;
      if (cited !== undefined) expect(description).toContain(clauses.get(cited)?.text);
    },
  );
});

test('a page that forwards passes axe, for whoever meets it before it does', async () => {
  const { page, close } = await watchedPage(await sharedBrowser(), { viewport: { width: 320, height: 800 } });
  const html = builtPages(atRoot.folder).get('/c/threats/') ?? '';
  await page.setContent(html.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
  expect(await axeFindings(page)).toEqual([]);
  await close();
});
