import { withIntroductions } from './boldParts.ts';
import { CONTENTS_NOTE, findContents } from './contents.ts';
import { CUT_NOTE } from './cutLines.ts';
import { withParagraphsInItems } from './itemParagraphs.ts';
import { isCutLine, isSignOff, isStep } from './markers.ts';
import { withNumberedHeadings } from './numberedHeadings.ts';
import { piecesOf } from './pageHeaders.ts';
import { footnoteLines, footnotesIn } from './pdfFootnotes.ts';
import { findFurniture, furnitureNotes } from './pdfFurniture.ts';
import { inFileOrder, joinBrokenWords, type Line, linesOf, type Piece } from './pdfLines.ts';
import { type Page, piecesIn, readPages, type Table } from './pdfPages.ts';
import { isClose, partsOf, type Shape, shapeOf, usualGap, withLevels } from './pdfParagraphs.ts';
import { checkLength, type Part, type Policy, UnreadablePolicy } from './policy.ts';
import { inReadingOrder, partsOfTable, withColumnTitles, wordsOf } from './tables.ts';
import { splitTitle } from './title.ts';

/**
 * Reads a PDF: joins its lines to paragraphs and lists, leaves out what’s repeated at the top and bottom of pages, and
 * takes larger or bold short lines for headings.
 *
 * @param name shown in messages
 * @throws UnreadablePolicy if it’s no PDF, has a password, no text, two columns or too many pages
 */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Policy> {
  const pages = await readPages(name, bytes);
  const text = pages.flatMap(({ stream }) => stream.map((piece) => piece.text)).join(' ');
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new UnreadablePolicy(
      `${name} has no text that can be read, only pictures of it, so it’s probably a scan. Use the Word file it was made from, or a PDF saved from Word.`,
    );
  checkLength(name, text);
  const inColumns = pages.findIndex(hasTwoColumns);
  if (inColumns >= 0)
    throw new UnreadablePolicy(
      `Page ${inColumns + 1} of ${name} has two columns, so it’s not clear in which order its lines are read. Use the Word file it was made from.`,
    );
  const furniture = findFurniture(pages);
  const cellsIn = ({ tables }: Page): Line[][] =>
    tables.flatMap(({ rows }) => rows.flat().map((cell) => cell.lines));
  const broken = pages
    .flatMap((page) => [page.lines, ...cellsIn(page)])
    .flatMap((lines) => joinBrokenWords(lines, text));
  const shown = (page: Page): Line[] => page.lines.filter((line) => !furniture.has(line));
  const leading = usualGap(pages.flatMap(shown));
  const footnotes = pages.map((page) => footnoteLines(shown(page), page.height, leading));
  const cuts = pages.flatMap(({ lines }) => lines.filter(({ text }) => isCutLine(text)));
  const outside = new Set([...furniture, ...cuts, ...footnotes.flat()]);
  const repeated = joinTables(pages, outside);
  const body = pages.flatMap((page) => page.lines.filter((line) => !outside.has(line)));
  const contents = new Set(
    [...findContents(body.map((line) => line.text))].flatMap((index) => body[index] ?? []),
  );
  for (const line of body) if (line.tag?.contents === true) contents.add(line);
  const left = new Set([...[...outside, ...contents].flatMap(({ pieces }) => pieces), ...repeated]);
  const tables = pages.flatMap((page) => page.tables);
  const shape = shapeOf(
    [
      ...body.filter((line) => !contents.has(line)),
      ...tables.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell.lines)),
    ],
    pages[0]?.width ?? 0,
  );
  const read = new Map(tables.map((table) => [table, readTable(table, shape)]));
  const blocks = pages.map((page) =>
    [...page.tables, ...page.lines.filter((line) => !outside.has(line) && !contents.has(line))].sort(
      (a, b) => topOf(b) - topOf(a),
    ),
  );
  const inFile = sourcesOf(pages, read, left);
  const letterhead = withLetterhead(blocks[0] ?? [], inFile[0] ?? [], read, shape);
  if (letterhead !== undefined) blocks[0] = letterhead;
  for (const [page, block] of blocks.entries()) blocks[page] = withSigners(block, inFile[page] ?? [], read);
  const source = inFile.map((pieces, page) => {
    const block = blocks[page] ?? [];
    return isInOrder(block, pieces, read) ? pieces : withBoxInPlace(block, pieces, leading);
  });
  const unordered = blocks.findIndex((block, page) => !isInOrder(block, source[page] ?? [], read));
  if (unordered >= 0)
    throw new UnreadablePolicy(
      `Page ${unordered + 1} of ${name} has words beside each other, as in a table without lines, so it’s not clear in which order they’re read. Use the Word file it was made from.`,
    );
  const drawn = new Set<Line>();
  const notes = footnotes.map(footnotesIn);
  // A paragraph may go on over a page’s end, so notes are where the next heading starts a page.
  const isStart = blocks.map((page) => startsWithHeading(page, shape));
  const placeOf = (page: number): number => {
    const next = isStart.findIndex((starts, index) => index > page && starts);
    return next < 0 ? pages.length : next;
  };
  const notesBefore = (page: number): string[] =>
    notes.flatMap((some, from) => (placeOf(from) === page ? some : []));
  const written = [...blocks.keys(), pages.length];
  return {
    parts: partsOfBlocks(
      written.flatMap((page) => [...notesBefore(page).map((note) => ({ note })), ...(blocks[page] ?? [])]),
      read,
      shape,
      drawn,
    ),
    source: written
      .flatMap((page) => [...notesBefore(page), ...source.slice(page, page + 1).map(inFileOrder)])
      .join(' '),
    hasSpaces: false,
    headers: [...new Set([...furniture].flatMap((line) => piecesOf(line.text)))],
    notes: [
      ...(contents.size > 0 ? [CONTENTS_NOTE] : []),
      ...furnitureNotes(furniture),
      ...(cuts.length > 0 ? [CUT_NOTE] : []),
      ...pages.flatMap((page) => page.notes),
      ...(letterhead === undefined
        ? []
        : [
            'Page 1 has a letterhead with words beside each other, read one after the other. Please check it.',
          ]),
      ...source.flatMap((pieces, page) =>
        pieces === inFile[page]
          ? []
          : [`Page ${page + 1} has a text box, read where it stands. Please check it.`],
      ),
      ...new Set(broken.map((word) => `A word broken at a line’s end is written whole: “${word}”.`)),
      ...(repeated.length > 0 ? ['The headings of a table, repeated on each page, are written once.'] : []),
      ...(notes.flat().length > 0
        ? [
            'Footnotes are written before the next page that starts with a heading, or at the end of the document.',
          ]
        : []),
      ...new Set([...read.values()].map(({ note }) => note)),
      ...(drawn.size > 0
        ? ['Indented lines without a bullet that can be read are taken for list items.']
        : []),
    ],
  };
}

