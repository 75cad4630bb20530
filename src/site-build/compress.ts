import { existsSync, globSync, statSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pictures, PDFs, WebAssembly and Pagefind's records are compressed as they are. */
const TEXTS = '**/*.{html,css,js,svg,txt,xml,json,ics,webmanifest}';

/** Below this many bytes a file fits into one packet anyway. */
const LEAST = 1024;

/** What compresses a text, by the ending that it adds. */
const WAYS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  '.br': (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * Writes each text of a built site compressed beside itself, as `.br` and `.gz`, for hosts that send such files as
 * they are: done once and as small as can be, which no host would do for each visit. What is compressed already, and
 * has not changed since, is left as it is: so this may be begun while files are still to come, and be done again.
 *
 * @param folder the built site; no text may change while this is under way
 * @param last the site as it was built last: what is the same there is taken over, because this takes longest of all
 * @returns how many texts were compressed, or taken over
 */
export async function compress(folder: string, last?: string): Promise<number> {
  const texts = globSync(TEXTS, { cwd: folder }).filter((file) => {
    const text = statSync(path.join(folder, file));
    const compressed = statSync(path.join(folder, `${file}.gz`), { throwIfNoEntry: false });
    return text.size >= LEAST && (compressed === undefined || compressed.mtimeMs < text.mtimeMs);
  });
  const waiting = texts.values();
  // No more at a time than there are processors: whatever else the build reads and writes would queue up behind them.
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const file of waiting) await compressText(file, folder, last);
    }),
  );
  return texts.length;
}

async function compressText(file: string, folder: string, last: string | undefined): Promise<void> {
  const bytes = await readFile(path.join(folder, file));
  const before = last === undefined ? undefined : path.join(last, file);
  const same = before !== undefined && existsSync(before) && (await readFile(before)).equals(bytes);
  for (const [ending, smaller] of Object.entries(WAYS)) {
    const target = path.join(folder, file) + ending;
    if (same && existsSync(before + ending)) await copyFile(before + ending, target);
    else await writeFile(target, await smaller(bytes));
  }
}
