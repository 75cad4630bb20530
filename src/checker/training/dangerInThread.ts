import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { beginDanger, type Danger, type DangerLearning } from './danger.ts';
import type { DangerRequest, DangerThread } from './dangerThread.ts';
import type { TrainingData } from './train.ts';

/** How far the thread is: it hasn't begun, has begun and given so many answers more than 1, or has failed. */
export const STAGES = { waiting: 0, begun: 1, ended: 1000 } as const;

/** Longer than this, in milliseconds, a thread isn't waited for. */
const PATIENCE = 120_000;

/**
 * Learns danger as `beginDanger` does, bit for bit, but in a thread of its own beside this one. This one never has to be
 * idle for that, so it's no promise: whoever wants the result waits for it. Where the thread fails, it's learned here.
 */
export function beginDangerInThread(data: TrainingData): DangerLearning {
  const stage = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1: here, port2: port } = new MessageChannel();
  const workerData: DangerThread = { data, stage, port };
  const thread = new Worker(new URL('./dangerThread.ts', import.meta.url), {
    workerData,
    transferList: [port],
  });
  thread.unref();
  // Without this, its error would end this thread.
  thread.once('error', () => {});
  const send = (request: DangerRequest): void => here.postMessage(request);
  const answers: (Danger | undefined)[] = [];
  let asked = 0;
  let known = 0;
  return (what) => {
    send({ known: what });
    known += 1;
    return (steps, price) => {
      send({ steps, price });
      const place = asked;
      asked += 1;
      return () => {
        // One answer tells of the next: the thread gives them in the order in which they were asked for.
        for (let now = Atomics.load(stage, 0); now >= STAGES.begun && now <= STAGES.begun + place; ) {
          if (Atomics.wait(stage, 0, now, PATIENCE) === 'timed-out') break;
          now = Atomics.load(stage, 0);
        }
        while (answers.length <= place) {
          const received = receiveMessageOnPort(here);
          if (received === undefined) break;
          answers.push(received.message);
        }
        if (place === known - 1) void thread.terminate();
        return answers[place] ?? beginDanger(data)(what)(steps, price)();
      };
    };
  };
}
