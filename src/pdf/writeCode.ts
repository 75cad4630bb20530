import type { Block, Clause, CodeDocument } from '../code/document.ts';
import { breakEvenly } from './lines.ts';
import type { Element } from './pdf.ts';
import { CODE_SIZES, COLOURS, type CodeStyles, codeStyles, MARGIN, PAPER, WIDTH } from './styles.ts';
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
interface LaidBlock extends LaidText {
  kind: 'heading' | 'paragraph' | 'item';
  depth: number;
  text: string;
  above: number;
}

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
  const spansOf = (clauses: readonly Clause[]): Span[] =>
    clauses.flatMap((clause, index) => [
      // The space between two clauses belongs to neither.
      ...(index === 0 ? [] : [{ text: ' ', style: styles.body }]),
      ...clause.runs.map((run, position) => {
        const link = run.href === undefined ? undefined : linkTo(run.href);
        return {
          text: run.text,
          style: link === undefined ? styles.body : { ...styles.body, colour: COLOURS.brand },
          ...(link === undefined ? {} : { link }),
          ...(position === 0 ? { place: clause.anchor } : {}),
        };
      }),
    ]);
  const words = (clauses: readonly Clause[], width: number): LaidText =>
    layOut(writer, spansOf(clauses), width, `${document.page}#${clauses[0]?.anchor ?? ''}`);
  const blocks = document.blocks.flatMap((block, index): LaidBlock[] => {
    const before = document.blocks[index - 1];
    if (block.kind === 'heading') {
      const { depth, text } = block;
      const style = depth === 1 ? styles.title : styles.heading;
      const span: Span = { text, style, ...(depth === 1 ? { place: document.page } : {}) };
      const laid = layOut(writer, [span], WIDTH, document.page, breakEvenly);
      return [{ ...laid, kind: 'heading', depth, text, above: before === undefined ? 0 : styles.gap * 2.3 }];
    }
    const above = aboveWords(before, styles);
    if (block.kind === 'paragraph')
      return [{ ...words(block.clauses, WIDTH), kind: 'paragraph', depth: 0, text: '', above }];
    return block.items.map((clauses, item) => ({
      ...words(clauses, WIDTH - styles.indent),
      kind: 'item' as const,
      depth: 0,
      text: '',
      above: item === 0 ? above : styles.itemGap,
    }));
  });
  const height = blocks.reduce((sum, block) => sum + block.above + block.height, 0);
  return { blocks, styles, height };
}

function aboveWords(before: Block | undefined, styles: CodeStyles): number {
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
    let list: Element | undefined;
    for (const [index, block] of blocks.entries()) {
      startBlock(writer, block.above, heightTogether(blocks, index));
      if (writer.rule === undefined) startRule(writer);
      if (block.kind !== 'item') {
        list?.end();
        list = undefined;
      }
      if (block.kind === 'heading') {
        const item = addBookmark(writer, block.depth === 1 ? place.bookmarks : bookmarks, block.text);
        if (block.depth === 1) bookmarks = item;
      }
      if (block.kind === 'item') {
        if (list === undefined) {
          list = writer.pdf.bulletedList();
          article.add(list);
        }
        writeItem(writer, list, block, styles);
      } else {
        const role = block.kind === 'paragraph' ? 'P' : `H${block.depth + place.levelOffset}`;
        writeElement(writer.pdf, article, role, (element) => writeLines(writer, element, block, MARGIN.left));
      }
    }
    list?.end();
    endRule(writer);
  });
}

/** Height of what must stay with a block's start: for a heading, also the first lines of what follows. */
function heightTogether(blocks: readonly LaidBlock[], index: number): number {
  const block = blocks[index];
  if (block === undefined) return 0;
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

/** The bullet is a label, and not part of the item's text. */
function writeItem(writer: PdfWriter, list: Element, item: LaidBlock, styles: CodeStyles): void {
  const { pdf } = writer;
  writeElement(pdf, list, 'LI', (element) => {
    writeElement(pdf, element, 'Lbl', (label) => {
      const { y } = writer;
      const style = { ...styles.body, size: styles.body.size * 1.3, colour: COLOURS.bullet };
      writeLines(
        writer,
        label,
        layOut(writer, [{ text: '•', style }], styles.indent, ''),
        MARGIN.left + styles.indent * 0.3,
      );
      writer.y = y;
    });
    writeElement(pdf, element, 'LBody', (body) =>
      writeLines(writer, body, item, MARGIN.left + styles.indent),
    );
  });
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
