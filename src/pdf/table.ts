import type { Element } from './pdf.ts';
import { COLOURS, GUIDANCE, MARGIN, type Style, WIDTH } from './styles.ts';
import { drawLines, type LaidText, layOut, startBlock, writeElement, writeLines } from './text.ts';
import { BOTTOM, drawArtifact, newPage, type PdfWriter } from './writer.ts';

/** A table of text and figures. */
export interface Table {
  caption: string;
  /** The columns' headings; if empty, the first cell of each row is the row's heading. */
  head: string[];
  rows: string[][];
  /** Relative widths of the columns; by default, by their text. */
  widths?: number[];
}

const PADDING = { x: 7, y: 4.5 };
/** With more columns than this, each holds little, and padding would waste space. */
const MANY_COLUMNS = 10;
const NARROW_PADDING = 2;

/** Where a column is. */
export interface Column {
  x: number;
  width: number;
  /** On the left and right. */
  padding: number;
  /** Whether to align it on the right, so that digits line up. */
  figures: boolean;
}

/** A row's cells, broken into lines. */
type LaidRow = LaidText[];

/** Writes a table on as many pages as needed, with its head on each. */
export function writeTable(writer: PdfWriter, parent: Element, table: Table): void {
  const { pdf } = writer;
  const { caption, head, rows } = table;
  const source = `the table “${caption}”`;
  const columns = columnsOf(writer, table);
  const layRow = (cells: readonly string[], named: boolean): LaidRow =>
    columns.map(({ width, padding }, index) => {
      const style: Style = named || (head.length === 0 && index === 0) ? GUIDANCE.headCell : GUIDANCE.cell;
      return layOut(writer, [{ text: cells[index] ?? '', style }], width - 2 * padding, source);
    });
  const laidHead = head.length === 0 ? undefined : layRow(head, true);
  const headHeight = laidHead === undefined ? 0 : heightOf(laidHead);
  const fullPage = BOTTOM - MARGIN.top - headHeight;
  const body = rows.flatMap((row) => splitRow(layRow(row, false), fullPage));
  const title = layOut(writer, [{ text: caption, style: GUIDANCE.subheading }], WIDTH, source);
  const [first] = body;
  startBlock(writer, 16, title.height + 6 + headHeight + (first === undefined ? 0 : heightOf(first)));
  writeElement(pdf, parent, 'Table', (element) => {
    writeElement(pdf, element, 'Caption', (inCaption) => writeLines(writer, inCaption, title, MARGIN.left));
    writer.y += 6;
    if (laidHead === undefined) ruleBelow(writer);
    else {
      writeElement(pdf, element, 'THead', (thead) =>
        writeElement(pdf, thead, 'TR', (row) => {
          drawArtifact(pdf, 'Layout', () => tint(writer, headHeight));
          writeRow(writer, row, laidHead, columns, () => 'Column');
        }),
      );
    }
    writeElement(pdf, element, 'TBody', (tbody) => {
      for (const laid of body) {
        if (writer.y + heightOf(laid) > BOTTOM) {
          newPage(writer);
          if (laidHead !== undefined) repeatHead(writer, laidHead, columns);
        }
        writeElement(pdf, tbody, 'TR', (row) =>
          writeRow(writer, row, laid, columns, (column) =>
            head.length === 0 && column === 0 ? 'Row' : undefined,
          ),
        );
      }
    });
  });
}

/** Not part of the structure: a screen reader has read the head already. */
function repeatHead(writer: PdfWriter, head: LaidRow, columns: readonly Column[]): void {
  drawArtifact(writer.pdf, 'Pagination', () => {
    tint(writer, heightOf(head));
    for (const [index, cell] of head.entries()) drawCell(writer, cell, columns[index]);
  });
  writer.y += heightOf(head);
}

/** Writes a row, and a line below it. */
export function writeRow(
  writer: PdfWriter,
  row: Element,
  laid: readonly LaidText[],
  columns: readonly Column[],
  scopeOf: (column: number) => 'Column' | 'Row' | undefined,
): void {
  const { pdf } = writer;
  for (const [index, cell] of laid.entries()) {
    const scope = scopeOf(index);
    const fill = (element: Element): void => {
      element.add(() => drawCell(writer, cell, columns[index]));
    };
    if (scope === undefined) writeElement(pdf, row, 'TD', fill);
    else writeElement(pdf, row, 'TH', fill, { scope });
  }
  writer.y += heightOf(laid);
  ruleBelow(writer);
}

