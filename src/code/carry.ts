import { diffArrays } from 'diff';
import { differenceBetween, type WordRun } from './difference.ts';
import type { CodeDocument } from './document.ts';
import { type TextBlock, wordsOf } from './edition.ts';

/** Where a clause of the edition in force stands in another edition's text. */
export interface CarriedClause {
  anchor: string;
  fate: 'same' | 'changed' | 'lost';
  /** Its words in the edition in force. */
  was: string[];
  /** Its words in the other text; none where it is lost. */
  words: string[];
  /** Line of the other text where it stands; where it is lost, of the clause nearest to where it would stand. */
  line: number;
}

/** Words of the other text, in a row, that belong to no clause. */
export interface NewPassage {
  line: number;
  words: string[];
}

/** The clauses of the edition in force, found again in another text. */
export interface Carried {
  /** In the order of the edition in force. */
  clauses: CarriedClause[];
  /** What stands in no clause and is no heading known before, in the order of the other text. */
  passages: NewPassage[];
  /** The other text, each block cut where a clause ends; a piece that belongs to a clause has its anchor. */
  pieces: TextBlock[];
}

/** What a word belongs to: a clause (its anchor), a heading, or nothing that is known. */
type Owner = string | undefined;
const HEADING = '';

/** Of a clause that was changed where it stood, at least this share of its words must be left. */
const KEPT = 0.2;
/** Sentences elsewhere are a clause that has moved if they are alike by at least this much (Dice's measure). */
const MOVED = 0.5;

/**
 * Finds the clauses of the edition in force in another edition's text, earlier or later, by their words.
 *
 * Words that both texts have keep their clause. New words between two words of one clause are that clause's;
 * between two clauses the border falls at the end of a sentence where there is one, and whole sentences that
 * took nobody's place belong to no clause. A clause of which hardly a word is left is then looked for among the
 * sentences that belong to none, because it may have moved.
 *
 * @param documents the edition in force: the Code and its appendix, whose words are that edition's
 * @param blocks the other text
 */
export function carryClauses(documents: readonly CodeDocument[], blocks: readonly TextBlock[]): Carried {
  const owned = documents.flatMap(ownedBlocks);
  const owners = carryInOrder(owned, blocks);
  const was = new Map<string, string[]>();
  for (const { block, owners } of owned)
    for (const [index, owner] of owners.entries())
      if (owner !== undefined && owner !== HEADING)
        was.set(owner, [...(was.get(owner) ?? []), block.words[index] ?? '']);
  const present = new Set(owners.flat());
  for (const [anchor, words] of was) if (!present.has(anchor)) claimMoved(anchor, words, blocks, owners);
  const pieces = blocks.flatMap((block, index) => cut(block, owners[index] ?? []));
  return {
    clauses: clausesFound(was, pieces),
    passages: pieces.flatMap(({ owner, line, words }) => (owner === undefined ? [{ line, words }] : [])),
    pieces: pieces.map(({ owner, ...piece }) =>
      owner === undefined || owner === HEADING ? piece : { ...piece, anchor: owner },
    ),
  };
}

interface OwnedBlock {
  block: TextBlock;
  /** One for each word. */
  owners: Owner[];
}

function ownedBlocks({ blocks }: CodeDocument): OwnedBlock[] {
  const owned = (item: boolean, parts: readonly { owner: string; text: string }[]): OwnedBlock => {
    const words = parts.flatMap(({ owner, text }) => wordsOf(text).map((word) => ({ owner, word })));
    return {
      block: { item, line: 0, words: words.map(({ word }) => word) },
      owners: words.map(({ owner }) => owner),
    };
  };
  const parts = (clauses: readonly { anchor: string; text: string }[]) =>
    clauses.map(({ anchor, text }) => ({ owner: anchor, text }));
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [owned(false, [{ owner: HEADING, text: block.text }])];
    if (block.kind === 'paragraph') return [owned(false, parts(block.clauses))];
    return block.items.map((clauses) => owned(true, parts(clauses)));
  });
}

/** The owners of the other text's words, block by block, as far as the two texts run in the same order. */
function carryInOrder(owned: readonly OwnedBlock[], blocks: readonly TextBlock[]): Owner[][] {
  const { rows } = differenceBetween(
    owned.map(({ block }) => block),
    blocks,
  );
  const waiting = [...owned];
  return rows.flatMap(({ older, newer, runs }) => {
    const before = older === undefined ? undefined : waiting.shift();
    return newer === undefined ? [] : [carryInBlock(runs, before?.owners ?? [])];
  });
}

/** New words between two that have kept their owners, and the owners that lost words there. */
interface Gap {
  words: string[];
  lost: Set<Owner>;
}

function carryInBlock(runs: readonly WordRun[], older: readonly Owner[]): Owner[] {
  const enough = ownersWithEnoughLeft(runs, older);
  const carried: Owner[] = [];
  let gap: Gap = { words: [], lost: new Set() };
  let last: { owner: Owner; word: string } | undefined;
  let place = 0;
  const close = (next: Owner): void => {
    carried.push(...shareOut(gap, last, next));
    gap = { words: [], lost: new Set() };
  };
  for (const { kind, words } of runs) {
    for (const word of words) {
      const owner = kind === 'added' ? undefined : older[place++];
      if (kind === 'same' && enough.has(owner)) {
        close(owner);
        carried.push(owner);
        last = { owner, word };
      } else {
        if (kind !== 'added') gap.lost.add(owner);
        if (kind !== 'removed') gap.words.push(word);
      }
    }
  }
  close(undefined);
  return carried;
}

