import { brotliCompressSync } from 'node:zlib';
import type { Labelled } from '../../src/checker/evaluation/metrics.ts';
import type { Reader } from '../../src/checker/reading/reader.ts';
import type { Phrase } from '../../src/checker/training/phrases.ts';
import { type TrainingData, teach } from '../../src/checker/training/train.ts';

/** How often each case is read for the times: the first rounds warm up. */
const ROUNDS = 5;

/** By how much the phrases are multiplied, to see how teaching grows. */
const TIMES = 10;

/** Prints the time of an answer, the size of the model as sent, and the time that teaching takes. */
export function printCosts(
  phrases: readonly Phrase[],
  trainingData: Omit<TrainingData, 'phrases'>,
  cases: readonly Labelled[],
  encoded: string,
  read: Reader,
): void {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { text } of cases) times.push(timeOf(() => read(text)));
  }
  times.splice(0, cases.length);
  times.sort((a, b) => a - b);
  console.log(
    `one answer: median ${times[times.length >> 1]?.toFixed(2)} ms, worst ${times.at(-1)?.toFixed(2)} ms`,
  );
  const story = storyOf(cases, 10_000);
  const readings = Array.from({ length: 20 }, () => timeOf(() => read(story))).sort((a, b) => a - b);
  console.log(`10,000 characters: median ${readings[10]?.toFixed(2)} ms`);
  console.log(`the model, brotli: ${(brotliCompressSync(encoded).length / 1000).toFixed(1)} KB`);
  for (const taught of [phrases, Array.from({ length: TIMES }, (_, n) => varied(phrases, n)).flat()]) {
    console.log(
      `teaching ${taught.length} phrases: ${(timeOf(() => teach({ phrases: taught, ...trainingData })) / 1000).toFixed(1)} s`,
    );
  }
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The cases one after the other, up to so many characters. */
const storyOf = (cases: readonly Labelled[], length: number): string =>
  cases
    .map(({ text }) => text)
    .join(' ')
    .slice(0, length);

/** The phrases with every so many-th word left out, so that no two rounds are the same. */
function varied(phrases: readonly Phrase[], round: number): Phrase[] {
  if (round === 0) return [...phrases];
  return phrases.map((phrase) => ({
    ...phrase,
    text: phrase.text
      .split(' ')
      .filter((_, index) => index % (TIMES + 1) !== round)
      .join(' '),
  }));
}
