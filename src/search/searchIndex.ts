import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { type Content, loadOnce } from '../content/load.ts';
import { oncePerBuild } from '../shared/buildCache.ts';
import { searchRecords } from './records.ts';

/** A file of the search index. */
export interface IndexFile {
  /** Where it lies below `pagefind/`. */
  path: string;
  content: Uint8Array;
}

/** What the search page loads; Pagefind makes ready-made interfaces, a worker and filters as well. */
const NEEDED =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|[\w.]+\.pf_meta|(index|fragment)\/.+)$/;

/**
 * Makes the search index of the site.
 *
 * @param base folder in which the site stands, e.g. `/`
 * @throws Error where Pagefind reports any
 */
export async function makeSearchIndex(content: Content, base: string): Promise<IndexFile[]> {
  try {
    // One file for all that results show: on a slow phone one request costs less than one for each result.
    const { index, errors } = await createIndex({ maxFragments: 1 });
    if (index === undefined) throw failure(errors);
    for (const record of searchRecords(content, base)) {
      const { errors } = await index.addCustomRecord(record);
      if (errors.length > 0) throw failure([record.url, ...errors]);
    }
    const made = await index.getFiles();
    if (made.errors.length > 0) throw failure(made.errors);
    return made.files.filter((file) => NEEDED.test(file.path));
  } finally {
    await close();
  }
}

/**
 * The search index of the site below `root`, made once for all that one build makes of it: the page that loads it,
 * and its files themselves. Whoever wants to see later changes calls {@link makeSearchIndex}.
 *
 * @param base folder in which the site stands, e.g. `/`
 */
export function searchIndexOnce(root: string, base: string): Promise<IndexFile[]> {
  return oncePerBuild(`search index of ${root}`, () => makeSearchIndex(loadOnce(root), base));
}

/** What tells one version of the index from another: Pagefind's own name of it. */
export function versionOf(index: readonly IndexFile[]): string {
  return index.map((file) => /\.(\w+)\.pf_meta$/.exec(file.path)?.[1]).find(Boolean) ?? '';
}

/**
 * The files that any search needs, below `pagefind/`, in the order in which Pagefind asks for them. Of a part that
 * comes in several files, which of them are needed depends on the words.
 */
export function neededByAnySearch(index: readonly IndexFile[]): string[] {
  const folders = index.map((file) => path.posix.dirname(file.path));
  const alone = (folder: string): boolean => folders.filter((each) => each === folder).length === 1;
  return index
    .map((file) => file.path)
    .filter((file) => !file.includes('/') || alone(path.posix.dirname(file)))
    .sort((a, b) => ORDER.findIndex((part) => part.test(a)) - ORDER.findIndex((part) => part.test(b)));
}

const ORDER = [/\.js$/, /\.json$/, /\.pf_meta$/, /\.pagefind$/, /^index\//, /^fragment\//];

function failure(errors: readonly string[]): Error {
  return new Error(`The search index could not be made: ${errors.join('; ')}`);
}
