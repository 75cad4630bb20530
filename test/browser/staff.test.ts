import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';
import { builtPages } from '../../src/build/builtPages.ts';
import { codedAddresses } from '../../src/qr/coded.ts';
import { loadContent } from '../../src/schemas/content.ts';
import { ROOT } from '../support/buildSite.ts';
import { clipboardOf, watchedPage } from '../support/page.ts';
import { browser, openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { readQrCode } from '../support/readQrCode.ts';

const { clauses, situations, addresses } = loadContent(ROOT);
const atRoot = inject('atRoot');
const inFolder = inject('inFolder');
/** Where the site in the folder says it is published. */
const PUBLISHED = 'https://www.example.org/policies/code';
/** How wide a sheet is in CSS pixels, less its margins. */
const A4_WITHIN_MARGINS = 673;

openPageForEachTest({
  viewport: { width: 1280, height: 900 },
  permissions: ['clipboard-read', 'clipboard-write'],
});

describe('the page for staff', () => {
  test('has every clause and every situation, in order', () => {
    const html = parse(builtPages(atRoot.folder).get('/staff/') ?? '');
    expect(html.querySelectorAll('article').map(({ id }) => id)).toEqual([
      ...[...clauses.keys()].map((anchor) => `c-${anchor}`),
      ...[...situations.keys()].map((id) => `s-${id}`),
    ]);
  });

  test('copies the link of a situation', async () => {
    await page.goto(`${inFolder.url}staff/`);
    await page.locator('#s-verbal-abuse').getByText('Copy link').click();
    await page.getByText('The link is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${inFolder.url}s/verbal-abuse/`);
    expect(page.url()).toBe(`${inFolder.url}staff/`);
  });

  test('copies a situation for an email, with every clause it cites', async () => {
    await page.goto(`${atRoot.url}staff/`);
    await page.locator('#s-defamatory-post').getByText('Copy for an email').click();
    await page.getByText('The words are copied.').waitFor();
    const { text } = await clipboardOf(page);
    for (const anchor of ['libel', 'removal', 'legal-options'])
      expect(text).toContain(`“${clauses.get(anchor)?.text}”`);
    expect(text.endsWith(`${atRoot.url}s/defamatory-post/`)).toBe(true);
  });

  test.each([...situations])('copies the reply about %s, in both forms', async (id, { reply, routes }) => {
    await page.goto(`${inFolder.url}staff/`);
    await page.locator(`#s-${id}`).getByText('Copy a courteous reply').click();
    await page.getByText('The reply is copied.').waitFor();
    const { html, text } = await clipboardOf(page);
    const rich = parse(html);
    expect(text).toMatch(/^Dear \[name of parent\],\n\n/);
    expect(text.trim()).toMatch(/\[your name\]$/);
    expect(rich.querySelectorAll('mark').length).toBeGreaterThanOrEqual(2);
    expect(rich.querySelectorAll('mark').every((mark) => /^\[.+\]$/.test(mark.text))).toBe(true);
    const first = routes[reply.route][(reply.steps[0] ?? 0) - 1];
    expect(text).toContain(`1. ${first?.who}. ${first?.how}`);
    expect(rich.querySelectorAll('ol > li')).toHaveLength(reply.steps.length);
    if (reply.clause === undefined) return;
    const clause = clauses.get(reply.clause);
    expect(text).toContain(clause?.text);
    expect(rich.querySelector('blockquote p:last-child')?.text).toBe(clause?.text);
    expect(text).toContain(`${inFolder.url}c/${reply.clause}/`);
    expect(watched.complaints).toEqual([]);
  });

  test('shows the reply before it is copied, with the places to fill in marked', async () => {
    await page.goto(`${atRoot.url}staff/`);
    const entry = page.locator('#s-emergency');
    await entry.getByText('Read the reply').click();
    expect(await entry.locator('.letter').innerText()).toContain('call 999');
    expect(await entry.locator('.letter mark').first().innerText()).toBe('[name of parent]');
  });

  test('without script, has the links and the replies to read, and no button that does nothing', async () => {
    const { page: bare, close } = await watchedPage(browser, { javaScriptEnabled: false });
    await bare.goto(`${atRoot.url}staff/`);
    expect(await bare.locator('button[data-copy]:visible').count()).toBe(0);
    expect(await bare.locator('a[data-copy="link"]:visible').count()).toBe(clauses.size + situations.size);
    await bare.locator('#s-sanctions summary').first().click();
    expect(await bare.locator('#s-sanctions .letter').innerText()).toContain(clauses.get('sanctions')?.text);
    await close();
  });
});

describe('QR codes', () => {
  const folder = path.join(inFolder.folder, 'staff/qr');

  test.each([...codedAddresses(addresses)])('%s leads to its address', async (name, address) => {
    const code = await readQrCode(readFileSync(path.join(folder, `${name}.png`)));
    expect(code.text).toBe(PUBLISHED + address);
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
    await page.goto(`${inFolder.url}staff/`);
    await page.locator('#c-threats summary').click();
    expect(await read('#c-threats .code img')).toBe(`${PUBLISHED}/c/threats/`);
    await page.goto(`${inFolder.url}staff/poster/`);
    expect(await read('.checker-code img')).toBe(`${PUBLISHED}/check/`);
    await page.goto(`${inFolder.url}staff/tear-off/`);
    expect(await read('.strips img')).toBe(`${PUBLISHED}/check/`);
  });

  test('are left out where the site’s address is not known, and the page says how to set it', async () => {
    expect(globSync('staff/qr/*', { cwd: atRoot.folder })).toEqual([]);
    await page.goto(`${atRoot.url}staff/`);
    expect(await page.locator('main').innerText()).toContain('publishedAt:');
    await page.goto(`${atRoot.url}staff/tear-off/`);
    expect(await page.locator('main img').count()).toBe(0);
  });
});

describe('on paper', () => {
  test.each([
    ['staff/poster/', 2],
    ['staff/tear-off/', 1],
  ])('%s prints on %i sheets of A4', async (address, sheets) => {
    for (const { url } of [inFolder, atRoot]) {
      await page.goto(url + address);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const document = pdf.toString('latin1');
      expect(document.match(/\/Type\s*\/Page\b/g), url).toHaveLength(sheets);
      expect(document).toMatch(/\/MediaBox\s*\[0 0 59[45]/);
      // What stuck out of one sheet would be printed on the next, over its words.
      await page.setViewportSize({ width: A4_WITHIN_MARGINS, height: 1000 });
      await page.emulateMedia({ media: 'print' });
      for (const sheet of await page.locator('.paper').all())
        expect(await sheet.evaluate((it) => it.scrollHeight - it.clientHeight), url).toBe(0);
      await page.emulateMedia({ media: null });
    }
  });

  test('the poster has clauses of the Code to the letter, and the numbers for danger', async () => {
    await page.goto(`${atRoot.url}staff/poster/`);
    const words = await page.locator('.paper').first().innerText();
    for (const anchor of ['what-parents-can-expect', 'threats', 'inciting-others'])
      expect(words).toContain(clauses.get(anchor)?.text);
    expect(words).toMatch(/999.*0808 800 5000.*0800 1111.*116 123/s);
  });

  test('the drawing is a list of words, read in order, that leads to each situation', async () => {
    for (const width of [320, 1280]) {
      const { page: narrow, close } = await watchedPage(browser, { viewport: { width, height: 800 } });
      await narrow.goto(`${atRoot.url}situations/`);
      const drawing = narrow.getByRole('list', { name: 'Who to talk to' });
      const texts = await drawing.getByRole('listitem').first().locator('text').allTextContents();
      expect(texts.map((words) => words.replace(/\s+/g, ' ').trim())).toEqual([
        'Someone is in danger, or a child may not be safe',
        'The police or an ambulance',
        'The designated safeguarding lead',
        'The NSPCC',
      ]);
      expect(await drawing.getByRole('link').count()).toBe(10);
      await drawing.getByRole('link', { name: 'Bullying someone online' }).click();
      expect(narrow.url()).toBe(`${atRoot.url}situations/cyberbullying/`);
      await close();
    }
  });
});
