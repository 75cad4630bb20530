import { getDocumentProxy } from 'unpdf';
import { CONTENTS_NOTE, findContents } from './contents.ts';
import { withParagraphsInItems } from './itemParagraphs.ts';
import { BULLET, couldBeBoldHeading, isMidSentence, levelsByMarker, numberDepth, tickOf } from './markers.ts';
import { withNumberedHeadings } from './numberedHeadings.ts';
import { piecesOf } from './pageHeaders.ts';
import { type CellOfPieces, cellsOf, tablesByGaps } from './pdfColumns.ts';
import { type Box, drawingsOf, gridsOf, isDot } from './pdfDrawings.ts';
import { footnoteLines, footnotesIn, superscript } from './pdfFootnotes.ts';
import { inFileOrder, join, joinBrokenWords, type Line, linesOf, type Piece, textStart } from './pdfLines.ts';
import { areTagsTrue, type Tag, taggedTables, tagsOf } from './pdfTags.ts';
import { checkLength, type Part, type Policy, type Row, UnreadablePolicy } from './policy.ts';
import { afterUnnamedSign, inUnicode } from './signs.ts';
import { inReadingOrder, partsOfTable, wordsOf } from './tables.ts';

/** A handbook has more pages than this; a Code has two to twenty. */
const MAX_PAGES = 60;

interface Page {
  width: number;
  height: number;
  /** Those outside its tables. */
  lines: Line[];
  tables: Table[];
  /** Every piece in the order in which the file has them. */
  stream: Piece[];
  /** What a person should know about it. */
  notes: string[];
}

/** A table, with lines around its cells or without. */
interface Table {
  top: number;
  rows: (Box & { span: number; pieces: Piece[]; lines: Line[] })[][];
}

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
  const outside = new Set([...furniture, ...footnotes.flat()]);
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
  const notes = footnotes.flatMap(footnotesIn);
  return {
    parts: [
      ...partsOfBlocks(blocks.flat(), read, shape, drawn),
      ...notes.map((text): Part => ({ kind: 'paragraph', text })),
    ],
    source: [...source.map(inFileOrder), ...notes].join(' '),
    hasSpaces: false,
    headers: [...new Set([...furniture].flatMap((line) => piecesOf(line.text)))],
    notes: [
      ...(contents.size > 0 ? [CONTENTS_NOTE] : []),
      ...furnitureNotes(furniture),
      ...pages.flatMap((page) => page.notes),
      ...source.flatMap((pieces, page) =>
        pieces === inFile[page]
          ? []
          : [`Page ${page + 1} has a text box, read where it stands. Please check it.`],
      ),
      ...new Set(broken.map((word) => `A word broken at a line’s end is written whole: “${word}”.`)),
      ...(repeated.length > 0 ? ['The headings of a table, repeated on each page, are written once.'] : []),
      ...(notes.length > 0 ? ['Footnotes are written at the end of the document.'] : []),
      ...new Set([...read.values()].map(({ note }) => note)),
      ...(drawn.size > 0
        ? ['Indented lines without a bullet that can be read are taken for list items.']
        : []),
    ],
  };
}

const topOf = (block: Line | Table): number => ('rows' in block ? block.top : block.y);

const piecesIn = ({ rows }: Table): Piece[] => rows.flat().flatMap(({ pieces }) => pieces);

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
    const same =
      last.length === first.length &&
      last.every(({ left }, at) => Math.abs(left - (first[at]?.left ?? 0)) < 4);
    const between =
      shown(before).some(({ y }) => y < above.top) || shown(page).some(({ y }) => y > below.top);
    if (!same || between) continue;
    // A row that goes on begins within a sentence or list, or without the label that all others have.
    const isLabelled = ([label]: Table['rows'][number]): boolean => (label?.lines.length ?? 0) > 0;
    const goesOn =
      first.every(
        ({ lines: [line] }) => line === undefined || line.marker !== '' || /^\p{Ll}/u.test(line.words),
      ) ||
      (!isLabelled(first) && [...above.rows, ...below.rows.slice(1)].every(isLabelled));
    const isRepeated = !goesOn && wordsIn(first) === wordsIn(above.rows[0]);
    if (isRepeated) repeated.push(...first.flatMap(({ pieces }) => pieces));
    if (goesOn)
      for (const [at, cell] of last.entries()) {
        cell.pieces.push(...(first[at]?.pieces ?? []));
        cell.lines.push(...(first[at]?.lines ?? []));
      }
    above.rows.push(...below.rows.slice(goesOn || isRepeated ? 1 : 0));
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

