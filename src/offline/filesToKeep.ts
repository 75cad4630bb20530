import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import { type Documents, documentsOf } from '../code/document.ts';
import type { BuiltPages } from '../shared/builtPages.ts';
import { OFFLINE_ADDRESS, type ToKeep } from './toKeep.ts';

/** Beside the Code and its appendix, what works without a network: the checker, every situation, and what says so. */
const KEPT_PAGES = new RegExp(`^(/check/|/situations/([^/]+/)?|${OFFLINE_ADDRESS})$`);

/** Words that only staff copy: a file of them is not for a parent to pay for. */
const FOR_STAFF = /_virtual_replies\./;

/**
 * Lists what is kept on a reader's device: pages, the pictures on them, and their scripts with all that these may
 * load later.
 *
 * @param pages the built pages
 * @param folder where the built site lies
 * @param base folder of the site in addresses, e.g. `/`
 * @param documents the Code, and its appendix where there is one
 */
export function filesToKeep(pages: BuiltPages, folder: string, base: string, documents: Documents): ToKeep[] {
  const words = documentsOf(documents).map(({ page }) => page);
  const kept = [...pages].filter(([address]) => words.includes(address) || KEPT_PAGES.test(address));
  const html = kept.map(([, text]) => text);
  const scripts = new Map(
    globSync('*.js', { cwd: path.join(folder, '_astro') })
      .filter((file) => !FOR_STAFF.test(file))
      .map((file) => [file, readFileSync(path.join(folder, '_astro', file), 'utf8')]),
  );
  return [
    ...kept.map(([address, text]) => ({ url: `.${address}`, revision: revisionOf(text) })),
    ...picturesOn(html).map((href) => {
      const file = href.slice(base.length);
      return { url: `./${file}`, revision: revisionOf(readFileSync(path.join(folder, file))) };
    }),
    ...named(html, scripts).map((file) => ({ url: `./_astro/${file}`, revision: null })),
  ];
}

function picturesOn(pages: readonly string[]): string[] {
  const all = pages.flatMap((html) =>
    parse(html)
      .querySelectorAll('img[src], link[rel="icon"]')
      .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
  );
  return [...new Set(all)];
}

/** The names of all files that these texts name, or that those name in turn, in the order of their names. */
function named(texts: readonly string[], files: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  const waiting = [...texts];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const [name, script] of files) {
      if (found.has(name) || !text.includes(name)) continue;
      found.add(name);
      waiting.push(script);
    }
  }
  return [...found].sort();
}

function revisionOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
