import { COMMON_WORDS } from './commonWords.ts';
import { type Features, NO_WORD } from './features.ts';
import { columnsFor, type Model, unitOf } from './model.ts';
import type { Range } from './reader.ts';
import type { Word } from './words.ts';

/** How many words are marked at most: more would not explain. */
const MOST = 6;

/** A word that brought less than this share of what the strongest word brought is not marked. */
const SHARE = 0.25;

/**
 * Makes the function that finds the words that decided an answer: those whose features speak most for
 * it, against the mean of all situations. In a linear model that is exactly what each word brought.
 *
 * @returns a function of the words, their features, the rows of these (from `rowsOf`) and the number
 *   of the answer in the model. It gives stretches of the original text, whole words, in order;
 *   neighbours are joined.
 */
export function createExplainer(model: Model): Explainer {
  const { situations, weights, levels, step } = model;
  const columns = columnsFor(situations.length);
  return (words, features, rows, column) => {
    const brought = broughtByWord(words.length, features, rows, (row) => {
      const own = weights.subarray(row * columns, row * columns + situations.length);
      const mean = own.reduce((sum, weight) => sum + weight, 0) / situations.length;
      return ((own[column] ?? 0) - mean) * unitOf(levels[row] ?? 0, step);
    });
    // “About” or “another” may carry weight, but says nothing to the person who wrote it.
    if (words.some(({ form }, index) => !COMMON_WORDS.has(form) && (brought[index] ?? 0) > 0))
      for (const [index, { form }] of words.entries()) if (COMMON_WORDS.has(form)) brought[index] = 0;
    const strongest = highest(brought, MOST);
    const least = (brought[strongest[0] ?? 0] ?? 0) * SHARE;
    const chosen = strongest.filter((index) => (brought[index] ?? 0) > 0 && (brought[index] ?? 0) >= least);
    return joined(
      chosen.sort((a, b) => a - b),
      words,
    );
  };
}

export type Explainer = (
  words: readonly Word[],
  features: Features,
  rows: Uint16Array,
  column: number,
) => Range[];

/** What each word brought, if a feature is worth `worthOf` its row; a pair brings half by either word. */
function broughtByWord(
  count: number,
  { values, firstWords, secondWords }: Features,
  rows: Uint16Array,
  worthOf: (row: number) => number,
): Float64Array {
  const brought = new Float64Array(count);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (row === 0) continue;
    const first = firstWords[at] ?? 0;
    const second = secondWords[at] ?? NO_WORD;
    const each = ((values[at] ?? 0) * worthOf(row)) / (second === NO_WORD ? 1 : 2);
    brought[first] = (brought[first] ?? 0) + each;
    if (second !== NO_WORD) brought[second] = (brought[second] ?? 0) + each;
  }
  return brought;
}

/** The numbers of the few highest values, highest first. */
function highest(values: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (best.length === most && value <= (values[best[most - 1] ?? 0] ?? 0)) continue;
    const before = best.findIndex((other) => value > (values[other] ?? 0));
    best.splice(before < 0 ? best.length : before, 0, at);
    if (best.length > most) best.pop();
  }
  return best;
}

/** The stretches of some words, neighbours in the text joined into one. */
function joined(chosen: readonly number[], words: readonly Word[]): Range[] {
  const ranges: Range[] = [];
  let previous = -2;
  for (const index of chosen) {
    const word = words[index];
    if (word === undefined) continue;
    const last = ranges[ranges.length - 1];
    if (last !== undefined && index === previous + 1) last.end = word.end;
    else ranges.push({ start: word.start, end: word.end });
    previous = index;
  }
  return ranges;
}
