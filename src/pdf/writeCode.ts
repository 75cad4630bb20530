import type { Block, Clause, CodeDocument, Row, Run } from '../code/document.ts';
import { itemMarker } from '../code/itemMarker.ts';
import { breakEvenly } from './lines.ts';
import type { Element } from './pdf.ts';
import { BULLET, CODE_SIZES, COLOURS, type CodeStyles, codeStyles, MARGIN, PAPER, WIDTH } from './styles.ts';
import { type Column, columnsOf, heightOf, ruleBelow, type Table, writeRow } from './table.ts';
import {
  firstLines,
  type LaidText,
  type Link,
  layOut,
  type Span,
  startBlock,
  writeElement,
  writeLines,
} from './text.ts';
import { BOTTOM, endRule, type PdfWriter, startRule } from './writer.ts';

/** A block of the Code, broken into lines. */
type LaidBlock = { above: number; height: number } & (
  | (LaidText & { kind: 'heading'; depth: number; text: string })
  | (LaidText & { kind: 'paragraph'; quoted: boolean })
  | (LaidText & { kind: 'item'; level: number; marker: string })
  | { kind: 'row'; cells: LaidText[]; columns: Column[]; starts: boolean; names: Row['names'] }
);

export interface LaidCode {
  blocks: LaidBlock[];
  styles: CodeStyles;
  /** Of all blocks together, in points. */
  height: number;
}

/**
 * Breaks documents into lines, in the largest size at which each fits on one page; if there's none, in the smallest, so
 * that they run over more pages.
 *
 * @param linkTo the target of a link in this PDF; undefined for plain text
 */
export function fitDocuments(
  writer: PdfWriter,
  documents: readonly CodeDocument[],
  linkTo: (href: string) => Link | undefined,
): LaidCode[] {
  let laid: LaidCode[] = [];
  for (const size of CODE_SIZES) {
    laid = documents.map((document) => layCode(writer, document, codeStyles(size), linkTo));
    if (laid.every(({ height }) => height <= BOTTOM - MARGIN.top)) break;
  }
  return laid;
}

function layCode(
  writer: PdfWriter,
  document: CodeDocument,
  styles: CodeStyles,
  linkTo: (href: string) => Link | undefined,
): LaidCode {
  const spanOf = (run: Run): Span => {
    const link = run.href === undefined ? undefined : linkTo(run.href);
    const font = run.bold ? 'serifBold' : run.italic ? 'serifItalic' : styles.body.font;
    const style = { ...styles.body, font };
    return {
      text: run.text,
      style: link === undefined ? style : { ...style, colour: COLOURS.brand },
      ...(link === undefined ? {} : { link }),
    };
  };
  const spansOf = (clauses: readonly { anchor: string; runs: readonly Run[] }[]): Span[] =>
    clauses.flatMap(({ anchor, runs }, index) => [
      // The space between two clauses belongs to neither.
      ...(index === 0 ? [] : [{ text: ' ', style: styles.body }]),
      ...runs.map((run, position) => ({ ...spanOf(run), ...(position === 0 ? { place: anchor } : {}) })),
    ]);
  const sourceOf = ([clause]: readonly Clause[]): string => `${document.page}#${clause?.anchor ?? ''}`;
  const words = (clauses: readonly Clause[], width: number, marker = ''): LaidText =>
    inLines(spansOf(withoutStart(clauses, marker)), (spans) =>
      layOut(writer, spans, width, sourceOf(clauses)),
    );
  let columns: Column[] = [];
  const blocks = document.blocks.map((block, index): LaidBlock => {
    const before = document.blocks[index - 1];
    if (block.kind === 'heading') {
      const { depth, text } = block;
      const style = depth === 1 ? styles.title : styles.heading;
      const span: Span = { text, style, ...(depth === 1 ? { place: document.page } : {}) };
      const laid = layOut(writer, [span], WIDTH, document.page, breakEvenly);
      return { ...laid, kind: 'heading', depth, text, above: before === undefined ? 0 : styles.gap * 2.3 };
    }
    const { clauses } = block;
    const first = before?.kind !== block.kind;
    const above = aboveWords(before, styles);
    if (block.kind === 'paragraph') {
      const width = WIDTH - (block.quoted ? styles.indent : 0);
      return { ...words(clauses, width), kind: 'paragraph', quoted: block.quoted, above };
    }
    if (block.kind === 'item') {
      const marker = itemMarker(clauses[0]?.text ?? '');
      const laid = words(
        clauses,
        WIDTH - (block.level - 1) * styles.indent - indentAfter(marker, styles),
        marker,
      );
      const { level } = block;
      return {
        ...laid,
        kind: 'item',
        level,
        marker: marker || BULLET,
        above: first ? above : styles.itemGap,
      };
    }
    if (block.starts) {
      const widest = { font: 'serifBold', size: styles.body.size } as const;
      columns = columnsOf(writer, textsOfTable(document.blocks.slice(index)), widest);
    }
    const { starts, names } = block;
    const cells = columns.map(({ width, padding }, column) => {
      const bold = scopeOf(names, column) !== undefined;
      const runs = (block.cells[column] ?? []).map((run) => (bold ? { ...run, bold: true as const } : run));
      const anchor = column === 0 ? block.clauses[0].anchor : '';
      return inLines(spansOf([{ anchor, runs }]), (spans) =>
        layOut(writer, spans, width - 2 * padding, sourceOf(clauses)),
      );
    });
    const height = heightOf(cells);
    return { kind: 'row', cells, columns, starts, names, height, above: starts ? above : 0 };
  });
  const height = blocks.reduce((sum, block) => sum + block.above + block.height, 0);
  return { blocks, styles, height };
}

