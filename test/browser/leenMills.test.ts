import { describe, expect, inject, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { askingForDanger } from '../checker/unsureText.ts';
import { sheets } from '../support/page.ts';
import { openPageForEachTest, page } from '../support/pageOfEachTest.ts';

// What holds for the words of the school whose repository this is, and need not hold for another's.
const site = inject('atRoot');
const { checker, situations } = loadOnce(site.root);

openPageForEachTest();

describe('the search knows what people say', () => {
  test.each([
    ['Facebook', 'situations/social-media-complaint/'],
    ['WhatsApp', 'situations/inciting-others/'],
    ['banned', 'situations/sanctions/'],
    ['swearing', 'situations/verbal-abuse/'],
    ['Ofsted', 'situations/threat-to-report/'],
    ['petition', 'situations/inciting-others/'],
    ['rude receptionist', 'situations/treated-disrespectfully/'],
    ['ban from the school premises', '#sanctions'],
  ])('%s leads to %s', async (query, target) => {
    await page.goto(`${site.url}search/?${new URLSearchParams({ q: query })}`);
    await page.locator(`[data-results] a[href="/${target}"]`).first().waitFor();
  });
});

test('choosing danger where the checker asks what’s closest brings up the panel', async () => {
  await page.goto(`${site.url}check/`);
  await page.getByLabel(checker.label).fill(askingForDanger());
  await page.click('[data-answer-now]');
  const option = situations.get('emergency')?.option ?? '';
  await page.locator('.closest').getByRole('button', { name: option }).click();
  await page.locator('.emergency-panel').waitFor();
});

test('the Code links to the appendix as the governors wrote it', async () => {
  await page.goto(site.url);
  await page.getByRole('link', { name: 'see Appendix 1 on reverse' }).click();
  expect(await page.locator('h1').innerText()).toBe(
    'Appendix 1 – Inappropriate use of Social Networking Sites',
  );
});

test('the Code and its appendix are the two sides of one sheet', async () => {
  await page.goto(site.url);
  expect(await sheets(page)).toBe(2);
});

test('the poster has the numbers for danger, and the reply about it says to call 999', async () => {
  await page.goto(`${site.url}staff/poster/`);
  expect(await page.locator('.paper').first().innerText()).toMatch(/999.*0808 800 5000.*0800 1111.*116 123/s);
  await page.goto(`${site.url}staff/`);
  expect(await page.locator('#s-emergency .letter').textContent()).toContain('call 999');
});

test('the drawing of the routes begins with danger', async () => {
  await page.goto(`${site.url}situations/`);
  const drawing = page.getByRole('list', { name: 'Who to talk to' });
  const texts = await drawing.locator(':scope > li').first().locator('a, li').allTextContents();
  expect(texts.map((words) => words.replace(/\s+/g, ' ').trim())).toEqual([
    'Someone is in danger, or a child may not be safe',
    '999',
    'The safeguarding lead',
    'NSPCC',
  ]);
});

test.each(['check/how-it-works/', 'governors/'])(
  'no figure of a table on /%s is broken over lines',
  async (path) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${site.url}${path}`);
    const broken = await page.locator('td').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return /^\d[\d.]*%?$/.test((cell.textContent ?? '').trim()) && tops.size > 1
          ? [cell.textContent]
          : [];
      }),
    );
    expect(broken).toEqual([]);
  },
);
