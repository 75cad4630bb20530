import { areLinesApart, BEGINS_SENTENCE, GOES_ON } from './boldParts.ts';
import {
  BULLET,
  couldBeBoldHeading,
  INTRODUCTION_WORDS,
  isBullet,
  isMidSentence,
  isSignOff,
  isStep,
  LINK,
  leadsToMore,
  levelsByMarker,
  numberDepth,
  SENTENCE_END,
  tickOf,
} from './markers.ts';
import { join, type Line, textStart } from './pdfLines.ts';
import type { Part, Row } from './policy.ts';
import { isName } from './schoolName.ts';

/** Lines of one paragraph are no further apart than so many times the usual gap. */
const CLOSE = 1.35;

/** Fewer gaps than these don’t tell how far a paragraph’s lines are apart. */
const FEW = 3;

/** How much wider than another a sign may be, of its size. */
const SIGN_WIDTHS = 0.6;

/** Text that starts this much further in, in points, is indented. */
const INDENT = 10;

/** Whether a line ended although the next one’s first word would have fitted on it, and so ends its paragraph. */
function hadRoomFor(line: Line, next: Line, right: number): boolean {
  const [word = ''] = next.text.split(' ');
  // An ellipsis is as wide as three dots.
  const length = (text: string): number => text.length + 2 * (text.match(/…/g)?.length ?? 0);
  const perCharacter = (next.right - next.x) / Math.max(1, length(next.text));
  // Of a word with wide letters, its letters tell more.
  const width = Math.max((length(word) + 1) * perCharacter, widthIn(next, ` ${word}`));
  return line.right + width + perCharacter < right;
}

/** How wide some words would be in a line’s font. */
const widthIn = ({ x, right, text }: Line, words: string): number =>
  (widthOf(words) * (right - x)) / Math.max(1, widthOf(text));

/**
 * Whether a new paragraph begins after a line that’s nearly full: with a capital letter, and either after a wider gap than
 * within paragraphs, or after a sentence although its first word would have fitted before it.
 */
function beginsAnew(line: Line, next: Line, { within, edge }: Shape): boolean {
  if (line.page !== next.page || !/^['"‘“(]*\p{Lu}/u.test(next.words)) return false;
  if (line.y - next.y > within) return true;
  const [word = ''] = next.text.split(' ');
  return SENTENCE_END.test(line.text) && line.right + widthIn(next, ` ${word}`) < edge;
}

/** How wide words are in most fonts, to compare some with others. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => {
    if (/[ijlI.,:;'’‘!|]/.test(sign)) return sum + 2.5;
    if (/[frt()\-\s“”]/.test(sign)) return sum + 3.3;
    if (/[mwMW…–]/.test(sign)) return sum + 8.5;
    return sum + (/\p{Lu}/u.test(sign) ? 6.8 : 5.3);
  }, 0);
}

/** The gaps after those lines, with one without a marker below, that are as they’re asked for. */
function gapsWhere(lines: readonly Line[], isWanted: (line: Line, next: Line) => boolean): number[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const isBelow = next !== undefined && next.page === line.page && next.y < line.y && next.marker === '';
    return isBelow && isWanted(line, next) ? [line.y - next.y] : [];
  });
}

/** The largest gap within paragraphs: from lines that end within a sentence to the next, but for a few that are odd. */
function gapWithin(lines: readonly Line[], leading: number, right: number): number {
  const gaps = gapsWhere(
    lines,
    (line, next) =>
      isClose(line.y - next.y, leading) &&
      /^\p{Ll}/u.test(next.words) &&
      !SENTENCE_END.test(line.text) &&
      !hadRoomFor(line, next, right),
  );
  const sure = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.9)];
  return sure === undefined || gaps.length < FEW ? leading * CLOSE : sure * 1.05;
}

