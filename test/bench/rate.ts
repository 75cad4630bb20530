import { decode } from '../../src/checker/reading/model.ts';
import { createReader } from '../../src/checker/reading/reader.ts';

/**
 * How many texts per second are read, after one warm-up round if there's time. Runs in Node and in pages.
 *
 * @param time how long to read them repeatedly, in milliseconds; all of them at least once
 */
export function rateOf(read: (text: string) => unknown, texts: readonly string[], time: number): number {
  const round = (): number => {
    const start = performance.now();
    for (const text of texts) read(text);
    return performance.now() - start;
  };
  const first = round();
  const rounds: number[] = [];
  for (let spent = first; spent < time; spent += rounds.at(-1) ?? 0) rounds.push(round());
  const measured = rounds.length === 0 ? [first] : rounds;
  return (1000 * texts.length * measured.length) / measured.reduce((sum, each) => sum + each, 0);
}

/** The same for the checker with an encoded model. */
export function rateOfModel(encoded: string, texts: readonly string[], time: number): number {
  return rateOf(createReader(decode(encoded)), texts, time);
}
