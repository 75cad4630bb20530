import { openSentence } from '../code/document.ts';
import { isName } from './details.ts';
import { BULLET, couldBeHeading, isBullet, plainMarker, tickOf } from './markers.ts';
import { type Part, type Row, UnreadablePolicy, withoutRows } from './policy.ts';

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
  | { kind: 'paragraph'; clause: NewClause }
  | { kind: 'list'; items: NewClause[] };

/** The Code or its appendix to be. */
export interface NewDocument {
  title: string;
  blocks: NewBlock[];
}

/** What a list is a list of. */
export type Meaning = 'expected' | 'not-tolerated';

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
  /** A line above the title that only names the school. */
  schoolLine: string | undefined;
  code: NewDocument;
  appendix: NewDocument | undefined;
  bareLists: BareList[];
  notes: string[];
}

/** Anchors that the pages use themselves. */
const TAKEN = ['the-code', 'who-to-talk-to', 'on-this-page', 'content', 'main', 'checker', 'menu'];

const APPENDIX = /^(?:appendix|annex|schedule)\b/i;

const FORBIDS =
  /\bnot\b|n[’']t\b|\bno\b|never|unaccept|inappropriate|intoler|prohibit|forbid|unreasonable|poor behaviour|✘|✗|❌/i;

const EXPECTS = /expect|will\b|should|we ask|please|responsib|promise|commit|agree/i;

/**
 * Puts a document in the shape that the site can show: a title, headings, paragraphs and one level of lists, each
 * paragraph and list item with an anchor made from its words. Numbers and inner bullets become words of their clause.
 *
 * @throws UnreadablePolicy if it doesn’t begin with a title, or has nothing under it
 */
export function structureOf(all: readonly (Part | Row)[]): Structure {
  const parts = withoutRows(all);
  const notes = new Set<string>();
  const first = parts[0];
  const isSchool = (part: Part | undefined): boolean =>
    part !== undefined && part.kind !== 'item' && isName(part.text) && couldBeHeading(part.text);
  const schoolLine = isSchool(first) && parts.length > 1 && !isCode(first) ? first?.text : undefined;
  const { title, rest } = splitTitle(schoolLine === undefined ? parts : parts.slice(1));
  const levels = [...new Set(rest.flatMap((part) => (part.kind === 'heading' ? [part.level] : [])))].sort(
    (a, b) => a - b,
  );
  const depthOf = (level: number): 2 | 3 => (level === levels[0] ? 2 : 3);
  const starts = rest.flatMap((part, index) =>
    part.kind === 'heading' && APPENDIX.test(part.text) ? [index] : [],
  );
  const anchors = createAnchors();
  const bareLists: BareList[] = [];
  const document = (name: string, some: readonly Part[]): NewDocument => ({
    title: name,
    blocks: blocksOf(some, depthOf, anchors, bareLists, notes),
  });
  const [start] = starts;
  const single =
    starts.length === 1 &&
    start !== undefined &&
    rest.slice(start + 1).some(({ kind }) => kind !== 'heading');
  const code = document(title, single ? rest.slice(0, start) : rest);
  const head = single ? rest[start] : undefined;
  const appendix = head === undefined ? undefined : document(head.text, rest.slice((start ?? 0) + 1));
  if (starts.length > 1)
    notes.add(
      `The site can show one appendix on a page of its own. This Code has ${starts.length}, so they’re parts of the Code’s own page.`,
    );
  if (code.blocks.every(({ kind }) => kind === 'heading'))
    throw new UnreadablePolicy('There’s a title, but no text below it.');
  return { schoolLine, code, appendix, bareLists, notes: [...notes] };
}

const isCode = (part: Part | undefined): boolean =>
  /\b(?:code|conduct|policy|charter|agreement|expectations)\b/i.test(part?.text ?? '');

/** So many lines can be a title together, such as the trust’s name above the Code’s. */
const TITLE_LINES = 5;

/** The site has room for a title of so many characters. */
const TITLE_LENGTH = 120;

/**
 * The title: the first line, the lines below it that look the same, and, if one of the next lines names a code or a
 * policy, all up to there.
 */
function splitTitle(parts: readonly Part[]): { title: string; rest: readonly Part[] } {
  const [first] = parts;
  const couldBe = (part: Part | undefined): part is Part =>
    part !== undefined && part.kind !== 'item' && couldBeHeading(part.text);
  if (first === undefined || !couldBe(first))
    throw new UnreadablePolicy(
      'The document doesn’t begin with a title. Put the name of the Code on a line of its own at the top, and try again.',
    );
  const level = first.kind === 'heading' ? first.level : undefined;
  const isSame = (part: Part | undefined): boolean => part?.kind === 'heading' && part.level === level;
  let end = 1;
  while (isSame(parts[end]) && !parts.slice(end + 1).some(isSame) && !APPENDIX.test(parts[end]?.text ?? ''))
    end += 1;
  // A heading below the first is of a part.
  const isTop = (part: Part): boolean =>
    level === undefined || (part.kind === 'heading' && part.level <= level);
  const named = parts.slice(0, TITLE_LINES).findIndex((part) => couldBe(part) && isTop(part) && isCode(part));
  if (!isCode(first) && named >= end && parts.slice(0, named).every(couldBe)) end = named + 1;
  const title = parts
    .slice(0, end)
    .map(({ text }) => text)
    .join(' ');
  if (title.length > TITLE_LENGTH)
    throw new UnreadablePolicy(
      `The title, “${title.slice(0, 60)} …”, is longer than ${TITLE_LENGTH} characters. Put only the name of the Code at the top, and try again.`,
    );
  return { title, rest: parts.slice(end) };
}

function blocksOf(
  parts: readonly Part[],
  depthOf: (level: number) => 2 | 3,
  anchorFor: (text: string) => string,
  bareLists: BareList[],
  notes: Set<string>,
): NewBlock[] {
  const blocks: NewBlock[] = [];
  let heading = '';
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'heading') {
      heading = part.text;
      blocks.push({ kind: 'heading', depth: depthOf(part.level), text: heading });
      continue;
    }
    const marker = part.kind === 'item' ? plainMarker(part.marker) : '';
    const clause = (text: string): NewClause => ({
      anchor: anchorFor(part.text),
      text,
      heading,
      leadIn: undefined,
      list: undefined,
    });
    const shownByList = marker === BULLET && !isNested(parts, index);
    const text = marker === '' || shownByList ? part.text : `${marker} ${part.text}`;
    if (part.kind === 'paragraph' || !belongsInList(parts, index)) {
      if (part.kind === 'item')
        notes.add('Numbered clauses are written as paragraphs that begin with their numbers.');
      blocks.push({ kind: 'paragraph', clause: clause(text) });
      continue;
    }
    if (part.level > 0 && isNested(parts, index))
      notes.add(
        'The site can show one level of lists, so inner items are in the outer list, each with its own marker.',
      );
    else if (!isBullet(marker) && tickOf(marker) === undefined)
      notes.add('Numbered items are written as list items that begin with their numbers.');
    const item = clause(text);
    const last = blocks.at(-1);
    if (last?.kind === 'list') {
      const [head] = last.items;
      last.items.push({ ...item, leadIn: head?.leadIn, list: head?.anchor });
      bareLists.find(({ anchor }) => anchor === head?.anchor)?.items.push(text);
      continue;
    }
    const before = last?.kind === 'paragraph' ? last.clause.text : undefined;
    const leadIn = before === undefined ? undefined : openSentence(before);
    blocks.push({ kind: 'list', items: [{ ...item, leadIn, list: item.anchor }] });
    if (leadIn === undefined)
      bareLists.push({
        anchor: item.anchor,
        under: before ?? heading,
        items: [text],
        ...guessMeaning(marker, before ?? heading),
      });
  }
  return blocks;
}