/** Whether the words of a page are one below the other as in the file, but for its first line, often a header. */
function isInOrder(
  blocks: readonly (Line | Table)[],
  source: readonly Piece[],
  read: ReadonlyMap<Table, ReadTable>,
): boolean {
  const letters = (pieces: readonly Piece[]): string =>
    pieces.map(({ text }) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')).join('');
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

function partsOfBlocks(
  blocks: readonly (Line | Table)[],
  read: ReadonlyMap<Table, ReadTable>,
  shape: Shape,
  drawn: Set<Line>,
): Part[] {
  const runs: (Table | Line[])[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if ('rows' in block) runs.push(block);
    else if (Array.isArray(last)) last.push(block);
    else runs.push([block]);
  }
  const parts = runs.flatMap((run) =>
    Array.isArray(run) ? partsOf(run, shape, drawn) : (read.get(run)?.parts ?? []),
  );
  return withLevels(withParagraphsInItems(withNumberedHeadings(parts)));
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

async function readPages(name: string, bytes: Uint8Array): Promise<Page[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes)).catch((error: unknown) => {
    throw new UnreadablePolicy(
      error instanceof Error && error.name === 'PasswordException'
        ? `${name} is protected with a password. Save a copy without one, and try again.`
        : `${name} isn’t a whole PDF. Save it again, and try again.`,
    );
  });
  if (pdf.numPages > MAX_PAGES)
    throw new UnreadablePolicy(
      `${name} has ${pdf.numPages} pages, so it looks like a whole handbook. Save only the pages of the Code, and try again.`,
    );
  const isTagged = (await pdf.getMarkInfo())?.Marked === true;
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const content = await page.getTextContent({ includeMarkedContent: isTagged });
    const tree = isTagged ? await page.getStructTree() : null;
    const tags = tree === null ? new Map<string, Tag>() : tagsOf(tree);
    const marks: { tag: Tag | undefined; aside: boolean }[] = [];
    // Only drawing a page loads its fonts, and only they know their names.
    const drawings = await drawingsOf(await page.getOperatorList());
    const names = new Map<string, string>();
    const nameOf = (font: string): string => {
      const known =
        names.get(font) ??
        (page.commonObjs.has(font)
          ? String((page.commonObjs.get(font) as { name?: string }).name).replace(/^[A-Z]{6}\+/, '')
          : '');
      names.set(font, known);
      return known;
    };
    const stream: Piece[] = [];
    const notes = new Set<string>();
    for (const item of content.items) {
      if (!('str' in item)) {
        const outer = marks.at(-1);
        if (item.type === 'endMarkedContent') marks.pop();
        else
          marks.push({
            tag: tags.get(item.id) ?? outer?.tag,
            aside: ('tag' in item && item.tag === 'Artifact') || outer?.aside === true,
          });
        continue;
      }
      if (item.str.replaceAll('\0', '.').trim() === '') continue;
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      const font = nameOf(item.fontName);
      const mark = marks.at(-1);
      const piece: Piece = {
        text: inUnicode(item.str, font),
        x,
        y,
        width: item.width,
        size: Math.hypot(c, d),
        bold: /bold|black|heavy|semibold/i.test(font),
        tag: mark?.tag,
        aside: mark?.aside === true || Math.abs(b) > Math.abs(a) / 4,
      };
      const sign = signNote(piece, font, number) ?? noteNumber(piece, stream.at(-1), number);
      if (sign !== undefined) {
        piece.text = sign.text;
        notes.add(sign.note);
      }
      if (isSignBefore(piece, stream.at(-1))) stream.splice(-1, 0, piece);
      else stream.push(piece);
    }
    if (!areTagsTrue(stream)) for (const piece of stream) piece.tag = undefined;
    const text = stream.filter(({ aside }) => aside !== true);
    const bullets = bulletsAmong(drawings, text);
    const all = [...text, ...bullets];
    const tables = gridsOf(drawings, (cell) => !all.some((piece) => isIn(cell, piece))).flatMap(
      (grid): Table[] => {
        const rows = grid.rows.map((row) =>
          row.map((cell) => {
            const pieces = all.filter((piece) => isIn(cell, piece));
            return { ...cell, pieces, lines: linesOf(pieces, number) };
          }),
        );
        return rows.flat().some(({ pieces }) => pieces.length > 0) ? [{ top: grid.top, rows }] : [];
      },
    );
    const inGrids = new Set(tables.flatMap(piecesIn));
    const outGrids = text.filter((piece) => !inGrids.has(piece));
    for (const rows of taggedTables(outGrids)) tables.push(tableOf(cellsOf(rows), bullets, number));
    const inTagged = new Set(tables.flatMap(piecesIn));
    const outside = outGrids.filter((piece) => !inTagged.has(piece));
    for (const rows of tablesByGaps(outside, number, lastTable(pages.at(-1)))) {
      tables.push(tableOf(rows, bullets, number));
      notes.add(
        `Page ${number} has a table without lines around its cells: the gaps between its words tell them. Please check it.`,
      );
    }
    const inTables = new Set(tables.flatMap(piecesIn));
    const lines = [
      ...linesOf(
        all.filter((piece) => !inTables.has(piece)),
        number,
      ),
      ...linesOf(
        stream.filter(({ aside }) => aside),
        number,
      ),
    ];
    pages.push({ width, height, stream, tables, lines, notes: [...notes] });
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** The rows of a page’s last table, if it has one. */
const lastTable = (page: Page | undefined): Table['rows'] | undefined =>
  page?.tables.toSorted((a, b) => b.top - a.top).at(-1)?.rows;

/** A table without lines around its cells. */
function tableOf(rows: readonly CellOfPieces[][], bullets: readonly Piece[], page: number): Table {
  return {
    top: Math.max(...rows.flat().map(({ top }) => top)),
    rows: rows.map((row) =>
      row.map((cell) => {
        const pieces = [...cell.pieces, ...bullets.filter((bullet) => isIn(cell, bullet))];
        return { ...cell, span: 1, pieces, lines: linesOf(pieces, page) };
      }),
    ),
  };
}

const isIn = ({ left, right, bottom, top }: Box, { x, y, width, size }: Piece): boolean =>
  x + width / 2 > left && x + width / 2 < right && y + size * 0.3 > bottom && y + size * 0.3 < top;

/** Whether a tick or cross is left of words that the file has first, as LibreOffice writes what’s in another font. */
function isSignBefore({ text, x, y, width, size }: Piece, words: Piece | undefined): boolean {
  if (words === undefined || tickOf(text) === undefined || Math.abs(words.y - y) > size / 2) return false;
  const gap = words.x - x - width;
  return gap > -1 && gap < size * 3;
}

/** A line that starts with a sign its font doesn’t name, such as an emoji: it’s read as a bullet. */
function signNote({ text }: Piece, font: string, page: number): { text: string; note: string } | undefined {
  const words = afterUnnamedSign(text, font);
  if (words === undefined) return undefined;
  return {
    text: `${BULLET} ${words}`,
    note: `Page ${page} has signs that the file doesn’t name. They’re taken for bullets, but may be ticks or crosses. Please check.`,
  };
}

/** A small raised number after a word, as of a footnote: it’s written as one, so that it stays apart from the word. */
function noteNumber(
  { text, x, y, size }: Piece,
  before: Piece | undefined,
  page: number,
): { text: string; note: string } | undefined {
  if (before === undefined || !/^\d{1,2}\s*$/.test(text) || size > before.size * 0.8) return undefined;
  const raised = y > before.y + before.size * 0.1 && y < before.y + before.size;
  if (!raised || Math.abs(x - before.x - before.width) > before.size / 2) return undefined;
  const number = superscript(text);
  const word = /\S*$/.exec(before.text.trim())?.[0] ?? '';
  return {
    text: number,
    note: `“${word}${number.trim()}” on page ${page} seems to have a footnote. Please check where its words are.`,
  };
}

/** Bullets that are drawn, not written: each is left of a line’s words. */
function bulletsAmong(drawings: readonly Box[], pieces: readonly Piece[]): Piece[] {
  return drawings.filter(isDot).flatMap(({ left, right, bottom, top }): Piece[] => {
    const middle = (bottom + top) / 2;
    const beside = pieces.filter(({ y, size }) => middle > y - size * 0.1 && middle < y + size * 0.8);
    const next = beside.filter(({ x }) => x >= right).sort((a, b) => a.x - b.x)[0];
    if (next === undefined || next.x - right > next.size * 4) return [];
    // Left of it there’s nothing, or another column.
    if (beside.some(({ x, width }) => x < left && left - x - width < next.size)) return [];
    const { y, size } = next;
    return [{ text: BULLET, x: left, y, width: right - left, size, bold: false }];
  });
}

/** At least so many lines have words on both sides of one gap. */
const LINES_ACROSS = 4;

function hasTwoColumns({ lines, width, stream }: Page): boolean {
  const starts = lines.flatMap(({ pieces }) => {
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

/** A page number alone, or `Page 2 of 5` or `– page 2` beside other words, or Word’s `2 | P a g e`. */
const PAGE_NUMBER =
  /^(page )?[-–]?\s*\d+\s*[-–]?( (of|\/) \d+)?$|\bpage \d+ (of|\/) \d+\b|[-–—|•·:,] ?page \d+$|^\d+ \| ?p ?a ?g ?e$/i;

/** Lines at the top and bottom that are repeated from page to page, and page numbers. */
function findFurniture(pages: readonly Page[]): Set<Line> {
  const edgesOf = (edge: number): Line[][] =>
    pages.map(({ lines, height }) => lines.filter(({ y }) => y > height * (1 - edge) || y < height * edge));
  const pattern = ({ text }: Line): string => text.replaceAll(/\d+/g, '#').toLowerCase();
  const isSame = (line: Line, other: Line): boolean =>
    Math.abs(line.y - other.y) < 3 && pattern(line) === pattern(other);
  const wide = edgesOf(0.2);
  const times = (line: Line): number =>
    wide.filter((lines) => lines.some((other) => isSame(line, other))).length;
  const enough = Math.max(2, pages.length / 2);
  // On a single page nothing is repeated, but small print at its edge is no part of the text.
  const body = bodySize(pages.flatMap(({ lines }) => lines));
  const asides = pages.flatMap(({ lines }) => lines.filter(({ aside }) => aside));
  return new Set([
    ...asides,
    ...wide.flat().filter((line) => times(line) >= enough),
    ...edgesOf(0.1)
      .flat()
      .filter((line) => PAGE_NUMBER.test(line.text) || (pages.length === 1 && line.size < body * 0.85)),
  ]);
}

function furnitureNotes(furniture: ReadonlySet<Line>): string[] {
  return [
    ...new Set(
      [...furniture]
        .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
        .map(({ text, aside }) => {
          const where = aside ? 'No part of the text, as the file has it' : 'At the top or bottom of pages';
          return `${where}, and left out: “${text.replaceAll(/\d+/g, '…')}”.`;
        }),
    ),
  ];
}

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
  return line.right + (length(word) + 2) * perCharacter < right;
}

/**
 * Whether a new paragraph begins after a line that’s nearly full: with a capital letter, and either after a wider gap than
 * within paragraphs, or after a sentence although its first word would have fitted before it.
 */
function beginsAnew(line: Line, next: Line, { within, edge }: Shape): boolean {
  if (line.page !== next.page || !/^['"‘“(]*\p{Lu}/u.test(next.words)) return false;
  if (line.y - next.y > within) return true;
  const [word = ''] = next.text.split(' ');
  const scale = (next.right - next.x) / Math.max(1, widthOf(next.text));
  return SENTENCE_END.test(line.text) && line.right + widthOf(` ${word}`) * scale < edge;
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

/** The largest gap within paragraphs: from lines that end within a sentence to the next, but for a few that are odd. */
function gapWithin(lines: readonly Line[], leading: number, right: number): number {
  const gaps = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const goesOn =
      next !== undefined &&
      next.page === line.page &&
      next.y < line.y &&
      next.marker === '' &&
      isClose(line.y - next.y, leading) &&
      /^\p{Ll}/u.test(next.words) &&
      !SENTENCE_END.test(line.text) &&
      !hadRoomFor(line, next, right);
    return goesOn ? [line.y - next.y] : [];
  });
  const sure = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.9)];
  return sure === undefined || gaps.length < FEW ? leading * CLOSE : sure * 1.05;
}

/** How a document’s text is laid out. */
interface Shape {
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
  /** Whether there’s always space between paragraphs, so that lines without any between them are one. */
  spaced: boolean;
}

function shapeOf(lines: readonly Line[], width: number): Shape {
  const body = bodySize(lines);
  const right = Math.max(...lines.map((line) => line.right));
  const headings = lines.filter((line, index) => isHeading(line, lines[index + 1], body, right));
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
    spaced: areSpaced(text, within, right),
    left,
    sizes: [...new Set(headings.map(sizeOf))].sort((a, b) => b - a),
  };
}

/** How large a heading is; where `1.1` is as large as `1.`, it counts as smaller. */
const sizeOf = ({ size, text }: Line): number => Math.round(size * 2) - (isInner(text) ? 0.5 : 0);

/** Whether a heading’s number says that it’s under another: `1.1` is. */
const isInner = (text: string): boolean => numberDepth(text) > 1;

/** Whether paragraphs that end before a line’s end, with a full stop, all have space after them. */
function areSpaced(lines: readonly Line[], within: number, right: number): boolean {
  const gaps = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const ends =
      next !== undefined &&
      next.page === line.page &&
      next.y < line.y &&
      line.marker === '' &&
      next.marker === '' &&
      SENTENCE_END.test(line.text) &&
      hadRoomFor(line, next, right);
    return ends ? [line.y - next.y] : [];
  });
  return gaps.length > 1 && gaps.every((gap) => gap > within);
}

