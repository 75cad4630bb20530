import fc from 'fast-check';
import type { Route } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { CELL_END } from '../../../src/code/cells.ts';
import { documentsOf } from '../../../src/code/document.ts';
import { wordsIn } from '../../support/page.ts';
import { context, openPageForEachTest, page, watched } from '../../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../../support/schoolUnderTest.ts';
import { siteUnderTest } from '../../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, told, clause, story, decides, danger, notCovered } = schoolUnderTest();
const { clauses, situations, checker } = content;

openPageForEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });
beforeAll(async () => {
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`The policy was broken: ${violatedDirective} ${blockedURI}`),
    ),
  );
});

const open = (address: string) => page.goto(site.url + address);
const box = () => page.getByLabel(checker.label);
const headline = () => page.locator('[data-headline]');
const listed = () => page.locator('[data-checker] [data-list] a:visible');
const ask = async (text: string): Promise<void> => {
  await box().fill(text);
  await page.click('[data-answer-now]');
  await headline().waitFor();
};
/** The Code's words on a page, as they can be seen. */
const expectWords = async (address: string): Promise<void> => {
  const words = await wordsIn(page, 'main');
  for (const { page: on, text } of clauses.values())
    if (on === address)
      // A row’s cells are apart on the page.
      for (const cell of text.split(` ${CELL_END} `)) expect(words).toContain(cell.trim());
};
/** Failed downloads are the browser's own to report; anything else is a complaint. */
const ownComplaints = () => watched.complaints.filter((each) => !each.startsWith('error: Failed to load '));

describe('what does not arrive', () => {
  test.each([
    ['is blocked', (route: Route) => route.abort('blockedbyclient')],
    ['is gone, because the page is an old copy', (route: Route) => route.fulfill({ status: 404, body: '' })],
  ])('every script %s: the pages read whole, and the list stands in for the checker', async (_how, lose) => {
    await page.route('**/*.js', lose);
    for (const { page } of documentsOf(content)) {
      await open(page.slice(1));
      await expectWords(page);
    }
    await open('check/');
    await expect.poll(() => listed().count()).toBe(situations.size);
    expect(await box().isVisible()).toBe(false);
    await open(`search/?q=${decides}`);
    await page.locator(`main a[href="${site.base}#${clause.anchor}"]:visible`).first().waitFor();
    expect(ownComplaints()).toEqual([]);
  });

  test.each([
    ['is lost', (route: Route) => route.abort()],
    ['is gone, because the page is an old copy', (route: Route) => route.fulfill({ status: 404, body: '' })],
    ['is cut short', async (route: Route) => replace(route, (model) => model.slice(0, model.length / 2))],
    [
      'is cut short within its words',
      async (route: Route) =>
        replace(route, (model) => model.slice(0, -2000) + model.slice(model.lastIndexOf('`'))),
    ],
    [
      'has become a page that asks to log in',
      async (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Log in' }),
    ],
    [
      'has one sign changed',
      async (route: Route) =>
        replace(
          route,
          (model) => `${model.slice(0, -3000)}${model.at(-3000) === 'A' ? 'B' : 'A'}${model.slice(-2999)}`,
        ),
    ],
    ['has become other words', async (route: Route) => replace(route, () => 'export default "{}\\nabc."')],
  ])('the model %s: the list takes over and says so, and the words stay', async (_how, lose) => {
    await page.route(/checker-model/, lose);
    await open('check/');
    await box().pressSequentially(story);
    await page.getByText(checker.failed).waitFor();
    expect(await listed().count()).toBe(situations.size);
    expect(await box().inputValue()).toBe(story);
    expect(ownComplaints()).toEqual([]);
  });

  test.each([
    ['is lost', (route: Route) => route.abort()],
    [
      'has become a page that asks to log in',
      (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Log in' }),
    ],
  ])('what the search needs %s: the page says so and lists everything', async (_how, lose) => {
    await page.route('**/search/records-*', lose);
    await open(`search/?q=${decides}`);
    await page.getByText('search didn’t load').first().waitFor();
    await page.locator(`main a[href="${site.base}#${clause.anchor}"]:visible`).first().waitFor();
    expect(ownComplaints()).toEqual([]);
  });

  test('the styles: the words stand in order, what is hidden stays so, and the checker answers', async () => {
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        for (const style of document.querySelectorAll('style')) style.remove();
      }),
    );
    await open('');
    await expectWords('/');
    expect(await page.getByText(checker.failed).isVisible()).toBe(false);
    await open('check/');
    await ask(story);
    expect(await headline().innerText()).toBe(told.title);
    expect(watched.complaints).toEqual([]);
  });
});

/** Answers with the real file, changed. */
async function replace(route: Route, change: (file: string) => string): Promise<void> {
  const response = await route.fetch();
  const body = change(await response.text());
  await route.fulfill({ contentType: 'text/javascript', body });
}

