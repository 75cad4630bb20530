import { isItemNumber } from '../code/itemMarker.ts';
import { withInnerListsInItems, withParagraphsInItems } from './itemParagraphs.ts';
import {
  areAlike,
  couldBeBoldHeading,
  follows,
  INTRODUCTION_WORDS,
  isSignOff,
  LINK,
  leadsToMore,
  levelsByMarker,
  numberDepth,
  SENTENCE_END,
  splitMarker,
  TYPED,
} from './markers.ts';
import { withNumberedHeadings } from './numberedHeadings.ts';
import { type Part, tidy } from './policy.ts';
import { isName } from './schoolName.ts';
import { isAllBold, withColumnTitles, wordsOf } from './tables.ts';

/** Some of a paragraph's words, all bold or none; they may have line breaks. */
export interface Piece {
  text: string;
  bold: boolean;
  underlined?: boolean;
  /** In points. */
  size?: number | undefined;
}

/** A paragraph’s words as a part. Some people type their bullets and numbers, which {@link finishParts} gives levels. */
export function textParts(words: string): Part[] {
  const { marker, text } = splitMarker(words);
  if (text === '') return [];
  return [marker === '' ? { kind: 'paragraph', text } : { kind: 'item', level: TYPED, marker, text }];
}

/** A heading’s parts: the school’s name has one of its own, if there’s a line break after it. */
export function headingParts(level: number, words: string): Part[] {
  const [first = '', ...more] = words.split('\n');
  const texts = more.length > 0 && isName(tidy(first)) ? [first, more.join(' ')] : [words];
  return texts
    .map(tidy)
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'heading', level, text }));
}

/** A paragraph’s parts: one, or one for each line if somebody typed a list or lines of their own with line breaks. */
export function partsOfPieces(pieces: readonly Piece[]): Part[] {
  return linesOfList(pieces).flatMap((line) =>
    textParts(line.map(({ text }) => text).join('')).map((part) => withBoldStart(part, line)),
  );
}

/**
 * The pieces of each line with a marker such as others have, with any lines that go on with it, or of each line that
 * none goes on from. Below the school’s name
 * in bold, what’s in bold is on its own.
 */
function linesOfList(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces)
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...piece, text });
    }
  const textOf = (line: readonly Piece[]): string => tidy(line.map(({ text }) => text).join(''));
  const isBold = pieces.every(({ text, bold }) => bold || text.trim() === '');
  const markers = lines.map((line) => splitMarker(textOf(line)).marker);
  const isItem = (at: number): boolean =>
    markers.some((other, index) => index !== at && areOfOneList(other, markers[at] ?? ''));
  const isApart = !isBold && areLinesApart(lines.map(textOf));
  const joined: Piece[][] = [];
  for (const [at, line] of lines.entries()) {
    const last = joined.at(-1);
    const first = textOf(lines[0] ?? []);
    const isBelowName = at === 1 && ((isBold && isName(first)) || GREETING.test(first));
    if (last === undefined || isApart || isBelowName || (markers[at] !== '' && isItem(at))) joined.push(line);
    else last.push({ text: ' ', bold: false }, ...line);
  }
  return joined;
}

/** How a letter begins. */
const GREETING = /^Dear\b(?:\s\S+){0,5}$/;

/** What no line of its own ends with. */
export const GOES_ON =
  /(?:[,;:–—-]|\b(?:a|about|after|an|and|any|are|as|at|be|before|by|for|from|(?<!\bsign )in|is|of|on|or|our|than|that|the|their|to|under|until|which|who|with|your))$/i;
/** “Next review: January 2027” */
const LABELLED = /^[^.:]{2,50}: \S/;
/** Two lines are apart that are as short as a name and a post; of more, or of labels, none is as long as a paragraph. */
const SHORT_LINE = 8;
const LONG_LINE = 25;

/** Whether lines are each on their own, as below a letter or in a list without signs: none goes on from the one before. */
export function areLinesApart(texts: readonly string[]): boolean {
  const lines = texts.filter((text) => text !== '');
  const areLabelled = lines.every((text) => LABELLED.test(text));
  const most = lines.length > 2 || areLabelled ? LONG_LINE : SHORT_LINE;
  return (
    lines.length > 1 &&
    lines.every((text) => /^(?:[^\p{Ll}]|cc\b)/u.test(text) && text.split(' ').length <= most) &&
    !lines.slice(0, -1).some((text) => GOES_ON.test(text))
  );
}

/** Whether two markers are alike, or one is right after the other, which the initials of names seldom are. */
function areOfOneList(marker: string, other: string): boolean {
  if (marker === '' || other === '') return false;
  return /[\p{L}\p{N}]/u.test(marker)
    ? follows(marker, other) || follows(other, marker)
    : areAlike(marker, other);
}

