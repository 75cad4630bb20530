import { getDocumentProxy } from 'unpdf';
import { BULLET, couldBeHeading, levelsByMarker, splitMarker } from './markers.ts';
import { checkLength, type Part, type Policy, tidy, UnreadablePolicy } from './policy.ts';

/** A handbook has more pages than this; a Code has two to twenty. */
const MAX_PAGES = 60;

/** A piece of text on a page, in points from its lower left corner. */
interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
}

interface Line extends Omit<Piece, 'width'> {
  pieces: Piece[];
  right: number;
  page: number;
}

interface Page {
  width: number;
  height: number;
  lines: Line[];
  /** Every piece in the order in which the file has them. */
  stream: Piece[];
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
  const left = new Set([...furniture].flatMap(({ pieces }) => pieces));
  const lines = pages.flatMap((page) => page.lines.filter((line) => !furniture.has(line)));
  const drawn = new Set<Line>();
  const parts = levelsByMarker(partsOf(lines, drawn));
  return {
    parts,
    source: pages
      .flatMap(({ stream }) => stream.filter((piece) => !left.has(piece)).map((piece) => piece.text))
      .join(' '),
    hasSpaces: false,
    notes: [
      ...furnitureNotes(furniture),
      ...(drawn.size > 0
        ? ['Indented lines without a bullet that can be read are taken for list items.']
        : []),
    ],
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
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const content = await page.getTextContent();
    // Only drawing a page loads its fonts, and only they know their names.
    await page.getOperatorList();
    const boldFonts = new Map<string, boolean>();
    const isBold = (font: string): boolean => {
      const known =
        boldFonts.get(font) ??
        (page.commonObjs.has(font) &&
          /bold|black|heavy|semibold/i.test(String((page.commonObjs.get(font) as { name?: string }).name)));
      boldFonts.set(font, known);
      return known;
    };
    const stream = content.items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      return [
        { text: item.str, x, y, width: item.width, size: Math.hypot(c, d), bold: isBold(item.fontName) },
      ];
    });
    pages.push({ width, height, stream, lines: linesOf(stream, number) });
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** Pieces at one height make a line, from left to right. */
function linesOf(stream: readonly Piece[], page: number): Line[] {
  const rows: Piece[][] = [];
  for (const piece of [...stream].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      Math.abs(first.y - piece.y) < 0.4 * Math.max(first.size, piece.size)
    )
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row): Line[] => {
    const pieces = row.sort((a, b) => a.x - b.x);
    const [first] = pieces;
    if (first === undefined) return [];
    let text = '';
    let end = first.x;
    for (const piece of pieces) {
      const apart = piece.x - end > 0.15 * piece.size;
      text += text !== '' && apart ? ` ${piece.text}` : piece.text;
      end = piece.x + piece.width;
    }
    const size = Math.max(...pieces.map((piece) => piece.size));
    const { x, y } = first;
    return [
      { text: tidy(text), x, y, size, bold: pieces.every(({ bold }) => bold), pieces, right: end, page },
    ];
  });
}

/** At least so many lines have words on both sides of one gap. */
const LINES_ACROSS = 4;

function hasTwoColumns({ lines, width }: Page): boolean {
  const starts = lines.flatMap(({ pieces }) => {
    const words = (some: readonly Piece[]): number =>
      some
        .map(({ text }) => text)
        .join(' ')
        .trim()
        .split(/\s+/).length;
    return pieces.flatMap((piece, index) => {
      const before = pieces[index - 1];
      if (before === undefined || piece.x - before.x - before.width < 0.02 * width) return [];
      return words(pieces.slice(0, index)) >= 2 && words(pieces.slice(index)) >= 2 ? [piece.x] : [];
    });
  });
  return starts.some((start) => starts.filter((other) => Math.abs(other - start) < 3).length >= LINES_ACROSS);
}

/** Lines at the top and bottom that are repeated from page to page, and page numbers. */
function findFurniture(pages: readonly Page[]): Set<Line> {
  const edges = pages.map(({ lines, height }) =>
    lines.filter(({ y }) => y > height * 0.9 || y < height * 0.1),
  );
  const pattern = ({ text }: Line): string => text.replaceAll(/\d+/g, '#').toLowerCase();
  const count = new Map<string, number>();
  for (const lines of edges)
    for (const each of new Set(lines.map(pattern))) count.set(each, (count.get(each) ?? 0) + 1);
  const enough = Math.max(2, pages.length / 2);
  // On a single page nothing is repeated, but small print at its edge is no part of the text.
  const body = bodySize(pages.flatMap(({ lines }) => lines));
  return new Set(
    edges
      .flat()
      .filter(
        (line) =>
          /^(page )?[-–]?\s*\d+\s*[-–]?( (of|\/) \d+)?$/i.test(line.text) ||
          (count.get(pattern(line)) ?? 0) >= enough ||
          (pages.length === 1 && line.size < body * 0.85),
      ),
  );
}

