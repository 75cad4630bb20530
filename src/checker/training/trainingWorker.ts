import { parentPort } from 'node:worker_threads';
import { ROOT } from '../../shared/environment.ts';
import { cachedModels } from './cachedModel.ts';

// Run as a thread of its own by `trainInWorker.ts`; run as a command, it teaches and keeps what it taught.
const models = cachedModels(ROOT);
parentPort?.postMessage(models);
