import { diffArrays } from 'diff';
import type { TextBlock } from './edition.ts';

/** Consecutive words that both texts have, or only one of them. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed';
  words: string[];
}

/** A block of the older text, a block of the newer one, or two that belong together. */
export interface DifferenceRow {
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** Missing if the block was added. */
  older?: BlockPlace;
  /** Missing if the block was removed. */
  newer?: BlockPlace;
  /** In reading order; removed words come before those that replaced them. */
  runs: WordRun[];
}

/** A block without its words. */
export type BlockPlace = Omit<TextBlock, 'words'>;

export interface Difference {
  /** Every block of both texts, in order. */
  rows: DifferenceRow[];
  /** Words that only the newer text has. */
  added: number;
  /** Words that only the older text has. */
  removed: number;
}

/**
 * Two blocks count as one that was changed if their Dice coefficient (twice the shared words by all words) is at least
 * this: below it, two sentences share little except “the” and “of”.
 */
const MIN_SIMILARITY = 0.4;

/**
 * Compares two texts block by block, and word by word within blocks that belong together. A block that has moved counts
 * as removed and added.
 *
 * @returns every block of both texts; {@link applyDifference} recreates the newer text from it
 */
export function differenceBetween(older: readonly TextBlock[], newer: readonly TextBlock[]): Difference {
  const rows = align(older, newer).map(([before, after]) => rowOf(before, after));
  const count = (kind: WordRun['kind']): number =>
    rows
      .flatMap(({ runs }) => runs)
      .reduce((sum, run) => (run.kind === kind ? sum + run.words.length : sum), 0);
  return { rows, added: count('added'), removed: count('removed') };
}

/**
 * Makes the newer text from the older one.
 *
 * @throws Error if the difference belongs to another text
 */
export function applyDifference(older: readonly TextBlock[], { rows }: Difference): TextBlock[] {
  const waiting = [...older];
  const made: TextBlock[] = [];
  for (const row of rows) {
    const before = row.older === undefined ? undefined : (waiting.shift()?.words ?? []);
    if (before?.join(' ') !== (before && wordsIn(row, 'removed').join(' ')))
      throw new Error('This difference belongs to another text.');
    if (row.newer !== undefined) made.push({ ...row.newer, words: wordsIn(row, 'added') });
  }
  if (waiting.length > 0) throw new Error('This difference belongs to another text.');
  return made;
}

/** A row's words in one of its two texts: the shared words and those only in that text. */
export function wordsIn({ runs }: DifferenceRow, side: 'added' | 'removed'): string[] {
  return runs.flatMap(({ kind, words }) => (kind === 'same' || kind === side ? words : []));
}

type Pair = readonly [TextBlock | undefined, TextBlock | undefined];

/** A pair to put next, the cost of it and all that follows, and where the next pair starts. */
interface Choice {
  pair: Pair;
  cost: number;
  next: [row: number, column: number];
}

/**
 * Pairs the blocks of two texts in order, with as many equal pairs as possible, and then with as few different words as
 * possible: Needleman and Wunsch's alignment (1970), by dynamic programming.
 */
function align(older: readonly TextBlock[], newer: readonly TextBlock[]): Pair[] {
  const words = [...older, ...newer].reduce((sum, block) => sum + block.words.length, 0);
  // One more equal block outweighs all the words together.
  const equal = -(words + 1);
  const pairing = older.map((before) => newer.map((after) => costOfPair(before, after, equal)));
  /** Lowest cost of pairing the blocks from these two on. */
  const costs = Array.from({ length: older.length + 1 }, () => new Array<number>(newer.length + 1).fill(0));
  const cost = (row: number, column: number): number => costs[row]?.[column] ?? Number.POSITIVE_INFINITY;
  const choices = (row: number, column: number): Choice[] => {
    const before = older[row];
    const after = newer[column];
    const paired = pairing[row]?.[column];
    const found: Choice[] = [];
    if (paired !== undefined)
      found.push({
        pair: [before, after],
        cost: paired + cost(row + 1, column + 1),
        next: [row + 1, column + 1],
      });
    if (before !== undefined)
      found.push({
        pair: [before, undefined],
        cost: before.words.length + cost(row + 1, column),
        next: [row + 1, column],
      });
    if (after !== undefined)
      found.push({
        pair: [undefined, after],
        cost: after.words.length + cost(row, column + 1),
        next: [row, column + 1],
      });
    return found;
  };
  for (let row = older.length; row >= 0; row -= 1) {
    for (let column = newer.length; column >= 0; column -= 1) {
      const lowest = Math.min(...choices(row, column).map((choice) => choice.cost));
      const line = costs[row];
      if (line !== undefined && Number.isFinite(lowest)) line[column] = lowest;
    }
  }
  const pairs: Pair[] = [];
  let place: [number, number] = [0, 0];
  for (;;) {
    const [row, column] = place;
    const chosen = choices(row, column).find((choice) => choice.cost === cost(row, column));
    if (chosen === undefined) return pairs;
    pairs.push(chosen.pair);
    place = chosen.next;
  }
}