const isClose = (gap: number, leading: number): boolean => gap < leading * CLOSE;

/** Whether two lines are in one paragraph, heading or item; nothing if no tags say so. */
function areTogether(line: Line | undefined, other: Line | undefined): boolean | undefined {
  if (line?.tag === undefined || other?.tag === undefined || line.page !== other.page) return undefined;
  return line.tag.block === other.tag.block;
}

function isHeading(line: Line, next: Line | undefined, body: number, right: number): boolean {
  if (line.tag?.heading === true) return true;
  // A paragraph that only begins in bold.
  if (next !== undefined && !next.bold && next.size < body * 1.05 && areTogether(line, next) === true)
    return false;
  if (line.size > body * (line.bold ? 1.05 : 1.12)) return true;
  const follows = next === undefined ? undefined : { kind: next.marker === '' ? 'paragraph' : 'item' };
  // Two labels of a form are no headings.
  const label = next?.bold === true && next.text.endsWith(':');
  return line.bold && line.right < right * 0.9 && couldBeBoldHeading(line.text, label ? undefined : follows);
}

/**
 * The parts that lines make.
 *
 * @param shape without a left edge inside a table, where there are no headings either
 * @param drawn gets the lines of items whose bullets can’t be read
 */
function partsOf(lines: readonly Line[], shape: Shape, drawn?: Set<Line>): Part[] {
  const { body, leading, within, right, left, sizes, spaced } = shape;
  const parts: (Exclude<Part, Row> & { line: Line; indent: number })[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = parts.at(-1);
    const { marker } = line;
    const bold = line.lead === '' ? {} : { bold: line.lead };
    const gap = before === undefined || before.page !== line.page ? undefined : before.y - line.y;
    const close = gap !== undefined && isClose(gap, leading);
    if (left !== undefined && isHeading(line, lines[index + 1], body, right)) {
      const alike =
        before !== undefined && before.bold === line.bold && Math.abs(before.size - line.size) < 0.5;
      const near = alike && gap !== undefined && gap < line.size * 1.6 && marker === '';
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
      parts.push({ kind: 'item', level: 0, marker, text, ...bold, line, indent: textStart(line) });
      continue;
    }
    // A line break within a paragraph, as in an address.
    const isBroken =
      spaced &&
      close &&
      gap <= within &&
      last?.kind === 'paragraph' &&
      Math.abs(line.x - (before?.x ?? 0)) < 3;
    const together = areTogether(before, line);
    const goesOn =
      last !== undefined &&
      last.kind !== 'heading' &&
      before !== undefined &&
      together !== false &&
      (together === true ||
        isBroken ||
        !(hadRoomFor(before, line, right) || beginsAnew(before, line, shape))) &&
      (gap === undefined ? !SENTENCE_END.test(last.text) : close || together === true) &&
      (last.kind !== 'item' || together === true || isBelow(line, last)) &&
      (last.kind !== 'paragraph' || together === true || line.x < last.line.x + 8);
    const inList = last !== undefined && (last.kind !== 'paragraph' || last.text.endsWith(':'));
    if (goesOn) {
      if (last.bold !== undefined && last.bold === last.text && line.lead !== '')
        last.bold = join(last.bold, line.lead, before);
      last.text = join(last.text, text, before);
    } else if (last?.kind === 'item' && last.line.marker !== '' && Math.abs(line.x - last.indent) < 3)
      parts.push({ kind: 'paragraph', text, ...bold, inside: true, line, indent: line.x });
    else if (
      line.tag === undefined
        ? left !== undefined && line.x > left + INDENT && inList && isAligned(lines, index)
        : line.tag.item !== undefined && together !== true
    ) {
      drawn?.add(line);
      parts.push({ kind: 'item', level: 0, marker: BULLET, text, ...bold, line, indent: line.x });
    } else parts.push({ kind: 'paragraph', text, ...bold, line, indent: line.x });
  }
  return withLevelsByIndent(parts).map(({ line: _line, indent: _indent, ...part }) => part);
}

