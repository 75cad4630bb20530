import { diffArrays } from 'diff';
import type { TextBlock } from './edition.ts';

/** Words in a row that two texts share, or that only one of them has. */
export interface WordRun {
  kind: 'same' | 'added' | 'removed';
  words: string[];
}

/** A block of the older text, a block of the newer one, or two that were found to be one. */
export interface DifferenceRow {
  kind: 'same' | 'changed' | 'added' | 'removed';
  /** Missing where the block was added. */
  older?: BlockPlace;
  /** Missing where the block was removed. */
  newer?: BlockPlace;
  /** In reading order; what was removed stands before what came in its place. */
  runs: WordRun[];
}

/** Where a block stands, and what it is, apart from its words. */
export type BlockPlace = Omit<TextBlock, 'words'>;

/** What tells two texts apart. */
export interface Difference {
  /** Every block of both texts, in order. */
  rows: DifferenceRow[];
  /** Words that only the newer text has. */
  added: number;
  /** Words that only the older text has. */
  removed: number;
}

/**
 * Two blocks count as one that was changed where at least this share of their words is in both, by Dice's
 * measure (twice the shared words by all words): below it, two sentences share little but “the” and “of”.
 */
const ALIKE = 0.4;

/**
 * Compares two texts block by block, and word by word within blocks that go together. A block that has moved
 * shows as removed and added.
 *
 * @returns every block of both texts; {@link applyDifference} makes the newer text of it again
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
 * @throws Error where the difference is not one of this older text
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

/** The words of a row as one of its two texts has them: those shared, and those that only that text has. */
export function wordsIn({ runs }: DifferenceRow, side: 'added' | 'removed'): string[] {
  return runs.flatMap(({ kind, words }) => (kind === 'same' || kind === side ? words : []));
}

type Pair = readonly [TextBlock | undefined, TextBlock | undefined];

/**
 * Pairs the blocks of two texts in order, so that first as many as can be are equal, and then as few words as
 * can be differ: Needleman and Wunsch's alignment (1970), by dynamic programming.
 */
function align(older: readonly TextBlock[], newer: readonly TextBlock[]): Pair[] {
  const words = [...older, ...newer].reduce((sum, block) => sum + block.words.length, 0);
  // One more equal block outweighs all words together.
  const equal = -(words + 1);
  const pairing = older.map((before) => newer.map((after) => costOfPair(before, after, equal)));
  /** Least cost of pairing what starts at these two places. */
  const costs = Array.from({ length: older.length + 1 }, () => new Array<number>(newer.length + 1).fill(0));
  const cost = (row: number, column: number): number => costs[row]?.[column] ?? Number.POSITIVE_INFINITY;
  const choices = (row: number, column: number): { pair: Pair; cost: number; next: [number, number] }[] => {
    const before = older[row];
    const after = newer[column];
    const paired = pairing[row]?.[column];
    return [
      ...(before !== undefined && after !== undefined && paired !== undefined
        ? [
            {
              pair: [before, after] as const,
              cost: paired + cost(row + 1, column + 1),
              next: [row + 1, column + 1] as [number, number],
            },
          ]
        : []),
      ...(before === undefined
        ? []
        : [
            {
              pair: [before, undefined] as const,
              cost: before.words.length + cost(row + 1, column),
              next: [row + 1, column] as [number, number],
            },
          ]),
      ...(after === undefined
        ? []
        : [
            {
              pair: [undefined, after] as const,
              cost: after.words.length + cost(row, column + 1),
              next: [row, column + 1] as [number, number],
            },
          ]),
    ];
  };
  for (let row = older.length; row >= 0; row -= 1) {
    for (let column = newer.length; column >= 0; column -= 1) {
      const least = Math.min(...choices(row, column).map((choice) => choice.cost));
      const line = costs[row];
      if (line !== undefined && Number.isFinite(least)) line[column] = least;
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

/** How many words differ between two blocks that go together; `undefined` where they do not. */
function costOfPair(before: TextBlock, after: TextBlock, equal: number): number | undefined {
  if (before.anchor !== after.anchor) return undefined;
  const all = before.words.length + after.words.length;
  if (before.item === after.item && before.words.join(' ') === after.words.join(' ')) return equal;
  // Words in any order are quickly counted, and never fewer than those in the same order.
  if (before.anchor === undefined && (2 * sharedInAnyOrder(before.words, after.words)) / all < ALIKE)
    return undefined;
  const shared = diffArrays(before.words, after.words).reduce(
    (sum, { added, removed, count }) => (added || removed ? sum : sum + count),
    0,
  );
  return before.anchor === undefined && (2 * shared) / all < ALIKE ? undefined : all - 2 * shared;
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
  const runs = readable(wordRuns(before.words, after.words));
  const same = before.item === after.item && runs.every(({ kind }) => kind === 'same');
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

/** Runs between which nothing is the same, as one change: all that went, then all that came. */
interface Change {
  removed: string[];
  added: string[];
}

/**
 * Puts what was removed before what was added, and takes a shared word or two between two longer changes into
 * them, as Fraser's clean-up does (diff-match-patch): a sentence written anew is not shown in shreds because
 * both happen to say “the”.
 */
function readable(runs: readonly WordRun[]): WordRun[] {
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
    if (shared.length >= Math.min(longer(before), longer(after))) continue;
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

function longer({ removed, added }: Change): number {
  return Math.max(removed.length, added.length);
}
