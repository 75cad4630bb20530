import { expect, test } from 'vitest';
import { EMERGENCY } from '../../src/checker/reading/reader.ts';
import { axeFindings } from '../support/axe.ts';
import { checkerPage } from '../support/checkerPage.ts';
import { ownSites } from '../support/ownSite.ts';
import { sidewaysOn, watchedPage } from '../support/page.ts';
import { browser, openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, danger, story, told } = schoolUnderTest();
const { checker, languages, situations } = content;
const { ownSite, firstVisit } = ownSites();
openPageForEachTest();

/** Ordinary and dangerous lines, in languages that every site under test has. */
const LINES = {
  ar: ['متى يبدأ الدوام المدرسي وهل يلبس الأطفال الزي المدرسي غدا', 'زوجي يضربني ويضرب الأولاد كل ليلة'],
  cy: ['pryd mae’r ysgol yn agor yfory a beth mae’r plant yn ei wisgo', 'mae ei dad yn taro fy mab bob nos'],
  'ur-Latn': [
    'kal school kab khulega aur bachay kya pehnein ge',
    'mera shohar mujhe aur bachon ko marta hai',
  ],
} as const;
const codes = Object.keys(LINES) as (keyof typeof LINES)[];
const languageOf = (wanted: string) => {
  const found = languages.find(({ code }) => code === wanted);
  if (found === undefined) throw new Error(`The site has no help in ${wanted}.`);
  return found;
};

const { headline, ask } = checkerPage(checker);

test.each(codes)(
  'a text in %s is answered in it: who to call, who to talk to, and the list',
  async (code) => {
    const { texts, direction, situations: titles } = languageOf(code);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${site.url}check/`);
    await ask(LINES[code][0]);
    expect(await headline().innerText()).toBe(texts.help);
    expect(await headline().evaluate((heading) => heading === document.activeElement)).toBe(true);
    const own = page.locator(`.language [lang="${code}"]`);
    for (const piece of await own.all()) {
      expect(await piece.getAttribute('dir')).toBe(direction);
      expect(await piece.getAttribute('translate')).toBe('no');
    }
    expect(await page.locator('.language-help a[href="tel:999"]').innerText()).toBe(texts.danger);
    expect(await page.locator('.emergency-panel').count()).toBe(0);
    const links = page.locator('.language .others a');
    expect(await links.count()).toBe(situations.size);
    for (const id of [EMERGENCY, ...situations.keys()]
      .filter((each) => titles[each] !== undefined)
      .slice(0, 3))
      expect(await page.locator(`.language .others a[href$="/${id}/"]`).innerText()).toBe(titles[id]);
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(watched.complaints).toEqual([]);
  },
);

test.each(codes)('danger told in %s brings up the panel, in it and in English', async (code) => {
  const { texts } = languageOf(code);
  await page.goto(`${site.url}check/`);
  await ask(LINES[code][1]);
  const panel = page.locator('.emergency-panel');
  expect(await panel.getByRole('heading').innerText()).toBe(texts.danger);
  expect(await panel.innerText()).toContain(checker.emergency.heading);
  expect(await panel.locator('a').first().getAttribute('href')).toBe('tel:999');
  expect(await page.locator('.language-help').innerText()).toContain(texts.worried.slice(0, 12));
  // Written from right to left in Arabic: the others have no more than that.
  if (code === 'ar') expect(await axeFindings(page)).toEqual([]);
});

test('an English text after one in another language, and the other way round, has its own answer', async () => {
  await page.goto(`${site.url}check/`);
  await ask(LINES.cy[0]);
  await ask(story);
  await expect.poll(() => headline().innerText()).toBe(told.title);
  expect(await page.locator('.language').count()).toBe(0);
  await ask(danger);
  await page.getByText(checker.emergency.safe).waitFor();
  await ask(LINES.cy[0]);
  await expect.poll(() => headline().innerText()).toBe(languageOf('cy').texts.help);
});

test('nothing that is asked for depends on the language, nor is any of it there before it’s needed', async () => {
  const askedFor = async (text: string): Promise<string[]> => {
    const visitor = await watchedPage(browser);
    await visitor.page.goto(`${site.url}check/`);
    await visitor.page.getByLabel(checker.label).pressSequentially(text);
    expect(visitor.requests.filter((url) => url.includes('languages'))).toEqual([]);
    await visitor.page.getByRole('button', { name: checker.button }).click();
    await visitor.page.locator('[data-headline]').waitFor();
    // The full model follows the first a second later, however long the words took to type.
    await expect.poll(() => [...visitor.requests].some((url) => url.includes('full-model'))).toBe(true);
    await visitor.close();
    return [...visitor.requests].sort();
  };
  const inArabic = await askedFor(LINES.ar[0]);
  expect(inArabic.filter((url) => url.includes('languages'))).toHaveLength(1);
  expect(await askedFor(LINES['ur-Latn'][1])).toEqual(inArabic);
});

test('an answer in another language that comes after the words have changed is not shown', async () => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/_virtual_languages/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${site.url}check/`);
  await page.getByLabel(checker.label).fill(LINES.ar[0]);
  const asked = page.waitForRequest(/_virtual_languages/);
  await page.getByRole('button', { name: checker.button }).click();
  await asked;
  await page.getByLabel(checker.label).fill('');
  await page.getByRole('button', { name: checker.button }).click();
  await page.getByText(checker.empty).waitFor();
  const come = page.waitForResponse(/_virtual_languages/);
  release();
  await (await come).finished();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(await page.locator('.answer').count()).toBe(0);
});

