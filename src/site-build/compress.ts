import { existsSync, globSync, statSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Images, PDFs and WebAssembly are already compressed. */
const TEXT_FILES = '**/*.{html,css,js,svg,txt,xml,json,ics,webmanifest}';

/** A smaller file fits into one packet anyway. */
const MIN_BYTES = 1024;

/** By the extension each adds. */
const ENCODERS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
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
 * Writes a `.br` and a `.gz` copy next to each text file of a built site, as small as possible, for hosts that serve
 * them. Copies that are up to date are skipped, so this can run before the site is complete, and again after.
 *
 * @param folder the built site; its text files mustn't change meanwhile
 * @param previous the previous build, from which the copies of unchanged files are taken: compressing is slow
 * @returns how many files were compressed or copied
 */
export async function compress(folder: string, previous?: string): Promise<number> {
  const files = globSync(TEXT_FILES, { cwd: folder }).filter((file) => {
    const text = statSync(path.join(folder, file));
    const compressed = statSync(path.join(folder, `${file}.gz`), { throwIfNoEntry: false });
    return text.size >= MIN_BYTES && (compressed === undefined || compressed.mtimeMs < text.mtimeMs);
  });
  const queue = files.values();
  // One worker per processor: with more, the rest of the build's reading and writing would have to queue.
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const file of queue) await compressFile(file, folder, previous);
    }),
  );
  return files.length;
}

async function compressFile(file: string, folder: string, previous: string | undefined): Promise<void> {
  const bytes = await readFile(path.join(folder, file));
  const before = previous === undefined ? undefined : path.join(previous, file);
  const unchanged = before !== undefined && existsSync(before) && (await readFile(before)).equals(bytes);
  for (const [extension, encode] of Object.entries(ENCODERS)) {
    const target = path.join(folder, file) + extension;
    if (unchanged && existsSync(before + extension)) await copyFile(before + extension, target);
    else await writeFile(target, await encode(bytes));
  }
}
