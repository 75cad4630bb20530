import { type Read, rankOf, summarise } from '../../src/checker/evaluation/metrics.ts';
import { createReader } from '../../src/checker/reading/reader.ts';
import type { Phrase } from '../../src/checker/training/phrases.ts';
import { type TrainingData, teach } from '../../src/checker/training/train.ts';
import { printMeasured } from './accuracy.ts';

/** Into how many parts the authors are dealt. */
const FOLDS = 5;

/** How many confused pairs, and how many phrases at odds with their label, are printed. */
const SHOWN = 15;

/** A phrase and how it was read by a checker that none of its author's lines had taught. */
export interface HeldOut extends Read {
  text: Phrase;
}

/** Reads every phrase with a checker taught by the other authors: whole authors are held out, by turns. */
export function crossValidate(
  phrases: readonly Phrase[],
  trainingData: Omit<TrainingData, 'phrases'>,
): HeldOut[] {
  const authors = [...new Set(phrases.map(({ author }) => author))].sort();
  const foldOf = ({ author }: Phrase): number => authors.indexOf(author) % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const taught = phrases.filter((phrase) => foldOf(phrase) !== fold);
    const read = createReader(teach({ phrases: taught, ...trainingData }));
    return phrases
      .filter((phrase) => foldOf(phrase) === fold)
      .map((text): HeldOut => ({ text, reading: read(text.text) }));
  }).flat();
}

/** Prints all figures together, by situation, by author; then what is confused, and what to look at. */
export function printHeldOut(all: readonly HeldOut[]): void {
  printMeasured(summarise(all));
  printBy('situation', all, ({ text }) => text.situation);
  printBy('author', all, ({ text }) => text.author);
  printConfused(all);
  printAtOdds(all);
}

function printBy(name: string, all: readonly HeldOut[], keyOf: (read: HeldOut) => string): void {
  console.log(`\n${name.padEnd(26)}phrases  hits@1  hits@2  hits@3`);
  for (const [key, group] of [...groupBy(all, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const hits = summarise(group).hits.map((value) => value.toFixed(1).padStart(8));
    console.log(`${key.padEnd(26)}${String(group.length).padStart(7)}${hits.join('')}`);
  }
}

function printConfused(all: readonly HeldOut[]): void {
  const wrong = all.filter((read) => rankOf(read) > 0);
  const pairs = groupBy(
    wrong,
    ({ text, reading }) => `${text.situation} taken for ${reading.answers[0]?.situation}`,
  );
  console.log('\nMost confused');
  for (const [pair, group] of [...pairs].sort(([, a], [, b]) => b.length - a.length).slice(0, SHOWN)) {
    console.log(`${String(group.length).padStart(5)}  ${pair}`);
  }
}

function printAtOdds(all: readonly HeldOut[]): void {
  const belief = ({ text, reading }: HeldOut): number =>
    reading.answers.find(({ situation }) => situation === text.situation)?.confidence ?? 0;
  console.log('\nPhrases most at odds with their situation: wrong label, or something to write more of?');
  for (const read of all.toSorted((a, b) => belief(a) - belief(b)).slice(0, SHOWN)) {
    const { file, line, text } = read.text;
    console.log(`  ${file}:${line} read as ${read.reading.answers[0]?.situation}: ${text}`);
  }
}

/** Items by what a function makes of them, groups in the order of their first item. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