/** How a document’s text is laid out. */
export interface Shape {
  /** The size of most of the text. */
  body: number;
  /** From one line of a paragraph to the next. */
  leading: number;
  /** At most so much is between the lines of a paragraph. */
  within: number;
  /** Where its longest line ends. */
  right: number;
  /** Where lines end at the latest: as far from the page’s edge as they start, if the longest line ends near there. */
  edge: number;
  /** Where its paragraphs start; nothing if no line is taken for indented. */
  left: number | undefined;
  /** The sizes of headings, largest first. */
  sizes: number[];
  /** Whether the lines of items never start further out than their bullets. */
  hangs: boolean;
  /** Bold or underlined lines that end in a colon above a list, where others that look the same are headings. */
  introductions: ReadonlySet<Line>;
  /** Whether there’s always space between paragraphs, so that lines without any between them are one. */
  spaced: boolean;
}

/**
 * Finds out how a text is laid out.
 *
 * @param width of its pages
 */
export function shapeOf(lines: readonly Line[], width: number): Shape {
  const body = bodySize(lines);
  const right = Math.max(...lines.map((line) => line.right));
  const sure = lines.filter((_, index) => isHeading(lines, index, body, right));
  const introductions = introductionsIn(lines, new Set(sure), right);
  const headings = lines.filter((line) => sure.includes(line) || introductions.has(line));
  const starts = new Map<number, number>();
  for (const line of lines) {
    if (headings.includes(line)) continue;
    const x = Math.round(line.x);
    starts.set(x, (starts.get(x) ?? 0) + 1);
  }
  const most = Math.max(0, ...starts.values());
  const common = [...starts].filter(([, count]) => count >= most / 8).map(([x]) => x);
  const leading = usualGap(lines);
  const text = lines.filter((line) => !headings.includes(line));
  const within = gapWithin(text, leading, right);
  const left = Math.min(...common);
  const edge = width - left;
  return {
    body,
    right,
    edge: edge > right && edge - right < body / 2 ? edge : right,
    leading,
    within,
    hangs: areHanging(text),
    spaced: areSpaced(text, within, right),
    left,
    introductions,
    sizes: [...new Set(headings.map(sizeOf))].sort((a, b) => b - a),
  };
}

/** Whether the second lines of items, which begin with a small letter, are never further out than their bullets. */
function areHanging(lines: readonly Line[]): boolean {
  const seconds = lines.filter((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && before.marker !== '' && line.marker === '' && /^\p{Ll}/u.test(line.words);
  });
  const isOut = (line: Line): boolean => line.x < (lines[lines.indexOf(line) - 1]?.x ?? 0) - 3;
  return seconds.length > 0 && !seconds.some(isOut);
}

/** How large a heading is; where `1.1` is as large as `1.`, it counts as smaller. */
const sizeOf = ({ size, text }: Line): number => Math.round(size * 2) - (isInner(text) ? 0.5 : 0);

/** Whether a heading’s number says that it’s under another: `1.1` is. */
const isInner = (text: string): boolean => numberDepth(text) > 1;

/** Whether paragraphs that end before a line’s end, with a full stop, all have space after them. */
function areSpaced(lines: readonly Line[], within: number, right: number): boolean {
  const gaps = gapsWhere(
    lines,
    (line, next) => line.marker === '' && SENTENCE_END.test(line.text) && hadRoomFor(line, next, right),
  );
  return gaps.length > 1 && gaps.every((gap) => gap > within);
}

/** Whether two lines are as near as those of one paragraph. */
export const isClose = (gap: number, leading: number): boolean => gap < leading * CLOSE;

/** Whether two lines are in one paragraph, heading or item; nothing if no tags say so. */
function areTogether(line: Line | undefined, other: Line | undefined): boolean | undefined {
  if (line?.tag === undefined || other?.tag === undefined || line.page !== other.page) return undefined;
  const [one, next] = [line.tag.inCell, other.tag.inCell];
  if (one !== undefined && next !== undefined && one !== next) return false;
  return line.tag.block === other.tag.block;
}

