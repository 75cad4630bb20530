import { globSync } from 'node:fs';
import path from 'node:path';
import { type Clause, clausesOf, documentsOf } from '../code/document.ts';
import { blocksOfEdition } from '../code/edition.ts';
import { readEditions } from '../code/editions.ts';
import { appendicesOf, editionSources, filesOf, readCode } from './documents.ts';

/** Everything that has an address, and what’s known of what had one. */
export interface PublishedSite {
  /** Addresses of pages and files, apart from those of situations. */
  pages: string[];
  clauses: Clause[];
  /** Ids of all situations. */
  situations: string[];
  /** Addresses of the appendices. */
  appendices: string[];
  /** The paragraphs and list items of the editions that are no longer in force, the newest first. */
  olderWords: string[];
}

/** Pages for errors, and files that only machines ask for. */
const UNLINKED = /^\/(?:404|offline)\/$|\/(?:robots\.txt|heading\.woff2)$/;

/**
 * Reads what has an address, and no more: the rest of the content may still have mistakes.
 *
 * @param root the project’s folder
 * @throws ContentError with every mistake in the Code, its appendices or the editions
 */
export function readPublishedSite(root: string): PublishedSite {
  const code = readCode(root);
  const appendices = appendicesOf(root);
  const editions = readEditions(editionSources(root), { text: '' });
  const names = (folder: string, extension: string): string[] =>
    filesOf(root, folder, extension).map((file) => path.parse(file).name);
  // A page whose name has brackets is made from content.
  const fixed = globSync('src/pages/**/*.{astro,ts}', { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/').replace('src/pages/', '/'))
    .filter((file) => !file.includes('['))
    .map((file) => file.replace(/\.ts$|(?:\/index)?\.astro$/, (end) => (end === '.ts' ? '' : '/')))
    .filter((address) => !UNLINKED.test(address))
    .sort();
  return {
    pages: [
      ...fixed,
      ...appendices.map(({ page }) => page),
      ...(filesOf(root, 'content/languages', '.yaml').length > 0 ? ['/languages/'] : []),
      ...names('content/pages', '.mdx').map((name) => `/${name}/`),
      ...editions
        .filter(({ status }) => status !== 'draft')
        .map(({ name }) => `/governors/editions/${name}.txt`),
    ],
    clauses: documentsOf({ code, appendices }).flatMap(clausesOf),
    situations: names('content/situations', '.yaml'),
    appendices: appendices.map(({ page }) => page),
    olderWords: editions
      .filter(({ status }) => status === 'superseded')
      .reverse()
      .flatMap(({ text }) => blocksOfEdition(text).map(({ words }) => words.join(' '))),
  };
}
