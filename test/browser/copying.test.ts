import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { clausesOf, documentsOf } from '../../src/code/document.ts';
import { clipboardOf, watchedPage } from '../support/page.ts';
import { browser, openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, clause } = schoolUnderTest();
const { code } = content;
const documents = documentsOf(content);
const { anchor } = clause;

openPageForEachTest({
  viewport: { width: 1280, height: 800 },
  permissions: ['clipboard-read', 'clipboard-write'],
});

const plainText = () => page.evaluate(() => navigator.clipboard.readText());
const refuseClipboard = () =>
  page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));

describe('the signs at a clause', () => {
  test('stand at every clause, and are large enough for a finger', async () => {
    for (const document of documents) {
      const count = clausesOf(document).length;
      await page.goto(site.url + document.page.slice(1));
      for (const kind of ['link', 'quotation'])
        expect(await page.locator(`article [data-copy="${kind}"]:visible`).count()).toBe(count);
      const heights = await page
        .locator('[data-copy]')
        .evaluateAll((signs) => signs.map((sign) => sign.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    }
  });

  test('the link copies the short address, says so, and leads to the clause as well', async () => {
    await page.goto(site.url);
    await page.locator(`[data-copy="link"][href="#${anchor}"]`).click();
    await page.getByText('Link copied.').waitFor();
    expect(await plainText()).toBe(`${site.url}c/${anchor}/`);
    expect(page.url()).toBe(`${site.url}#${anchor}`);
  });

  test.each(documents)('each clause of $page is copied for an email in both forms', async (document) => {
    await page.goto(site.url + document.page.slice(1));
    for (const { anchor, heading, leadIn, text } of clausesOf(document)) {
      await page.locator(`[data-copy="quotation"][data-of="/c/${anchor}/"]`).click();
      const link = `${site.url}c/${anchor}/`;
      const words = [...(leadIn === undefined ? [] : [leadIn]), text];
      const asText = `${code.title}: ${heading}\n\n“${words.join(' ')}”\n\n${link}`;
      // The one before is still there at first.
      await expect.poll(async () => (await clipboardOf(page)).text, { message: anchor }).toBe(asText);
      await page.getByText('Copied. Paste it into an email.').waitFor();
      const rich = parse((await clipboardOf(page)).html);
      expect(rich.querySelector('strong')?.text).toBe(`${code.title}: ${heading}`);
      expect(rich.querySelectorAll('blockquote p').map((line) => line.text)).toEqual(words);
      expect(rich.querySelector('a')?.getAttribute('href')).toBe(link);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('work from the keyboard', async () => {
    await page.goto(site.url);
    await page.locator(`[data-copy="link"][href="#${anchor}"]`).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Copied. Paste it into an email.').waitFor();
    expect((await clipboardOf(page)).text).toContain(clause.text);
  });

  test('work by touch', async () => {
    const touched = await watchedPage(browser, {
      viewport: { width: 320, height: 700 },
      hasTouch: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await touched.page.goto(site.url);
    await touched.page.locator(`[data-copy="quotation"][data-of="/c/${anchor}/"]`).tap();
    await touched.page.getByText('Copied. Paste it into an email.').waitFor();
    expect(await touched.page.evaluate(() => navigator.clipboard.readText())).toContain(clause.text);
    await touched.close();
  });

  test('fetch the words when someone is about to copy, and not before', async () => {
    await page.goto(site.url, { waitUntil: 'networkidle' });
    const before = watched.requests.length;
    await page.locator('[data-copy="quotation"]').first().hover();
    await expect.poll(() => watched.requests.length).toBeGreaterThan(before);
    expect(watched.requests.slice(0, before).filter((url) => url.includes('forms'))).toEqual([]);
  });
});

describe('where a browser has no clipboard to write to', () => {
  test('an old browser’s own way is taken', async () => {
    await refuseClipboard();
    await page.goto(site.url);
    const copied = page.evaluate(
      () =>
        new Promise<string[]>((resolve) =>
          // On its way up, after the page's own listener.
          addEventListener('copy', ({ clipboardData }) =>
            resolve(['text/plain', 'text/html'].map((type) => clipboardData?.getData(type) ?? '')),
          ),
        ),
    );
    await page.locator(`[data-copy="quotation"][data-of="/c/${anchor}/"]`).click();
    await page.getByText('Copied. Paste it into an email.').waitFor();
    const [text, html] = await copied;
    expect(text).toContain(clause.text);
    expect(html).toContain('<blockquote');
  });

  test('and where there is none at all, the words are there to be copied by hand', async () => {
    await refuseClipboard();
    await page.addInitScript(() => {
      document.execCommand = () => false;
    });
    await page.goto(site.url);
    await page.locator(`[data-copy="quotation"][data-of="/c/${anchor}/"]`).click();
    await page.getByText('Your browser won’t let this page copy.').waitFor();
    const box = page.getByLabel('Text to copy');
    expect(await box.inputValue()).toContain(clause.text);
    await page.keyboard.press('Escape');
    expect(await box.isVisible()).toBe(false);
    await page.locator(`[data-copy="link"][href="#${anchor}"]`).click();
    await page.getByText('Here’s the link.').waitFor();
    expect(await box.inputValue()).toBe(`${site.url}c/${anchor}/`);
    expect(page.url()).toBe(`${site.url}#${anchor}`);
  });

  test('words that cannot be fetched are said to be', async () => {
    await page.route('**/_astro/forms*', (route) => route.abort());
    await page.goto(site.url);
    await page.locator('[data-copy="quotation"]').first().click();
    await page.getByText('Couldn’t get the text.').waitFor();
    watched.complaints.length = 0;
  });
});