/** Whether a line starts right below or above another: not if only the first line of a paragraph is indented. */
function isAligned(lines: readonly Line[], index: number): boolean {
  const isAt = (line: Line | undefined): boolean =>
    line !== undefined && Math.abs(line.x - (lines[index]?.x ?? 0)) < 3;
  return isAt(lines[index - 1]) || isAt(lines[index + 1]);
}

const SENTENCE_END = /[.!?:;]['"’”)]*$/;

/** Whether a line can go on with an item: below its words, or, where lines go back to the bullet, within a sentence. */
function isBelow(
  { x, words }: Line,
  { text, line, indent }: Exclude<Part, Row> & { line: Line; indent: number },
): boolean {
  return x >= indent - 3 || x > line.x + 1 || !(SENTENCE_END.test(text) && /^\p{Lu}/u.test(words));
}

/** Items’ levels. A bullet among ticks at one indent may be one of them, of which the file doesn’t say what it is. */
function withLevels(parts: readonly Part[]): Part[] {
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
function bodySize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 12;
}

/** The distance between most lines, to a point: the smallest that’s common. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const gap = before === undefined || before.page !== line.page ? 0 : before.y - line.y;
    return gap > 0.5 ? [gap] : [];
  });
  const counts = gaps.map((gap) => gaps.filter((other) => Math.abs(other - gap) <= 1).length);
  const most = Math.max(0, ...counts);
  return Math.min(Number.MAX_SAFE_INTEGER, ...gaps.filter((_, index) => (counts[index] ?? 0) >= most / 3));
}