function ownersWithEnoughLeft(runs: readonly WordRun[], older: readonly Owner[]): Set<Owner> {
  const left = new Map<Owner, number>();
  let place = 0;
  for (const { kind, words } of runs) {
    if (kind === 'added') continue;
    for (const owner of older.slice(place, place + words.length))
      left.set(owner, (left.get(owner) ?? 0) + (kind === 'same' ? 1 : 0));
    place += words.length;
  }
  const all = (owner: Owner): number => older.filter((each) => each === owner).length;
  return new Set(
    [...left].flatMap(([owner, count]) => (count > 0 && count >= KEPT * all(owner) ? [owner] : [])),
  );
}

/**
 * Shares the words of a gap out between the owners of the words before and after it.
 *
 * @param last the word before the gap; missing at the start of a block
 * @param next owner of the word after it; missing at the end of a block
 */
function shareOut(
  { words, lost }: Gap,
  last: { owner: Owner; word: string } | undefined,
  next: Owner,
): Owner[] {
  if (words.length === 0) return [];
  if (last !== undefined && last.owner === next) return words.map(() => next);
  const ends = [last?.word, ...words].flatMap((word, index) => (endsSentence(word) ? [index] : []));
  if (next === undefined) ends.push(words.length);
  const [first = lost.has(next) ? 0 : words.length] = ends;
  const final = ends.at(-1) ?? first;
  // Who lost words here has most likely had them replaced; where nobody did, whole sentences are nobody's.
  const lastsUpTo = last !== undefined && lost.has(last.owner) ? final : first;
  const nextStartsAt = next !== undefined && lost.has(next) ? lastsUpTo : final;
  return words.map((_word, index) => {
    if (index < lastsUpTo) return last?.owner;
    return index < nextStartsAt ? undefined : next;
  });
}

/** Whether a sentence ends with this word; the start of a block counts as the end of one. */
function endsSentence(word: string | undefined): boolean {
  return word === undefined || /[.!?]['"’”)]*$/.test(word);
}

/** Gives a clause the sentences, among those that belong to nothing, that are most like it, if they are alike at all. */
function claimMoved(
  anchor: string,
  clause: readonly string[],
  blocks: readonly TextBlock[],
  owners: readonly Owner[][],
): void {
  let best = { likeness: MOVED, owners: [] as Owner[], start: 0, end: 0 };
  for (const [index, { words }] of blocks.entries()) {
    const inBlock = owners[index] ?? [];
    for (const { start, end } of runsOfSentences(words, inBlock)) {
      const likeness = likenessOf(clause, words.slice(start, end));
      if (likeness > best.likeness) best = { likeness, owners: inBlock, start, end };
    }
  }
  best.owners.fill(anchor, best.start, best.end);
}

/** Every sentence, and every row of sentences, in which no word has an owner. */
function runsOfSentences(
  words: readonly string[],
  owners: readonly Owner[],
): { start: number; end: number }[] {
  const free = (index: number): boolean => index < words.length && owners[index] === undefined;
  const runs: { start: number; end: number }[] = [];
  for (let start = 0; start < words.length; start += 1) {
    if (!free(start) || (free(start - 1) && !endsSentence(words[start - 1]))) continue;
    for (let end = start + 1; free(end - 1); end += 1)
      if (endsSentence(words[end - 1]) || !free(end)) runs.push({ start, end });
  }
  return runs;
}

function likenessOf(one: readonly string[], other: readonly string[]): number {
  const shared = diffArrays([...one], [...other]).reduce(
    (sum, { added, removed, count }) => (added || removed ? sum : sum + count),
    0,
  );
  return (2 * shared) / (one.length + other.length);
}

type OwnedPiece = TextBlock & { owner: Owner };

function cut({ words, ...block }: TextBlock, owners: readonly Owner[]): OwnedPiece[] {
  const pieces: OwnedPiece[] = [];
  for (const [index, word] of words.entries()) {
    const owner = owners[index];
    const last = pieces.at(-1);
    if (last !== undefined && last.owner === owner) last.words.push(word);
    else pieces.push({ ...block, words: [word], owner });
  }
  return pieces;
}

function clausesFound(was: ReadonlyMap<string, string[]>, pieces: readonly OwnedPiece[]): CarriedClause[] {
  const found = [...was].map(([anchor, before]) => {
    const piece = pieces.find(({ owner }) => owner === anchor);
    return { anchor, was: before, piece };
  });
  return found.map(({ anchor, was, piece }, index) => {
    if (piece !== undefined) {
      const { words, line } = piece;
      return { anchor, fate: words.join(' ') === was.join(' ') ? 'same' : 'changed', was, words, line };
    }
    const nearest =
      found.slice(0, index).findLast((other) => other.piece) ??
      found.slice(index).find((other) => other.piece);
    return { anchor, fate: 'lost', was, words: [], line: nearest?.piece?.line ?? 1 };
  });
}
