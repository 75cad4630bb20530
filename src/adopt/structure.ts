import { openSentence } from '../code/document.ts';
import { addressOfTitle } from '../code/sections.ts';
import { LEADS_TO_BAN } from './above.ts';
import { leadsOn } from './acts.ts';
import {
  areAlike,
  BULLET,
  couldBeHeading,
  follows,
  isBullet,
  plainMarker,
  SENTENCE_END,
  tickOf,
} from './markers.ts';
import { type Part, UnreadablePolicy } from './policy.ts';
import { WHOSE } from './tables.ts';
import { PART, splitTitle } from './title.ts';

/** A clause to be: one paragraph or list item. */
export interface NewClause {
  anchor: string;
  /** Its words, with its number or mark. */
  text: string;
  /** The heading it’s under. */
  heading: string;
  /** The sentence before its list, if the list finishes it. */
  leadIn: string | undefined;
  /** The anchor of its list’s first item, if it’s a list item. */
  list: string | undefined;
}

export type NewBlock =
  | { kind: 'heading'; depth: 2 | 3; text: string }
  /** `bold` is how its words begin, if that’s bold; `names` is how many of those below it it only names. */
  | { kind: 'paragraph'; clause: NewClause; bold?: string | undefined; names?: number | undefined }
  /** `breaks` are its paragraphs, if it has several. */
  | { kind: 'item'; clause: NewClause; level: number; bold?: string | undefined; breaks?: string[] }
  | { kind: 'row'; clause: NewClause; cells: string[]; starts: boolean; head: boolean };

/** The Code or an appendix to be. */
export interface NewDocument {
  title: string;
  blocks: NewBlock[];
}