describe('what is refused', () => {
  test('storage and clipboard: the checker answers, and the words are there to be copied by hand', async () => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Refused', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])
        Object.defineProperty(window, name, { get: refuse });
      Object.defineProperty(navigator, 'clipboard', { value: { write: refuse, writeText: refuse } });
      document.execCommand = () => false;
    });
    await open('check/');
    await ask(story);
    await page.locator('.answer summary', { hasText: 'Copy or print' }).click();
    await page.getByRole('button', { name: 'Copy answer' }).click();
    expect(await page.locator('.take textarea').inputValue()).toContain(told.title);
    expect(watched.complaints).toEqual([]);
  });

  test('movement: nothing on the page moves', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('check/');
    await ask(story);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });

  test('cookies alone: the pages, the checker and the search are as ever', async () => {
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Refused', 'SecurityError');
      };
      Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
      Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false });
    });
    await open('');
    await expectWords('/');
    await open('check/');
    await ask(story);
    expect(await headline().innerText()).toBe(told.title);
    await open(`search/?q=${decides}`);
    await page.locator('.result').first().waitFor();
    expect(watched.complaints).toEqual([]);
  });
});

describe('what is slow or hasty', () => {
  test('a network with 400 ms to each answer: what was typed meanwhile is answered', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 60_000,
      uploadThroughput: 30_000,
    });
    await open('check/');
    await box().pressSequentially(story);
    await page.click('[data-answer-now]');
    await headline().waitFor();
    expect(await headline().innerText()).toBe(told.title);
    expect(watched.complaints).toEqual([]);
  });

  test('a hundred fast edits: the last one is answered', async () => {
    await open('check/');
    await ask(notCovered);
    await box().evaluate((element: HTMLTextAreaElement, last) => {
      for (let edit = 1; edit <= 100; edit += 1) {
        element.value = edit === 100 ? last : `edit ${edit} about a meeting`;
        element.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, story);
    await expect.poll(() => page.locator('[data-preview]').innerText()).toBe(`Sounds like: ${told.title}`);
    expect(watched.complaints).toEqual([]);
  });

  test('a hundred thousand signs pasted: they are answered, and a danger at their end is seen', async () => {
    await open('check/');
    await box().focus();
    await page.keyboard.insertText(`${'we talked about the meeting '.repeat(3568)}${danger}`);
    await page.locator('.emergency-panel').waitFor();
    expect(watched.complaints).toEqual([]);
  });

  test('a processor six times slower: all that is typed stands in the box, and the last of it is answered', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await open('check/');
    await box().pressSequentially(story);
    await page.click('[data-answer-now]');
    await headline().waitFor();
    expect(await headline().innerText()).toBe(told.title);
    // While the answer to the first words is still being worked out, more are typed.
    const more = `. ${danger}`;
    await box().pressSequentially(more);
    await page.locator('.emergency-panel').waitFor();
    expect(await box().inputValue()).toBe(story + more);
    expect(watched.complaints).toEqual([]);
  });
});

describe('what is hostile', () => {
  const signs = fc.oneof(
    fc.constantFrom(
      '<script>document.title="taken"</script>',
      '"><img src=x onerror=document.title="taken">',
      "'-alert(1)-'",
      'javascript:document.title="taken"',
      '%',
      '%E0%A4%A',
      '%00',
      '\ud83d',
      '\udc00',
      '\u202e',
      '__proto__',
      '[0]*(+\\',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  /** Up to some kilobytes: a server refuses what is longer before any page of ours is there. */
  const hostile = fc
    .tuple(fc.array(signs, { minLength: 1, maxLength: 6 }), fc.constantFrom(1, 1, 1, 40))
    .map(([parts, times]) => parts.join('').repeat(times).slice(0, 1500));
  /** As it is, and as a form would send it. */
  const written = fc
    .tuple(hostile, fc.boolean())
    .map(([text, whole]) => (whole ? encodeURIComponent(text.toWellFormed()) : text));

  test.each(['search/', 'check/'])('addresses: /%s takes any question and any anchor', async (address) => {
    await open(address);
    const title = await page.title();
    await fc.assert(
      fc.asyncProperty(written, written, async (query, anchor) => {
        await page.goto(`${site.url}${address}?q=${query}#${anchor}`);
        await page.locator('h1').waitFor();
        expect(await page.title()).toBe(title);
        expect(watched.complaints.splice(0)).toEqual([]);
      }),
      { numRuns: 12, examples: [['%3Cscript%3E', `#${'a'.repeat(50_000)}`]] },
    );
  });

  test('HTML that is pasted stays text', async () => {
    await open('check/');
    const title = await page.title();
    const html =
      '<img src=x onerror="document.title=1"><script>document.title=1</script><b>swearing</b> at me';
    // As another page might leave it on the clipboard: `navigator.clipboard.write` would read the HTML in the name of
    // this page, whose policy newer browsers then complain about, and take the script out besides.
    const copied = await page.evaluate((text) => {
      const copy = (event: ClipboardEvent) => {
        for (const type of ['text/html', 'text/plain']) event.clipboardData?.setData(type, text);
        event.preventDefault();
      };
      document.addEventListener('copy', copy, { once: true });
      return document.execCommand('copy');
    }, html);
    expect(copied).toBe(true);
    await box().focus();
    await page.keyboard.press('Control+V');
    await page.click('[data-answer-now]');
    await page.locator('.answer').waitFor();
    expect(await box().inputValue()).toBe(html);
    expect(await page.locator('.answer img, .answer script, .answer b').count()).toBe(0);
    expect(await page.title()).toBe(title);
    expect(watched.complaints).toEqual([]);
  });
});
