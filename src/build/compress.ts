import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pictures, PDFs, WebAssembly and Pagefind's records are compressed as they are. */
const TEXTS = '**/*.{html,css,js,svg,txt,xml,json,ics,webmanifest}';

/** Below this many bytes a file fits into one packet anyway. */
const LEAST = 1024;

/**
 * Writes each text of a built site compressed beside itself, as `.br` and `.gz`, for hosts that send such files as
 * they are: done once and as small as can be, which no host would do for each visit.
 *
 * @param folder the built site, in which nothing may change afterwards
 * @returns how many texts were compressed
 */
export async function compress(folder: string): Promise<number> {
  const files = globSync(TEXTS, { cwd: folder }).map((file) => path.join(folder, file));
  const texts = files
    .map((file) => ({ file, bytes: readFileSync(file) }))
    .filter(({ bytes }) => bytes.length >= LEAST);
  await Promise.all(
    texts.flatMap(({ file, bytes }) => [
      promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }).then((smaller) => writeFile(`${file}.br`, smaller)),
      promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }).then((smaller) =>
        writeFile(`${file}.gz`, smaller),
      ),
    ]),
  );
  return texts.length;
}