/** How many words differ between two blocks that belong together; `undefined` if they don't. */
function costOfPair(before: TextBlock, after: TextBlock, equal: number): number | undefined {
  if (before.anchor !== after.anchor) return undefined;
  const all = before.words.length + after.words.length;
  if (before.level === after.level && before.words.join(' ') === after.words.join(' ')) return equal;
  // Shared words in any order are quick to count, and never fewer than those in the same order.
  if (before.anchor === undefined && (2 * sharedInAnyOrder(before.words, after.words)) / all < MIN_SIMILARITY)
    return undefined;
  const shared = countShared(before.words, after.words);
  return before.anchor === undefined && (2 * shared) / all < MIN_SIMILARITY ? undefined : all - 2 * shared;
}

/** How many words two texts share in the same order. */
export function countShared(before: readonly string[], after: readonly string[]): number {
  return diffArrays([...before], [...after]).reduce(
    (sum, { added, removed, count }) => (added || removed ? sum : sum + count),
    0,
  );
}

function sharedInAnyOrder(before: readonly string[], after: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1);
  return after.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}

function rowOf(before: TextBlock | undefined, after: TextBlock | undefined): DifferenceRow {
  const older = before === undefined ? {} : { older: placeOf(before) };
  const newer = after === undefined ? {} : { newer: placeOf(after) };
  if (before === undefined || after === undefined) {
    const kind = before === undefined ? 'added' : 'removed';
    return { kind, ...older, ...newer, runs: [{ kind, words: [...((before ?? after)?.words ?? [])] }] };
  }
  const runs = mergeChanges(wordRuns(before.words, after.words));
  const same = before.level === after.level && runs.every(({ kind }) => kind === 'same');
  return { kind: same ? 'same' : 'changed', ...older, ...newer, runs };
}

function placeOf({ words: _words, ...place }: TextBlock): BlockPlace {
  return place;
}

function wordRuns(before: readonly string[], after: readonly string[]): WordRun[] {
  return diffArrays([...before], [...after]).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    words: value,
  }));
}

/** Everything removed and added between two shared runs. */
interface Change {
  removed: string[];
  added: string[];
}

/**
 * Puts removed words before added ones, and merges two changes with a shorter run of shared words between them, as
 * Fraser's clean-up does (diff-match-patch): a rewritten sentence isn't shown in fragments because both versions happen
 * to say “the”.
 */
function mergeChanges(runs: readonly WordRun[]): WordRun[] {
  const parts: (Change | string[])[] = [];
  for (const { kind, words } of runs) {
    const last = parts.at(-1);
    if (kind === 'same') parts.push([...words]);
    else if (last === undefined || Array.isArray(last))
      parts.push({ removed: [], added: [], [kind]: [...words] });
    else last[kind].push(...words);
  }
  for (let index = 1; index < parts.length - 1; index += 1) {
    const [before, shared, after] = parts.slice(index - 1, index + 2);
    if (!Array.isArray(shared) || before === undefined || after === undefined) continue;
    if (Array.isArray(before) || Array.isArray(after)) continue;
    if (shared.length >= Math.min(longerSide(before), longerSide(after))) continue;
    parts.splice(index - 1, 3, {
      removed: [...before.removed, ...shared, ...after.removed],
      added: [...before.added, ...shared, ...after.added],
    });
    index = 0;
  }
  return parts.flatMap((part): WordRun[] =>
    Array.isArray(part)
      ? [{ kind: 'same', words: part }]
      : (['removed', 'added'] as const).flatMap((kind) =>
          part[kind].length === 0 ? [] : [{ kind, words: part[kind] }],
        ),
  );
}

function longerSide({ removed, added }: Change): number {
  return Math.max(removed.length, added.length);
}
