import type { Features } from './features.ts';
import { bucketOf, type Model, unitOf } from './model.ts';
import type { Range } from './reader.ts';
import type { Word } from './words.ts';

/** How many words are marked at most: more would not explain. */
const MOST = 6;

/** A word that brought less than this share of what the strongest word brought is not marked. */
const SHARE = 0.25;

/**
 * The words that decided an answer: those whose features speak most for it, against the mean of all
 * situations. In a linear model that is exactly what each word brought.
 *
 * @param features of `words`.
 * @param situation the answer to explain.
 * @returns stretches of the original text, whole words, in order; neighbours are joined.
 */
export function decidingWords(
  words: readonly Word[],
  features: Features,
  model: Model,
  situation: string,
): Range[] {
  const brought = broughtByWord(words.length, features, model, model.situations.indexOf(situation));
  const strongest = [...brought.keys()]
    .sort((a, b) => (brought[b] ?? 0) - (brought[a] ?? 0) || a - b)
    .slice(0, MOST);
  const least = (brought[strongest[0] ?? 0] ?? 0) * SHARE;
  const chosen = strongest.filter((index) => (brought[index] ?? 0) > 0 && (brought[index] ?? 0) >= least);
  return joined(
    chosen.sort((a, b) => a - b),
    words,
  );
}

/** What each word brought to one situation, beyond what it brought to the mean of all. */
function broughtByWord(count: number, features: Features, model: Model, column: number): Float64Array {
  const brought = new Float64Array(count);
  const columns = model.situations.length;
  for (const [at, hash] of features.hashes.entries()) {
    const row = model.rows[bucketOf(hash)] ?? 0;
    const unit = (features.values[at] ?? 0) * unitOf(model.rarity[row] ?? 0, model.step);
    let own = 0;
    let all = 0;
    for (let other = 0; other < columns; other += 1) {
      const weight = model.weights[row * columns + other] ?? 0;
      all += weight;
      if (other === column) own = weight;
    }
    const word = features.words[at] ?? 0;
    brought[word] = (brought[word] ?? 0) + unit * (own - all / columns);
  }
  return brought;
}

/** The stretches of some words, neighbours in the text joined into one. */
function joined(chosen: readonly number[], words: readonly Word[]): Range[] {
  const ranges: Range[] = [];
  let previous = -2;
  for (const index of chosen) {
    const word = words[index];
    if (word === undefined) continue;
    const last = ranges.at(-1);
    if (last !== undefined && index === previous + 1) last.end = word.end;
    else ranges.push({ start: word.start, end: word.end });
    previous = index;
  }
  return ranges;
}
