import type { AnyReading } from '../../src/checker/languages/anyLanguage.ts';
import { anyReader } from '../../src/checker/languages/load.ts';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import type { SizeName } from '../../src/checker/training/settings.ts';
import { ROOT } from '../../src/shared/environment.ts';

/**
 * The reader that the site gets, once its full model is there: taught with all of `content/phrases/`, and with the languages at hand.
 *
 * @param root folder of the project; this one where none is given
 * @param size the model
 */
export function trainedReader(root: string = ROOT, size: SizeName = 'full'): (text: string) => AnyReading {
  return anyReader(root, cachedModel(root, size));
}
