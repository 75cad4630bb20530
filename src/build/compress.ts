import { copyFileSync, existsSync, globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
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
 * they are: done once and as small as can be, which no host would do for each visit.
 *
 * @param folder the built site, in which nothing may change afterwards
 * @param last the site as it was built last: what is the same there is taken over, because this takes longest of all
 * @returns how many texts were compressed, or taken over
 */
export async function compress(folder: string, last?: string): Promise<number> {
  const texts = globSync(TEXTS, { cwd: folder })
    .map((file) => ({ file, bytes: readFileSync(path.join(folder, file)) }))
    .filter(({ bytes }) => bytes.length >= LEAST);
  await Promise.all(
    texts.flatMap(({ file, bytes }) => {
      const before = last === undefined ? undefined : path.join(last, file);
      const same = before !== undefined && existsSync(before) && readFileSync(before).equals(bytes);
      return Object.entries(WAYS).map(async ([ending, smaller]) => {
        const target = path.join(folder, file) + ending;
        if (same && existsSync(before + ending)) copyFileSync(before + ending, target);
        else await writeFile(target, await smaller(bytes));
      });
    }),
  );
  return texts.length;
}
