import type { PDFPageProxy } from 'unpdf/pdfjs';
import type { Piece } from './pdfLines.ts';

/** What a tagged PDF says of some words. */
export interface Tag {
  /** The paragraph, heading or item that they’re in: the same object for all its words on a page. */
  block: object | undefined;
  heading: boolean;
  /** The list item that they’re the first words of. */
  item: object | undefined;
  contents: boolean;
  note: boolean;
  table: object | undefined;
  row: object | undefined;
  cell: object | undefined;
  /** What’s on lines of its own in a cell, as Chromium tags it. */
  inCell: object | undefined;
}

type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;
type Child = Tree['children'][number];

const NOTHING: Tag = {
  block: undefined,
  heading: false,
  item: undefined,
  contents: false,
  note: false,
  table: undefined,
  row: undefined,
  cell: undefined,
  inCell: undefined,
};

/** What each piece of marked content is tagged as, by its id. */
export function tagsOf(tree: Tree): Map<string, Tag> {
  const tags = new Map<string, Tag>();
  /** Items whose first paragraph has come. */
  const begun = new Set<object>();
  const visit = (node: Child, above: Tag): void => {
    if (!('children' in node)) {
      if (node.type === 'content') tags.set(node.id, above);
      return;
    }
    const tag = within(node, above, begun);
    for (const child of node.children) visit(child, tag);
  };
  visit(tree, NOTHING);
  return tags;
}

function within(node: Tree, above: Tag, begun: Set<object>): Tag {
  const { role } = node;
  if (/^(?:H[1-6]?|Title)$/.test(role)) return { ...above, block: node, heading: true, item: undefined };
  if (role === 'LI') return { ...above, block: node, item: node };
  if (role === 'Table') return { ...above, block: node, table: node, item: undefined };
  if (role === 'TR') return { ...above, row: node };
  if (/^T[DH]$/.test(role)) return { ...above, block: node, cell: node, inCell: undefined };
  if (role === 'NonStruct' && above.block === above.cell && isOfOthers(node))
    return { ...above, inCell: above.inCell ?? node };
  if (/^TOCI?$/.test(role)) return { ...above, block: node, contents: true };
  if (/^(?:FE)?Note$/.test(role)) return { ...above, block: node, note: true };
  if (!/^(?:P|Div|Sect|Art|Part|BlockQuote|Caption)$/.test(role)) return above;
  // An item’s label is in no paragraph, but belongs to its first.
  if (above.item !== undefined && !begun.has(above.item)) {
    begun.add(above.item);
    return above;
  }
  return above.note ? above : { ...above, block: node, item: undefined };
}

/** Whether there’s only what’s tagged in it, and no words of its own, as in a bold word. */
const isOfOthers = ({ children }: Tree): boolean => children.every((child) => 'children' in child);

/** How much of a page’s text tags must cover to be believed. */
const COVERED = 0.9;

/**
 * Whether a page’s tags are about its paragraphs, not about its lines, as some programs write them.
 *
 * @param stream its pieces in the file’s order
 */
export function areTagsTrue(stream: readonly Piece[]): boolean {
  const text = stream.filter(({ aside }) => aside !== true);
  const length = (pieces: readonly Piece[]): number =>
    pieces.reduce((sum, each) => sum + each.text.length, 0);
  const tagged = text.filter(({ tag }) => tag?.block !== undefined);
  if (tagged.length === 0 || length(tagged) < length(text) * COVERED) return false;
  const cut = tagged.filter((piece, index) => {
    const before = tagged[index - 1];
    if (before === undefined || before.tag?.block === piece.tag?.block) return false;
    const inText = piece.tag?.item === undefined && piece.tag?.cell === undefined;
    return inText && /^\p{Ll}/u.test(piece.text) && /[\p{L},]\s*$/u.test(before.text);
  });
  return cut.length < 3 || cut.length < new Set(tagged.map(({ tag }) => tag?.block)).size / 10;
}

/** The tables that a page’s tags tell: their rows, each with its cells. */
export function taggedTables(pieces: readonly Piece[]): Piece[][][][] {
  const rowsOf = (table: readonly Piece[]): Piece[][][] =>
    grouped(table, (tag) => tag.row).map((row) => grouped(row, (tag) => tag.cell));
  return grouped(pieces, (tag) => tag.table)
    .map(rowsOf)
    .filter((rows) => rows.some((row) => row.length > 1));
}

/** Those that have something in their tags, together with the others that have the same. */
function grouped(pieces: readonly Piece[], what: (tag: Tag) => object | undefined): Piece[][] {
  const groups = new Map<object, Piece[]>();
  for (const piece of pieces) {
    const key = piece.tag === undefined ? undefined : what(piece.tag);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...groups.values()];
}