/** What a rule or a list of them says of what it names. */
export const MEANINGS = ['expected', 'not-tolerated'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What a list can be of, which may be neither, as of those it applies to. */
export const LIST_MEANINGS = [...MEANINGS, 'neither'] as const;

/** A list that no sentence introduces, so that its items don’t say by themselves whether they’re wanted. */
export interface BareList {
  /** The anchor of its first item. */
  anchor: string;
  /** The heading or paragraph above it. */
  under: string;
  items: string[];
  /** The best guess. */
  guess: Meaning;
  /** Whether its marks or its heading say so. */
  said: boolean;
}

/** A document, put in the shape that the site can show. */
export interface Structure {
  /** Lines above the title, such as the school’s name, which aren’t part of the Code. */
  above: string[];
  /** Whether the title is a line of the document. */
  isTitleInText: boolean;
  /** The lines that the title could be, if that isn’t clear. */
  titles: string[];
  code: NewDocument;
  appendices: NewDocument[];
  bareLists: BareList[];
  notes: string[];
}

/** Anchors that the pages use themselves. */
const TAKEN = ['the-code', 'who-to-talk-to', 'on-this-page', 'content', 'main', 'checker', 'menu'];

const APPENDIX = /^(?:appendix|annex|schedule)\b/i;

const FORBIDS =
  /\bnot\b|\bcannot\b|unable to tolerate|n[’']t\b|\bno\b|never|unaccept|inappropriate|intoler|prohibit|forbid|unreasonable|poor behaviour|\b(?:refrain|desist|abstain) from\b|\b(?:avoid|banned)\W*$|✘|✗|❌/i;

/** `Do` says what its list is of, as do its like. */
const EXPECTS =
  /^dos?\W*$|^do[’']s\W*$|expect|will\b|should|must\b|we ask|please|responsib|promise|commit|agree|undertake/i;

/**
 * Puts a document in the shape that the site can show: a title, headings, paragraphs, lists inside lists and tables, each
 * paragraph, list item and row with an anchor made from its words. Numbers become words of their clause. Each appendix
 * is a document of its own, if its title gives it an address of its own.
 *
 * @param chosen the title, once somebody has said which line it is or what the document is called
 * @param fileName what it may be called if it has no title
 * @throws UnreadablePolicy if it has only headings
 */
export function structureOf(parts: readonly Part[], chosen?: string, fileName = ''): Structure {
  const notes = new Set<string>();
  const { above, title, isInText, rest, titles } = splitTitle(parts, chosen, fileName);
  const levels = [...new Set(rest.flatMap((part) => (part.kind === 'heading' ? [part.level] : [])))].sort(
    (a, b) => a - b,
  );
  // One alone above all others but appendices is only a line of the cover, or a motto in a box,
  // unless there’s text above it and other headings below.
  const headings = rest.flatMap((part) =>
    part.kind === 'heading' && !APPENDIX.test(part.text) ? [part.level] : [],
  );
  const [first, inner] = rest.flatMap((part, index) => (part.kind === 'heading' ? [index] : []));
  const isSection =
    !PART.test(rest[first ?? -1]?.text ?? '') &&
    rest.slice(0, first).some(({ text }) => SENTENCE_END.test(text)) &&
    !APPENDIX.test(rest[inner ?? -1]?.text ?? '');
  const isCover =
    !isSection && headings[0] === levels[0] && headings.filter((level) => level === levels[0]).length === 1;
  const second =
    isCover && headings.filter((level) => level === levels[1]).length > 1 ? levels[1] : undefined;
  const depthOf = (level: number): 2 | 3 => (level === levels[0] || level === second ? 2 : 3);
  const addresses = new Set<string>();
  const starts = rest.flatMap((part, index) => {
    const address =
      part.kind === 'heading' && APPENDIX.test(part.text) ? addressOfTitle(part.text) : undefined;
    const next = rest.findIndex((other, at) => at > index && other.kind !== 'heading');
    const isEmpty = next < 0 || rest.slice(index + 1, next).some(({ text }) => APPENDIX.test(text));
    if (address === undefined || addresses.has(address) || isEmpty) return [];
    addresses.add(address);
    return [index];
  });
  const anchors = createAnchors();
  const bareLists: BareList[] = [];
  const document = (name: string, some: readonly Part[]): NewDocument => ({
    title: name,
    blocks: withRepeatedBelow(
      fromSecondDepth(blocksOf(withoutFourthDepth(some, depthOf), depthOf, anchors, bareLists, notes)),
    ),
  });
  const code = document(title, rest.slice(0, starts[0]));
  const appendices = starts.map((start, index) =>
    document(rest[start]?.text ?? '', rest.slice(start + 1, starts[index + 1])),
  );
  if (code.blocks.every(({ kind }) => kind === 'heading'))
    throw new UnreadablePolicy('There are only titles and headings, but no text below them.');
  return { above, isTitleInText: isInText, titles, code, appendices, bareLists, notes: [...notes] };
}

/** The blocks of a document, whose headings are all of the second depth if they’re all of the third. */
function fromSecondDepth(blocks: readonly NewBlock[]): NewBlock[] {
  if (blocks.some((block) => block.kind === 'heading' && block.depth === 2)) return [...blocks];
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, depth: 2 } : block));
}

/**
 * The blocks of a document, whose headings are all of the second depth, with those that come again under others as parts
 * of these: “The school agrees to” in each of several sections.
 */
function withRepeatedBelow(blocks: NewBlock[]): NewBlock[] {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const texts = headings.map(({ text }) => plainHeading(text));
  const isRepeated = (text: string): boolean => texts.indexOf(text) !== texts.lastIndexOf(text);
  let seen = new Set<string>();
  const areParts = texts.every((text, at) => {
    if (!isRepeated(text)) seen = new Set();
    else if (at === 0 || seen.has(text)) return false;
    else seen.add(text);
    return true;
  });
  if (!areParts || headings.some(({ depth }) => depth === 3)) return blocks;
  return blocks.map((block) =>
    block.kind === 'heading' && isRepeated(plainHeading(block.text)) ? { ...block, depth: 3 } : block,
  );
}

const plainHeading = (text: string): string =>
  text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/**
 * The parts, with headings right above lists as paragraphs if they’re below one that has the last of the three depths:
 * beside it, they wouldn’t say what they’re about.
 */
