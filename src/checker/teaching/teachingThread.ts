import { parentPort } from 'node:worker_threads';
import { taughtModel } from './taughtModel.ts';

// Run as a thread of its own by `taughtAside.ts`.
parentPort?.postMessage(taughtModel());