test('where the languages cannot be loaded, the answer says in English what to do, danger included', async () => {
  await page.route(/_virtual_languages/, (route) => route.abort());
  await page.goto(`${site.url}check/`);
  await ask(LINES.ar[1]);
  expect(await headline().innerText()).toBe(checker.otherLanguage);
  expect(await page.locator('.concern').innerText()).toContain('999');
});

test('a search in another language leads to help in it, and danger brings up the panel', async () => {
  await page.goto(`${site.url}search/?q=${encodeURIComponent(LINES.ar[1])}`);
  const help = page.locator('[data-results] a[lang="ar"]');
  await help.waitFor();
  expect(await help.innerText()).toBe(languageOf('ar').texts.help);
  const panel = page.locator('[data-results] .emergency-panel');
  await panel.getByRole('heading', { name: languageOf('ar').texts.danger }).waitFor();
  expect(await panel.innerText()).toContain(checker.emergency.heading);
  await help.click();
  await page.waitForURL('**/languages/#ar');
  await page.locator('#ar[open]').waitFor();
  expect(await page.locator('#ar a[href="tel:999"]').isVisible()).toBe(true);
});

test('the page of languages is one tap from every page, and opens each language without script', async () => {
  const scriptless = await watchedPage(browser, { javaScriptEnabled: false });
  await scriptless.page.goto(`${site.url}situations/`);
  await scriptless.page.getByRole('link', { name: 'Help in other languages' }).first().click();
  expect(scriptless.page.url()).toBe(`${site.url}languages/`);
  for (const { code, name, texts } of languages) {
    const fold = scriptless.page.locator(`details[id="${code}"]`);
    await fold.locator('summary').click();
    expect(await fold.locator('summary').innerText()).toContain(name);
    expect(await fold.locator('a[href="tel:999"]').innerText()).toBe(texts.danger);
    expect(await fold.innerText()).toContain(texts.unread);
  }
  await scriptless.close();
});

test('on paper the page of languages has every language', async () => {
  await page.goto(`${site.url}languages/`);
  await page.emulateMedia({ media: 'print' });
  for (const { code, texts } of languages) {
    const help = page.locator(`details[id="${code}"] .language-help`);
    expect(await help.evaluate((list) => list.getBoundingClientRect().height), code).toBeGreaterThan(50);
    expect(await help.innerText()).toContain(texts.danger);
  }
});

test('without a network, both are there', async () => {
  const { url, stop } = await ownSite();
  const visitor = await firstVisit(url);
  await stop();
  await visitor.page.goto(`${url}languages/#ar`);
  await visitor.page.locator('#ar[open]').waitFor();
  await visitor.page.goto(`${url}check/`);
  await visitor.page.getByLabel(checker.label).fill(LINES.ar[1]);
  await visitor.page.getByRole('button', { name: checker.button }).click();
  await visitor.page.locator('.emergency-panel [lang="ar"]').waitFor();
});