function withoutFourthDepth(parts: readonly Part[], depthOf: (level: number) => 2 | 3): Part[] {
  let third: number | undefined;
  const deeper = parts.map((part, index) => {
    if (part.kind !== 'heading') return false;
    const isDeeper = third !== undefined && part.level > third && parts[index + 1]?.kind === 'item';
    if (!isDeeper) third = depthOf(part.level) === 3 ? part.level : undefined;
    return isDeeper;
  });
  return parts.map((part, index) => {
    if (!deeper[index]) return part;
    const next = parts.findIndex(({ kind }, at) => at > index && kind === 'heading');
    const label = (next < 0 ? parts.length : next) - index - 1;
    return { kind: 'paragraph', text: part.text, bold: part.text, label };
  });
}

function blocksOf(
  parts: readonly Part[],
  depthOf: (level: number) => 2 | 3,
  anchorFor: (text: string) => string,
  bareLists: BareList[],
  notes: Set<string>,
): NewBlock[] {
  const blocks: NewBlock[] = [];
  const inLists = itemsInLists(parts);
  let heading = '';
  /** The items that the next one may be inside of, outermost first. */
  let open: NewClause[] = [];
  /** The last item of a list that’s in no other, and what’s above that list. */
  let ended: { marker: string; under: string } | undefined;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'heading') {
      heading = part.text;
      ended = undefined;
      blocks.push({ kind: 'heading', depth: depthOf(part.level), text: heading });
      continue;
    }
    const last = blocks.at(-1);
    const clause = (text: string, above: Partial<NewClause> = {}, words = part.text): NewClause => ({
      anchor: anchorFor(words),
      text,
      heading,
      leadIn: undefined,
      list: undefined,
      ...above,
    });
    if (part.kind === 'row') {
      // Where the number of cells changes, another table begins right below the first.
      const starts = last?.kind !== 'row' || part.head || part.cells.length !== last.cells.length;
      blocks.push({ kind: 'row', clause: clause(part.text), cells: part.cells, starts, head: part.head });
      continue;
    }
    const marker = part.kind === 'item' ? plainMarker(part.marker) : '';
    const written = marker === '' || marker === BULLET ? part.text : `${marker} ${part.text}`;
    const text = written.replaceAll('\n', ' ');
    if (part.kind === 'paragraph' || !inLists.has(index)) {
      if (part.kind === 'item')
        notes.add('Numbered clauses are written as paragraphs that begin with their numbers.');
      // A line to cut along may begin as an item does in an edition’s text.
      const [first = '', ...more] = written.replaceAll(/^- /gm, '-\u00A0').split('\n');
      const isName =
        part.kind === 'paragraph' &&
        part.label !== undefined &&
        (isLabel(first) || parts[index + 1]?.kind !== 'item');
      const label = isName ? { names: part.label } : {};
      blocks.push({ kind: 'paragraph', clause: clause(first), bold: part.bold, ...label });
      for (const words of more) blocks.push({ kind: 'paragraph', clause: clause(words, {}, words) });
      continue;
    }
    if (last?.kind !== 'item') open = [];
    const level = Math.min(levelInList(parts, index, inLists), open.length + 1);
    const [head] = open;
    const outer = open[level - 2];
    open = open.slice(0, level - 1);
    const before = last?.kind === 'paragraph' ? last.clause.text : undefined;
    const opens = before !== undefined && !isLabel(before);
    const leadIn =
      outer !== undefined
        ? [outer.leadIn, outer.text].filter((each) => each !== undefined).join(' ')
        : head !== undefined
          ? head.leadIn
          : opens
            ? openSentence(before)
            : undefined;
    const item = clause(text, { leadIn });
    item.list = head?.list ?? item.anchor;
    open.push(item);
    const breaks = written.includes('\n') ? { breaks: written.split('\n') } : {};
    blocks.push({ kind: 'item', clause: item, level, bold: part.bold, ...breaks });
    // A list that goes on after a paragraph is of the same, but nothing there says so.
    const again = leadIn === undefined && ended !== undefined && follows(marker, ended.marker);
    const under = (head !== undefined || again ? ended?.under : undefined) ?? before ?? heading;
    if (level === 1) ended = { marker, under };
    if (head !== undefined) bareLists.find(({ anchor }) => anchor === head.list)?.items.push(text);
    else if (leadIn === undefined) {
      const own = guessMeaning(marker, under);
      const { guess, said } = own.said || opens ? own : guessMeaning(marker, heading);
      bareLists.push({ anchor: item.anchor, under, items: [text], guess, said: said && !again });
    }
  }
  return blocks;
}

