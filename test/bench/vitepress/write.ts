import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type PageOfWords, writePages } from '../words.ts';

/** The site's own package: what is installed is found in the project around it. */
const PACKAGE = { private: true, type: 'module' };

/**
 * Writes the sources of a VitePress site. Its 404 page is VitePress's own.
 *
 * @param folder where they go; what stood there goes, its caches excepted
 */
export function writeVitePress(pages: readonly PageOfWords[], folder: string): void {
  writePages(pages, path.join(folder, 'docs'), true);
  mkdirSync(path.join(folder, 'docs/.vitepress'), { recursive: true });
  cpSync(path.join(import.meta.dirname, 'config.mjs'), path.join(folder, 'docs/.vitepress/config.mjs'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(PACKAGE));
}