const topOf = (block: Line | Table): number => ('rows' in block ? block.top : block.y);

/**
 * Joins each table at the top of a page to one with the same columns at the bottom of the page before.
 *
 * @returns the pieces of headings that are repeated on each page, which are left out
 */
function joinTables(pages: readonly Page[], outside: ReadonlySet<Line>): Piece[] {
  const repeated: Piece[] = [];
  const wordsIn = (row: Table['rows'][number] | undefined): string =>
    row?.map(({ lines }) => lines.map(({ text }) => text).join(' ')).join(' | ') ?? '';
  // The last first, so that a table may go over several pages.
  for (const [index, page] of [...pages.entries()].reverse()) {
    const shown = (some: Page | undefined): Line[] =>
      (some?.lines ?? []).filter((line) => !outside.has(line));
    const before = pages[index - 1];
    const above = before?.tables.toSorted((a, b) => b.top - a.top).at(-1);
    const below = page.tables.toSorted((a, b) => b.top - a.top)[0];
    const last = above?.rows.at(-1);
    const first = below?.rows[0];
    if (above === undefined || below === undefined || last === undefined || first === undefined) continue;
    const isLikeLast = last.length === first.length;
    // A title across all columns may be the last row of a page.
    const like =
      isLikeLast || first.length === 1 ? last : above.rows.findLast(({ length }) => length === first.length);
    const same =
      like?.length === first.length &&
      like.every(({ left }, at) => Math.abs(left - (first[at]?.left ?? 0)) < 4);
    const between =
      shown(before).some(({ y }) => y < above.top) || shown(page).some(({ y }) => y > below.top);
    if (!same || between) continue;
    // A row that goes on begins within a sentence or list, or without the label that all others have.
    const isLabelled = ([label]: Table['rows'][number]): boolean => (label?.lines.length ?? 0) > 0;
    const startsWithin = (row: Table['rows'][number]): boolean =>
      row.every(
        ({ lines: [line] }) => line === undefined || line.marker !== '' || /^\p{Ll}/u.test(line.words),
      );
    const goesOn =
      isLikeLast &&
      (startsWithin(first) ||
        (!isLabelled(first) && [...above.rows, ...below.rows.slice(1)].every(isLabelled)));
    const isRepeated = !goesOn && wordsIn(first) === wordsIn(above.rows[0]);
    if (isRepeated) repeated.push(...first.flatMap(({ pieces }) => pieces));
    const [, second] = below.rows;
    // A row may be broken where the headings are repeated, too.
    const secondGoesOn =
      isRepeated &&
      isLikeLast &&
      second !== undefined &&
      startsWithin(second) &&
      ![...above.rows, ...below.rows.slice(2)].some(startsWithin);
    const rest = goesOn ? first : secondGoesOn ? second : undefined;
    if (rest !== undefined)
      for (const [at, cell] of last.entries()) {
        cell.pieces.push(...(rest[at]?.pieces ?? []));
        cell.lines.push(...(rest[at]?.lines ?? []));
      }
    above.rows.push(...below.rows.slice((isRepeated ? 1 : 0) + (rest === undefined ? 0 : 1)));
    page.tables = page.tables.filter((table) => table !== below);
  }
  return repeated;
}

