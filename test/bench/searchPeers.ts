import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { FIELDS, type Section, sectionsOf } from '../../src/search/find.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { BENCH } from './sites.ts';

/** A search: the addresses of what it finds for a query, the best first. */
export type Search = (query: string) => Promise<string[]>;

/** MiniSearch alone, on the same sections, as its documentation sets it up. */
export function miniSearchAlone(records: readonly SearchRecord[]): Search {
  const index = new MiniSearch<Section>({ fields: [...FIELDS] });
  index.addAll(sectionsOf(records));
  return async (query) =>
    index
      .search(query, { prefix: true, fuzzy: 0.2, boost: { title: 2 } })
      .map(({ id }) => records[id]?.href ?? '');
}

/**
 * Pagefind alone, on the same sections, with its own script reading its index from the disk.
 *
 * @throws Error if Pagefind reports one
 */
export async function pagefindAlone(records: readonly SearchRecord[]): Promise<Search> {
  const bundle = path.join(BENCH, 'pagefind-alone/');
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(errors.join('; '));
  for (const { id, title, section, own, examples, steps, keywords, related } of sectionsOf(records)) {
    const { errors } = await index.addCustomRecord({
      url: records[id]?.href ?? '',
      content: [own, examples, steps].join(' '),
      language: 'en',
      meta: { title, section, keywords, related },
    });
    if (errors.length > 0) throw new Error(errors.join('; '));
  }
  const { files } = await index.getFiles();
  await close();
  for (const file of files) {
    mkdirSync(path.dirname(bundle + file.path), { recursive: true });
    writeFileSync(bundle + file.path, file.content);
  }
  const ownFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) =>
    String(input).startsWith(bundle)
      ? new Response(readFileSync(String(input).replace(/\?.*/, '')))
      : ownFetch(input, init);
  const pagefind: Pagefind = await import(pathToFileURL(`${bundle}pagefind.js`).href);
  const instance = pagefind.createInstance({ basePath: bundle, baseUrl: '/', noWorker: true });
  return async (query) => {
    const { results } = await instance.search(query);
    return Promise.all(results.map(async (result) => (await result.data()).url));
  };
}

/** The part of Pagefind's script that's used here; it comes without types. */
interface Pagefind {
  createInstance(options: object): {
    search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
  };
}
