import { parentPort } from 'node:worker_threads';
import { taughtModel } from './cachedModel.ts';

// Run as a thread of its own by `taughtAside.ts`; run as a command, it teaches and keeps what it taught.
const model = taughtModel();
parentPort?.postMessage(model);
