import { isContentsHead } from './contents.ts';
import { isStep, splitMarker } from './markers.ts';
import type { Box } from './pdfDrawings.ts';
import { type Line, linesOf, type Piece } from './pdfLines.ts';

/** A table’s cell with the pieces in it. */
export type CellOfPieces = Box & { pieces: Piece[] };

/** Columns start this near each other, in points, in all of a table’s lines. */
const NEAR = 3;

/** A table’s last column may be pages of a table of contents. */
const PAGE_NUMBER = /^\d{1,3}$/;

/**
 * Finds tables that have no lines around their cells: gaps at the same place in several lines tell their columns, and the
 * order in which the file has their words tells their rows, as it has them cell by cell.
 *
 * @param stream a page’s pieces in the file’s order
 * @param before the last table of the page before, which may go on here
 * @returns the rows of each table
 */
export function tablesByGaps(
  stream: readonly Piece[],
  page: number,
  before: readonly CellOfPieces[][] = [],
): CellOfPieces[][][] {
  const lines = linesOf(stream, page);
  const sure = columnStarts(stream, lines);
  const known = (before[0] ?? []).slice(1).map(({ left }) => left);
  const goesOn = (columns: readonly number[]): boolean =>
    known.length > 0 && known.every((left) => has(columns, left));
  const isCommon = (x: number): boolean =>
    has(sure, x) &&
    lines.filter(({ pieces }) =>
      has(
        pieces.map((piece) => piece.x),
        x,
      ),
    ).length > 1;
  const starts = lines.map(({ pieces }) => {
    const xs = pieces.flatMap(({ x }, index) =>
      index === 0 || isAfterMarker(pieces, index) || isAfterSpace(pieces, index) ? [] : [x],
    );
    return goesOn(xs) ? xs.filter((x) => has(known, x)) : xs.filter(isCommon);
  });
  const tables: CellOfPieces[][][] = [];
  for (let index = 0; index < lines.length; index += 1) {
    let columns = [...(starts[index] ?? [])];
    if (columns.length === 0) continue;
    let first = index;
    // Words in the middle of a cell’s height may begin below those of the next cell.
    while (first > 0 && isBeside(lines[first - 1], lines[first], columns)) first -= 1;
    let end = index + 1;
    for (; end < lines.length; end += 1) {
      const more = (starts[end] ?? []).filter((x) => !has(columns, x));
      const region = lines.slice(first, end + 1);
      if (!region.every((line) => fits(line, [...columns, ...more]))) break;
      if (isFarBelow(lines[end], lines[end - 1]) || isItem(lines[end], columns)) break;
      columns.push(...more);
    }
    const outdented = withHeads(lines[first - 1], columns);
    if (
      !isFarBelow(lines[first], lines[first - 1]) &&
      lines.slice(Math.max(0, first - 1), end).every((line) => fits(line, outdented)) &&
      outdented.some((x) => !columns.includes(x))
    ) {
      columns = outdented;
      first -= 1;
    }
    const region = new Set(lines.slice(first, end).flatMap(({ pieces }) => pieces));
    const rows = rowsOf(
      stream.filter((piece) => region.has(piece)),
      columns.sort((a, b) => a - b),
    );
    if (!isTable(rows) && !goesOn(columns)) continue;
    tables.push(rows);
    const last = Math.min(...rows.flat().flatMap(({ pieces }) => pieces.map(({ y }) => y)));
    while (index + 1 < end && (lines[index + 1]?.y ?? 0) >= last - 1) index += 1;
  }
  return tables;
}

const has = (places: readonly number[], x: number): boolean =>
  places.some((place) => Math.abs(place - x) <= NEAR);

const isAfterMarker = (pieces: readonly Piece[], index: number): boolean =>
  splitMarker(`${pieces[index - 1]?.text ?? ''}\tWords`).text === 'Words';

/** Whether there’s no more than a space before a piece, as before words in another font. */
function isAfterSpace(pieces: readonly Piece[], index: number): boolean {
  const [before, piece] = [pieces[index - 1], pieces[index]];
  return before !== undefined && piece !== undefined && piece.x - before.x - before.width < piece.size * 0.4;
}

/** Whether a line is a list item’s, with its words where a column starts by chance. */
function isItem(line: Line | undefined, columns: readonly number[]): boolean {
  const [, words] = line?.pieces ?? [];
  return line !== undefined && words !== undefined && isAfterMarker(line.pieces, 1) && has(columns, words.x);
}

/** Where columns start for sure: after a gap that no space makes, or where the file goes back up to the right. */
function columnStarts(stream: readonly Piece[], lines: readonly Line[]): number[] {
  const order = new Map(stream.map((piece, index) => [piece, index]));
  const afterGaps = lines.flatMap(({ pieces }) =>
    pieces.filter((piece, index) => {
      const before = pieces[index - 1];
      if (before === undefined || isAfterMarker(pieces, index)) return false;
      const follows = order.get(piece) === (order.get(before) ?? 0) + 1;
      return piece.x - before.x - before.width > piece.size * (follows ? 1.2 : 0.4);
    }),
  );
  const backUp = stream.filter((piece, index) => {
    const before = stream[index - 1];
    if (before === undefined || piece.size < before.size * 0.9) return false;
    return piece.y > before.y + piece.size * 0.5 && piece.x > before.x;
  });
  // In a line that goes from edge to edge, one space may be as wide.
  const isCommon = ({ x }: Piece): boolean =>
    afterGaps.filter((other) => Math.abs(other.x - x) <= NEAR).length > 1;
  return [...afterGaps.filter(isCommon), ...backUp].map(({ x }) => x);
}

