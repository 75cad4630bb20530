import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { beginDanger, type Danger, type DangerLearning } from './danger.ts';
import type { DangerThread } from './dangerThread.ts';
import type { TrainingData } from './train.ts';

/** How far the thread is: it hasn't begun, has begun, or has answered or failed. */
export const STAGES = { waiting: 0, begun: 1, done: 2 } as const;

/** Longer than this, in milliseconds, a thread isn't waited for. */
const PATIENCE = 120_000;

/**
 * Learns danger as `beginDanger` does, bit for bit, but in a thread of its own beside this one. This one never has to be
 * idle for that, so it's no promise: whoever wants the result waits for it. Where the thread fails, it's learned here.
 */
export function beginDangerInThread(data: TrainingData, price: number): DangerLearning {
  const stage = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1: here, port2: port } = new MessageChannel();
  const workerData: DangerThread = { data, price, stage, port };
  const thread = new Worker(new URL('./dangerThread.ts', import.meta.url), {
    workerData,
    transferList: [port],
  });
  thread.unref();
  // Without this, its error would end this thread.
  thread.once('error', () => {});
  return (known) => {
    here.postMessage(known);
    return (steps) => {
      here.postMessage(steps);
      return () => {
        Atomics.wait(stage, 0, STAGES.begun, PATIENCE);
        const danger: Danger | undefined = receiveMessageOnPort(here)?.message;
        void thread.terminate();
        return danger ?? beginDanger(data, price)(known)(steps)();
      };
    };
  };
}