function furnitureNotes(furniture: ReadonlySet<Line>): string[] {
  const texts = [...new Set([...furniture].map(({ text }) => text.replaceAll(/\d+/g, '…')))];
  return texts.map((text) => `At the top or bottom of pages, and left out: “${text}”.`);
}

/** Text that starts this much further in, in points, is indented. */
const INDENT = 10;

/** Whether a line ended although the next one’s first word would have fitted on it, and so ends its paragraph. */
function hadRoomFor(line: Line, next: Line, right: number): boolean {
  const [word = ''] = next.text.split(' ');
  const perCharacter = (next.right - next.x) / Math.max(1, next.text.length);
  return line.right + (word.length + 2) * perCharacter < right;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** @param drawn gets the lines of items whose bullets are pictures */
function partsOf(lines: readonly Line[], drawn: Set<Line>): Part[] {
  const body = bodySize(lines);
  const leading = usualGap(lines);
  const right = Math.max(...lines.map((line) => line.right));
  const left = mostFrequent(lines.map(({ x }) => Math.round(x)));
  const isHeading = (line: Line): boolean =>
    line.size > body * 1.12 || (line.bold && couldBeHeading(line.text) && line.right < right * 0.9);
  const sizes = [...new Set(lines.filter(isHeading).map(({ size }) => Math.round(size * 2)))].sort(
    (a, b) => b - a,
  );
  const parts: (Part & { line: Line; indent: number })[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = parts.at(-1);
    const { marker, text } = splitMarker(line.text);
    const gap = before === undefined || before.page !== line.page ? undefined : before.y - line.y;
    const close = gap !== undefined && gap < leading * 1.35;
    if (isHeading(line)) {
      const same =
        last?.kind === 'heading' && before !== undefined && Math.abs(before.size - line.size) < 0.5;
      if (same && gap !== undefined && gap < line.size * 1.6 && before.bold === line.bold && marker === '')
        last.text = join(last.text, line.text);
      else
        parts.push({
          kind: 'heading',
          level: sizes.indexOf(Math.round(line.size * 2)) + 1,
          text: line.text,
          line,
          indent: line.x,
        });
      continue;
    }
    if (marker !== '') {
      parts.push({ kind: 'item', level: 0, marker, text, line, indent: textStart(line) });
      continue;
    }
    const goesOn =
      last !== undefined &&
      last.kind !== 'heading' &&
      before !== undefined &&
      !hadRoomFor(before, line, right) &&
      (gap === undefined ? !/[.!?:;]['"’”)]*$/.test(last.text) : close) &&
      (last.kind !== 'item' || line.x >= last.indent - 3 || line.x > last.line.x + 1) &&
      (last.kind !== 'paragraph' || line.x < last.line.x + 8);
    const inList = last !== undefined && (last.kind !== 'paragraph' || last.text.endsWith(':'));
    if (goesOn) last.text = join(last.text, text);
    else if (line.x > left + INDENT && inList) {
      drawn.add(line);
      parts.push({ kind: 'item', level: 0, marker: BULLET, text, line, indent: line.x });
    } else parts.push({ kind: 'paragraph', text, line, indent: line.x });
  }
  return withLevelsByIndent(parts).map(({ line: _line, indent: _indent, ...part }) => part);
}

/** Counts how far each bullet is indented among those around it, as {@link levelsByMarker} takes it. */
function withLevelsByIndent<P extends Part & { line: Line }>(parts: P[]): P[] {
  let places: number[] = [];
  return parts.map((part) => {
    if (part.kind !== 'item') {
      places = [];
      return part;
    }
    const { x } = part.line;
    places = [...places.filter((place) => place < x - 5), x];
    return { ...part, level: places.length - 1 };
  });
}

/** Where an item’s words start, after its marker. */
function textStart({ pieces, x, size }: Line): number {
  const [, second] = pieces;
  return second === undefined ? x + size : second.x;
}

/** Joins two lines. A hyphen at the end stays: Word doesn’t break words by itself. */
function join(before: string, after: string): string {
  return /\p{L}[-–]$/u.test(before) && /^\p{Ll}/u.test(after) && !/\s[-–]$/.test(before)
    ? before + after
    : `${before} ${after}`;
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

/** The distance between most lines: the smallest that’s common. */
function usualGap(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before === undefined || before.page !== line.page) continue;
    const gap = Math.round(before.y - line.y);
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const common = [...counts].filter(([gap, count]) => gap > 0 && count >= most / 3).map(([gap]) => gap);
  return Math.min(...common, Number.MAX_SAFE_INTEGER);
}
