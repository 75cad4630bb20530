import type { Block, Clause, CodeDocument } from '../code/document.ts';
import { layBalanced } from './lines.ts';
import { CODE_SIZES, COLOURS, type CodeLook, codeLook, MARGIN, PAPER, WIDTH } from './looks.ts';
import { BOTTOM, endRule, type OpenPdf, startRule } from './open.ts';
import type { Element } from './pdf.ts';
import { firstLines, type Laid, type Link, lay, type Span, startBlock, within, writeLines } from './text.ts';

/** A block of the Code, ready to be written. */
interface LaidBlock extends Laid {
  kind: 'heading' | 'paragraph' | 'item';
  depth: number;
  text: string;
  above: number;
}

/** The Code or its appendix, broken into lines. */
export interface LaidCode {
  blocks: LaidBlock[];
  look: CodeLook;
  /** Of all blocks together, in points. */
  height: number;
}

/**
 * Breaks documents into lines, in the largest size in which each fits on a page of its own; where one fits in no size,
 * in the smallest, so that it flows on over further pages.
 *
 * @param linkTo where a link of the Code leads in this PDF; without an answer it is set as plain words
 */
export function layToFit(
  open: OpenPdf,
  documents: readonly CodeDocument[],
  linkTo: (href: string) => Link | undefined,
): LaidCode[] {
  let laid: LaidCode[] = [];
  for (const size of CODE_SIZES) {
    laid = documents.map((document) => layCode(open, document, codeLook(size), linkTo));
    if (laid.every(({ height }) => height <= BOTTOM - MARGIN.top)) break;
  }
  return laid;
}

function layCode(
  open: OpenPdf,
  document: CodeDocument,
  look: CodeLook,
  linkTo: (href: string) => Link | undefined,
): LaidCode {
  const spansOf = (clauses: readonly Clause[]): Span[] =>
    clauses.flatMap((clause, index) => [
      // One space parts two clauses of a paragraph; it belongs to neither.
      ...(index === 0 ? [] : [{ text: ' ', style: look.body }]),
      ...clause.runs.map((run, position) => {
        const link = run.href === undefined ? undefined : linkTo(run.href);
        return {
          text: run.text,
          style: link === undefined ? look.body : { ...look.body, colour: COLOURS.brand },
          ...(link === undefined ? {} : { link }),
          ...(position === 0 ? { place: clause.anchor } : {}),
        };
      }),
    ]);
  const words = (clauses: readonly Clause[], width: number): Laid =>
    lay(open, spansOf(clauses), width, `${document.page}#${clauses[0]?.anchor ?? ''}`);
  const blocks = document.blocks.flatMap((block, index): LaidBlock[] => {
    const before = document.blocks[index - 1];
    if (block.kind === 'heading') {
      const { depth, text } = block;
      const style = depth === 1 ? look.title : look.heading;
      const span: Span = { text, style, ...(depth === 1 ? { place: document.page } : {}) };
      const laid = lay(open, [span], WIDTH, document.page, layBalanced);
      return [{ ...laid, kind: 'heading', depth, text, above: before === undefined ? 0 : look.gap * 2.3 }];
    }
    const above = aboveWords(before, look);
    if (block.kind === 'paragraph')
      return [{ ...words(block.clauses, WIDTH), kind: 'paragraph', depth: 0, text: '', above }];
    return block.items.map((clauses, item) => ({
      ...words(clauses, WIDTH - look.indent),
      kind: 'item' as const,
      depth: 0,
      text: '',
      above: item === 0 ? above : look.itemGap,
    }));
  });
  const height = blocks.reduce((sum, block) => sum + block.above + block.height, 0);
  return { blocks, look, height };
}

function aboveWords(before: Block | undefined, look: CodeLook): number {
  if (before?.kind !== 'heading') return look.gap;
  return before.depth === 1 ? look.gap * 1.6 : look.gap * 0.45;
}

/** Where the bookmarks of a document go, and how deep its headings stand. */
export interface CodePlace {
  bookmarks: PDFKit.PDFOutline;
  /** Added to each heading's level: 0 makes the title an H1. */
  deeper: number;
}

/** Writes a document that has been broken into lines, with the gold rule beside it and a bookmark for each heading. */
export function writeCode(
  open: OpenPdf,
  parent: Element,
  { blocks, look }: LaidCode,
  place: CodePlace,
): void {
  let { bookmarks } = place;
  within(open.pdf, parent, 'Art', (article) => {
    let list: Element | undefined;
    for (const [index, block] of blocks.entries()) {
      startBlock(open, block.above, together(blocks, index));
      if (open.rule === undefined) startRule(open);
      if (block.kind !== 'item') {
        list?.end();
        list = undefined;
      }
      if (block.kind === 'heading') {
        const item = bookmark(open, block.depth === 1 ? place.bookmarks : bookmarks, block.text);
        if (block.depth === 1) bookmarks = item;
      }
      if (block.kind === 'item') {
        list ??= startList(open, article);
        writeItem(open, list, block, look);
      } else {
        const role = block.kind === 'paragraph' ? 'P' : `H${block.depth + place.deeper}`;
        within(open.pdf, article, role, (element) => writeLines(open, element, block, MARGIN.left));
      }
    }
    list?.end();
    endRule(open);
  });
}

/** A heading stands with the first lines of what follows. */
function together(blocks: readonly LaidBlock[], index: number): number {
  const block = blocks[index];
  if (block === undefined) return 0;
  if (block.kind !== 'heading') return firstLines(block);
  const next = blocks[index + 1];
  return block.height + (next === undefined ? 0 : next.above + together(blocks, index + 1));
}

/**
 * Adds a bookmark that leads to where the page stands now.
 *
 * @returns the bookmark, to hold those below it
 */
export function bookmark({ y }: OpenPdf, above: PDFKit.PDFOutline, title: string): PDFKit.PDFOutline {
  // PDFKit takes `left` off the page's width; all of it leads to the left edge. Its types know neither.
  const options = { expanded: true, left: PAPER.width, top: Math.max(0, y - 20) };
  return above.addItem(title, options);
}

function startList({ pdf }: OpenPdf, parent: Element): Element {
  const list = pdf.struct('L') as Element;
  list.dictionary.data.A = { O: 'List', ListNumbering: 'Disc' };
  parent.add(list);
  return list;
}

/** The bullet is a label, and so no word of the item. */
function writeItem(open: OpenPdf, list: Element, item: LaidBlock, look: CodeLook): void {
  const { pdf } = open;
  within(pdf, list, 'LI', (element) => {
    within(pdf, element, 'Lbl', (label) => {
      const { y } = open;
      const style = { ...look.body, size: look.body.size * 1.3, colour: COLOURS.bullet };
      writeLines(
        open,
        label,
        lay(open, [{ text: '•', style }], look.indent, ''),
        MARGIN.left + look.indent * 0.3,
      );
      open.y = y;
    });
    within(pdf, element, 'LBody', (body) => writeLines(open, body, item, MARGIN.left + look.indent));
  });
}

/**
 * Where the links of the Code lead within a PDF that holds these documents.
 *
 * @param documents the documents in the PDF
 * @param site address at which the site stands, ending with a slash; where it is not known, a link to another of
 *   its pages stays plain words
 */
export function linksAmong(
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
