import { getDocumentProxy } from 'unpdf';
import { BULLET } from './markers.ts';
import { type CellOfPieces, cellsOf, tablesByGaps } from './pdfColumns.ts';
import { type Box, drawingsOf, gridsOf, isDot } from './pdfDrawings.ts';
import { superscript } from './pdfFootnotes.ts';
import { isPageNumber } from './pdfFurniture.ts';
import { type Line, linesOf, type Piece } from './pdfLines.ts';
import { areTagsTrue, type Tag, taggedTables, tagsOf } from './pdfTags.ts';
import { UnreadablePolicy } from './policy.ts';
import { afterUnnamedSign, inUnicode } from './signs.ts';

/** A handbook has more pages than this; a Code has two to twenty. */
const MAX_PAGES = 60;

export interface Page {
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
export interface Table {
  top: number;
  rows: (Box & { span: number; pieces: Piece[]; lines: Line[] })[][];
}

/** All the words of a table’s cells. */
export const piecesIn = ({ rows }: Table): Piece[] => rows.flat().flatMap(({ pieces }) => pieces);

/**
 * Reads a PDF’s pages: their lines from top to bottom, and their tables.
 *
 * @param name shown in messages
 * @throws UnreadablePolicy if it’s no PDF, has a password or has too many pages
 */
export async function readPages(name: string, bytes: Uint8Array): Promise<Page[]> {
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
      stream.splice(placeOfSign(piece, stream), 0, piece);
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
    const numbered = new Set(
      linesOf(outside, number)
        .filter((line) => isPageNumber(line, height))
        .flatMap(({ pieces }) => pieces),
    );
    const inText = outside.filter((piece) => !numbered.has(piece));
    for (const rows of tablesByGaps(inText, number, lastTable(pages.at(-1)))) {
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
    for (const line of lines) line.underlined = drawings.some((box) => isUnder(box, line));
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

/** Whether a line is drawn right below all of a line’s words, and no further than the space at its end. */
const isUnder = ({ left, right, bottom, top }: Box, { x, right: end, y, size }: Line): boolean =>
  top - bottom < 2 &&
  top < y + 1 &&
  bottom > y - size * 0.3 &&
  Math.abs(left - x) < size / 4 &&
  Math.abs(right - end) < size / 2;

const isIn = ({ left, right, bottom, top }: Box, { x, y, width, size }: Piece): boolean =>
  x + width / 2 > left && x + width / 2 < right && y + size * 0.3 > bottom && y + size * 0.3 < top;

/**
 * Where in a page’s pieces the next one belongs: at the end, but a tick, a cross or a box before the words that it’s just
 * left of, or after those that it’s just right of. The file may have all of them first, as LibreOffice writes what’s in
 * another font after the rest of its line.
 */
function placeOfSign(sign: Piece, pieces: readonly Piece[]): number {
  if (!/^\s*(?:\p{So}|[✔✘])\s*$/u.test(sign.text)) return pieces.length;
  const isNear = (gap: number, { y }: Piece): boolean =>
    gap > -1 && gap < sign.size * 3 && Math.abs(y - sign.y) < sign.size / 2;
  const [next] = pieces
    .filter((piece) => isNear(piece.x - sign.x - sign.width, piece))
    .sort((a, b) => a.x - b.x);
  if (next !== undefined) return pieces.indexOf(next);
  const before = pieces
    .filter((piece) => isNear(sign.x - piece.x - piece.width, piece))
    .sort((a, b) => a.x - b.x)
    .at(-1);
  return before === undefined ? pieces.length : pieces.indexOf(before) + 1;
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