/** Each page’s pieces in the file’s order, but those of a table in reading order, where the file has its first. */
function sourcesOf(
  pages: readonly Page[],
  read: ReadonlyMap<Table, ReadTable>,
  left: ReadonlySet<Piece>,
): Piece[][] {
  const tableOf = new Map(
    [...read.keys()].flatMap((table) => piecesIn(table).map((piece) => [piece, table] as const)),
  );
  const begun = new Set<Table>();
  return pages.map(({ stream }) =>
    stream.flatMap((piece) => {
      const table = tableOf.get(piece);
      if (table === undefined) return left.has(piece) ? [] : [piece];
      if (begun.has(table)) return [];
      begun.add(table);
      return read.get(table)?.pieces ?? [];
    }),
  );
}

/** A letterhead, or the names below a letter, have so many lines at most. */
const LINES_BESIDE = 8;

/**
 * A page’s blocks with some lines that stand beside each other one after the other, in the file’s order.
 *
 * @param from where in the page’s order they may begin
 * @returns the fewest that put the whole page in the file’s order, with the lines in question and the `more` up to a
 *   table; nothing if none do
 */
function besideInFile(
  blocks: readonly (Line | Table)[],
  from: number,
  source: readonly Piece[],
  read: ReadonlyMap<Table, ReadTable>,
): { all: (Line | Table)[]; inFile: Line[]; pieces: readonly Piece[]; more: readonly Line[] } | undefined {
  const table = blocks.findIndex((block, index) => index >= from && 'rows' in block);
  const lines = blocks.slice(from, table < 0 ? blocks.length : table) as readonly Line[];
  for (let count = 1; count <= Math.min(LINES_BESIDE, lines.length); count += 1) {
    const own = lines.slice(0, count).flatMap(({ pieces }) => pieces);
    const start = source.findIndex((piece) => own.includes(piece));
    const pieces = source.slice(start, start + own.length);
    if (!pieces.every((piece) => own.includes(piece))) continue;
    const inFile = oneBelowTheOther(besideEachOther(pieces).flatMap((cell) => linesOf(cell, 0)));
    const all = [...blocks.slice(0, from), ...inFile, ...blocks.slice(from + count)];
    if (isInOrder(all, source, read)) return { all, inFile, pieces, more: lines.slice(count) };
  }
  return undefined;
}

