import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { type Content, loadOnce } from '../content/load.ts';
import { oncePerBuild } from '../shared/buildCache.ts';
import { searchRecords } from './records.ts';

/** A file of the search index. */
export interface IndexFile {
  /** From the folder `pagefind/`. */
  path: string;
  content: Uint8Array;
}

/** What the search page loads; Pagefind also writes ready-made interfaces, a worker and filters. */
const NEEDED =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|[\w.]+\.pf_meta|(index|fragment)\/.+)$/;

/**
 * Builds the search index of the site.
 *
 * @param base folder of the site, e.g. `/`
 * @throws Error if Pagefind reports one
 */
export async function buildSearchIndex(content: Content, base: string): Promise<IndexFile[]> {
  try {
    // One file for everything that results show: on a slow phone, one request costs less than one per result.
    const { index, errors } = await createIndex({ maxFragments: 1 });
    if (index === undefined) throw failure(errors);
    for (const record of searchRecords(content, base)) {
      const { errors } = await index.addCustomRecord(record);
      if (errors.length > 0) throw failure([record.url, ...errors]);
    }
    const { files, errors: writeErrors } = await index.getFiles();
    if (writeErrors.length > 0) throw failure(writeErrors);
    return files.filter((file) => NEEDED.test(file.path));
  } finally {
    await close();
  }
}

/** The same for the content below `root`, built once for all pages of one build. */
export function searchIndexOnce(root: string, base: string): Promise<IndexFile[]> {
  return oncePerBuild(`search index of ${root}`, () => buildSearchIndex(loadOnce(root), base));
}

/** Pagefind's own hash of the index. */
export function indexVersion(index: readonly IndexFile[]): string {
  return index.map((file) => /\.(\w+)\.pf_meta$/.exec(file.path)?.[1]).find(Boolean) ?? '';
}

/** Of a part that consists of several files, one this large a share of it holds nearly every word. */
const NEARLY_ALL = 0.9;

/**
 * The files that nearly every search needs, from the folder `pagefind/`, in the order in which Pagefind requests them.
 * If a part consists of several files alike, which ones are needed depends on the query, so none of them is included.
 */
export function filesToPreload(index: readonly IndexFile[]): string[] {
  return index
    .filter(({ path: file, content }) => !file.includes('/') || content.length >= NEARLY_ALL * sizeOfPart(file, index))
    .map(({ path: file }) => file)
    .sort((a, b) => ORDER.findIndex((part) => part.test(a)) - ORDER.findIndex((part) => part.test(b)));
}

function sizeOfPart(file: string, index: readonly IndexFile[]): number {
  const part = index.filter((each) => path.posix.dirname(each.path) === path.posix.dirname(file));
  return part.reduce((sum, { content }) => sum + content.length, 0);
}

const ORDER = [/\.js$/, /\.json$/, /\.pf_meta$/, /\.pagefind$/, /^index\//, /^fragment\//];

function failure(errors: readonly string[]): Error {
  return new Error(`The search index couldn’t be built: ${errors.join('; ')}`);
}
