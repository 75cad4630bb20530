import { countShared, differenceBetween, type WordRun } from './difference.ts';
import { type CodeDocument, levelOf } from './document.ts';
import { type TextBlock, wordsOf } from './edition.ts';

/** A clause of the edition in force, and what became of it in another edition's text. */
export interface MatchedClause {
  anchor: string;
  fate: 'same' | 'changed' | 'lost';
  /** Its words in the edition in force. */
  was: string[];
  /** Its words in the other text; none if it's lost. */
  words: string[];
  /** Its line in the other text; if it's lost, the line of the nearest clause. */
  line: number;
}

/** Consecutive words of the other text that belong to no clause. */
export interface NewPassage {
  line: number;
  words: string[];
}

/** The clauses of the edition in force, matched with another text. */
export interface ClauseMatches {
  /** In the order of the edition in force. */
  clauses: MatchedClause[];
  /** What is neither in a clause nor a known heading, in the order of the other text. */
  passages: NewPassage[];
  /** The other text, each block split where a clause ends; a piece that belongs to a clause has its anchor. */
  pieces: TextBlock[];
}

/** What a word belongs to: a clause (its anchor), a heading, or nothing known. */
type Owner = string | undefined;
const HEADING = '';

/** A clause changed in place keeps at least this share of its words. */
const MIN_KEPT = 0.2;
/** A clause that has moved has at least this Dice coefficient with the sentences at its new place. */
const MIN_MOVED_SIMILARITY = 0.5;

/**
 * Finds the clauses of the edition in force in the text of an earlier or later edition, by their words.
 *
 * Words in both texts keep their clause. New words between two words of one clause belong to that clause; between two
 * clauses the boundary is at the end of a sentence if there is one, and whole sentences that replaced nothing belong to
 * no clause. A clause with hardly a word left may have moved, so it's then looked for among the sentences that belong
 * to none.
 *
 * @param documents the Code and its appendix, whose words are those of the edition in force
 * @param blocks the other text
 */
export function matchClauses(
  documents: readonly CodeDocument[],
  blocks: readonly TextBlock[],
): ClauseMatches {
  const owned = documents.flatMap(ownedBlocks);
  const owners = ownersInOrder(owned, blocks);
  const was = new Map<string, string[]>();
  for (const { block, owners } of owned)
    for (const [index, owner] of owners.entries())
      if (owner !== undefined && owner !== HEADING)
        was.set(owner, [...(was.get(owner) ?? []), block.words[index] ?? '']);
  const present = new Set(owners.flat());
  for (const [anchor, words] of was) if (!present.has(anchor)) claimMoved(anchor, words, blocks, owners);
  const pieces = blocks.flatMap((block, index) => splitByOwner(block, owners[index] ?? []));
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
  const owned = (level: number, parts: readonly { owner: string; text: string }[]): OwnedBlock => {
    const words = parts.flatMap(({ owner, text }) => wordsOf(text).map((word) => ({ owner, word })));
    return {
      block: { level, line: 0, words: words.map(({ word }) => word) },
      owners: words.map(({ owner }) => owner),
    };
  };
  const parts = (clauses: readonly { anchor: string; text: string }[]) =>
    clauses.map(({ anchor, text }) => ({ owner: anchor, text }));
  return blocks.map((block) => {
    if (block.kind === 'heading') return owned(0, [{ owner: HEADING, text: block.text }]);
    return owned(levelOf(block), parts(block.clauses));
  });
}

/** The owners of the other text's words, block by block, as far as the two texts are in the same order. */
function ownersInOrder(owned: readonly OwnedBlock[], blocks: readonly TextBlock[]): Owner[][] {
  const { rows } = differenceBetween(
    owned.map(({ block }) => block),
    blocks,
  );
  const waiting = [...owned];
  return rows.flatMap(({ older, newer, runs }) => {
    const before = older === undefined ? undefined : waiting.shift();
    return newer === undefined ? [] : [ownersInBlock(runs, before?.owners ?? [])];
  });
}

