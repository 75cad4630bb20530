/**
 * Makes the pictures in the READMEs again: of the site’s pages, and of adopting a made-up Code. `node test/pictures.ts`
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode, encode } from 'fast-png';
import { escapeHtml } from '../src/shared/escapeHtml.ts';
import { asDocx } from './adopt/asFiles.ts';
import { APPENDICES } from './adopt/codes.ts';
import { atTerminal } from './support/atTerminal.ts';
import { startBrowser } from './support/browser.ts';
import { buildSite, ROOT } from './support/buildSite.ts';
import { copyProject } from './support/copyProject.ts';
import { openContext } from './support/page.ts';
import { serve } from './support/serve.ts';

/** What’s typed at each question; nothing takes the answer in brackets. The last is whether to use the new content. */
const TYPED = ['', '', 'not-tolerated', '', '', '', '', '', '', 'yes'];

const TERMINAL = `
  body { margin: 0; padding: 14px 18px; background: #10201c; color: #e8f0ed; }
  pre { margin: 0; font: 13px/1.5 'DejaVu Sans Mono', monospace; white-space: pre-wrap; }
  b { color: #ffd166; font-weight: normal; }`;

const PHONES = `
  body { margin: 0; padding: 28px 30px; background: #eef4f2; display: flex; gap: 30px; }
  img { flex: none; width: 390px; height: 844px; border-radius: 20px; box-shadow: 0 2px 8px #0002; }`;

/** Adopts the Code in a copy of the project, as at a terminal, and puts the new content in place. */
async function adopt(root: string): Promise<string> {
  writeFileSync(path.join(root, 'policy.docx'), await asDocx(APPENDICES));
  return atTerminal(root, ['src/commands/adopt.ts', 'policy.docx'], TYPED);
}

/**
 * The picture in fewer colours, and so in fewer bytes.
 *
 * @param step how far apart two shades of red, green or blue are at least
 */
function smaller(png: Uint8Array, step: number): Uint8Array {
  const { width, height, data, channels } = decode(png);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let part = 0; part < 3; part += 1)
      rgb[pixel * 3 + part] = Math.min(255, Math.round((data[pixel * channels + part] ?? 0) / step) * step);
  return encode({ width, height, data: rgb, channels: 3, depth: 8 }, { zlib: { level: 9 } });
}

const browser = await startBrowser();
const keep = (name: string, png: Uint8Array, step = 8): void =>
  writeFileSync(path.join(ROOT, `.github/${name}.png`), smaller(png, step));

/** A page of our own, as high as its content. */
async function photographHtml(name: string, width: number, html: string, step?: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 100 } });
  await page.setContent(`<!doctype html>${html}`);
  keep(name, await page.screenshot({ fullPage: true }), step);
  await page.close();
}

/** The first page on a phone, as it opens or, once something was typed, with what’s shown for it. */
async function phone(url: string, height: number, typed?: { text: string; shows: string }): Promise<Buffer> {
  const context = await openContext(browser, { viewport: { width: 390, height } });
  const page = await context.newPage();
  await page.goto(url);
  if (typed !== undefined) {
    await page.locator('#story').fill(typed.text);
    await page.locator('[data-answer-now]').click();
    // The site scrolls to it.
    await page.locator(typed.shows).waitFor();
    await page.waitForTimeout(1000);
  }
  await page.evaluate(() => document.fonts.ready);
  const png = await page.screenshot();
  await context.close();
  return png;
}

/** Builds a project’s site and serves it while it’s looked at. */
async function withSite(root: string, look: (url: string) => Promise<void>): Promise<void> {
  const out = mkdtempSync(path.join(tmpdir(), 'site-'));
  await buildSite({ base: '/', out, root });
  const site = await serve(out);
  await look(site.url);
  await site.close();
  rmSync(out, { recursive: true, force: true });
}

await withSite(ROOT, async (url) => {
  const phones = [
    await phone(url, 844),
    await phone(url, 844, { text: 'I told the teacher and nothing has changed', shows: '.answer' }),
    await phone(url, 844, { text: 'A man with a knife is outside the gate', shows: '.emergency-panel' }),
  ].map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`);
  await photographHtml('pages', 1290, `<style>${PHONES}</style>${phones.join('')}`);
});

const root = copyProject();
const printed = await adopt(root);
const [title] = APPENDICES.blocks.flatMap((block) => ('h' in block ? [block.text] : []));
const reportAt = printed.indexOf(`${title},`);
const questions = escapeHtml(printed.slice(0, reportAt).trim());
const [report = ''] = printed.slice(reportAt).split(/\n+Written to /);
const photographTerminal = (name: string, text: string): Promise<void> =>
  photographHtml(name, 900, `<style>${TERMINAL}</style><pre>${text}</pre>`, 17);
await photographTerminal(
  'adopt-questions',
  `<b>npm run adopt -- policy.docx</b>\n\n${questions.replaceAll(/(?<=\] )(\S+)$/gm, '<b>$1</b>')}`,
);
await photographTerminal('adopt-report', escapeHtml(report));
await withSite(root, async (url) => keep('adopt-phone', await phone(url, 812)));
rmSync(root, { recursive: true, force: true });
await browser.close();
