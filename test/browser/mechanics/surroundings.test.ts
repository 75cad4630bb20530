import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sharedBrowser } from '../../support/browser.ts';
import { ownSites } from '../../support/ownSite.ts';
import { openContext, watchedTab, wordsIn } from '../../support/page.ts';
import { openPageForEachTest, page, watched } from '../../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../../support/schoolUnderTest.ts';
import { siteUnderTest } from '../../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, told, story, danger, decides } = schoolUnderTest();
const { checker, school, situations } = content;
const { ownSite, closing } = ownSites();

openPageForEachTest();

const ask = async (text: string): Promise<void> => {
  await page.getByLabel(checker.label).fill(text);
  await page.getByRole('button', { name: checker.button }).click();
};
const headline = () => page.locator('[data-headline]');
const expectAnswer = async (): Promise<void> => {
  await ask(story);
  await headline().waitFor();
  expect(await headline().innerText()).toBe(told.title);
};

/** Has the host change each page before it's sent. */
const rewrite = (change: (html: string, headers: Record<string, string>) => string) =>
  page.route(
    (url) => url.href.startsWith(site.url) && /\/$/.test(url.pathname),
    async (route: Route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text(), response.headers()) });
    },
  );

describe('a host that rewrites pages', () => {
  test('hides no email address where it heeds its own documented mark', async () => {
    await rewrite((html) =>
      html
        .split(/(<!--email_off-->[\s\S]*?<!--\/email_off-->)/)
        .map((part) =>
          part.startsWith('<!--email_off-->')
            ? part
            : part.replace(/[\w.-]+@[\w.-]+\.\w+/g, '[email&#160;protected]'),
        )
        .join(''),
    );
    for (const address of ['', 'check/', 'situations/', 'staff/poster/']) {
      await page.goto(site.url + address);
      const html = await page.content();
      expect(html).not.toContain('protected]');
      if (school.email !== undefined && address === '') expect(html).toContain(school.email);
    }
  });

  test('and minifies them loses no word, and the checker answers', async () => {
    await page.goto(site.url);
    const words = await wordsIn(page, 'main');
    await rewrite((html) =>
      html
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/="([a-z][\w-]*)"/g, '=$1')
        .replace(/<\/(?:li|p|dt|dd|option|tr|td|th)>(?=\s*<)/g, '')
        .replace(/>\s+</g, '> <'),
    );
    await page.goto(site.url);
    expect((await wordsIn(page, 'main')).replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
    await page.goto(`${site.url}check/`);
    await expectAnswer();
  });

  test('and adds a beacon of its own, which the policy refuses, takes nothing away', async () => {
    await rewrite((html) =>
      html.replace('</body>', '<script defer src="https://beacon.example/beacon.min.js"></script></body>'),
    );
    await page.goto(`${site.url}check/`, { waitUntil: 'networkidle' });
    await expectAnswer();
    expect(watched.complaints.filter((each) => !each.includes('beacon.example'))).toEqual([]);
  });

  test('and puts off all scripts by a loader that the policy refuses leaves the list', async () => {
    await rewrite((html) =>
      html
        .replace(/<script(?: type="module")?/g, '<script type="put-off"')
        .replace('</body>', '<script src="https://loader.example/loader.js"></script></body>'),
    );
    await page.goto(`${site.url}check/`);
    expect(await page.locator('[data-list] a:visible').count()).toBe(situations.size);
    expect(await page.getByLabel(checker.label).isVisible()).toBe(false);
  });
});