/** How many lists an item is in, if it belongs in one. */
function levelInList(parts: readonly Part[], index: number, inLists: ReadonlySet<number>): number {
  const above = parentOf(parts, index);
  return above !== undefined && inLists.has(above) ? 1 + levelInList(parts, above, inLists) : 1;
}

/**
 * Which items belong in lists, decided once for all of a run: bullets always; numbers if they’re under a sentence that
 * they finish, or if most of them are no sentences themselves.
 *
 * @returns their indexes
 */
function itemsInLists(parts: readonly Part[]): Set<number> {
  const found = new Set<number>();
  for (const run of runsOf(parts)) {
    const [first = 0] = run;
    const part = parts[first];
    const marker = part?.kind === 'item' ? part.marker : '';
    const above = parentOf(parts, first);
    if (
      isBullet(marker) ||
      tickOf(marker) !== undefined ||
      (above !== undefined && (found.has(above) || parts[above]?.text.endsWith(':'))) ||
      run.filter((index) => isPoint(parts, index)).length > run.length / 2
    )
      for (const index of run) found.add(index);
  }
  return found;
}

/** The indexes of items of one kind that follow each other at one level, or count on after a paragraph. */
function runsOf(parts: readonly Part[]): number[][] {
  const runs: number[][] = [];
  /** The last run at each level. */
  let open: number[][] = [];
  const lastOf = (run: readonly number[] | undefined): string => {
    const part = parts[run?.at(-1) ?? -1];
    return part?.kind === 'item' ? part.marker : '';
  };
  for (const [index, part] of parts.entries()) {
    if (
      part.kind === 'heading' ||
      part.kind === 'row' ||
      (part.kind === 'paragraph' && part.text.endsWith(':'))
    )
      open = [];
    if (part.kind !== 'item') continue;
    const same = parts[index - 1]?.kind === 'item' ? open[part.level] : undefined;
    const run =
      same === undefined
        ? open.findLast((each) => follows(part.marker, lastOf(each)))
        : areAlike(part.marker, lastOf(same))
          ? same
          : undefined;
    if (run === undefined) runs.push([index]);
    else run.push(index);
    open = open.slice(0, part.level);
    open[part.level] = run ?? runs.at(-1) ?? [];
  }
  return runs;
}

/** Whether an item is too short to be a sentence, or goes on with one. */
function isPoint(parts: readonly Part[], index: number): boolean {
  const [part, next] = [parts[index], parts[index + 1]];
  if (part?.kind !== 'item') return false;
  const [text = ''] = part.text.split('\n');
  if (/^\p{Ll}/u.test(text) || /;(?: and| or)?$/.test(text)) return true;
  const hasInner = next?.kind === 'item' && next.level > part.level;
  return !hasInner && !/[.!?:;]$/.test(text) && text.split(' ').length < 12;
}

/** What an item is under: the item one level out, or what’s before the list. */
function parentOf(parts: readonly Part[], index: number): number | undefined {
  const level = (at: number): number => {
    const part = parts[at];
    return part?.kind === 'item' ? part.level : -1;
  };
  for (let at = index - 1; at >= 0; at -= 1) if (level(at) < level(index)) return at;
  return undefined;
}

/** “Rudeness is not acceptable.” */
const SAYS_UNWANTED = /tolerat|accept|allow|permit|condon|prohibit|forbid|forbidden/i;

