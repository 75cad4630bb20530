import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { EMERGENCY } from '../../src/checker/reading/reader.ts';
import { builtPages } from '../../src/shared/builtPages.ts';
import { PARENT_PLACE, WRITER_PLACE } from '../../src/situations/reply.ts';
import { routeMapOf } from '../../src/situations/routeMap.ts';
import { qrAddresses } from '../../src/staff/qrTargets.ts';
import { clipboardOf, sidewaysOn, watchedPage } from '../support/page.ts';
import { browser, openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { readQrCode } from '../support/readQrCode.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { enoughOf, siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, situation, told, clause } = schoolUnderTest();
const { clauses, situations, addresses, poster, checker, help } = content;
/** How wide a sheet is in CSS pixels, less its margins. */
const A4_WITHIN_MARGINS = 673;

openPageForEachTest({
  viewport: { width: 1280, height: 900 },
  permissions: ['clipboard-read', 'clipboard-write'],
});

describe('the page for staff', () => {
  test('has every situation and every clause, in order', () => {
    const html = parse(builtPages(site.folder).get('/staff/') ?? '');
    expect(html.querySelectorAll('article').map(({ id }) => id)).toEqual([
      ...[...situations.keys()].map((id) => `s-${id}`),
      ...[...clauses.keys()].map((anchor) => `c-${anchor}`),
    ]);
  });

  test('copies the link of a situation', async () => {
    await page.goto(`${site.url}staff/`);
    await page.locator(`#s-${situation}`).getByText('Copy link').click();
    await page.getByText('Link copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}s/${situation}/`);
    expect(page.url()).toBe(`${site.url}staff/`);
  });

  test('copies a situation for an email, with every clause it cites', async () => {
    const [[id, { cites }] = ['', { cites: [] }]] = [...situations].sort(
      ([, a], [, b]) => b.cites.length - a.cites.length,
    );
    expect(cites.length).toBeGreaterThan(1);
    await page.goto(`${site.url}staff/`);
    await page.locator(`#s-${id} summary`).first().click();
    await page.locator(`#s-${id}`).getByText('Copy summary').click();
    await page.getByText('Copied. Paste it into an email.').waitFor();
    const { text } = await clipboardOf(page);
    // A list item comes after the words that lead to it.
    for (const anchor of cites) expect(text).toContain(`${clauses.get(anchor)?.text}”`);
    expect(text.endsWith(`${site.url}s/${id}/`)).toBe(true);
  });

  test('copies the reply about each situation, in both forms', async () => {
    await page.goto(`${site.url}staff/`);
    let before = '';
    for (const [id, { reply, routes }] of enoughOf(situations)) {
      await page.locator(`#s-${id}`).getByText('Copy reply').click();
      await page.getByText('Copied. Paste it into an email and fill in the marked places.').waitFor();
      await expect.poll(async () => (await clipboardOf(page)).text, { message: id }).not.toBe(before);
      const { html, text } = await clipboardOf(page);
      before = text;
      const rich = parse(html);
      expect(text.startsWith(`Dear [${PARENT_PLACE}],\n\n`)).toBe(true);
      expect(text.trim().endsWith(`[${WRITER_PLACE}]`)).toBe(true);
      expect(rich.querySelectorAll('mark').length).toBeGreaterThanOrEqual(2);
      expect(rich.querySelectorAll('mark').every((mark) => /^\[.+\]$/.test(mark.text))).toBe(true);
      const first = routes[reply.route].steps[(reply.steps[0] ?? 0) - 1];
      expect(text).toContain(`1. ${first?.who}. ${first?.how}`);
      expect(rich.querySelectorAll('ol > li')).toHaveLength(reply.steps.length);
      if (reply.clause === undefined) continue;
      const clause = clauses.get(reply.clause);
      expect(text).toContain(clause?.text);
      expect(rich.querySelector('blockquote p:last-child')?.text).toBe(clause?.text);
      expect(text).toContain(`${site.url}c/${reply.clause}/`);
    }
    expect(watched.complaints).toEqual([]);
  });

  test('shows the reply before it is copied, with the places to fill in marked', async () => {
    await page.goto(`${site.url}staff/`);
    const entry = page.locator(`#s-${EMERGENCY}`);
    await entry.locator('summary').first().click();
    const { reply, routes } = situations.get(EMERGENCY) ?? told;
    const first = routes[reply.route].steps[(reply.steps[0] ?? 0) - 1];
    expect(await entry.locator('.letter').innerText()).toContain(first?.how);
    expect(await entry.locator('.letter mark').first().innerText()).toBe(`[${PARENT_PLACE}]`);
  });

  test('is at most 3,500 pixels tall, with every row folded', async () => {
    await page.goto(`${site.url}staff/`);
    expect(await page.locator('article > details[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3500);
  });

  test('shows only the rows with the words typed, in any case, and all of them again', async () => {
    await page.goto(`${site.url}staff/`);
    const rows = page.locator('article:visible');
    const box = page.getByRole('searchbox');
    await box.fill(told.title.toUpperCase());
    await page.locator(`#s-${situation}:visible`).waitFor();
    expect(await rows.count()).toBeLessThan(situations.size);
    expect(await page.locator('search [role="status"]').innerText()).toMatch(/^\d+ results?$/);
    await box.fill('qqqq');
    await page.getByText('No results for “qqqq”.').waitFor();
    expect(await rows.count()).toBe(0);
    await page.getByRole('navigation', { name: 'On this page' }).getByText('Clauses').click();
    expect(await rows.count()).toBe(situations.size + clauses.size);
    expect(await box.inputValue()).toBe('');
  });

  test('a link to a row opens it', async () => {
    await page.goto(`${site.url}staff/#s-${situation}`);
    await page.locator(`#s-${situation} .letter`).waitFor();
  });

  test.each([320, 1280, 1920])('doesn’t scroll sideways, %i pixels wide, folded or open', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site.url}staff/`);
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
  });

  test('without script, has the links and the replies to read, and no button that does nothing', async () => {
    const { page: bare, close } = await watchedPage(browser, { javaScriptEnabled: false });
    await bare.goto(`${site.url}staff/`);
    expect(await bare.locator('button[data-copy]:visible, input:visible').count()).toBe(0);
    expect(await bare.locator('article:visible').count()).toBe(clauses.size + situations.size);
    expect(await bare.locator('a[data-copy="link"]:visible').count()).toBe(clauses.size + situations.size);
    const entry = bare.locator(`#s-${situation}`);
    await entry.locator('summary').first().click();
    const { reply, routes } = told;
    const how = routes[reply.route].steps[(reply.steps[0] ?? 0) - 1]?.how;
    expect(await entry.locator('.letter').innerText()).toContain(how);
    await close();
  });
});

describe.runIf(site.site !== undefined)('QR codes', () => {
  const folder = path.join(site.folder, 'staff/qr');
  /** Where the site says it is published. */
  const published = `${site.site}${site.base.replace(/\/$/, '')}`;

  test.each(enoughOf(qrAddresses(addresses)))('%s leads to its address', async (name, address) => {
    const code = await readQrCode(readFileSync(path.join(folder, `${name}.png`)));
    expect(code.text).toBe(published + address);
  });

  test('there is one for each clause and situation, in both forms', () => {
    const names = [...clauses.keys()].map((anchor) => `c-${anchor}`);
    names.push(...[...situations.keys()].map((id) => `s-${id}`), 'check');
    const expected = names.flatMap((name) => [`${name}.png`, `${name}.svg`]);
    expect(globSync('*.{png,svg}', { cwd: folder }).sort()).toEqual(expected.sort());
  });

  test('read as well where the browser draws them: on the page for staff, on the poster, on a strip', async () => {
    const read = async (selector: string): Promise<string> =>
      (await readQrCode(await page.locator(selector).first().screenshot())).text;
    await page.goto(`${site.url}staff/`);
    await page.locator(`#c-${clause.anchor} summary`).first().click();
    await page.locator(`#c-${clause.anchor} .aside summary`).click();
    expect(await read(`#c-${clause.anchor} .code img`)).toBe(`${published}/c/${clause.anchor}/`);
    await page.goto(`${site.url}staff/poster/`);
    expect(await read('.checker-code img')).toBe(`${published}/check/`);
    await page.goto(`${site.url}staff/tear-off/`);
    expect(await read('.strips img')).toBe(`${published}/check/`);
  });
});

test.skipIf(site.site !== undefined)(
  'QR codes are left out where the site’s address is not known, and no page tells its readers to set it',
  async () => {
    expect(globSync('staff/qr/*', { cwd: site.folder })).toEqual([]);
    for (const address of ['staff/', 'staff/poster/', 'staff/tear-off/']) {
      await page.goto(site.url + address);
      expect(await page.locator('main').innerText(), address).not.toContain('publishedAt:');
      expect(await page.locator('main img[src*="/qr/"]').count(), address).toBe(0);
    }
  },
);

describe('on paper', () => {
  test.each([
    ['staff/poster/', 3],
    ['staff/tear-off/', 1],
  ])('%s prints on %i sheets of A4', async (address, sheets) => {
    await page.goto(site.url + address);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const document = pdf.toString('latin1');
    expect(document.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets);
    expect(document).toMatch(/\/MediaBox\s*\[0 0 59[45]/);
    // What stuck out of one sheet would be printed on the next, over its words.
    await page.setViewportSize({ width: A4_WITHIN_MARGINS, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    for (const sheet of await page.locator('.paper').all())
      expect(await sheet.evaluate((it) => it.scrollHeight - it.clientHeight)).toBe(0);
  });

  test('the poster starts with three steps and the numbers for danger; clauses are on the second sheet', async () => {
    await page.goto(`${site.url}staff/poster/`);
    const words = await page.locator('.paper').first().innerText();
    for (const step of poster.steps) expect(words).toContain(step);
    const brief = await page.locator('.paper').nth(1).innerText();
    for (const anchor of poster.brief) expect(brief).toContain(clauses.get(anchor)?.text);
    const numbers = checker.danger.help.map((id) => help[id]?.phone);
    expect(numbers.length).toBeGreaterThan(1);
    for (const number of numbers) expect(words).toContain(number);
  });

  test.each([320, 1280])(
    'the drawing is a list of words, read in order, that leads to each situation, %i pixels wide',
    async (width) => {
      const { lines } = routeMapOf(content.routeMap, situations);
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${site.url}situations/`);
      const drawing = page.getByRole('list', { name: content.routeMap.heading });
      for (const [index, { title, steps }] of lines.entries()) {
        const line = drawing.locator(':scope > li').nth(index);
        expect(await line.locator('a, li').allTextContents()).toEqual([title, ...steps]);
      }
      expect(await drawing.getByRole('link').count()).toBe(lines.length);
      const { id = '', title = '' } = lines.at(-1) ?? {};
      await drawing.getByRole('link', { name: title, exact: true }).click();
      expect(page.url()).toBe(`${site.url}situations/${id}/`);
    },
  );
});