/** A part with the words in bold at its start, but for its marker. */
export function withBoldStart(part: Part, pieces: readonly Piece[]): Part {
  const bold = boldStart(pieces, part.text);
  if (part.kind === 'heading' || part.kind === 'row') return part;
  if (part.kind === 'item') return bold === '' ? part : { ...part, bold };
  const shown = pieces.filter(({ text }) => text.trim() !== '');
  const size = shown[0]?.size;
  const sized = { ...part, ...(size === undefined ? {} : { size }) };
  if (bold !== '') return { ...sized, bold };
  return shown.length > 0 && shown.every((piece) => piece.underlined) ? { ...sized, underlined: true } : part;
}

function boldStart(pieces: readonly Piece[], words: string): string {
  const isMarker = (text: string): boolean => splitMarker(`${text} x`).text === 'x';
  let start = '';
  for (const { text, bold } of pieces) {
    if (start === '' && !bold && isMarker(text)) continue;
    if (!bold && text.trim() !== '') break;
    start += text;
  }
  const text = tidy(start);
  // Nobody means only half a word to be bold.
  const [rest = ''] =
    text !== '' && words.startsWith(text) ? (/^\p{L}+/u.exec(words.slice(text.length)) ?? []) : [];
  if (/\p{L}$/u.test(text) && rest !== '') return text + rest;
  return words.startsWith(text) ? text : splitMarker(text).text;
}

/** Turns what a word processor’s file has into the parts of a policy. */
export function finishParts(parts: readonly Part[]): Part[] {
  return levelsByMarker(
    withInnerListsInItems(
      withParagraphsInItems(withNumberedHeadings(withColumnTitles(withFakeHeadings(parts)))),
    ),
    (_, kind) => kind,
    ({ level }) => level !== TYPED,
  );
}

/**
 * Joins a heading on two lines, each a paragraph of its own: the second goes on with a small letter.
 *
 * @param parts with headings for lines in bold
 * @param made those of them that were no headings before
 */
function withWholeHeadings(parts: readonly Part[], made: ReadonlySet<Part>): Part[] {
  const joined: Part[] = [];
  const inColumns = new Set(
    parts.flatMap((part, index) =>
      part.kind === 'heading' ? Array.from({ length: part.column ?? 0 }, (_, at) => index + 1 + at) : [],
    ),
  );
  const isSame = (last: Part, part: Part): boolean =>
    made.has(part)
      ? made.has(last) || isAllBold(last)
      : last.kind === 'heading' && part.kind === 'heading' && last.level === part.level;
  for (const [index, part] of parts.entries()) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      last.kind !== 'item' &&
      part.kind === 'heading' &&
      !inColumns.has(index) &&
      isSame(parts[index - 1] ?? part, part) &&
      !SENTENCE_END.test(last.text) &&
      /^\p{Ll}/u.test(part.text);
    if (!goesOn) joined.push(part);
    else {
      const level = last.kind === 'heading' ? last.level : part.level;
      joined[joined.length - 1] = { kind: 'heading', level, text: `${last.text} ${part.text}` };
    }
  }
  return joined;
}

/** Whether a paragraph is all in bold or underlined, as many people make their headings. */
function isLikeHeading(part: Part): boolean {
  return isAllBold(part) || (part.kind === 'paragraph' && part.underlined === true && !LINK.test(part.text));
}

/**
 * Takes short paragraphs in bold or underlined for headings, as many people make them, below those with a style of their
 * own, unless they’re written like them. A number such as `1.1` says that one is below another, as do small letters below
 * lines in capitals.
 */
function withFakeHeadings(parts: readonly Part[]): Part[] {
  const introductions = introductionsIn(parts);
  const fakes = new Set(
    parts.filter((part, index) => introductions.has(part) || couldBeFake(parts, index, parts[index + 1])),
  );
  for (const part of longHeadings(parts, fakes)) fakes.add(part);
  let titled = parts.some((part) => part.kind === 'heading' && part.level <= 1);
  const inner = innerHeadings(parts, fakes, titled);
  const made = new Set<Part>();
  const all = parts.map((part, index) => {
    if (!fakes.has(part)) return part;
    const text = wordsOf(part);
    const deeper = inner.has(part) ? 1 : 0;
    const below = titled || leadsToMore(text) ? 4 + Math.max(1, numberDepth(text)) + deeper : 1;
    titled = true;
    const level = levelAmong(parts, index) ?? Math.min(6, below);
    const heading: Part = { kind: 'heading', level, text };
    made.add(heading);
    return heading;
  });
  return withWholeHeadings(all, made);
}

/** So many words a line in bold can have that’s above a list as several shorter headings are. */
const LONG_HEADING = 20;

