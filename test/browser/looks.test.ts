import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutWords, sidewaysOn, type WatchedPage, watchedPage, wordsIn } from '../support/page.ts';
import { browser, openPageForEachTest, page } from '../support/pageOfEachTest.ts';
import { pagesToLookAt } from '../support/pagesToLookAt.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { isOurs, siteUnderTest, someOfAlike } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, situation, story, decides, danger } = schoolUnderTest();
const { checker } = content;

openPageForEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });
const open = (address: string) => page.goto(site.url + address);
const box = () => page.getByLabel(checker.label);
const headline = () => page.locator('[data-headline]');
const ask = async (text: string): Promise<void> => {
  await box().fill(text);
  await page.click('[data-answer-now]');
  await headline().waitFor();
};
describe('what looks unlike ours', () => {
  test
    .runIf(isOurs())
    .each([
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

  test.runIf(isOurs())(
    'a name written from right to left in the titles: nothing else turns, and nothing scrolls sideways',
    async () => {
      await open(`situations/${situation}/`);
      const before = await wordsIn(page, 'main p');
      await page.evaluate((name) => {
        document.title = `${name} – ${document.title}`;
        for (const title of document.querySelectorAll('h1, header .school')) title.prepend(`${name} `);
      }, 'مدرسة الواحة (Oasis)');
      expect(await wordsIn(page, 'main p')).toBe(before);
      expect(await page.locator('h1').evaluate((title) => getComputedStyle(title).direction)).toBe('ltr');
      expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
    },
  );

  test
    .runIf(isOurs())
    .each(['', 'check/', 'check/#danger', 'situations/emergency/', 'staff/', `search/?q=${decides}`])(
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

    test.each(someOfAlike(pagesToLookAt(site).keys()))(
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

describe('what goes on paper', () => {
  /** The frame's sandbox lets nothing be printed. */
  const addresses = someOfAlike(pagesToLookAt(site).keys()).filter((address) => address !== '/embed/frame/');
  /** A text to fill in by hand may be printed; nothing else of these is of use on paper. */
  const CONTROLS =
    'button, input, select, summary:not(.steps *, .routes *, :has(h2, h3, h4)), textarea:not([readonly]), body > :is(header, footer), .promise, .skip';

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

/** How elements of a page start, to tell which they are. */
function htmlOf(elements: Element[]): string[] {
  return elements.map(({ outerHTML }) => outerHTML.slice(0, 100));
}
