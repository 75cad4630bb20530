import { Worker } from 'node:worker_threads';
import { keptModel, taughtModel } from './taughtModel.ts';

let taught: Promise<string> | undefined;

/**
 * The model, as `taughtModel` gives it; taught, where it must be, in a thread of its own, for that takes seconds in
 * which a build can do much else. Whoever asks first starts it; all others get the same.
 *
 * @throws ContentError, at once, when a file that teaches cannot stay as it is.
 */
export function taughtAside(): Promise<string> {
  taught ??= keptOrTaught();
  return taught;
}

function keptOrTaught(): Promise<string> {
  const kept = keptModel();
  return kept === undefined ? inThreadOfItsOwn().then(() => taughtModel()) : Promise.resolve(kept);
}

/** Teaches and keeps the model. Where that goes wrong, whoever asks for the model will be told why. */
function inThreadOfItsOwn(): Promise<void> {
  const worker = new Worker(new URL('./teachingThread.ts', import.meta.url));
  return new Promise((resolve) => {
    worker.once('exit', () => resolve());
    worker.once('error', () => resolve());
  });
}