/** Lines in bold above a list that are only too long for a heading, where at least three headings look the same. */
function longHeadings(parts: readonly Part[], fakes: ReadonlySet<Part>): Part[] {
  const overList = parts.filter(
    (part, index) => (part.kind === 'heading' || isAllBold(part)) && parts[index + 1]?.kind === 'item',
  );
  if (overList.filter((part) => fakes.has(part)).length < 3) return [];
  return overList.filter(
    ({ kind, text }) =>
      kind === 'paragraph' && text.split(' ').length <= LONG_HEADING && /[\p{L}\p{N})]$/u.test(text),
  );
}

/**
 * Lines in bold that end in a colon, right above a list: several of them, or one among others that end in a colon or are
 * above lists too. One alone, or right below a heading, is only the list’s first words, and so are all where one of them
 * is too long for a heading: they look alike, so they’re one thing in all of a document.
 */
function introductionsIn(parts: readonly Part[]): Set<Part> {
  const found = parts.filter((part, index) => isBoldLeadIn(part) && parts[index + 1]?.kind === 'item');
  const short = parts.filter((_, index) => introducesList(parts, index));
  const others = parts.filter(
    (part, index) => leadsToMore(part.text) && couldBeFake(parts, index, parts[index + 1]),
  );
  if (found.some(({ text }) => text.split(' ').length > INTRODUCTION_WORDS)) return new Set();
  if (short.length > 1) return new Set([...short, ...found]);
  const overLists = parts.filter((part, index) => isAllBold(part) && isOverList(parts, index));
  const isFirstInSection = (part: Part): boolean => {
    const before = parts[parts.indexOf(part) - 1];
    return before !== undefined && (before.kind === 'heading' || isLikeHeading(before));
  };
  // One of its own among headings in bold below the text’s start.
  const start = parts.findIndex((part) => part.kind === 'paragraph' && !isLikeHeading(part));
  const among = parts.some(
    (part, index) =>
      index > start &&
      isAllBold(part) &&
      !leadsToMore(part.text) &&
      couldBeFake(parts, index, parts[index + 1]),
  );
  const areNames = [...short, ...found].every(({ text }) => !BEGINS_SENTENCE.test(text));
  const isOneOfThem = start >= 0 && among && areNames;
  const isLikeThem = (overLists.length > 1 || isOneOfThem) && ![...short, ...found].some(isFirstInSection);
  const introductions = short.length > 0 || !areNames ? short : found;
  return new Set(others.length > 1 || isLikeThem ? introductions : []);
}

/** The first words of a sentence that the list’s items end: “In school I will:”, “We welcome visitors who:” */
export const BEGINS_SENTENCE =
  /^in order to\b|\b(?:I|we|you|they|my|our|your)\b|\b(?:will|must|should|shall|can|may|not|to|by|from|of|for|with|who|that|which|are|is|do|please|if|when)\W*$/i;

/** Whether a line in bold is a heading above a list, to which a sentence may lead. */
function isOverList(parts: readonly Part[], index: number): boolean {
  const [part, next, list] = parts.slice(index, index + 3);
  if (part === undefined || leadsToMore(part.text) || !couldBeFake(parts, index, next)) return false;
  return (
    next?.kind === 'item' || (next?.kind === 'paragraph' && !isLikeHeading(next) && list?.kind === 'item')
  );
}

/** Whether a paragraph is all in bold and ends in a colon. */
const isBoldLeadIn = (part: Part): boolean =>
  part.kind === 'paragraph' && isAllBold(part) && leadsToMore(part.text);

/**
 * Lines in bold that end in a colon as headings, if one is right above another that a list follows, or if several
 * headings end in one: below all others, or at the level of those. Lines in bold in the cells of a table that’s only a
 * layout are headings beside the deepest others.
 *
 * @param inCells parts that tables have
 */
export function withIntroductions(parts: readonly Part[], inCells: ReadonlySet<Part>): Part[] {
  const introductions = introductionsIn(parts);
  const headings = parts.flatMap((part) => (part.kind === 'heading' ? [part] : []));
  const [first, ...more] = headings.filter(({ text }) => leadsToMore(text));
  const isLevel = more.length > 0 && more.every(({ level }) => level === first?.level);
  const opens = (part: Part | undefined): boolean => part !== undefined && isBoldLeadIn(part);
  const isNested = parts.some((part, index) => {
    const next = parts[index + 1];
    return opens(part) && next !== undefined && introductions.has(next);
  });
  const fakes = new Set(
    parts.filter((part, index) => {
      if (!opens(part)) return false;
      if (isLevel && introducesList(parts, index)) return true;
      return isNested && (introductions.has(part) || couldBeFake(parts, index, parts[index + 1]));
    }),
  );
  const inner = innerHeadings(parts, fakes, true);
  const deepest = Math.max(1, ...headings.map(({ level }) => level));
  const base = isLevel && first !== undefined ? first.level : deepest + 1;
  const ofCells = headingsInCells(parts, inCells);
  return parts.map((part) => {
    if (ofCells.has(part)) return { kind: 'heading', level: Math.max(2, deepest), text: part.text };
    return fakes.has(part)
      ? { kind: 'heading', level: Math.min(6, base + (inner.has(part) ? 1 : 0)), text: part.text }
      : part;
  });
}

