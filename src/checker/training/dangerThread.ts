import { type MessagePort, workerData } from 'node:worker_threads';
import { beginDanger } from './danger.ts';
import { STAGES } from './dangerInThread.ts';
import type { TrainingData } from './train.ts';

/** What the thread that learns danger is given. Through the port come what the model knows, then the steps. */
export interface DangerThread {
  data: TrainingData;
  price: number;
  /** One number: how far the thread is. */
  stage: Int32Array;
  port: MessagePort;
}

// Run as a thread of its own by `dangerInThread.ts`.
const { data, price, stage, port }: DangerThread = workerData;
const tell = (now: number): void => {
  Atomics.store(stage, 0, now);
  Atomics.notify(stage, 0);
};
// Nobody is to wait for a thread that has failed.
process.once('exit', () => tell(STAGES.done));
tell(STAGES.begun);
const learn = beginDanger(data, price);
port.once('message', (known) => {
  const round = learn(known);
  port.once('message', (steps) => {
    port.postMessage(round(steps)());
    tell(STAGES.done);
  });
});
