import fc from 'fast-check';
import type { Page, Route } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CELL_END, documentsOf } from '../../src/code/document.ts';
import { sidewaysOn, type WatchedPage, watchedPage, wordsIn } from '../support/page.ts';
import { browser, openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { pagesToLookAt } from '../support/pagesToLookAt.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, situation, told, clause, story, decides, danger, notCovered } = schoolUnderTest();
const { clauses, situations, checker } = content;

openPageForEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });
beforeEach(async () => {
  await page.addInitScript(() =>
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

describe('what looks unlike ours', () => {
  test.each([
    ...['', 'check/', 'situations/emergency/', `search/?q=${decides}`, 'offline/', 'staff/'],
    ...['check/how-it-works/', 'situations/', 'governors/', 'accessibility/', 'embed/'],
  ])('text twice as large: /%s does not scroll sideways', async (address) => {
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%';
      }),
    );
    await open(address);
    if (address === 'check/') await ask(danger);
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
  });

  test('a name written from right to left in the titles: nothing else turns, and nothing scrolls sideways', async () => {
    await open(`situations/${situation}/`);
    const before = await wordsIn(page, 'main p');
    await page.evaluate((name) => {
      document.title = `${name} – ${document.title}`;
      for (const title of document.querySelectorAll('h1, header .school')) title.prepend(`${name} `);
    }, 'مدرسة الواحة (Oasis)');
    expect(await wordsIn(page, 'main p')).toBe(before);
    expect(await page.locator('h1').evaluate((title) => getComputedStyle(title).direction)).toBe('ltr');
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
  });

  test.each(['', 'check/', 'check/#danger', 'situations/emergency/', 'staff/', `search/?q=${decides}`])(
    'colours that the reader forces: on /%s nothing is told by colour alone',
    async (address) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await open(address);
      if (address.startsWith('check/')) await ask(address.endsWith('danger') ? danger : story);
      if (address.startsWith('search/')) await page.locator('.result').first().waitFor();
      const styles = (selector: string, names: string[]) =>
        page.locator(`${selector}:visible`).evaluateAll(
          (elements, wanted) =>
            elements.map((element) => {
              const style = getComputedStyle(element);
              return [
                element.outerHTML.slice(0, 80),
                wanted.map((name) => style.getPropertyValue(name)).join(' '),
              ];
            }),
          names,
        );
      const bordered = '.button, textarea, input:not([type=radio]), .choices button, .sheet, .quotation';
      for (const selector of [
        ...bordered.split(', '),
        '[data-example]',
        '.emergency-panel',
        '.readers label',
      ])
        for (const [what, border] of await styles(selector, ['border-top-style', 'border-top-width']))
          expect(border, what).toMatch(/^solid [1-9]/);
      for (const [what, line] of await styles('main p a:not(.button), nav [aria-current]', [
        'text-decoration-line',
      ]))
        expect(line, what).toBe('underline');
      for (const [what, weight] of await styles('.readers label:has(:checked)', ['font-weight']))
        expect(weight, what).toBe('600');
      const [ground] = await styles('body', ['background-color']);
      for (const [what, mark] of await styles('mark', ['background-color']))
        expect(mark, what).not.toBe(ground?.[1]);
      await page.keyboard.press('Tab');
      const [focus] = await styles(':focus', ['outline-style', 'outline-width']);
      expect(focus?.[1]).toMatch(/^(solid|auto) [2-9]/);
      expect(await page.locator('.emergency-panel').count()).toBe(address.endsWith('danger') ? 1 : 0);
    },
  );

  describe('zoomed in as far as it goes', () => {
    let zoomed: WatchedPage;
    beforeAll(async () => {
      zoomed = await watchedPage(browser, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
    });
    afterAll(() => zoomed.close());

    test.each([...pagesToLookAt(site).keys()])(
      'on %s nothing scrolls sideways, and no word is cut',
      async (address) => {
        await zoomed.page.goto(site.url + address.slice(1));
        if (address === '/check/') {
          await zoomed.page.getByLabel(checker.label).fill(danger);
          await zoomed.page.locator('.emergency-panel').waitFor();
        }
        expect(await sidewaysOn(zoomed.page)).toBeLessThanOrEqual(0);
        expect(await cutWords(zoomed.page)).toEqual([]);
      },
    );
  });
});

