import { decode } from '../../src/checker/reading/model.ts';
import { createReader, type Reader } from '../../src/checker/reading/reader.ts';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';

/**
 * The reader that the site gets: taught with all of `content/phrases/`.
 *
 * @param root folder of the project; this one where none is given
 */
export function trainedReader(root?: string): Reader {
  return createReader(decode(cachedModel(root)));
}
