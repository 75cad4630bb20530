import type { Part } from './policy.ts';

/** A cell of a table, with its paragraphs. */
export interface Cell<Block> {
  blocks: Block[];
}

/**
 * The cells of a table in reading order: row by row, but column by column where a first row of headings stands over
 * columns of several paragraphs, as with “We will” beside “We won’t”.
 */
export function inReadingOrder<Block>(
  rows: Cell<Block>[][],
  wordsOf: (block: Block) => string,
): Cell<Block>[] {
  return isInColumns(rows, wordsOf)
    ? (rows[0] ?? []).flatMap((_, column) => rows.flatMap((row) => row[column] ?? []))
    : rows.flat();
}

function isInColumns<Block>(rows: Cell<Block>[][], wordsOf: (block: Block) => string): boolean {
  const [heads = [], ...rest] = rows;
  const words = (cell: Cell<Block>): string => cell.blocks.map(wordsOf).join(' ').trim();
  if (heads.length < 2 || rest.length === 0 || rest.some((row) => row.length !== heads.length)) return false;
  if (!heads.every((cell) => words(cell) !== '' && words(cell).split(' ').length <= 12)) return false;
  const under = rest.length === 1 && (rest[0] ?? []).some(({ blocks }) => blocks.length > 1);
  const forbids = heads.map((cell) => /\bnot?\b|n[’']t\b|never|unacceptable|✘|✗|❌/i.test(words(cell)));
  return under || (heads.length === 2 && forbids[0] !== forbids[1]);
}

/** The parts of a table in reading order; adds to the notes which one that is. */
export function tableParts<P extends Part>(rows: Cell<P>[][], notes: string[]): (P | Part)[] {
  const wordsOf = (part: Part): string => (part.kind === 'item' ? `${part.marker} ${part.text}` : part.text);
  const columns = isInColumns(rows, wordsOf);
  notes.push(
    columns
      ? 'A table with a list under each heading is written column by column.'
      : 'A table is written as paragraphs, a cell each, row by row.',
  );
  const heads = new Set(columns ? (rows[0] ?? []).flatMap(({ blocks }) => blocks) : []);
  return inReadingOrder(rows, wordsOf)
    .flatMap(({ blocks }) => blocks)
    .map((part) => (heads.has(part) ? { kind: 'heading', level: 6, text: wordsOf(part) } : part));
}
