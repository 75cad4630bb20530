import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Content } from '../schemas/content.ts';
import { searchRecords } from './records.ts';

/** What the search page loads; Pagefind makes ready-made interfaces, a worker and filters as well. */
const NEEDED =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|[\w.]+\.pf_meta|(index|fragment)\/.+)$/;

/**
 * Writes the search index of the site.
 *
 * @param folder the built site; the index goes into `pagefind/` below it
 * @param base folder in which the site stands, e.g. `/`
 * @throws Error where Pagefind reports any
 */
export async function writeSearchIndex(content: Content, folder: string, base: string): Promise<void> {
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
    for (const file of made.files.filter((file) => NEEDED.test(file.path))) {
      const target = path.join(folder, 'pagefind', file.path);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, file.content);
    }
  } finally {
    await close();
  }
}

function failure(errors: readonly string[]): Error {
  return new Error(`The search index could not be made: ${errors.join('; ')}`);
}