/**
 * The first page’s blocks with the lines of a letterhead, which stand beside each other at the top, in the file’s order.
 *
 * @returns nothing if the page has no lines beside each other, or if not all that are so are above the title
 */
function withLetterhead(
  blocks: readonly (Line | Table)[],
  source: readonly Piece[],
  read: ReadonlyMap<Table, ReadTable>,
  shape: Shape,
): (Line | Table)[] | undefined {
  if (isInOrder(blocks, source, read)) return undefined;
  const beside = besideInFile(blocks, 0, source, read);
  if (beside === undefined) return undefined;
  const { all, inFile, pieces, more } = beside;
  const { above, isInText } = splitTitle(partsOf([...inFile, ...more], shape));
  const isAbove = lettersOf(above).startsWith(lettersOf(pieces.map(({ text }) => text)));
  return isInText && isAbove ? all : undefined;
}

/** A page’s blocks with the names of those who sign a letter, which may stand beside each other, in the file’s order. */
function withSigners(
  blocks: (Line | Table)[],
  source: readonly Piece[],
  read: ReadonlyMap<Table, ReadTable>,
): (Line | Table)[] {
  if (isInOrder(blocks, source, read)) return blocks;
  for (const [index, block] of blocks.entries()) {
    if ('rows' in block || !isSignOff(block.text)) continue;
    const beside = besideInFile(blocks, index + 1, source, read);
    if (beside !== undefined) return beside.all;
  }
  return blocks;
}

/** Pieces in the file’s order, as lines of one cell each: apart where there’s a gap that no space makes. */
function besideEachOther(pieces: readonly Piece[]): Piece[][] {
  const cells: Piece[][] = [];
  for (const piece of pieces) {
    const last = cells.at(-1)?.at(-1);
    const gap = last === undefined ? 0 : piece.x - last.x - last.width;
    const goesOn =
      last !== undefined &&
      Math.abs(piece.y - last.y) < piece.size / 2 &&
      gap > -piece.size / 2 &&
      gap < piece.size * 1.2;
    if (goesOn) cells.at(-1)?.push(piece);
    else cells.push([piece]);
  }
  return cells;
}

/** Lines as if each were a paragraph below the one before, all in one column. */
function oneBelowTheOther(lines: readonly Line[]): Line[] {
  const left = Math.min(...lines.map(({ x }) => x));
  const top = Math.max(...lines.map(({ y }) => y));
  const size = Math.max(...lines.map((line) => line.size));
  return lines.map((line, index) => ({
    ...line,
    x: left,
    right: left + line.right - line.x,
    y: top + (lines.length - index) * size * 4,
  }));
}

const lettersOf = (texts: readonly string[]): string => texts.join('').replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Whether the words of a page are one below the other as in the file, but for its first line, often a header. */
function isInOrder(
  blocks: readonly (Line | Table)[],
  source: readonly Piece[],
  read: ReadonlyMap<Table, ReadTable>,
): boolean {
  const letters = (pieces: readonly Piece[]): string => lettersOf(pieces.map(({ text }) => text));
  const inLines = blocks.map((block) =>
    letters('rows' in block ? (read.get(block)?.pieces ?? []) : block.pieces),
  );
  const inFile = letters(source);
  const [first = '', ...rest] = inLines;
  return inFile === inLines.join('') || inFile.replace(first, '') === rest.join('');
}

/**
 * A page’s pieces with those of a text box, which the file may have last, where it stands: apart from what’s above and
 * below it. They stay as they are if there’s no such box.
 */
