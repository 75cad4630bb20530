import { COLOURS, MARGIN, OURS, type Style, WIDTH } from './looks.ts';
import { artifact, BOTTOM, newPage, type OpenPdf } from './open.ts';
import type { Element } from './pdf.ts';
import { type Laid, lay, paintLines, startBlock, within, writeLines } from './text.ts';

/** A table of plain words and figures. */
export interface Table {
  caption: string;
  /** The columns' names; none makes the first cell of each row the row's name. */
  head: string[];
  rows: string[][];
  /** How wide the columns are, relative to each other; by their words where not given. */
  widths?: number[];
}

const PADDING = { x: 7, y: 4.5 };
/** With more columns than this, hardly anything stands in each: room is worth more than air. */
const MANY_COLUMNS = 10;
const TIGHT = 2;

interface Column {
  x: number;
  width: number;
  /** On its left and on its right. */
  padding: number;
  /** Figures stand on the right, so that their digits can be compared. */
  figures: boolean;
}

/** A row, broken into lines: one piece of text for each column. */
type LaidRow = Laid[];

/** Writes a table over as many pages as it needs, with its head on each. */
export function writeTable(open: OpenPdf, parent: Element, table: Table): void {
  const { pdf } = open;
  const { caption, head, rows } = table;
  const source = `the table “${caption}”`;
  const columns = columnsOf(open, table);
  const layRow = (cells: readonly string[], named: boolean): LaidRow =>
    columns.map(({ width, padding }, index) => {
      const style: Style = named || (head.length === 0 && index === 0) ? OURS.headCell : OURS.cell;
      return lay(open, [{ text: cells[index] ?? '', style }], width - 2 * padding, source);
    });
  const laidHead = head.length === 0 ? undefined : layRow(head, true);
  const headHeight = laidHead === undefined ? 0 : heightOf(laidHead);
  const fullPage = BOTTOM - MARGIN.top - headHeight;
  const body = rows.flatMap((row) => cutRow(layRow(row, false), fullPage));
  const title = lay(open, [{ text: caption, style: OURS.subheading }], WIDTH, source);
  const [first] = body;
  startBlock(open, 16, title.height + 6 + headHeight + (first === undefined ? 0 : heightOf(first)));
  within(pdf, parent, 'Table', (element) => {
    within(pdf, element, 'Caption', (inCaption) => writeLines(open, inCaption, title, MARGIN.left));
    open.y += 6;
    if (laidHead === undefined) ruleBelow(open);
    else {
      within(pdf, element, 'THead', (thead) =>
        within(pdf, thead, 'TR', (row) => {
          artifact(pdf, 'Layout', () => tint(open, headHeight));
          writeRow(open, row, laidHead, columns, () => 'Column');
        }),
      );
    }
    within(pdf, element, 'TBody', (tbody) => {
      for (const laid of body) {
        if (open.y + heightOf(laid) > BOTTOM) {
          newPage(open);
          if (laidHead !== undefined) repeatHead(open, laidHead, columns);
        }
        within(pdf, tbody, 'TR', (row) =>
          writeRow(open, row, laid, columns, (column) =>
            head.length === 0 && column === 0 ? 'Row' : undefined,
          ),
        );
      }
    });
  });
}

/** A screen reader has heard the head already: on later pages it is there for the eye alone. */
function repeatHead(open: OpenPdf, head: LaidRow, columns: readonly Column[]): void {
  artifact(open.pdf, 'Pagination', () => {
    tint(open, heightOf(head));
    for (const [index, cell] of head.entries()) paintCell(open, cell, columns[index]);
  });
  open.y += heightOf(head);
}

function writeRow(
  open: OpenPdf,
  row: Element,
  laid: LaidRow,
  columns: readonly Column[],
  scopeOf: (column: number) => 'Column' | 'Row' | undefined,
): void {
  const { pdf } = open;
  for (const [index, cell] of laid.entries()) {
    const scope = scopeOf(index);
    const fill = (element: Element): void => {
      element.add(() => paintCell(open, cell, columns[index]));
    };
    if (scope === undefined) within(pdf, row, 'TD', fill);
    else within(pdf, row, 'TH', fill, { O: 'Table', Scope: scope });
  }
  open.y += heightOf(laid);
  ruleBelow(open);
}

function ruleBelow({ pdf, y }: OpenPdf): void {
  artifact(pdf, 'Layout', () => {
    pdf
      .moveTo(MARGIN.left, y)
      .lineTo(MARGIN.left + WIDTH, y)
      .lineWidth(0.6)
      .stroke(COLOURS.line);
  });
}

function paintCell(open: OpenPdf, cell: Laid, column: Column | undefined): void {
  if (column === undefined) return;
  const { x, width, padding, figures } = column;
  for (const [index, line] of cell.lines.entries()) {
    const last = line.at(-1);
    const spare = last === undefined || !figures ? 0 : width - 2 * padding - last.x - last.width;
    const y = open.y + PADDING.y + index * cell.leading;
    paintLines(open, { ...cell, lines: [line] }, x + padding + spare, y);
  }
}

function tint({ pdf, y }: OpenPdf, height: number): void {
  pdf.rect(MARGIN.left, y, WIDTH, height).fill(COLOURS.tint);
}

function heightOf(row: LaidRow): number {
  return Math.max(...row.map(({ height }) => height)) + 2 * PADDING.y;
}

/** A row that is higher than a page becomes several, so that nothing is cut off. */
function cutRow(row: LaidRow, most: number): LaidRow[] {
  const leading = Math.max(1, ...row.map((cell) => cell.leading));
  const perPage = Math.max(1, Math.floor((most - 2 * PADDING.y) / leading));
  const longest = Math.max(1, ...row.map(({ lines }) => lines.length));
  return Array.from({ length: Math.ceil(longest / perPage) }, (_, part) =>
    row.map((cell) => {
      const lines = cell.lines.slice(part * perPage, (part + 1) * perPage);
      return { ...cell, lines, height: lines.length * cell.leading };
    }),
  );
}

function columnsOf({ pdf }: OpenPdf, { head, rows, widths }: Table): Column[] {
  const count = Math.max(head.length, ...rows.map((row) => row.length));
  const cells = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ''));
  const padding = count > MANY_COLUMNS ? TIGHT : PADDING.x;
  const shares = cells.map((texts, column) => {
    const given = widths?.[column];
    if (given !== undefined) return given;
    pdf.font(OURS.headCell.font).fontSize(OURS.headCell.size);
    const widest = Math.max(...[head[column] ?? '', ...texts].map((text) => pdf.widthOfString(text)));
    // A long text takes more lines rather than all the room of its neighbours.
    return Math.min(Math.max(widest, 30), WIDTH * 0.55) + 2 * padding;
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  let x = MARGIN.left;
  return shares.map((share, column) => {
    const width = (WIDTH * share) / all;
    const texts = (cells[column] ?? []).filter((text) => text !== '');
    const figures = column > 0 && texts.length > 0 && texts.every((text) => /^[\d.,%–\s/-]+$/.test(text));
    x += width;
    return { x: x - width, width, padding, figures };
  });
}