/** “Appendix 1”, which is a heading at the top of a page, wherever it stands there and however it looks. */
const APPENDIX_ALONE = /^(?:appendix|annex|schedule) (?:\p{Lu}|\d{1,2}|[IVX]{1,4})\s?[:.]?$/iu;

function isHeading(
  lines: readonly Line[],
  index: number,
  body: number,
  right: number,
  isAboveTable = false,
): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line === undefined) return false;
  if (line.tag?.heading === true) return true;
  if (APPENDIX_ALONE.test(line.text) && lines[index - 1]?.page !== line.page) return true;
  // A paragraph that only begins in bold.
  if (next !== undefined && !next.bold && next.size < body * 1.05 && areTogether(line, next) === true)
    return false;
  if (DATE.test(line.text) || isSignOff(lines[index - 1]?.text ?? '')) return false;
  const whole = wholeOf(lines, index, right);
  if (line.size > body * (line.bold ? 1.05 : 1.12)) return !isSaying(textOf(whole));
  const [last, after] = [whole.at(-1) ?? line, lines[lines.indexOf(whole.at(-1) ?? line) + 1]];
  const follows = after === undefined ? undefined : { kind: after.marker === '' ? 'paragraph' : 'item' };
  // Two labels of a form are no headings.
  const label = after?.bold === true && leadsToMore(after.text);
  const hasMore = after !== undefined || isAboveTable;
  const isMarked = line.bold || (line.underlined === true && hasMore && !LINK.test(line.text));
  // Bold words that begin a paragraph would hardly fill a line to just before a capital.
  const isAlone =
    line.bold &&
    whole.length === 1 &&
    after?.bold === false &&
    /^\p{Lu}/u.test(after.words) &&
    after.marker === '';
  return (
    isMarked &&
    (last.right < right * 0.9 || isAlone) &&
    couldBeBoldHeading(textOf(whole), label ? undefined : follows)
  );
}

/** Whether a line is a whole sentence, as a motto in larger letters is: “Remember: be kind, be calm.” */
const isSaying = (text: string): boolean =>
  /[\p{Ll})’”]\.$/u.test(text) && text.split(' ').length >= FEWEST_SAID;

/** A heading may end in a full stop, but has fewer words than this. */
const FEWEST_SAID = 6;

/** The lines in bold that one is of: each but the last is full. */
function wholeOf(lines: readonly Line[], index: number, right: number): Line[] {
  const goesOn = (at: number): boolean => {
    const [line, next] = [lines[at], lines[at + 1]];
    return (
      line !== undefined &&
      next !== undefined &&
      line.bold &&
      lookOf(line) === lookOf(next) &&
      line.page === next.page &&
      line.y - next.y < line.size * 1.6 &&
      next.marker === '' &&
      !SENTENCE_END.test(line.text) &&
      (areTogether(line, next) ?? !hadRoomFor(line, next, right))
    );
  };
  let [first, last] = [index, index];
  while (goesOn(first - 1)) first -= 1;
  while (goesOn(last)) last += 1;
  return lines.slice(first, last + 1);
}

/** The words of several lines. */
const textOf = ([first, ...more]: readonly Line[]): string =>
  more.reduce((text, { words }) => `${text} ${words}`, first?.text ?? '');

/** How a line looks. */
const lookOf = ({ size, bold, underlined }: Line): string =>
  [Math.round(size * 2), bold, underlined === true].join(' ');

/** What’s right below a line is so many times its size further down at most. */
const RIGHT_BELOW = 4;

/** A list that’s under a heading begins within so many lines, as a sentence may lead to it. */
const LEAD_IN = 3;

/**
 * The lines that end in a colon or dash right above a list, if there are several and a heading with text below looks the
 * same, or if two headings above lists do, or if only the title is a heading: one look is one thing in all of a
 * document. One alone is only the list’s first words, unless it’s no sentence and looks like headings in the text. Where
 * such lines stand one above another, they’re left as they are, as they may be of two levels; so is
 * one right below a heading, unless it goes on with that, and so are all where one is too long for a heading.
 */
