import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Documents } from '../../src/code/document.ts';
import { precacheManifest } from '../../src/offline/precacheManifest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  mkdirSync(path.join(folder, '_astro'));
  writeFileSync(path.join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(path.join(folder, '_astro/box.A1.js'), 'import("./answer.B2.js")');
  writeFileSync(path.join(folder, '_astro/answer.B2.js'), 'import"./box.A1.js";import"./shared.C3.js"');
  writeFileSync(path.join(folder, '_astro/shared.C3.js'), '');
  writeFileSync(path.join(folder, '_astro/search.D4.js'), 'import"./shared.C3.js"');
});
afterEach(() => rmSync(folder, { recursive: true }));

const html =
  '<link rel="icon" href="/in/icon.svg"><script type="module" src="/in/_astro/box.A1.js"></script>';
const code = { page: '/', title: 'The Pond Rules', blocks: [] };
const appendix = { page: '/reeds/', title: 'The Reeds', blocks: [] };
const manifestOf = (pages: Record<string, string>, documents: Documents = { code, appendices: [appendix] }) =>
  precacheManifest(new Map(Object.entries(pages)), folder, '/in/', documents);

test('caches the Code, the appendix, the checker, the situations and the offline page', () => {
  const addresses = ['/', '/reeds/', '/check/', '/situations/', '/situations/danger/', '/offline/'];
  const others = ['/search/', '/staff/', '/governors/', '/check/how-it-works/', '/c/a-clause/', '/404.html'];
  const pages = Object.fromEntries([...addresses, ...others].map((address) => [address, '']));
  const cached = addresses.map((address) => `.${address}`);
  expect(manifestOf(pages).map(({ url }) => url)).toEqual(cached);
  const withoutAppendix = cached.filter((url) => url !== './reeds/');
  expect(manifestOf(pages, { code, appendices: [] }).map(({ url }) => url)).toEqual(withoutAppendix);
});

test('caches a page’s scripts first, with everything those load, then its images, each once', () => {
  expect(manifestOf({ '/': html, '/check/': html }).map(({ url }) => url)).toEqual([
    './_astro/answer.B2.js',
    './_astro/box.A1.js',
    './_astro/shared.C3.js',
    './',
    './check/',
    './icon.svg',
  ]);
});

test('caches the checker’s full model last, as nobody waits for it', () => {
  writeFileSync(path.join(folder, '_astro/box.A1.js'), 'import("./_virtual_full-model.F6.js")');
  writeFileSync(path.join(folder, '_astro/_virtual_full-model.F6.js'), '');
  expect(manifestOf({ '/': html }).map(({ url }) => url)).toEqual([
    './_astro/box.A1.js',
    './',
    './icon.svg',
    './_astro/_virtual_full-model.F6.js',
  ]);
});

test('gives a changed page another revision; a file named after its content needs none', () => {
  const revisions = (pages: Record<string, string>) => manifestOf(pages).map(({ revision }) => revision);
  const [page, icon] = revisions({ '/': html }).filter((revision) => revision !== null);
  const [changed, sameIcon] = revisions({ '/': `${html} ` }).filter((revision) => revision !== null);
  expect(changed).not.toBe(page);
  expect(sameIcon).toBe(icon);
  expect(revisions({ '/': html }).slice(0, -2)).toEqual([null, null, null]);
});
