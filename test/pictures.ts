/**
 * Makes the pictures of adopting in content/README.md again, from a real run on a made-up Code: `node test/pictures.ts`
 */
import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decode, encode } from 'fast-png';
import type { BrowserContextOptions } from 'playwright-core';
import { escapeHtml } from '../src/shared/escapeHtml.ts';
import { asDocx } from './adopt/asFiles.ts';
import { APPENDICES } from './adopt/codes.ts';
import { startBrowser } from './support/browser.ts';
import { buildSite, ROOT } from './support/buildSite.ts';
import { copyProject } from './support/copyProject.ts';
import { serve } from './support/serve.ts';

/** What’s typed at each question; nothing takes the answer in brackets. The last is whether to use the new content. */
const TYPED = ['', '', 'not-tolerated', '', 'yes'];

const STYLE = `
  body { margin: 0; padding: 14px 18px; background: #10201c; color: #e8f0ed; }
  pre { margin: 0; font: 13px/1.5 'DejaVu Sans Mono', monospace; white-space: pre-wrap; }
  b { color: #ffd166; font-weight: normal; }`;

/** Adopts the Code in a copy of the project, as at a terminal, and puts the new content in place. */
async function adopt(root: string): Promise<string> {
  writeFileSync(path.join(root, 'policy.docx'), await asDocx(APPENDICES));
  const asAtTerminal = 'data:text/javascript,process.stdin.isTTY=process.stdout.isTTY=true';
  const child = spawn(process.execPath, ['--import', asAtTerminal, 'src/commands/adopt.ts', 'policy.docx'], {
    cwd: root,
    // Without the codes that move a terminal’s cursor.
    env: { ...process.env, TERM: 'dumb' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const typed = [...TYPED];
  let printed = '';
  child.stdout.on('data', (piece: Buffer) => {
    printed += piece.toString();
    if (/\] $/.test(printed)) child.stdin.write(`${typed.shift() ?? ''}\n`);
  });
  await new Promise((done) => child.on('close', done));
  if (typed.length > 0 || !printed.includes('npm run check'))
    throw new Error(`It asked or said something else:\n${printed}`);
  return printed.replaceAll('\r', '');
}

/** The picture in no more colours than it needs, and so in fewer bytes. */
function smaller(png: Uint8Array): Uint8Array {
  const { width, height, data, channels } = decode(png);
  const rgb = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let part = 0; part < 3; part += 1)
      rgb[pixel * 3 + part] = Math.min(255, Math.round((data[pixel * channels + part] ?? 0) / 17) * 17);
  return encode({ width, height, data: rgb, channels: 3, depth: 8 }, { zlib: { level: 9 } });
}

const root = copyProject();
const browser = await startBrowser();
const photograph = async (name: string, url: string, options: BrowserContextOptions): Promise<void> => {
  const page = await browser.newPage(options);
  await page.goto(url);
  await page.evaluate(() => document.fonts.ready);
  const whole = url.startsWith('data:');
  writeFileSync(path.join(ROOT, `.github/${name}.png`), smaller(await page.screenshot({ fullPage: whole })));
  await page.close();
};
const photographText = (name: string, html: string): Promise<void> =>
  photograph(
    name,
    `data:text/html;charset=utf-8,${encodeURIComponent(`<style>${STYLE}</style><pre>${html}</pre>`)}`,
    { viewport: { width: 900, height: 100 } },
  );

const printed = await adopt(root);
const reportAt = printed.indexOf(
  `${APPENDICES.blocks.flatMap((block) => ('h' in block ? [block.text] : []))[0]},`,
);
const questions = printed.slice(0, reportAt).trim();
const [report = ''] = printed.slice(reportAt).split(/\n\nClauses that no situation is about/);
await photographText(
  'adopt-questions',
  `<b>npm run adopt -- policy.docx</b>\n\n${escapeHtml(questions).replaceAll(/(?<=\] )(\S+)$/gm, '<b>$1</b>')}`,
);
await photographText('adopt-report', escapeHtml(report));
const out = path.join(root, 'dist');
await buildSite({ base: '/', out, root });
const site = await serve(out);
await photograph('adopt-phone', site.url, { viewport: { width: 390, height: 812 } });
await site.close();
await browser.close();
rmSync(root, { recursive: true, force: true });
