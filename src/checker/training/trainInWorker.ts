import { Worker } from 'node:worker_threads';
import { ROOT } from '../../shared/environment.ts';
import { cachedModel } from './cachedModel.ts';
import type { SizeName } from './settings.ts';

const taught = new Map<SizeName, Promise<string>>();

/**
 * A model, as `cachedModel` gives it, from a thread of its own: where it must be taught, that takes seconds in
 * which a build can do much else. Whoever asks first starts it; all others get the same.
 *
 * @throws ContentError when a file that teaches cannot stay as it is.
 */
export function trainInWorker(size: SizeName): Promise<string> {
  const started = taught.get(size);
  if (started !== undefined) return started;
  const model = new Promise<string>((resolve) => {
    const thread = new Worker(new URL('./trainingWorker.ts', import.meta.url), { workerData: size });
    thread.once('message', resolve);
    // An error loses its kind on the way here. Asked again in this thread, it is told as it is.
    thread.once('error', () => resolve(Promise.resolve().then(() => cachedModel(ROOT, size))));
  });
  taught.set(size, model);
  return model;
}
