import { decode } from '../../src/checker/reading/model.ts';
import { createReader, type Reader } from '../../src/checker/reading/reader.ts';
import { taughtModel } from '../../src/checker/teaching/taughtModel.ts';

/** The reader that the site gets: taught with all of `content/phrases/`. */
export function taughtReader(): Reader {
  return createReader(decode(taughtModel()));
}
