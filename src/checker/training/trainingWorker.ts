import { parentPort, workerData } from 'node:worker_threads';
import { ROOT } from '../../shared/environment.ts';
import { cachedModel } from './cachedModel.ts';
import type { SizeName } from './settings.ts';

// Run as a thread of its own by `trainInWorker.ts`; run as a command, it teaches and keeps what it taught.
const size: SizeName = workerData ?? 'full';
const model = cachedModel(ROOT, size);
parentPort?.postMessage(model);