/** Whether a text is a sentence of its own, which needn’t be about the list after it: “The police will be told.” */
function isWhole(text: string): boolean {
  return (
    /[.!?]['"’”)]*$/.test(text) &&
    text.split(' ').length > 3 &&
    !LEADS_TO_BAN.test(text) &&
    !/\b(?:the following|these|below|as follows)\b/i.test(text)
  );
}

/** Whether a line above a list only names something, as a row of a table does: nothing that its items go on with. */
function isLabel(text: string): boolean {
  return (
    text.split(' ').length <= 4 &&
    couldBeHeading(text) &&
    ![EXPECTS, FORBIDS, WHOSE, LEADS_TO_BAN].some((words) => words.test(text))
  );
}

/** A ban of its own, which says nothing of the list below it: “No skating in the yard” */
const IS_BAN = /^\W*no[ -](?!\w+ing\W*$)\w/i;

function guessMeaning(marker: string, heading: string): Pick<BareList, 'guess' | 'said'> {
  const tick = tickOf(marker);
  if (tick !== undefined) return { guess: tick, said: true };
  if (FORBIDS.test(heading) || LEADS_TO_BAN.test(heading))
    return {
      guess: 'not-tolerated',
      said: !IS_BAN.test(heading) && (!isWhole(heading) || SAYS_UNWANTED.test(heading)),
    };
  return { guess: 'expected', said: EXPECTS.test(heading) && !isWhole(heading) };
}

/** Words that don’t help anyone to recognise a clause. */
const SMALL = new Set(
  'a an and any other others are as at be been but by can do for from has have if in into is it its may not of on or our shall should so such that the their them there these they this those to up was we were which who will with you your must all also both each every'.split(
    ' ',
  ),
);

/** @returns a function that makes an anchor from the first telling words of a text, each time a new one */
function createAnchors(): (text: string) => string {
  return createNames(TAKEN, 40, (words) => {
    const telling = words.filter((word) => !SMALL.has(word));
    return (telling.length > 0 ? telling : words).slice(0, 5);
  });
}

/**
 * Makes the function that names something by its first words, each time otherwise.
 *
 * @param taken names that it can’t have
 * @param most letters that a name has at most
 * @param chosen the words that count
 */
export function createNames(
  taken: Iterable<string>,
  most: number,
  chosen = (words: string[]): string[] => words,
): (text: string) => string {
  const used = new Set(taken);
  return (text) => {
    const words = text
      .normalize('NFKD')
      .replaceAll(/\p{M}|[’']/gu, '')
      .toLowerCase()
      .match(/[a-z][a-z0-9]*/g) ?? ['clause'];
    let name = '';
    for (const word of chosen(words)) {
      if (name.length + word.length > most) break;
      name = name === '' ? word : `${name}-${word}`;
    }
    if (name === '') name = 'clause';
    let own = name;
    for (let number = 2; used.has(own); number += 1) own = `${name}-${number}`;
    used.add(own);
    return own;
  };
}

/** The Code, then its appendices. */
export function newDocumentsOf({ code, appendices }: Pick<Structure, 'code' | 'appendices'>): NewDocument[] {
  return [code, ...appendices];
}

/** The points inside each item of a list, at whatever depth, and the list that a paragraph leads to, by its anchor. */
export function pointsIn(documents: readonly NewDocument[]): Map<string, string[]> {
  const points = new Map<string, string[]>();
  for (const { blocks } of documents) {
    let outer: { anchor: string; level: number }[] = [];
    for (const block of blocks) {
      const level = block.kind === 'item' ? block.level : 0;
      outer = level === 0 ? [] : outer.filter((above) => above.level < level);
      if (block.kind === 'heading' || block.kind === 'row') continue;
      const { anchor, text } = block.clause;
      for (const above of outer) points.set(above.anchor, [...(points.get(above.anchor) ?? []), anchor]);
      if (level > 0 || leadsOn(text)) outer.push({ anchor, level });
    }
  }
  return points;
}

/** All clauses of a document, in order. */
export function newClausesOf({ blocks }: NewDocument): NewClause[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [] : [block.clause]));
}