/** Columns that start where the line above has their headings, if what’s below is further in, as a list is. */
function withHeads(line: Line | undefined, columns: readonly number[]): number[] {
  const pieces = line?.pieces ?? [];
  const heads = pieces.filter((piece, index) => {
    const before = pieces[index - 1];
    return before !== undefined && piece.x - before.x - before.width > piece.size * 1.2;
  });
  return columns.map((start) => heads.find(({ x, size }) => x < start && start - x < size * 4)?.x ?? start);
}

/** Whether no word of a line goes over the start of a column. */
function fits({ pieces }: Line, columns: readonly number[]): boolean {
  return pieces.every(({ x, width }) =>
    columns.every((start) => x >= start - NEAR || x + width <= start + NEAR / 3),
  );
}

function isBeside(line: Line | undefined, next: Line | undefined, columns: readonly number[]): boolean {
  return line !== undefined && has(columns, line.x) && fits(line, columns) && !isFarBelow(next, line);
}

const isFarBelow = (line: Line | undefined, above: Line | undefined): boolean =>
  line !== undefined && above !== undefined && above.y - line.y > Math.max(above.size, line.size) * 5;

/** Each time the file goes back to a column further left, a row begins. */
function rowsOf(pieces: readonly Piece[], columns: readonly number[]): CellOfPieces[][] {
  const rows: Piece[][][] = [];
  let last = columns.length;
  for (const piece of pieces) {
    const column = columns.filter((start) => start <= piece.x + NEAR).length;
    if (column < last) rows.push(Array.from({ length: columns.length + 1 }, () => []));
    rows.at(-1)?.[column]?.push(piece);
    last = column;
  }
  // Short lines below a table.
  while (rows.at(-1)?.filter((cell) => cell.length > 0).length === 1) rows.pop();
  return withBoxes(rows, columns);
}

/** The cells that a tagged table’s pieces are in, also those without words, which have no tags. */
export function cellsOf(rows: readonly Piece[][][]): CellOfPieces[][] {
  const leftOf = (cell: readonly Piece[]): number => Math.min(...cell.map(({ x }) => x));
  const most = Math.max(...rows.map((row) => row.length));
  const full = rows.filter((row) => row.length === most);
  const lefts = (full[0] ?? []).map((_, column) => Math.min(...full.map((row) => leftOf(row[column] ?? []))));
  const placed = rows.map((row) => {
    const cells: Piece[][] = Array.from({ length: most }, () => []);
    for (const [index, cell] of row.entries()) {
      const column =
        row.length === most ? index : lefts.filter((left) => left <= leftOf(cell) + NEAR).length - 1;
      cells[Math.max(index, column)]?.push(...cell);
    }
    return cells;
  });
  return withBoxes(placed, lefts.slice(1));
}

function withBoxes(rows: readonly Piece[][][], columns: readonly number[]): CellOfPieces[][] {
  const left = Math.min(...rows.flat(2).map(({ x }) => x));
  return rows.map((row) =>
    row.map((cell, column) => {
      const start = columns[column - 1] ?? left;
      const ends = rows.flatMap((each) => (each[column] ?? []).map(({ x, width }) => x + width));
      return {
        left: start,
        right: Math.max(start, ...ends),
        bottom: Math.min(...row.flat().map(({ y }) => y)),
        top: Math.max(...row.flat().map(({ y, size }) => y + size)),
        pieces: cell,
      };
    }),
  );
}

function isTable(rows: readonly CellOfPieces[][]): boolean {
  const full = rows.filter((row) => row.filter(({ pieces }) => pieces.length > 0).length > 1);
  const wraps = rows.flat().some(({ pieces }) => new Set(pieces.map(({ y }) => Math.round(y))).size > 1);
  const lastColumn = rows.flatMap((row) => (row.at(-1)?.pieces ?? []).map(({ text }) => text.trim()));
  return (
    full.length > (wraps ? 1 : 2) && !areSteps(rows) && !lastColumn.every((text) => PAGE_NUMBER.test(text))
  );
}

/** A heading’s number, as in a table of contents: `3` or `3.1`. */
const HEADING_NUMBER = /^\d{1,2}(?:\.\d{1,2})*\.?$/;

/** Whether rows are only steps or numbers, each with its words beside it, as in a list or a table of contents. */
function areSteps(all: readonly CellOfPieces[][]): boolean {
  const wordsOf = (cell: CellOfPieces | undefined): string =>
    cell?.pieces
      .map(({ text }) => text)
      .join('')
      .trim() ?? '';
  const rows = all.filter((row) => !isContentsHead(row.map(wordsOf).join('')));
  const labels = rows.map(([label]) => wordsOf(label));
  const isBesideWords = ([label, words]: readonly CellOfPieces[]): boolean =>
    Math.abs((label?.pieces[0]?.y ?? 0) - (words?.pieces[0]?.y ?? 0)) < 1;
  return (
    rows.every((row) => row.length === 2 && isBesideWords(row)) &&
    (labels.every((label) => HEADING_NUMBER.test(label)) ||
      (labels.some(isStep) &&
        labels.every((label) => isStep(label) || splitMarker(`${label} words`).text === 'words')))
  );
}
