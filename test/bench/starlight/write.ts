import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type PageOfWords, writePages } from '../words.ts';

/**
 * The site's own package: with it Astro keeps the caches in the site's folder, and learns from its dependencies
 * that Starlight's files are to be bundled. What is installed is found in the project around it.
 */
const PACKAGE = { private: true, type: 'module', dependencies: { astro: '*', '@astrojs/starlight': '*' } };

/**
 * Writes the sources of a Starlight site. Its 404 page is Starlight's own.
 *
 * @param folder where they go; what stood there goes, its caches excepted
 */
export function writeStarlight(pages: readonly PageOfWords[], folder: string): void {
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  writePages(pages, path.join(folder, 'src/content/docs'), false);
  cpSync(path.join(import.meta.dirname, 'astro.config.mjs'), path.join(folder, 'astro.config.mjs'));
  cpSync(path.join(import.meta.dirname, 'content.config.ts'), path.join(folder, 'src/content.config.ts'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(PACKAGE));
}
