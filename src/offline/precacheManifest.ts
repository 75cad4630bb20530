import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import type { PrecacheEntry } from 'workbox-precaching';
import { type Documents, documentsOf } from '../code/document.ts';
import type { BuiltPages } from '../shared/builtPages.ts';
import { OFFLINE_ADDRESS } from './settings.ts';

/** The pages to cache besides the Code and its appendix: the checker, help in other languages, every situation, and the offline page. */
const CACHED_PAGES = new RegExp(`^(/check/|/languages/|/situations/([^/]+/)?|${OFFLINE_ADDRESS})$`);

/** Nobody waits for the full model. */
const WANTED_LAST = /_virtual_full-model\./;

/** Replies are only for staff, and parents shouldn't have to download them. */
const STAFF_ONLY = /_virtual_replies\./;

/**
 * Lists what to cache on a reader's device, in the order it's fetched, one after the other: the scripts of some pages with
 * everything those may load, for what answers in the checker may be wanted first; then the pages, their images and font;
 * and the checker's full model.
 *
 * @param pages the built pages
 * @param folder the built site
 * @param base folder of the site in addresses, e.g. `/`
 * @param documents the Code, and its appendix if there is one
 */
export function precacheManifest(
  pages: BuiltPages,
  folder: string,
  base: string,
  documents: Documents,
): PrecacheEntry[] {
  const documentPages = documentsOf(documents).map(({ page }) => page);
  const cached = [...pages].filter(
    ([address]) => documentPages.includes(address) || CACHED_PAGES.test(address),
  );
  const html = cached.map(([, text]) => text);
  const scripts = new Map(
    globSync('*.js', { cwd: path.join(folder, '_astro') })
      .filter((file) => !STAFF_ONLY.test(file))
      .map((file) => [file, readFileSync(path.join(folder, '_astro', file), 'utf8')]),
  );
  // Their names change with their content.
  const own = scriptsOf(html, scripts).map((file) => ({ url: `./_astro/${file}`, revision: null }));
  return [
    ...own.filter(({ url }) => !WANTED_LAST.test(url)),
    ...cached.map(([address, text]) => ({ url: `.${address}`, revision: revisionOf(text) })),
    ...filesOn(html).map((href) => {
      const file = href.slice(base.length);
      return { url: `./${file}`, revision: revisionOf(readFileSync(path.join(folder, file))) };
    }),
    ...own.filter(({ url }) => WANTED_LAST.test(url)),
  ];
}

/** The images on the pages, and the headings' font. */
function filesOn(pages: readonly string[]): string[] {
  const all = pages.flatMap((html) =>
    parse(html)
      .querySelectorAll('img[src], link[rel="icon"], link[rel="preload"]')
      .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
  );
  return [...new Set(all)];
}

/** The scripts that the pages refer to, directly or through other scripts, sorted by name. */
function scriptsOf(pages: readonly string[], scripts: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  const queue = [...pages];
  for (let text = queue.pop(); text !== undefined; text = queue.pop()) {
    for (const [name, script] of scripts) {
      if (found.has(name) || !text.includes(name)) continue;
      found.add(name);
      queue.push(script);
    }
  }
  return [...found].sort();
}

function revisionOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