describe('what else is in the page', () => {
  test('an extension’s marks and boxes, there before us and coming between, change no answer', async () => {
    await page.addInitScript(() => {
      const mark = () => {
        document.documentElement.setAttribute('data-extension', 'on');
        for (const box of document.querySelectorAll('textarea, input')) {
          box.setAttribute('data-lt-active', 'true');
          if (box.nextElementSibling?.localName !== 'ext-icon') box.after(document.createElement('ext-icon'));
        }
        for (const place of document.querySelectorAll('[data-answer], .answer, .answer > *'))
          if (place.querySelector(':scope > ext-note') === null)
            place.prepend(document.createElement('ext-note'));
      };
      addEventListener('DOMContentLoaded', () => {
        mark();
        new MutationObserver(mark).observe(document.body, { childList: true, subtree: true });
      });
    });
    await page.goto(`${site.url}check/`);
    await expectAnswer();
    await ask(danger);
    await page.locator('.emergency-panel').waitFor();
    await expectAnswer();
    expect(await page.locator('.emergency-panel').count()).toBe(0);
    expect(watched.complaints).toEqual([]);
  });

  test('under a banner across the bottom, the button and the answer can be scrolled into sight', async () => {
    await page.setViewportSize({ width: 390, height: 664 });
    await page.goto(`${site.url}check/`);
    await page.evaluate(() => {
      const banner = document.createElement('div');
      Object.assign(banner.style, {
        position: 'fixed',
        inset: 'auto 0 0',
        height: '40vh',
        zIndex: '9',
        background: 'white',
      });
      document.body.append(banner);
    });
    await expectAnswer();
    await expect.poll(async () => (await headline().boundingBox())?.y).toBeLessThan(664 * 0.6);
  });
});

describe('what a browser or a network lacks', () => {
  test('without WebAssembly the checker answers, and the search finds', async () => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await page.goto(`${site.url}check/`);
    await expectAnswer();
    await page.goto(`${site.url}search/?q=${decides}`);
    await page.locator('[data-results] .result').first().waitFor();
    expect(watched.complaints).toEqual([]);
  });

  test('with a proxy of old, one connection a file and nothing compressed, all is as ever', async () => {
    const { url } = await ownSite();
    const proxy = createServer(async (request, response) => {
      const answer = await fetch(new URL(request.url ?? '/', url), {
        headers: { 'accept-encoding': 'identity' },
      });
      const { 'content-encoding': _dropped, ...headers } = Object.fromEntries(answer.headers);
      response.shouldKeepAlive = false;
      response.writeHead(answer.status, { ...headers, connection: 'close' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
    closing.push(() => {
      proxy.closeAllConnections();
      proxy.close();
    });
    const { port } = proxy.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}${site.base}check/`);
    await expectAnswer();
    await page.goto(`http://127.0.0.1:${port}${site.base}search/?q=${decides}`);
    await page.locator('[data-results] .result').first().waitFor();
    expect(watched.complaints).toEqual([]);
  });

  test('a reader who asks not to be tracked, with a clock years out, gets the same', async () => {
    await page.setExtraHTTPHeaders({ 'Sec-GPC': '1' });
    await page.clock.install({ time: new Date('2009-01-01') });
    await page.goto(`${site.url}check/`);
    await expectAnswer();
    expect(watched.complaints).toEqual([]);
  });

  test('an engine that never says it has printed prints the page next, not the answer again', async () => {
    await page.addInitScript(() => {
      window.print = () => {};
    });
    await page.goto(`${site.url}check/`);
    await expectAnswer();
    await page.locator('.answer summary', { hasText: 'Copy or print' }).click();
    await page.getByRole('button', { name: 'Print answer' }).click();
    const printing = () => page.evaluate(() => document.documentElement.dataset.printing);
    expect(await printing()).toBe('answer');
    await page.locator('h1').click();
    expect(await printing()).toBeUndefined();
  });

  test.each([
    ['one of the files to keep is missing', 'missing'],
    ['the device has no room', 'full'],
  ])('where %s, nothing is kept, and the page is as ever', async (_what, kind) => {
    const { url } = await ownSite();
    const context = await openContext(await sharedBrowser(), { serviceWorkers: 'allow' });
    closing.push(() => context.close());
    const { page: tab, complaints } = await watchedTab(context);
    if (kind === 'missing')
      await context.route('**/situations/emergency/', (route) => route.fulfill({ status: 404 }));
    else {
      const client = await context.newCDPSession(tab);
      await client.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: 1000 });
    }
    await tab.goto(`${url}check/`, { waitUntil: 'networkidle' });
    await expect
      .poll(() => tab.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null))
      .toBeNull();
    await tab.getByLabel(checker.label).fill(story);
    await tab.getByRole('button', { name: checker.button }).click();
    await tab.locator('[data-headline]').waitFor();
    expect(complaints.filter((each) => !/404|Failed to load/.test(each))).toEqual([]);
  });
});