function introductionsIn(lines: readonly Line[], headings: ReadonlySet<Line>, right: number): Set<Line> {
  const looks = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return headings.has(line) && next !== undefined && lookOf(next) !== lookOf(line) ? [lookOf(line)] : [];
  });
  const isMarked = (line: Line | undefined): line is Line => line?.bold === true || line?.underlined === true;
  const opens = (line: Line | undefined): boolean => {
    if (!isMarked(line) || !leadsToMore(line.text) || line.right >= right * 0.9) return false;
    const text = textOf(wholeOf(lines, lines.indexOf(line), right));
    const isShort = line.bold && text.split(' ').length <= INTRODUCTION_WORDS && !BEGINS_SENTENCE.test(text);
    return (
      (line.marker === '' || /^\d/.test(line.marker)) &&
      (isShort || couldBeBoldHeading(text, { kind: 'paragraph' }))
    );
  };
  const isOverAnother = (line: Line, index: number): boolean => {
    const next = lines[index + 1];
    return opens(line) && next !== undefined && opens(next) && Math.abs(line.x - next.x) < 3;
  };
  if (lines.some((line, index) => !headings.has(line) && isOverAnother(line, index))) return new Set();
  const countOf = (line: Line, some: readonly string[]): number =>
    some.filter((look) => look === lookOf(line)).length;
  const titleAt = lines.findIndex((line) => headings.has(line));
  const hasOnlyTitle = lines.every(
    (line, index) => !headings.has(line) || (index <= titleAt + 1 && line.size > (lines.at(-1)?.size ?? 0)),
  );
  const found = lines.filter((line, index) => {
    const [whole, next] = [wholeOf(lines, index, right), lines[index + 1]];
    const before = lines[index - whole.length];
    // A table may be between them.
    const isNext = before?.page === line.page && before.y - line.y < line.size * whole.length * RIGHT_BELOW;
    const isSecond =
      before !== undefined && isNext && headings.has(before) && lookOf(before) === lookOf(line);
    return (
      !headings.has(line) &&
      opens(line) &&
      (!isSecond || /^\p{Ll}/u.test(whole[0]?.text ?? '')) &&
      next !== undefined &&
      next.marker !== '' &&
      lookOf(next) !== lookOf(line) &&
      (countOf(line, looks) > 0 || (hasOnlyTitle && !/^\d/.test(line.text)))
    );
  });
  const overLists = lines.flatMap((line, index) => {
    const after = lines.slice(index + 1, index + 1 + LEAD_IN);
    const list = after.findIndex(({ marker }) => marker !== '');
    const isOver =
      headings.has(line) && list >= 0 && !after.slice(0, list).some((each) => headings.has(each));
    return isOver ? [lookOf(line)] : [];
  });
  const isOneOfSeveral = (line: Line): boolean =>
    found.some((other) => other !== line && lookOf(other) === lookOf(line)) || countOf(line, overLists) > 1;
  const start = lines.findIndex((line) => !headings.has(line) && !isMarked(line));
  const opened = lines.flatMap((line) =>
    headings.has(line) && leadsToMore(line.text) ? [lookOf(line)] : [],
  );
  const isAmongHeadings = (line: Line): boolean => {
    const whole = wholeOf(lines, lines.indexOf(line), right);
    const before = lines[lines.indexOf(line) - whole.length];
    return (
      before !== undefined &&
      !headings.has(before) &&
      !BEGINS_SENTENCE.test(textOf(whole)) &&
      (lines.some(
        (other, index) =>
          index > start && headings.has(other) && !leadsToMore(other.text) && lookOf(other) === lookOf(line),
      ) ||
        opened.filter((look) => look === lookOf(line)).length > 1)
    );
  };
  const all = found
    .filter((line) => isOneOfSeveral(line) || isAmongHeadings(line))
    .flatMap((line) => wholeOf(lines, lines.indexOf(line), right));
  const isTooLong = (line: Line, index: number): boolean =>
    lookOf(line) === lookOf(all[0] ?? line) &&
    line.bold &&
    leadsToMore(line.text) &&
    lines[index + 1]?.marker !== '' &&
    textOf(wholeOf(lines, index, right)).split(' ').length > INTRODUCTION_WORDS;
  return new Set(lines.some(isTooLong) ? [] : all);
}