/** Lines in bold in tables’ cells, below the title, that are headings there. */
function headingsInCells(parts: readonly Part[], inCells: ReadonlySet<Part>): Set<Part> {
  const title = parts.findIndex(({ kind }) => kind === 'heading');
  const isInCell = (part: Part): boolean => inCells.has(part) && part.kind === 'paragraph' && isAllBold(part);
  const found = parts.filter(
    (part, index) =>
      title >= 0 && index > title && isInCell(part) && couldBeFake(parts, index, parts[index + 1]),
  );
  const headings = parts.filter(({ kind }) => kind === 'heading');
  return new Set([...found, ...longHeadings(parts, new Set([...found, ...headings])).filter(isInCell)]);
}

/**
 * The lines taken for headings that are below others: underlined ones where others are bold, those in small letters
 * where several are in capitals, from the first on, and those smaller than several others.
 *
 * @param titled whether none of them is the title
 */
function innerHeadings(parts: readonly Part[], fakes: ReadonlySet<Part>, titled: boolean): Set<Part> {
  const rest = [...fakes].slice(titled ? 0 : 1);
  const inner = new Set(rest.some(isAllBold) ? rest.filter((part) => !isAllBold(part)) : []);
  const capitals = rest.filter(({ text }) => isInCapitals(text));
  const small = rest.filter(({ text }) => !isInCapitals(text));
  const start = parts.findIndex((part) => fakes.has(part));
  const length = parts.slice(start).findIndex((part) => !fakes.has(part));
  const cover = new Set(parts.slice(start, start + length));
  const first = rest.findIndex(({ text }) => isInCapitals(text));
  if (capitals.length > 1 && rest.slice(0, first).every((part) => cover.has(part)))
    for (const part of small) inner.add(part);
  const later = rest.filter((part) => cover.size < 2 || !cover.has(part));
  for (const part of smallerThanSeveral(later)) inner.add(part);
  return inner;
}

/** The lines that are at least a point smaller than the largest size that more than one has. */
function smallerThanSeveral(lines: readonly Part[]): Part[] {
  const sizeOf = (part: Part): number => (part.kind === 'paragraph' ? (part.size ?? 0) : 0);
  const sizes = lines.map(sizeOf);
  const common = Math.max(0, ...sizes.filter((size, at) => sizes.indexOf(size) !== at));
  return lines.filter((part) => sizeOf(part) > 0 && sizeOf(part) <= common - 1);
}

const isInCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}{2}/u.test(text);

/** Whether a line in bold ends in a colon, right above a list. */
function introducesList(parts: readonly Part[], index: number): boolean {
  const [part, next] = [parts[index], parts[index + 1]];
  return (
    part !== undefined &&
    leadsToMore(part.text) &&
    next?.kind === 'item' &&
    couldBeFake(parts, index, { kind: 'paragraph' })
  );
}

/** @param next what’s taken to follow */
function couldBeFake(parts: readonly Part[], index: number, next: { kind: string } | undefined): boolean {
  const [part, after, list] = parts.slice(index, index + 3);
  if (part === undefined || !isLikeHeading(part)) return false;
  // Nothing is below it, as below the name of who wrote it.
  if (after === undefined) return false;
  if (isSignOff(parts[index - 1]?.text ?? '')) return false;
  // “(b) Honesty” is one above its text, but not where others like it come right before or after.
  const isAlone = parts[index - 1]?.kind !== 'item' && after.kind === 'paragraph' && !isAllBold(after);
  const numbered = part.kind !== 'item' || /^\d/.test(part.marker) || (isAlone && isItemNumber(part.marker));
  // Two labels of a form are no headings.
  const label = after !== undefined && isAllBold(after) && leadsToMore(after.text) && list?.kind !== 'item';
  return numbered && couldBeBoldHeading(wordsOf(part), label ? undefined : next);
}

/** The level of the headings with a style, if a line in bold is a question as all of them are. */
function levelAmong(parts: readonly Part[], index: number): number | undefined {
  const styled = parts.flatMap((part) => (part.kind === 'heading' && part.level > 0 ? [part] : []));
  const [first] = styled;
  const isOfThem = [parts[index], ...styled].every((part) => part?.text.endsWith('?'));
  return isOfThem && styled.every(({ level }) => level === first?.level) ? first?.level : undefined;
}
