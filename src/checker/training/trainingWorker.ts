import { parentPort } from 'node:worker_threads';
import { cachedModel } from './cachedModel.ts';

// Run as a thread of its own by `trainInWorker.ts`; run as a command, it teaches and keeps what it taught.
const model = cachedModel();
parentPort?.postMessage(model);