/** A date alone, as on a cover. */
const DATE = /^(?:\d{1,2}(?:st|nd|rd|th)? )?\p{Lu}\p{L}+ (?:19|20)\d\d$/u;

/** Whether two lines of headings can be one: as near as lines are, and both in capitals or neither. */
function areOneHeading(before: Line, line: Line, gap: number, right: number): boolean {
  const isCapital = ({ text }: Line): boolean => text === text.toUpperCase();
  const alike =
    before.bold === line.bold &&
    before.underlined === line.underlined &&
    Math.abs(before.size - line.size) < 0.5 &&
    isCapital(before) === isCapital(line);
  // A line that ends early is only one of several if they’re as near as lines of a paragraph.
  const near = hadRoomFor(before, line, right) ? 1.45 : 1.6;
  // A title may go on in smaller letters: “at Hill Top Primary School”.
  const goesOn = before.bold && line.bold && /^\p{Ll}/u.test(line.text) && !SENTENCE_END.test(before.text);
  return (
    (alike || goesOn) &&
    line.marker === '' &&
    gap < line.size * near &&
    !APPENDIX_ALONE.test(before.text) &&
    !isNameAbove(before, line)
  );
}

/** Whether a line is only the school’s name, which what’s below it doesn’t go on with. */
const isNameAbove = (before: Line, line: Line): boolean => isName(before.text) && /^\p{Lu}/u.test(line.text);

/** Whether two lines are in the middle of the same column, the first of them filling it. */
function areCentred(before: Line, line: Line, right: number): boolean {
  const middle = (each: Line): number => each.x + each.right;
  return (
    line.x > before.x + 20 && Math.abs(middle(before) - middle(line)) < 6 && !hadRoomFor(before, line, right)
  );
}

/** Whether a text begins with a quotation that goes on after its end. */
const isOpenQuotation = (text: string): boolean => /^[“"]/.test(text) && !/.[”"]/.test(text);

/**
 * The parts that lines make.
 *
 * @param shape without a left edge inside a table, where there are no headings either
 * @param drawn gets the lines of items whose bullets can’t be read
 * @param isAboveTable whether a table is right below them
 */
