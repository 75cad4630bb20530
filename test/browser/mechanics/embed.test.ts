import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMERGENCY } from '../../../src/checker/reading/reader.ts';
import { HEIGHT_REQUEST } from '../../../src/embed/message.ts';
import { frameSnippet, linkToSituation, PLACEHOLDER, scriptSnippet } from '../../../src/embed/snippets.ts';
import { axeFindings } from '../../support/axe.ts';
import { watchedPage, wordsIn } from '../../support/page.ts';
import { browser, context, openPageForEachTest, page, watched } from '../../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../../support/schoolUnderTest.ts';
import type { Served } from '../../support/serve.ts';
import { serveHost } from '../../support/serveHost.ts';
import { siteUnderTest } from '../../support/siteUnderTest.ts';

const site = siteUnderTest();
const { origin } = new URL(site.url);
const { content, situation, told, story, danger, clause } = schoolUnderTest();
const { situations, checker } = content;
/** A situation that the stories are not about. */
const other = [...situations.keys()].find((id) => id !== situation && id !== EMERGENCY) ?? '';
const otherTitle = situations.get(other)?.title ?? '';
/** Where the build was told that the site will be published. */
const published = site.site === undefined ? undefined : site.site + site.base;
const SECRET = `${story} in a purple coat`;
const LINK = 'Find out what to do';

openPageForEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });

// Every message that arrives at a page itself is kept, from the first on.
beforeAll(() =>
  context.addInitScript(() => {
    if (window.parent !== window) return;
    const kept: string[] = [];
    Object.assign(window, { kept });
    addEventListener('message', ({ data }) => kept.push(JSON.stringify(data)), true);
  }),
);
const messages = () => page.evaluate(() => (window as unknown as { kept: string[] }).kept);