/** Whether an item is under another item that’s in a list itself. */
function isNested(parts: readonly Part[], index: number): boolean {
  const above = parentOf(parts, index);
  return above !== undefined && parts[above]?.kind === 'item' && belongsInList(parts, above);
}

/** A bullet always; a number if it’s under a sentence that it finishes, or too short to be one itself. */
function belongsInList(parts: readonly Part[], index: number): boolean {
  const part = parts[index];
  if (part?.kind !== 'item') return false;
  if (isBullet(part.marker) || tickOf(part.marker) !== undefined) return true;
  const above = parentOf(parts, index);
  if (above !== undefined && parts[above]?.text.endsWith(':')) return true;
  if (above !== undefined && parts[above]?.kind === 'item' && belongsInList(parts, above)) return true;
  const next = parts[index + 1];
  const hasInner = next?.kind === 'item' && next.level > part.level;
  return !hasInner && !/[.!?:;]$/.test(part.text) && part.text.split(' ').length < 12;
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

function guessMeaning(marker: string, heading: string): Pick<BareList, 'guess' | 'said'> {
  const tick = tickOf(marker);
  if (tick !== undefined) return { guess: tick, said: true };
  if (FORBIDS.test(heading)) return { guess: 'not-tolerated', said: true };
  return { guess: 'expected', said: EXPECTS.test(heading) };
}

/** Words that don’t help anyone to recognise a clause. */
const SMALL = new Set(
  'a an and any other others are as at be been but by can do for from has have if in into is it its may not of on or our shall should so such that the their them there these they this those to up was we were which who will with you your must all also both each every'.split(
    ' ',
  ),
);

/** @returns a function that makes an anchor from the first words of a text, each time a new one */
function createAnchors(): (text: string) => string {
  const used = new Set(TAKEN);
  return (text) => {
    const words = text
      .normalize('NFKD')
      .replaceAll(/\p{M}|[’']/gu, '')
      .toLowerCase()
      .match(/[a-z][a-z0-9]*/g) ?? ['clause'];
    const telling = words.filter((word) => !SMALL.has(word));
    let name = '';
    for (const word of (telling.length > 0 ? telling : words).slice(0, 5)) {
      if (name.length + word.length > 40) break;
      name = name === '' ? word : `${name}-${word}`;
    }
    if (name === '') name = 'clause';
    let anchor = name;
    for (let number = 2; used.has(anchor); number += 1) anchor = `${name}-${number}`;
    used.add(anchor);
    return anchor;
  };
}

/** All clauses of a document, in order. */
export function newClausesOf({ blocks }: NewDocument): NewClause[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.clause];
    return block.kind === 'list' ? block.items : [];
  });
}