export function partsOf(
  lines: readonly Line[],
  shape: Shape,
  drawn?: Set<Line>,
  isAboveTable = false,
): Part[] {
  const { body, leading, within, right, left, sizes, spaced, hangs, introductions } = shape;
  const parts: (Exclude<Part, Row> & { line: Line; indent: number })[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = parts.at(-1);
    const { marker } = line;
    const bold = line.lead === '' ? {} : { bold: line.lead };
    const gap = before === undefined || before.page !== line.page ? undefined : before.y - line.y;
    const close = gap !== undefined && isClose(gap, leading);
    const heads = introductions.has(line) || isHeading(lines, index, body, right, isAboveTable);
    if (left !== undefined && heads) {
      const near = before !== undefined && gap !== undefined && areOneHeading(before, line, gap, right);
      if (last?.kind === 'heading' && (areTogether(before, line) ?? near))
        last.text = join(last.text, line.text, before);
      else
        parts.push({
          kind: 'heading',
          level: sizes.filter((size) => size > sizeOf(line)).length + 1,
          text: line.text,
          line,
          indent: line.x,
        });
      continue;
    }
    const isWrapped =
      last !== undefined &&
      last.kind !== 'heading' &&
      before !== undefined &&
      close &&
      !hadRoomFor(before, line, right) &&
      Math.abs(line.x - (last.line === before ? last.indent : before.x)) < 3 &&
      isMidSentence(marker, parts, lines[index + 1]?.marker ?? '');
    const text = isWrapped ? line.text : line.words;
    if (marker !== '' && !isWrapped) {
      const sign = last?.kind === 'item' && isAnother(line, last) ? last.marker : marker;
      parts.push({ kind: 'item', level: 0, marker: sign, text, ...bold, line, indent: textStart(line) });
      continue;
    }
    // A line break within a paragraph, as in a prayer.
    const isBroken =
      spaced &&
      left !== undefined &&
      !(before !== undefined && isEntry(before.text) && isEntry(line.text)) &&
      close &&
      gap <= within &&
      last?.kind === 'paragraph' &&
      Math.abs(line.x - (before?.x ?? 0)) < 3;
    const isQuoted =
      last?.kind === 'paragraph' && isOpenQuotation(last.text) && close && Math.abs(line.x - last.line.x) < 3;
    const isCentred =
      before !== undefined && last?.kind === 'paragraph' && close && areCentred(before, line, right);
    const together = areTogether(before, line);
    const own = ownRight(lines, index, shape);
    const goesOn =
      last !== undefined &&
      last.kind !== 'heading' &&
      before !== undefined &&
      together !== false &&
      !(together === undefined && last.kind === 'paragraph' && isOnItsOwn(lines, index, shape)) &&
      !(BLANK_AT_END.test(last.text) && /^\p{Lu}/u.test(line.text)) &&
      !isOfStep(line) &&
      (together === true ||
        isBroken ||
        isQuoted ||
        !(
          hadRoomFor(before, line, own ?? right) ||
          beginsAnew(before, line, own === undefined ? shape : { ...shape, edge: own })
        )) &&
      (gap === undefined ? !SENTENCE_END.test(last.text) : close || together === true) &&
      (last.kind !== 'item' ||
        together === true ||
        (isBelow(line, last, hangs) && line.x < last.indent + 4 * INDENT) ||
        (gap !== undefined && gap <= within && areApart(lines, last.line, within))) &&
      (last.kind !== 'paragraph' ||
        together === true ||
        isCentred ||
        line.x < last.line.x + 8 ||
        isBelowStep(line, last.line));
    const inList = last !== undefined && (last.kind !== 'paragraph' || last.text.endsWith(':'));
    if (goesOn) {
      if (last.bold !== undefined && last.bold === last.text && line.lead !== '')
        last.bold = join(last.bold, line.lead, before);
      last.text = join(last.text, text, before);
    } else if (last?.kind === 'item' && last.line.marker !== '' && Math.abs(line.x - last.indent) < 3)
      parts.push({ kind: 'paragraph', text, ...bold, inside: true, line, indent: line.x });
    else if (
      line.tag === undefined
        ? left !== undefined &&
          line.x > left + INDENT &&
          inList &&
          own === undefined &&
          // What’s above all of the text, such as the lines beside a logo, is no list.
          lines.slice(0, index).some(({ x }) => x <= left + INDENT) &&
          !/^[“"]/.test(line.text) &&
          isAligned(lines, index)
        : line.tag.item !== undefined && together !== true
    ) {
      drawn?.add(line);
      parts.push({ kind: 'item', level: 0, marker: BULLET, text, ...bold, line, indent: line.x });
    } else parts.push({ kind: 'paragraph', text, ...bold, line, indent: line.x });
  }
  return withLevelsByIndent(parts).map(({ line: _line, indent: _indent, ...part }) => part);
}

/**
 * Whether a line is on its own, as in an address or in a cell, with no more space above it than within paragraphs: the
 * lines around it would be so each on its own, and one of them at least ended early.
 */
function isOnItsOwn(lines: readonly Line[], index: number, { within, right, left }: Shape): boolean {
  const inCell = left === undefined;
  const isNear = (at: number): boolean => {
    const [line, next] = [lines[at], lines[at + 1]];
    return line !== undefined && next?.page === line.page && next.marker === '' && line.y - next.y <= within;
  };
  let [first, last] = [index, index];
  while (isNear(first - 1)) first -= 1;
  while (isNear(last)) last += 1;
  const block = lines.slice(first, last + 1);
  const endedEarly = (at: number): boolean => {
    const [line, next] = [block[at - 1], block[at]];
    return line !== undefined && next !== undefined && hadRoomFor(line, next, right);
  };
  // In a narrow cell, a full line may end there too, if no name goes on from it.
  const couldStart = (at: number): boolean => {
    const [above, text] = [block[at - 1]?.text ?? '', block[at]?.text ?? ''];
    return (
      !/^\p{Ll}/u.test(text) &&
      !GOES_ON.test(above) &&
      (endedEarly(at) || (inCell && /(?:^|\s)\p{Ll}[^\s.]*$/u.test(above)))
    );
  };
  const early = [...block.keys()].filter(endedEarly);
  if (early.length === 0 || !early.every(couldStart) || !couldStart(index - first)) return false;
  const texts: string[] = [];
  for (const [at, { text }] of block.entries())
    if (at > 0 && !couldStart(at)) texts.push(join(texts.pop() ?? '', text, block[at - 1]));
    else texts.push(text);
  return areLinesApart(texts);
}

/**
 * Where a paragraph’s lines end that’s indented on both sides, as a quotation may be: each but the last as near there as
 * the next one’s first word allows, and one at least within a sentence.
 *
 * @returns nothing if the line isn’t in such a paragraph
 */
function ownRight(lines: readonly Line[], index: number, { within, right, left }: Shape): number | undefined {
  const line = lines[index];
  if (line === undefined || left === undefined || line.x <= left + INDENT) return undefined;
  const isNext = (at: number): boolean => {
    const [one, next] = [lines[at], lines[at + 1]];
    return (
      one !== undefined &&
      next?.page === one.page &&
      next.marker === '' &&
      one.y - next.y <= within &&
      Math.abs((one.marker === '' ? one.x : textStart(one)) - next.x) < 3
    );
  };
  let [first, last] = [index, index];
  while (isNext(first - 1)) first -= 1;
  while (isNext(last)) last += 1;
  const block = lines.slice(first, last + 1);
  const own = Math.max(...block.map((each) => each.right));
  const isFull = block.slice(1).every((next, at) => !hadRoomFor(block[at] ?? next, next, own));
  const isText = block.slice(1).some(({ words }) => /^\p{Ll}/u.test(words));
  return block.length >= FEW && isFull && isText && own < right ? own : undefined;
}

/** Room to write in, with which a form’s line ends. */
const BLANK_AT_END = /_{3,}$/;

/** Whether a line begins with the name of a step, apart from its words. */
const isOfStep = ({ pieces }: Line): boolean => pieces.length > 1 && isStep(pieces[0]?.text ?? '');

/** Whether a line goes on below a step’s words. */
const isBelowStep = (line: Line, step: Line): boolean =>
  isOfStep(step) && Math.abs(line.x - textStart(step)) < 3;

/** Whether a line is a short entry with its name: “To be reviewed: May 2030”. */
const isEntry = (text: string): boolean => /^\p{Lu}[^:.]{2,40}: \S[^:]{0,40}$/u.test(text);

/** Whether a typed hyphen stands for a bullet such as the one right above it, after a whole sentence and written alike. */
function isAnother(
  { marker, words, x }: Line,
  { marker: above, text, line }: Extract<Part, { kind: 'item' }> & { line: Line },
): boolean {
  const isSmall = (some: string): boolean => /^\P{L}*\p{Ll}/u.test(some);
  return (
    /^[-–*]$/.test(marker) &&
    isBullet(above) &&
    Math.abs(x - line.x) < 3 &&
    /[.;]['"’”)]*$/.test(text) &&
    isSmall(words) === isSmall(text)
  );
}

/** Whether a line starts right below or above another: not if only the first line of a paragraph is indented. */
function isAligned(lines: readonly Line[], index: number): boolean {
  const isAt = (line: Line | undefined): boolean =>
    line !== undefined && Math.abs(line.x - (lines[index]?.x ?? 0)) < 3;
  return isAt(lines[index - 1]) || isAt(lines[index + 1]);
}

/**
 * Whether a line can go on with an item: below its words, or, where lines go back to the bullet, within a sentence.
 *
 * @param hangs whether no line goes back further than that
 */
function isBelow(
  { x, words }: Line,
  { text, line, indent }: Exclude<Part, Row> & { line: Line; indent: number },
  hangs: boolean,
): boolean {
  if (hangs && x < line.x - 3 && /^['"‘“(]*\p{Lu}/u.test(words)) return false;
  return x >= indent - 3 || x > line.x + 1 || !(SENTENCE_END.test(text) && /^\p{Lu}/u.test(words));
}

/**
 * Whether an item has more space above it than its own lines have between them, as has what’s below it: so all lines
 * without any are its own.
 */
function areApart(lines: readonly Line[], line: Line, within: number): boolean {
  const at = lines.indexOf(line);
  const next = lines.findIndex(
    (each, index) =>
      index > at && (each.marker !== '' || each.page !== line.page || gapAbove(lines, index) > within),
  );
  return gapAbove(lines, at) > within && next > at + 1 && gapAbove(lines, next) > within;
}

/** How far a line is below the one before it; nothing tells at the top of a page, where it may be as far as it likes. */
function gapAbove(lines: readonly Line[], index: number): number {
  const [before, line] = [lines[index - 1], lines[index]];
  return before === undefined || line === undefined || before.page !== line.page
    ? Number.POSITIVE_INFINITY
    : before.y - line.y;
}

/** Items’ levels. A bullet among ticks at one indent may be one of them, of which the file doesn’t say what it is. */
export function withLevels(parts: readonly Part[]): Part[] {
  return levelsByMarker(parts, (level, kind) => `${level} ${tickOf(kind) === undefined ? kind : BULLET}`);
}

/**
 * Counts how far each item is indented among those around it, as {@link withLevels} takes it. At one place are those
 * whose markers or words start there: numbers and signs may be of several widths.
 */
function withLevelsByIndent<P extends Part & { line: Line; indent: number }>(parts: P[]): P[] {
  const isOther = (part: Part): boolean =>
    part.kind !== 'item' && !(part.kind === 'paragraph' && part.inside === true);
  return parts.map((part, index) => {
    if (part.kind !== 'item') return part;
    const end = parts.findIndex((other, at) => at > index && isOther(other));
    const run = parts.slice(parts.slice(0, index).findLastIndex(isOther) + 1, end < 0 ? undefined : end);
    const isSame = (one: P, other: P): boolean =>
      Math.min(Math.abs(one.line.x - other.line.x), Math.abs(one.indent - other.indent)) <
      part.line.size * SIGN_WIDTHS;
    const places: P[] = [];
    for (const each of run.toSorted((a, b) => a.indent - b.indent))
      if (each.kind === 'item' && !places.some((place) => isSame(place, each))) places.push(each);
    return { ...part, level: places.findIndex((place) => isSame(place, part)) };
  });
}

/** The size of most of the text. */
export function bodySize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 12;
}

/** The distance between most lines, to a point: the smallest that’s common. */
export function usualGap(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const gap = before === undefined || before.page !== line.page ? 0 : before.y - line.y;
    return gap > 0.5 ? [gap] : [];
  });
  const counts = gaps.map((gap) => gaps.filter((other) => Math.abs(other - gap) <= 1).length);
  const most = Math.max(0, ...counts);
  return Math.min(Number.MAX_SAFE_INTEGER, ...gaps.filter((_, index) => (counts[index] ?? 0) >= most / 3));
}