function withBoxInPlace(
  blocks: readonly (Line | Table)[],
  pieces: readonly Piece[],
  leading: number,
): Piece[] {
  const last = pieces.at(-1);
  const end = blocks.findIndex((block) => 'pieces' in block && block.pieces.some((piece) => piece === last));
  const isApart = (index: number): boolean => {
    const [above, block] = [blocks[index - 1], blocks[index]];
    return above === undefined || block === undefined || !isClose(topOf(above) - topOf(block), leading);
  };
  let first = end;
  while (first > 0 && !isApart(first)) first -= 1;
  const below = blocks[end + 1];
  if (end < 0 || below === undefined || !isApart(end + 1)) return [...pieces];
  const box = new Set(
    blocks.slice(first, end + 1).flatMap((block) => ('rows' in block ? piecesIn(block) : block.pieces)),
  );
  const after = 'rows' in below ? piecesIn(below) : below.pieces;
  const rest = pieces.filter((piece) => !box.has(piece));
  const at = rest.findIndex((piece) => after.includes(piece));
  return at < 0 ? [...pieces] : rest.toSpliced(at, 0, ...pieces.filter((piece) => box.has(piece)));
}

/** Whether the first line of a page is a heading. */
function startsWithHeading(blocks: readonly (Line | Table)[], shape: Shape): boolean {
  const lines = blocks.flatMap((block) => ('rows' in block ? [] : [block]));
  return blocks[0] !== undefined && blocks[0] === lines[0] && partsOf(lines, shape)[0]?.kind === 'heading';
}

/** A footnote, among what’s on a page. */
interface Footnote {
  note: string;
}

function partsOfBlocks(
  blocks: readonly (Line | Table | Footnote)[],
  read: ReadonlyMap<Table, ReadTable>,
  shape: Shape,
  drawn: Set<Line>,
): Part[] {
  const runs: (Table | Footnote | Line[])[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if ('rows' in block || 'note' in block) runs.push(block);
    else if (Array.isArray(last)) last.push(block);
    else runs.push([block]);
  }
  const parts = runs.flatMap((run, index): Part[] => {
    const next = runs[index + 1];
    if (Array.isArray(run)) return partsOf(run, shape, drawn, next !== undefined && 'rows' in next);
    return 'note' in run ? [{ kind: 'paragraph', text: run.note }] : (read.get(run)?.parts ?? []);
  });
  const inCells = new Set([...read.values()].flatMap((table) => table.parts));
  return withLevels(
    withParagraphsInItems(withNumberedHeadings(withColumnTitles(withIntroductions(parts, inCells)))),
  );
}

interface ReadTable {
  parts: Part[];
  /** Its pieces in the same order. */
  pieces: Piece[];
  note: string;
}

function readTable({ rows }: Table, shape: Shape): ReadTable {
  const cells = rows.map((row) =>
    row.map(({ lines, pieces, left, right, span }) => {
      const start = Math.min(right, ...lines.map(({ x }) => x));
      const end = right - (start - left);
      const inside = { ...shape, right: end, edge: end, left: undefined };
      return { blocks: withLevels(withParagraphsInItems(partsOf(lines, inside))), pieces, span };
    }),
  );
  return {
    ...partsOfTable(cells, true),
    pieces: inReadingOrder(cells, wordsOf).flatMap(({ pieces }) => pieces),
  };
}

/** At least so many lines have words on both sides of one gap. */
const LINES_ACROSS = 4;

function hasTwoColumns({ lines, width, stream }: Page): boolean {
  const starts = lines.flatMap(({ pieces }) => {
    if (isStep(pieces[0]?.text ?? '')) return [];
    const words = (some: readonly Piece[]): number =>
      some
        .map(({ text }) => text)
        .join(' ')
        .trim()
        .split(/\s+/).length;
    return pieces.flatMap((piece, index) => {
      const before = pieces[index - 1];
      const follows = before !== undefined && stream[stream.indexOf(before) + 1] === piece;
      // In a line that goes from edge to edge, spaces may be wide.
      const least = Math.max(0.02 * width, follows ? piece.size * 2.5 : 0);
      if (before === undefined || piece.x - before.x - before.width < least) return [];
      return words(pieces.slice(0, index)) >= 2 && words(pieces.slice(index)) >= 2 ? [piece.x] : [];
    });
  });
  return starts.some((start) => starts.filter((other) => Math.abs(other - start) < 3).length >= LINES_ACROSS);
}