/** Draws a line across the page. */
export function ruleBelow({ pdf, y }: PdfWriter): void {
  drawArtifact(pdf, 'Layout', () => {
    pdf
      .moveTo(MARGIN.left, y)
      .lineTo(MARGIN.left + WIDTH, y)
      .lineWidth(0.6)
      .stroke(COLOURS.line);
  });
}

function drawCell(writer: PdfWriter, cell: LaidText, column: Column | undefined): void {
  if (column === undefined) return;
  const { x, width, padding, figures } = column;
  for (const [index, line] of cell.lines.entries()) {
    const last = line.at(-1);
    const spare = last === undefined || !figures ? 0 : width - 2 * padding - last.x - last.width;
    const y = writer.y + PADDING.y + index * cell.leading;
    drawLines(writer, { ...cell, lines: [line] }, x + padding + spare, y);
  }
}

function tint({ pdf, y }: PdfWriter, height: number): void {
  pdf.rect(MARGIN.left, y, WIDTH, height).fill(COLOURS.tint);
}

/** Height of a row, in points. */
export function heightOf(row: readonly LaidText[]): number {
  return Math.max(...row.map(({ height }) => height)) + 2 * PADDING.y;
}

/** Splits a row that's taller than a page into several. */
function splitRow(row: LaidRow, maxHeight: number): LaidRow[] {
  const leading = Math.max(1, ...row.map((cell) => cell.leading));
  const perPage = Math.max(1, Math.floor((maxHeight - 2 * PADDING.y) / leading));
  const longest = Math.max(1, ...row.map(({ lines }) => lines.length));
  return Array.from({ length: Math.ceil(longest / perPage) }, (_, part) =>
    row.map((cell) => {
      const lines = cell.lines.slice(part * perPage, (part + 1) * perPage);
      return { ...cell, lines, height: lines.length * cell.leading };
    }),
  );
}

/**
 * The columns' places, by how much text they hold.
 *
 * @param widestStyle that any of its words may have
 */
export function columnsOf(
  { pdf }: PdfWriter,
  { head, rows, widths }: Pick<Table, 'head' | 'rows' | 'widths'>,
  widestStyle: Pick<Style, 'font' | 'size'> = GUIDANCE.headCell,
): Column[] {
  const count = Math.max(head.length, ...rows.map((row) => row.length));
  const cells = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ''));
  const padding = count > MANY_COLUMNS ? NARROW_PADDING : PADDING.x;
  const shares = cells.map((texts, column) => {
    const given = widths?.[column];
    if (given !== undefined) return given;
    pdf.font(GUIDANCE.headCell.font).fontSize(GUIDANCE.headCell.size);
    const widest = Math.max(...[head[column] ?? '', ...texts].map((text) => pdf.widthOfString(text)));
    // Long text takes more lines rather than its neighbours' space.
    return Math.min(Math.max(widest, 30), WIDTH * 0.55) + 2 * padding;
  });
  pdf.font(widestStyle.font).fontSize(widestStyle.size);
  const least = cells.map((texts, column) => {
    const words = [head[column] ?? '', ...texts].flatMap((text) => text.split(/\s+/));
    return Math.ceil(Math.max(...words.map((word) => pdf.widthOfString(word)))) + 2 * padding;
  });
  let x = MARGIN.left;
  return shared(shares, least).map((width, column) => {
    const texts = (cells[column] ?? []).filter((text) => text !== '');
    const figures = column > 0 && texts.length > 0 && texts.every((text) => /^[\d.,%–\s/-]+$/.test(text));
    x += width;
    return { x: x - width, width, padding, figures };
  });
}

/** Widths by their shares, but none less than its least, if there’s room for that: no word should be broken. */
function shared(shares: readonly number[], least: readonly number[]): number[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const canBe = sum(least) <= WIDTH;
  const narrow = new Set<number>();
  for (;;) {
    const room = WIDTH - sum([...narrow].map((column) => least[column] ?? 0));
    const all = sum(shares.filter((_, column) => !narrow.has(column)));
    const widths = shares.map((share, column) =>
      narrow.has(column) ? (least[column] ?? 0) : (room * share) / all,
    );
    const more = widths.flatMap((width, column) =>
      canBe && !narrow.has(column) && width < (least[column] ?? 0) ? [column] : [],
    );
    if (more.length === 0) return widths;
    for (const column of more) narrow.add(column);
  }
}