describe('one word that is very long', () => {
  const LONG = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
  /** In every text of the page but the two words of its menu, in folds as well, the first word becomes the long one. */
  const lengthen = () =>
    page.evaluate((long) => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) found.push(text as Text);
      for (const text of found)
        if (!text.parentElement?.closest('svg, script, style, textarea, option, body > header nav'))
          text.data = text.data.replace(/[A-Za-z]{3,}/, long);
    }, LONG);

  test.each([...pagesToLookAt(site).keys()])(
    'on %s is broken, not cut, nor does it scroll',
    async (address) => {
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await open(address.slice(1));
        if (address === '/check/') {
          await ask(`${LONG} ${story}`);
          await headline().waitFor();
        }
        await lengthen();
        expect(await sidewaysOn(page), `${width}`).toBeLessThanOrEqual(0);
        expect(await cutWords(page), `${width}`).toEqual([]);
      }
    },
  );

  test('typed into the search is broken in its results', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await open(`search/?q=${LONG}`);
    await page.locator('[data-says]', { hasText: LONG }).waitFor();
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
    expect(await cutWords(page)).toEqual([]);
  });
});

describe('what goes on paper', () => {
  /** The frame's sandbox lets nothing be printed. */
  const addresses = [...pagesToLookAt(site).keys()].filter((address) => address !== '/embed/frame/');
  /** A text to fill in by hand may be printed; nothing else of these is of use on paper. */
  const CONTROLS =
    'button, input, select, summary:not(.steps *, .routes *, :has(h2, h3, h4)), textarea:not([readonly]), body > :is(header, footer), .skip';

  let paper: WatchedPage;
  beforeAll(async () => {
    paper = await watchedPage(browser);
  });
  afterAll(() => paper.close());

  test.each(addresses)('%s has its title, and nothing that can only be used on a screen', async (address) => {
    const { page } = paper;
    await page.emulateMedia({ media: null });
    await page.goto(site.url + address.slice(1));
    await page.emulateMedia({ media: 'print' });
    // A sheet to hang up has a title of its own, below that of its page.
    const title = await page.locator(':is(h1, h2):visible').first().innerText();
    expect(await page.locator(CONTROLS).filter({ visible: true }).evaluateAll(htmlOf)).toEqual([]);
    expect(await cutWords(page)).toEqual([]);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf()));
    const { text } = await extractText(pdf, { mergePages: true });
    const close = (words: string) => words.replace(/\s+/g, '');
    expect(close(text)).toContain(close(title));
    for (const control of ['Copy link', 'Skip to content', 'See what to do'])
      expect(close(text)).not.toContain(close(control));
  });
});

/** Words that stand beside the screen, or in a box too small for them, where no scrolling brings them into sight. */
const cutWords = (on: Page) =>
  on.evaluate(() => {
    const cut: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const words = text.textContent?.trim() ?? '';
      const parent = text.parentElement;
      if (words === '' || !parent?.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const place = range.getBoundingClientRect();
      let [left, right] = [0, innerWidth];
      let bottom = Number.POSITIVE_INFINITY;
      for (let box: Element | null = parent; box !== null && box !== document.body; box = box.parentElement) {
        const { overflowX } = getComputedStyle(box);
        if (overflowX === 'visible') continue;
        const edge = box.getBoundingClientRect();
        // A box of one pixel holds words for the ear alone.
        if (overflowX === 'auto' || overflowX === 'scroll' || edge.width <= 1) [left, right] = [-1e6, 1e6];
        else [left, right, bottom] = [edge.left, edge.right, edge.bottom];
        break;
      }
      if (place.left < left - 1 || place.right > right + 1 || place.bottom > bottom + 1) cut.push(words);
    }
    return cut;
  });

/** How elements of a page start, to tell which they are. */
function htmlOf(elements: Element[]): string[] {
  return elements.map(({ outerHTML }) => outerHTML.slice(0, 100));
}

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
      { numRuns: 25, examples: [['%3Cscript%3E', `#${'a'.repeat(50_000)}`]] },
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
