import { Worker } from 'node:worker_threads';
import { cachedModel } from './cachedModel.ts';

let taught: Promise<string> | undefined;

/**
 * The model, as `cachedModel` gives it, from a thread of its own: where it must be taught, that takes seconds in
 * which a build can do much else. Whoever asks first starts it; all others get the same.
 *
 * @throws ContentError when a file that teaches cannot stay as it is.
 */
export function trainInWorker(): Promise<string> {
  taught ??= new Promise((resolve) => {
    const thread = new Worker(new URL('./trainingWorker.ts', import.meta.url));
    thread.once('message', resolve);
    // An error loses its kind on the way here. Asked again in this thread, it is told as it is.
    thread.once('error', () => resolve(Promise.resolve().then(() => cachedModel())));
  });
  return taught;
}