describe('on another site, under that site’s strict policy', () => {
  let host: Served;
  beforeAll(async () => {
    const withBody = (body: string): string =>
      `<!doctype html><html lang="en"><title>A school</title><main><h1>A school</h1>${body}</main></html>`;
    host = await serveHost((port) => ({
      policy: `default-src 'none'; script-src ${origin}; frame-src ${origin} http://localhost:${port}`,
      pages: {
        '/': withBody(
          `<a href="#before">Before</a>${scriptSnippet(site.url)}<a href="#between">Between</a>${scriptSnippet(site.url, situation)}`,
        ),
        '/plain': withBody(frameSnippet(site.url)),
        '/other': withBody(
          `${scriptSnippet(site.url)}${frameSnippet(site.url)}<iframe title="Other" src="http://localhost:${port}/empty"></iframe>`,
        ),
        '/empty': withBody(''),
        '/module': withBody(
          scriptSnippet(site.url)
            .replace('<script', '<script type="module"')
            .replace('embed.js', 'embed.js?v=2'),
        ),
        '/sandboxed': withBody(
          `<iframe title="Outer" sandbox="allow-scripts" srcdoc="${scriptSnippet(site.url).replaceAll('"', '&quot;')}"></iframe>`,
        ),
      },
    }));
  });
  afterAll(() => host.close());

  const open = async (address = '/'): Promise<void> => {
    await page.goto(host.url + address, { waitUntil: 'load' });
  };
  const elements = () => page.locator('parent-code-checker');
  const heightOf = (index: number) =>
    page
      .locator('parent-code-checker iframe')
      .nth(index)
      .evaluate((frame) => frame.getBoundingClientRect().height);
  /** The frames of the checker, in order, once each is shown. */
  const frames = async (count: number): Promise<Frame[]> => {
    const found: Frame[] = [];
    for (let index = 0; index < count; index += 1) {
      await elements().nth(index).scrollIntoViewIfNeeded();
      await expect.poll(() => heightOf(index)).toBeGreaterThan(200);
      const handle = await page.locator('parent-code-checker iframe').nth(index).elementHandle();
      const frame = await handle?.contentFrame();
      if (frame) found.push(frame);
    }
    return found;
  };
  const first = async (): Promise<Frame> => {
    const [frame] = await frames(1);
    if (frame === undefined) throw new Error('There is no frame.');
    return frame;
  };
  /** Resolves when the page has worked off all messages sent so far. */
  const settled = () =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)));
        }),
    );

  test('both frames get the height of their content, and the links give way to them', async () => {
    await open();
    for (const [index, frame] of (await frames(2)).entries()) {
      const inner = () =>
        frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
      await expect.poll(async () => (await heightOf(index)) - (await inner())).toBe(0);
      expect(
        await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight),
      ).toBeLessThanOrEqual(0);
    }
    expect(await page.getByRole('link', { name: LINK }).count()).toBe(0);
    expect(watched.complaints).toEqual([]);
    expect(watched.requests.filter((url) => !url.startsWith(site.url) && !url.startsWith(host.url))).toEqual(
      [],
    );
  });

  test('typing and an answer work inside, and the frame grows with the answer', async () => {
    await open();
    const frame = await first();
    const before = await heightOf(0);
    await frame.getByLabel(checker.label).fill(SECRET);
    await frame.getByRole('button', { name: checker.button }).click();
    await frame.locator('[data-headline]').waitFor();
    expect(await frame.locator('[data-headline]').innerText()).toBe(told.title);
    await expect.poll(() => heightOf(0)).toBeGreaterThan(before + 300);
    expect(await frame.getByRole('button', { name: 'Print answer' }).count()).toBe(0);
    await frame.locator('.answer summary', { hasText: 'Copy or print' }).click();
    await frame.getByRole('button', { name: 'Copy answer' }).click();
    await frame.getByText('Copied.').waitFor();
    expect(watched.complaints).toEqual([]);
  });

  test('what is typed never arrives at the page: only heights do', async () => {
    await open();
    const frame = await first();
    await frame.getByLabel(checker.label).pressSequentially(SECRET, { delay: 5 });
    await frame.getByRole('button', { name: checker.button }).click();
    await frame.locator('[data-headline]').waitFor();
    await frame.getByRole('radio', { name: 'I work at the school' }).check();
    await settled();
    const arrived = await messages();
    expect(arrived.length).toBeGreaterThan(1);
    expect(arrived.filter((message) => !/^\{"parentCodeHeight":\d+\}$/.test(message))).toEqual([]);
    expect(page.url()).toBe(`${host.url}/`);
    expect(watched.requests.filter((url) => url.includes('purple'))).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });

  test('the panel for an emergency comes up inside, and can be seen', async () => {
    await open();
    const frame = await first();
    await frame.getByLabel(checker.label).fill(danger);
    await frame.locator('.emergency-panel').waitFor();
    expect(await wordsIn(page, 'h1')).toBe('A school');
    const call = frame.locator('.lifelines a').first();
    expect(await call.getAttribute('href')).toBe('tel:999');
    const panel = await frame.locator('.emergency-panel').boundingBox();
    const shown = await page.locator('parent-code-checker iframe').first().boundingBox();
    await expect
      .poll(async () => (await heightOf(0)) + (shown?.y ?? 0))
      .toBeGreaterThanOrEqual((panel?.y ?? Number.POSITIVE_INFINITY) + (panel?.height ?? 0));
    expect(await frame.locator('.danger').isVisible()).toBe(true);
  });

  test('a situation named by the page is answered first', async () => {
    await open();
    const [plain, named] = await frames(2);
    await named?.locator('[data-headline]').waitFor();
    expect(await named?.locator('.answer .label').first().innerText()).toBe('Look here first');
    expect(await named?.locator('[data-headline]').innerText()).toBe(told.title);
    expect(await plain?.locator('.answer').count()).toBe(0);
    // The page's reader is left where they are.
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  });

  test('forged messages change nothing', async () => {
    await open();
    const [one, two] = await frames(2);
    await settled();
    const before = [await heightOf(0), await heightOf(1)];
    // From the page itself, in the right shape; from the right frame, in a wrong one.
    await page.evaluate(() => window.postMessage({ parentCodeHeight: 7 }, '*'));
    await one?.evaluate(() => {
      for (const data of [7, '7', { parentCodeHeight: '7' }, { parentCodeHeight: 7, text: 'more' }, null])
        window.parent.postMessage(data, '*');
    });
    await settled();
    expect([await heightOf(0), await heightOf(1)]).toEqual(before);
    // One frame speaks for itself alone.
    await two?.evaluate(() => window.parent.postMessage({ parentCodeHeight: 777 }, '*'));
    await expect.poll(() => heightOf(1)).toBe(777);
    expect(await heightOf(0)).toBe(before[0]);
  });

  test('a frame of a third site can neither forge a height nor learn one', async () => {
    await open('/other');
    const frame = await first();
    // The plain frame, which others on the page can reach; the one inside the element they cannot.
    await page.locator('main > iframe').first().scrollIntoViewIfNeeded();
    await page.locator('main > iframe').first().contentFrame().getByLabel(checker.label).waitFor();
    const other = page.frames().find((each) => each.url().includes('localhost'));
    await settled();
    const before = await heightOf(0);
    const learnt = await other?.evaluate(
      (question) =>
        new Promise<number>((resolve) => {
          let heard = 0;
          addEventListener('message', () => {
            heard += 1;
          });
          window.parent.postMessage({ parentCodeHeight: 7 }, '*');
          window.parent.frames[0]?.postMessage(question, '*');
          setTimeout(() => resolve(heard), 300);
        }),
      HEIGHT_REQUEST,
    );
    expect(learnt).toBe(0);
    expect(await heightOf(0)).toBe(before);
    // It still answers to the page that holds it.
    await elements().first().scrollIntoViewIfNeeded();
    await frame.getByLabel(checker.label).fill(SECRET);
    await frame.getByRole('button', { name: checker.button }).click();
    await expect.poll(() => heightOf(0)).toBeGreaterThan(before);
    expect(watched.complaints).toEqual([]);
  });

  test('the keyboard goes in, through, and out again', async () => {
    await open();
    await frames(2);
    await page.getByRole('link', { name: 'Before' }).focus();
    await page.keyboard.press('Tab');
    const [frame] = page.frames().filter((each) => each.url().includes('embed/frame'));
    expect(await frame?.evaluate(() => document.activeElement?.id)).toBe('story');
    await page.getByRole('link', { name: 'Between' }).focus();
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('parent-code-checker');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Between');
  });

  test('a screen reader is told what the frame is', async () => {
    await open();
    await frames(2);
    expect(
      await page
        .locator('parent-code-checker iframe')
        .evaluateAll((found) => found.map((frame) => (frame as HTMLIFrameElement).title)),
    ).toEqual([LINK, LINK]);
  });

  test.each(['light', 'dark'] as const)('it is %s where the reader has chosen so', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open();
    const frame = await first();
    const ground = await frame.locator('.card').evaluate((card) => getComputedStyle(card).backgroundColor);
    const light = ground.match(/\d+/g)?.map(Number) ?? [];
    expect(Math.min(...light) > 128).toBe(colorScheme === 'light');
    expect(await axeFindings(page)).toEqual([]);
  });

  test('links open in a new tab that is no longer in the sandbox, and the frame stays', async () => {
    await open();
    const frame = await first();
    const address = frame.url();
    const [tab] = await Promise.all([page.waitForEvent('popup'), frame.locator('.danger a').last().click()]);
    await tab.waitForLoadState();
    expect(tab.url()).toBe(`${site.url}situations/emergency/`);
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    expect(frame.url()).toBe(address);
  });

  test('a call starts where it is, and leaves no empty tab', async () => {
    await open();
    const frame = await first();
    const phone = frame.locator('a[href^="tel:"]').first();
    const target = await phone.evaluate((link) => {
      addEventListener('click', (event) => event.preventDefault());
      (link as HTMLElement).click();
      return (link as HTMLAnchorElement).target;
    });
    expect(target).toBe('_self');
  });

  test('with our script blocked, the link is there', async () => {
    await page.route('**/embed.js', (route) => route.abort());
    await open();
    const links = page.getByRole('link', { name: LINK });
    expect(await links.count()).toBe(2);
    expect(await links.first().getAttribute('href')).toBe(`${site.url}check/`);
  });

  test('where the frame cannot load, the link is there', async () => {
    await page.route('**/embed/frame/', (route) => route.abort());
    await open();
    await settled();
    expect(await page.getByRole('link', { name: LINK }).count()).toBe(2);
    expect(await heightOf(0)).toBe(0);
  });

  // First: a tab that has the script once doesn’t ask for leave again.
  test('loaded as a module from a host that does not allow that, the link is there', async () => {
    await open('/module');
    await settled();
    expect(await page.getByRole('link', { name: LINK }).getAttribute('href')).toBe(`${site.url}check/`);
  });

  test('loaded as a module, with a query, it answers', async () => {
    // From another site, a browser takes a module only from a host that allows it, as GitHub Pages does.
    await page.route('**/embed.js?v=2', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'access-control-allow-origin': '*' },
      });
    });
    await open('/module');
    const frame = await first();
    await frame.getByLabel(checker.label).fill(SECRET);
    await frame.getByRole('button', { name: checker.button }).click();
    await frame.locator('[data-headline]').waitFor();
    expect(watched.complaints).toEqual([]);
  });

  test('moved to another place in the page, it answers there', async () => {
    await open();
    await frames(2);
    await page.evaluate(() => {
      const moved = document.querySelector('parent-code-checker');
      if (moved !== null) document.querySelector('main')?.append(moved);
    });
    const moved = elements().last();
    await moved.scrollIntoViewIfNeeded();
    const frame = page.locator('parent-code-checker iframe').last().contentFrame();
    await frame.getByLabel(checker.label).fill(SECRET);
    await frame.getByRole('button', { name: checker.button }).click();
    await frame.locator('[data-headline]').waitFor();
    await expect.poll(() => heightOf(1)).toBeGreaterThan(600);
    expect(watched.complaints).toEqual([]);
  });

  test('in a frame whose sandbox forbids it to answer, the link is there', async () => {
    await open('/sandboxed');
    await settled();
    const outer = page.frameLocator('iframe').first();
    const link = outer.getByRole('link', { name: LINK });
    expect(await link.isVisible()).toBe(true);
    expect(await link.evaluate((found) => (found as HTMLAnchorElement).href)).toBe(`${site.url}check/`);
    expect(watched.complaints.filter((each) => !/CORS policy|ERR_FAILED|postMessage/.test(each))).toEqual([]);
  });

  test('an element that was left empty has a link of its own', async () => {
    await page.route('**/embed/frame/', (route) => route.abort());
    await open();
    await page.evaluate(() => {
      document.body.replaceChildren(document.createElement('parent-code-checker'));
    });
    const link = page.getByRole('link', { name: LINK });
    expect(await link.isVisible()).toBe(true);
    expect(await link.evaluate((found) => (found as HTMLAnchorElement).href)).toBe(`${site.url}check/`);
  });

  test('without any script, the plain frame shows the list, and its links open in a new tab', async () => {
    const scriptless = await watchedPage(browser, { javaScriptEnabled: false });
    await scriptless.page.goto(`${host.url}/plain`);
    const frame = scriptless.page.frameLocator('iframe');
    expect(await frame.locator('[data-list] a:visible').count()).toBe(situations.size);
    const [tab] = await Promise.all([
      scriptless.page.waitForEvent('popup'),
      frame.locator('[data-list] a').first().click(),
    ]);
    await tab.waitForLoadState();
    expect(tab.url()).toContain(`${site.url}situations/`);
    await scriptless.close();
  });

  test('a plain frame answers too', async () => {
    await open('/plain');
    const frame = page.frameLocator('iframe');
    await frame.getByLabel(checker.label).fill(SECRET);
    await frame.getByRole('button', { name: checker.button }).click();
    await frame.locator('[data-headline]').waitFor();
    expect(await frame.locator('[data-headline]').innerText()).toBe(told.title);
    expect(await messages()).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});