function aboveWords(before: Block | undefined, styles: CodeStyles): number {
  if (before?.kind === 'row') return styles.gap * 1.6;
  if (before?.kind !== 'heading') return styles.gap;
  return before.depth === 1 ? styles.gap * 1.6 : styles.gap * 0.45;
}

/** Where a document belongs in the PDF's outline. */
export interface CodePlace {
  bookmarks: PDFKit.PDFOutline;
  /** Added to each heading's level: 0 makes the title an H1. */
  levelOffset: number;
}

/** Writes a document with the gold rule beside it and a bookmark for each heading. */
export function writeCode(
  writer: PdfWriter,
  parent: Element,
  { blocks, styles }: LaidCode,
  place: CodePlace,
): void {
  let { bookmarks } = place;
  writeElement(writer.pdf, parent, 'Art', (article) => {
    const lists: OpenList[] = [];
    let table: Element | undefined;
    for (const [index, block] of blocks.entries()) {
      startBlock(writer, block.above, heightTogether(blocks, index));
      if (writer.rule === undefined) startRule(writer);
      if (block.kind !== 'item') closeLists(lists, 0);
      if (block.kind !== 'row' || block.starts) {
        table?.end();
        table = undefined;
      }
      if (block.kind === 'item') writeItem(writer, article, lists, block, styles);
      else if (block.kind === 'row') {
        if (table === undefined) {
          table = writer.pdf.struct('Table');
          article.add(table);
          ruleBelow(writer);
        }
        const { cells, columns, names } = block;
        writeElement(writer.pdf, table, 'TR', (row) =>
          writeRow(writer, row, cells, columns, (column) => scopeOf(names, column)),
        );
      } else if (block.kind === 'heading') {
        const item = addBookmark(writer, block.depth === 1 ? place.bookmarks : bookmarks, block.text);
        if (block.depth === 1) bookmarks = item;
        writeElement(writer.pdf, article, `H${block.depth + place.levelOffset}`, (element) =>
          writeLines(writer, element, block, MARGIN.left),
        );
      } else
        writeElement(writer.pdf, article, 'P', (element) =>
          writeLines(writer, element, block, MARGIN.left + (block.quoted ? styles.indent : 0)),
        );
    }
    closeLists(lists, 0);
    table?.end();
    endRule(writer);
  });
}

/** Height of what must stay with a block's start: for a heading, also the first lines of what follows. */
function heightTogether(blocks: readonly LaidBlock[], index: number): number {
  const block = blocks[index];
  if (block === undefined) return 0;
  if (block.kind === 'row') return block.height;
  if (block.kind !== 'heading') return firstLines(block);
  const next = blocks[index + 1];
  return block.height + (next === undefined ? 0 : next.above + heightTogether(blocks, index + 1));
}

/** Adds a bookmark that leads to the current position, and returns it as the parent for others. */
export function addBookmark({ y }: PdfWriter, parent: PDFKit.PDFOutline, title: string): PDFKit.PDFOutline {
  // PDFKit subtracts `left` from the page's width, so this is the left edge. Its types have neither option.
  const options = { expanded: true, left: PAPER.width, top: Math.max(0, y - 20) };
  return parent.addItem(title, options);
}

/** A list that's being written, with its last item, which a list inside it may still be added to. */
interface OpenList {
  list: Element;
  item: Element;
  body: Element;
}

/** Ends all lists that are deeper than a level. */
function closeLists(lists: OpenList[], level: number): void {
  for (const { list, item, body } of lists.splice(level).reverse()) {
    body.end();
    item.end();
    list.end();
  }
}

