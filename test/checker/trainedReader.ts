import type { AnyReading } from '../../src/checker/languages/anyLanguage.ts';
import { anyReader } from '../../src/checker/languages/load.ts';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import { ROOT } from '../../src/shared/environment.ts';

/**
 * The reader that the site gets: taught with all of `content/phrases/`, and with the languages at hand.
 *
 * @param root folder of the project; this one where none is given
 */
export function trainedReader(root: string = ROOT): (text: string) => AnyReading {
  return anyReader(root, cachedModel(root));
}