/** New words between two that kept their owners, and the owners that lost words there. */
interface Gap {
  words: string[];
  lost: Set<Owner>;
}

function ownersInBlock(runs: readonly WordRun[], older: readonly Owner[]): Owner[] {
  const enough = ownersWithEnoughLeft(runs, older);
  const found: Owner[] = [];
  let gap: Gap = { words: [], lost: new Set() };
  let last: { owner: Owner; word: string } | undefined;
  let place = 0;
  const close = (next: Owner): void => {
    found.push(...divideGap(gap, last, next));
    gap = { words: [], lost: new Set() };
  };
  for (const { kind, words } of runs) {
    for (const word of words) {
      const owner = kind === 'added' ? undefined : older[place++];
      if (kind === 'same' && enough.has(owner)) {
        close(owner);
        found.push(owner);
        last = { owner, word };
      } else {
        if (kind !== 'added') gap.lost.add(owner);
        if (kind !== 'removed') gap.words.push(word);
      }
    }
  }
  close(undefined);
  return found;
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
    [...left].flatMap(([owner, count]) => (count > 0 && count >= MIN_KEPT * all(owner) ? [owner] : [])),
  );
}

/**
 * Divides the words of a gap between the owners of the words before and after it.
 *
 * @param last the word before the gap; undefined at the start of a block
 * @param next owner of the word after it; undefined at the end of a block
 */
function divideGap(
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
  // An owner that lost words here most likely had them replaced; otherwise whole sentences have no owner.
  const lastsUpTo = last !== undefined && lost.has(last.owner) ? final : first;
  const nextStartsAt = next !== undefined && lost.has(next) ? lastsUpTo : final;
  return words.map((_word, index) => {
    if (index < lastsUpTo) return last?.owner;
    return index < nextStartsAt ? undefined : next;
  });
}

/** Whether a sentence ends with this word; no word, at the start of a block, counts as an end. */
function endsSentence(word: string | undefined): boolean {
  return word === undefined || /[.!?]['"’”)]*$/.test(word);
}

/** Gives a clause the most similar sentences that have no owner, if they're similar enough. */
function claimMoved(
  anchor: string,
  clause: readonly string[],
  blocks: readonly TextBlock[],
  owners: readonly Owner[][],
): void {
  let best = { similarity: MIN_MOVED_SIMILARITY, owners: [] as Owner[], start: 0, end: 0 };
  for (const [index, { words }] of blocks.entries()) {
    const inBlock = owners[index] ?? [];
    for (const { start, end } of runsOfSentences(words, inBlock)) {
      const similarity = diceCoefficient(clause, words.slice(start, end));
      if (similarity > best.similarity) best = { similarity, owners: inBlock, start, end };
    }
  }
  best.owners.fill(anchor, best.start, best.end);
}

/** Every run of one or more whole sentences without an owner. */
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

function diceCoefficient(one: readonly string[], other: readonly string[]): number {
  return (2 * countShared(one, other)) / (one.length + other.length);
}

type OwnedPiece = TextBlock & { owner: Owner };

function splitByOwner({ words, ...block }: TextBlock, owners: readonly Owner[]): OwnedPiece[] {
  const pieces: OwnedPiece[] = [];
  for (const [index, word] of words.entries()) {
    const owner = owners[index];
    const last = pieces.at(-1);
    if (last !== undefined && last.owner === owner) last.words.push(word);
    else pieces.push({ ...block, words: [word], owner });
  }
  return pieces;
}

function clausesFound(was: ReadonlyMap<string, string[]>, pieces: readonly OwnedPiece[]): MatchedClause[] {
  const found = [...was].map(([anchor, was]) => ({
    anchor,
    was,
    piece: pieces.find(({ owner }) => owner === anchor),
  }));
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
