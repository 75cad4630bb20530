import { type MessagePort, workerData } from 'node:worker_threads';
import { beginDanger } from './danger.ts';
import { STAGES } from './dangerInThread.ts';
import type { Known } from './selectFeatures.ts';
import type { TrainingData } from './train.ts';

/** Through the port to the thread that learns danger: what a model knows, and later its steps and what a bit may cost. */
export type DangerRequest = { known: Known } | { steps: Float64Array; price: number };

/** What the thread that learns danger is given. */
export interface DangerThread {
  data: TrainingData;
  /** One number: how far the thread is. */
  stage: Int32Array;
  port: MessagePort;
}

// Run as a thread of its own by `dangerInThread.ts`.
const { data, stage, port }: DangerThread = workerData;
const tell = (now: number): void => {
  Atomics.store(stage, 0, now);
  Atomics.notify(stage, 0);
};
// Nobody is to wait for a thread that has failed.
process.once('exit', () => tell(STAGES.ended));
tell(STAGES.begun);
const learn = beginDanger(data);
const learned: ReturnType<typeof learn>[] = [];
let answered = 0;
port.on('message', (request: DangerRequest) => {
  if ('known' in request) {
    learned.push(learn(request.known));
    return;
  }
  port.postMessage(learned[answered]?.(request.steps, request.price)());
  answered += 1;
  tell(STAGES.begun + answered);
});