/** A bullet is a label, and not part of the item's text; a number or sign is both. */
function writeItem(
  writer: PdfWriter,
  article: Element,
  lists: OpenList[],
  laid: Extract<LaidBlock, { kind: 'item' }>,
  styles: CodeStyles,
): void {
  const { pdf } = writer;
  const { marker, level } = laid;
  closeLists(lists, level);
  const depth = Math.min(level, lists.length + 1);
  const before = lists.length === depth ? lists.pop() : undefined;
  before?.body.end();
  before?.item.end();
  const list = before?.list ?? pdf.startList(numberingOf(marker));
  if (before === undefined) (lists.at(-1)?.body ?? article).add(list);
  const item = pdf.struct('LI');
  list.add(item);
  const left = MARGIN.left + (level - 1) * styles.indent;
  writeElement(pdf, item, 'Lbl', (label) => {
    const { y } = writer;
    const style =
      marker === BULLET
        ? { ...styles.body, size: styles.body.size * 1.3, colour: COLOURS.bullet }
        : styles.body;
    const width = styles.indent * 2;
    const inset = marker === BULLET ? styles.indent * 0.3 : 0;
    writeLines(writer, label, layOut(writer, [{ text: marker, style }], width, ''), left + inset);
    writer.y = y;
  });
  const body = pdf.struct('LBody');
  item.add(body);
  writeLines(writer, body, laid, left + indentAfter(marker, styles));
  lists.push({ list, item, body });
}

/** From a marker's start to its item's words, in points: `(iv)` and `1.2.` need more room than a bullet. */
function indentAfter(marker: string, { indent }: CodeStyles): number {
  return indent * (/^\(|\.\d/.test(marker) ? 1.6 : 1);
}

function numberingOf(marker: string): Parameters<PdfWriter['pdf']['startList']>[0] {
  if (/\d/.test(marker)) return 'Decimal';
  if (/^\(?[ivx]+[.)]$/.test(marker)) return 'LowerRoman';
  return /^\(?[a-z]\)?/i.test(marker) ? 'LowerAlpha' : 'Disc';
}

/** Breaks text into lines, first where its line breaks are. */
function inLines(spans: readonly Span[], layOut: (spans: readonly Span[]) => LaidText): LaidText {
  const parts: Span[][] = [[]];
  for (const span of spans) {
    const [text = '', ...more] = span.text.split('\n');
    parts.at(-1)?.push({ ...span, text: more.length > 0 ? `${text} ` : text });
    for (const next of more) parts.push([{ ...span, text: next }]);
  }
  const laid = parts.map(layOut);
  return {
    lines: laid.flatMap(({ lines }) => lines),
    leading: Math.max(...laid.map(({ leading }) => leading)),
    height: laid.reduce((sum, { height }) => sum + height, 0),
  };
}

/** Leaves out the marker at the start of the words, which is written as a label. */
function withoutStart(
  [first, ...more]: readonly Clause[],
  marker: string,
): Pick<Clause, 'anchor' | 'runs'>[] {
  const [run, ...runs] = first?.runs ?? [];
  if (first === undefined || run === undefined) return [...more];
  return [
    { ...first, runs: [{ ...run, text: run.text.slice(marker.length).trimStart() }, ...runs] },
    ...more,
  ];
}

/** The rows at the start of some blocks as a table of plain text. */
function textsOfTable(blocks: readonly Block[]): Pick<Table, 'head' | 'rows'> {
  const end = blocks.findIndex((block, index) => block.kind !== 'row' || (block.starts && index > 0));
  const rows = blocks
    .slice(0, end < 0 ? undefined : end)
    .flatMap((block) =>
      block.kind === 'row' ? [block.cells.map((cell) => cell.map(({ text }) => text).join(''))] : [],
    );
  return { head: [], rows };
}

/** What a cell of a row names. */
function scopeOf(names: Row['names'], column: number): 'Column' | 'Row' | undefined {
  if (names === 'columns') return 'Column';
  return names === 'row' && column === 0 ? 'Row' : undefined;
}

/**
 * Finds the targets of the Code's links in a PDF.
 *
 * @param documents those in the PDF
 * @param site the site's address, with a slash at the end; if it isn't known, links to its other pages become plain text
 */
export function linkResolver(
  documents: readonly CodeDocument[],
  site: string | undefined,
): (href: string) => Link | undefined {
  return (href) => {
    const { pathname, hash } = new URL(href, 'https://site.invalid');
    const document = documents.find(({ page }) => page === pathname);
    if (document !== undefined)
      return { to: hash === '' ? document.page : hash.slice(1), contents: document.title };
    if (href.startsWith('/') && site === undefined) return undefined;
    const url = new URL(href.replace(/^\//, ''), site).href;
    return { url, contents: url };
  };
}
