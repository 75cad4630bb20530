import { Worker } from 'node:worker_threads';
import { ROOT } from '../../shared/environment.ts';
import { cachedModels, type EncodedModels } from './cachedModel.ts';

let taught: Promise<EncodedModels> | undefined;

/**
 * The models, as `cachedModels` gives them, from a thread of its own: where they must be taught, that takes seconds in
 * which a build can do much else. Whoever asks first starts it; all others get the same.
 *
 * @throws ContentError when a file that teaches cannot stay as it is.
 */
export function trainInWorker(): Promise<EncodedModels> {
  taught ??= new Promise((resolve) => {
    const thread = new Worker(new URL('./trainingWorker.ts', import.meta.url));
    thread.once('message', resolve);
    // An error loses its kind on the way here. Asked again in this thread, it is told as it is.
    thread.once('error', () => resolve(Promise.resolve().then(() => cachedModels(ROOT))));
  });
  return taught;
}