describe('a link to the checker that names a situation', () => {
  test('has that situation answered first, whichever it is', async () => {
    for (const [id, { title }] of situations) {
      await page.goto(linkToSituation(site.url, id));
      const says = page.locator('[data-headline]');
      await expect
        .poll(() => says.allInnerTexts(), { message: id })
        .toEqual([id === EMERGENCY ? checker.emergency.heading : title]);
      await expect
        .poll(() => says.evaluate((heading) => heading === document.activeElement), { message: id })
        .toBe(true);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('gives way to what is typed, and comes again with the next link', async () => {
    await page.goto(linkToSituation(site.url, other));
    await page.locator('.answer').waitFor();
    await page.getByLabel(checker.label).fill(SECRET);
    await page.getByRole('button', { name: checker.button }).click();
    await page.getByText('This sounds like').waitFor();
    expect(await page.locator('[data-headline]').innerText()).toBe(told.title);
    await page.getByLabel(checker.label).fill('');
    await page.locator('.answer').waitFor({ state: 'detached' });
    await page.evaluate((id) => {
      location.hash = `#${id}`;
    }, situation);
    await page.locator('.answer').waitFor();
    expect(await page.locator('[data-headline]').innerText()).toBe(told.title);
  });

  test.each([
    'unknown',
    'main',
    '__proto__',
    '%E0%A4%A',
    '"><img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    `${situation}&x`,
    'a'.repeat(5000),
  ])('leaves the checker as it is for “%.30s”', async (fragment) => {
    await page.goto(`${site.url}check/#${fragment}`, { waitUntil: 'networkidle' });
    expect(await page.locator('.answer').count()).toBe(0);
    expect(await page.getByLabel(checker.label).isVisible()).toBe(true);
    expect(watched.complaints).toEqual([]);
  });

  test('shows the list with the situation pointed out where the answers cannot be loaded', async () => {
    await page.route('**/_astro/_virtual_answers*', (route) => route.abort());
    await page.goto(linkToSituation(site.url, other));
    await page.locator(`[data-list] #${other}`).waitFor();
    expect(await page.locator(`[data-list] #${other}`).isVisible()).toBe(true);
  });

  test('leads to the situation in the list without script', async () => {
    const scriptless = await watchedPage(browser, { javaScriptEnabled: false });
    await scriptless.page.goto(linkToSituation(site.url, other));
    const target = scriptless.page.locator('li:target');
    expect(await target.innerText()).toContain(otherTitle);
    expect(await target.evaluate((entry) => entry.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await scriptless.close();
  });

  test('means the clause on the page of the Code, where nothing of this is', async () => {
    await page.goto(`${site.url}#${clause.anchor}`, { waitUntil: 'networkidle' });
    expect(await page.locator('.answer').count()).toBe(0);
    const html = readFileSync(path.join(site.folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/embed\.js|\/embed\/|LinkedSituation|Look here first/);
  });
});

describe('the page for the web master', () => {
  test('copies the lines, with the published address or, where the build did not know it, this one', async () => {
    await page.goto(`${site.url}embed/`);
    const copy = async (button: RegExp): Promise<string> => {
      await page.getByRole('button', { name: button }).click();
      const part = page.locator('[data-copying]', { hasText: button });
      await part.getByText('Copied. Paste it into your page.').waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copy(/with a script/)).toBe(scriptSnippet(published ?? site.url));
    await page.getByText('With a frame', { exact: true }).click();
    expect(await copy(/with a frame/)).toBe(frameSnippet(published ?? site.url));
    expect(await wordsIn(page, 'main')).not.toContain(PLACEHOLDER);
  });

  test('selects the lines where the browser lets nothing be copied', async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(`${site.url}embed/`);
    await page.getByText('With a frame', { exact: true }).click();
    await page.getByRole('button', { name: /with a frame/ }).click();
    await page.getByText('Your browser won’t let this page copy.').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toBe(frameSnippet(published ?? site.url));
  });

  test.skipIf(published !== undefined)('says without script what to write there', async () => {
    const scriptless = await watchedPage(browser, { javaScriptEnabled: false });
    await scriptless.page.goto(`${site.url}embed/`);
    expect(await wordsIn(scriptless.page, '.notice')).toContain(PLACEHOLDER);
    expect(await scriptless.page.locator('main').getByRole('link', { name: LINK }).first().isVisible()).toBe(
      true,
    );
    await scriptless.close();
  });

  test('shows a live example', async () => {
    await page.goto(`${site.url}embed/`);
    await page.locator('parent-code-checker').scrollIntoViewIfNeeded();
    const frame = page.frameLocator('parent-code-checker iframe');
    await frame.getByLabel(checker.label).fill(SECRET);
    await frame.getByRole('button', { name: checker.button }).click();
    await frame.locator('[data-headline]').waitFor();
    expect(watched.complaints).toEqual([]);
  });
});

test('its script pasted into a page does nothing, and the link stays', async () => {
  const script = readFileSync(path.join(site.folder, 'embed.js'), 'utf8');
  await page.setContent('<parent-code-checker><a href="/x">The link</a></parent-code-checker>');
  await page.addScriptTag({ content: script });
  expect(await page.getByRole('link', { name: 'The link' }).isVisible()).toBe(true);
  expect(watched.complaints).toEqual([]);
});

test('no header that we give out forbids the frame', () => {
  const headers = readFileSync(path.join(site.folder, '_headers'), 'utf8');
  expect(headers).not.toMatch(/X-Frame-Options|frame-ancestors/i);
});

test('the page in the frame is in no search engine', () => {
  const html = readFileSync(path.join(site.folder, 'embed/frame/index.html'), 'utf8');
  expect(html).toContain('<meta name="robots" content="noindex">');
});

test.skipIf(published === undefined)('the page in the frame is in no sitemap', () => {
  expect(readFileSync(path.join(site.folder, 'sitemap-0.xml'), 'utf8')).not.toContain('/embed/frame/');
});
