import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Labelled } from '../../src/checker/evaluation/metrics.ts';
import type { Reader } from '../../src/checker/reading/reader.ts';
import type { Phrase } from '../../src/checker/training/phrases.ts';

/** Fuse.js takes about a second for a text over so many phrases, so all are compared on every so many-th case. */
const EVERY = 6;

/** MiniSearch lets this many nearest phrases vote. */
const VOTERS = 10;

/** A way of ranking situations for a text: their ids, likeliest first. */
export type Ranker = (text: string) => string[];

/** How often the right situation came first among some texts, and within two and three: percentages. */
export interface Hits {
  checker: readonly number[];
  miniSearch: readonly number[];
  fuse: readonly number[];
  texts: number;
}

/** Prints hits and time per text of the checker, Fuse.js and MiniSearch over the same phrases. */
export function printRivals(phrases: readonly Phrase[], cases: readonly Labelled[], read: Reader): Hits {
  const sample = cases.filter((_, index) => index % EVERY === 0);
  console.log(`${sample.length} of the cases${''.padEnd(20)}hits@1  hits@2  hits@3  ms a text`);
  const hitsOf = (name: string, rank: Ranker): number[] => {
    const start = performance.now();
    const ranks = sample.map((item) => rankIn(rank(item.text), item));
    const time = (performance.now() - start) / sample.length;
    const hits = [1, 2, 3].map((k) => (100 * ranks.filter((at) => at < k).length) / sample.length);
    console.log(
      `${name.padEnd(32)}${hits.map((value) => value.toFixed(1).padStart(8)).join('')}${time.toFixed(2).padStart(11)}`,
    );
    return hits;
  };
  return {
    checker: hitsOf('the checker', (text) => read(text).answers.map(({ situation }) => situation)),
    miniSearch: hitsOf('MiniSearch, fuzzy, ten nearest', miniSearchRanker(phrases)),
    fuse: hitsOf('Fuse.js, best phrase', fuseRanker(phrases)),
    texts: sample.length,
  };
}

/** Where the first right answer stands, from 0; beyond all if nowhere. */
function rankIn(situations: readonly string[], { situation, also = [] }: Labelled): number {
  const at = situations.findIndex((id) => id === situation || also.includes(id));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

/** Fuse.js, told nothing but what to search: the situation of the best phrase first. */
export function fuseRanker(phrases: readonly Phrase[]): Ranker {
  const fuse = new Fuse(phrases, { keys: ['text'] });
  return (text) => distinct(fuse.search(text).map(({ item }) => item.situation));
}

/** MiniSearch, forgiving typing errors: the nearest phrases vote. */
export function miniSearchRanker(phrases: readonly Phrase[]): Ranker {
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  search.addAll(phrases.map(({ text }, id) => ({ id, text })));
  return (text) => {
    const votes = new Map<string, number>();
    for (const { id, score } of search.search(text, { fuzzy: 0.2 }).slice(0, VOTERS)) {
      const situation = phrases[id]?.situation ?? '';
      votes.set(situation, (votes.get(situation) ?? 0) + score);
    }
    return [...votes].sort(([, a], [, b]) => b - a).map(([situation]) => situation);
  };
}

const distinct = (items: readonly string[]): string[] => [...new Set(items)];
