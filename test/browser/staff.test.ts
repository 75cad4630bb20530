import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { EMERGENCY } from '../../src/checker/reading/reader.ts';
import { builtPages } from '../../src/shared/builtPages.ts';
import { PARENT_PLACE, WRITER_PLACE } from '../../src/situations/reply.ts';
import { routeMapOf } from '../../src/situations/routeMap.ts';
import { qrAddresses } from '../../src/staff/qrTargets.ts';
import { clipboardOf, watchedPage } from '../support/page.ts';
import { browser, openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { readQrCode } from '../support/readQrCode.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { siteUnderTest } from '../support/siteUnderTest.ts';

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
  test('has every clause and every situation, in order', () => {
    const html = parse(builtPages(site.folder).get('/staff/') ?? '');
    expect(html.querySelectorAll('article').map(({ id }) => id)).toEqual([
      ...[...clauses.keys()].map((anchor) => `c-${anchor}`),
      ...[...situations.keys()].map((id) => `s-${id}`),
    ]);
  });

  test('copies the link of a situation', async () => {
    await page.goto(`${site.url}staff/`);
    await page.locator(`#s-${situation}`).getByText('Copy link').click();
    await page.getByText('The link is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}s/${situation}/`);
    expect(page.url()).toBe(`${site.url}staff/`);
  });

  test('copies a situation for an email, with every clause it cites', async () => {
    const [[id, { cites }] = ['', { cites: [] }]] = [...situations].sort(
      ([, a], [, b]) => b.cites.length - a.cites.length,
    );
    expect(cites.length).toBeGreaterThan(2);
    await page.goto(`${site.url}staff/`);
    await page.locator(`#s-${id}`).getByText('Copy for an email').click();
    await page.getByText('The words are copied.').waitFor();
    const { text } = await clipboardOf(page);
    // A point of a list stands behind the words that lead to it.
    for (const anchor of cites) expect(text).toContain(`${clauses.get(anchor)?.text}”`);
    expect(text.endsWith(`${site.url}s/${id}/`)).toBe(true);
  });

  test.each([...situations])('copies the reply about %s, in both forms', async (id, { reply, routes }) => {
    await page.goto(`${site.url}staff/`);
    await page.locator(`#s-${id}`).getByText('Copy a courteous reply').click();
    await page.getByText('The reply is copied.').waitFor();
    const { html, text } = await clipboardOf(page);
    const rich = parse(html);
    expect(text.startsWith(`Dear [${PARENT_PLACE}],\n\n`)).toBe(true);
    expect(text.trim().endsWith(`[${WRITER_PLACE}]`)).toBe(true);
    expect(rich.querySelectorAll('mark').length).toBeGreaterThanOrEqual(2);
    expect(rich.querySelectorAll('mark').every((mark) => /^\[.+\]$/.test(mark.text))).toBe(true);
    const first = routes[reply.route].steps[(reply.steps[0] ?? 0) - 1];
    expect(text).toContain(`1. ${first?.who}. ${first?.how}`);
    expect(rich.querySelectorAll('ol > li')).toHaveLength(reply.steps.length);
    if (reply.clause === undefined) return;
    const clause = clauses.get(reply.clause);
    expect(text).toContain(clause?.text);
    expect(rich.querySelector('blockquote p:last-child')?.text).toBe(clause?.text);
    expect(text).toContain(`${site.url}c/${reply.clause}/`);
    expect(watched.complaints).toEqual([]);
  });

  test('shows the reply before it is copied, with the places to fill in marked', async () => {
    await page.goto(`${site.url}staff/`);
    const entry = page.locator(`#s-${EMERGENCY}`);
    await entry.getByText('Read the reply').click();
    const { reply, routes } = situations.get(EMERGENCY) ?? told;
    const first = routes[reply.route].steps[(reply.steps[0] ?? 0) - 1];
    expect(await entry.locator('.letter').innerText()).toContain(first?.how);
    expect(await entry.locator('.letter mark').first().innerText()).toBe(`[${PARENT_PLACE}]`);
  });

  test('without script, has the links and the replies to read, and no button that does nothing', async () => {
    const { page: bare, close } = await watchedPage(browser, { javaScriptEnabled: false });
    await bare.goto(`${site.url}staff/`);
    expect(await bare.locator('button[data-copy]:visible').count()).toBe(0);
    expect(await bare.locator('a[data-copy="link"]:visible').count()).toBe(clauses.size + situations.size);
    const entry = bare.locator(`#s-${situation}`);
    await entry.locator('summary').first().click();
    expect(await entry.locator('.letter').innerText()).toContain(clauses.get(told.reply.clause ?? '')?.text);
    await close();
  });
});

describe.runIf(site.site !== undefined)('QR codes', () => {
  const folder = path.join(site.folder, 'staff/qr');
  /** Where the site says it is published. */
  const published = `${site.site}${site.base.replace(/\/$/, '')}`;

  test.each([...qrAddresses(addresses)])('%s leads to its address', async (name, address) => {
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
    await page.locator(`#c-${clause.anchor} summary`).click();
    expect(await read(`#c-${clause.anchor} .code img`)).toBe(`${published}/c/${clause.anchor}/`);
    await page.goto(`${site.url}staff/poster/`);
    expect(await read('.checker-code img')).toBe(`${published}/check/`);
    await page.goto(`${site.url}staff/tear-off/`);
    expect(await read('.strips img')).toBe(`${published}/check/`);
  });
});

test.skipIf(site.site !== undefined)(
  'QR codes are left out where the site’s address is not known, and the page says how to set it',
  async () => {
    expect(globSync('staff/qr/*', { cwd: site.folder })).toEqual([]);
    await page.goto(`${site.url}staff/`);
    expect(await page.locator('main').innerText()).toContain('publishedAt:');
    await page.goto(`${site.url}staff/tear-off/`);
    expect(await page.locator('main img').count()).toBe(0);
  },
);

describe('on paper', () => {
  test.each([
    ['staff/poster/', 2],
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

  test('the poster has clauses of the Code to the letter, and the numbers for danger', async () => {
    await page.goto(`${site.url}staff/poster/`);
    const words = await page.locator('.paper').first().innerText();
    for (const anchor of poster.brief) expect(words).toContain(clauses.get(anchor)?.text);
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
