import { isBullet, isSign, splitMarker, tickOf } from './markers.ts';
import { type Part, rowOf } from './policy.ts';

/** A table’s cell, and over how many columns it goes. */
export interface Cell extends Filled<Part> {
  span: number;
}

/** What’s in a cell. */
interface Filled<Block> {
  blocks: readonly Block[];
  /** How many paragraphs it has, if lines of one are blocks of their own. */
  paragraphs?: number;
}

/** A part’s words, with its marker. */
export function wordsOf(part: Part): string {
  return part.kind === 'item' ? `${part.marker} ${part.text}` : part.text;
}

/** Whether a part’s words are all in bold. */
export function isAllBold(part: Part): boolean {
  return part.kind !== 'heading' && part.kind !== 'row' && part.bold === part.text;
}

/**
 * The cells of a table in reading order: row by row, but column by column where a first row of headings stands over
 * columns of several paragraphs, as with “We will” beside “We won’t”.
 *
 * @param wordsIn gives a block’s words
 */
export function inReadingOrder<C extends Filled<unknown>>(
  rows: readonly C[][],
  wordsIn: (block: C['blocks'][number]) => string,
): C[] {
  return isInColumns(rows, wordsIn)
    ? (rows[0] ?? []).flatMap((_, column) => rows.flatMap((row) => row[column] ?? []))
    : rows.flat();
}

function isInColumns<B>(rows: readonly Filled<B>[][], wordsIn: (block: B) => string): boolean {
  const [heads = [], ...rest] = rows;
  const words = (cell: Filled<B>): string => cell.blocks.map(wordsIn).join(' ').trim();
  if (heads.length < 2 || rest.length === 0 || rest.some((row) => row.length !== heads.length)) return false;
  const isLong = ({ blocks, paragraphs = blocks.length }: Filled<B>): boolean => paragraphs > 1;
  const isHead = (cell: Filled<B>): boolean =>
    !isLong(cell) && words(cell) !== '' && words(cell).split(' ').length <= 12;
  if (!heads.every(isHead)) return false;
  const under =
    (rest.length === 1 && (rest[0] ?? []).some(isLong)) ||
    (heads.every((cell) => WHOSE.test(words(cell))) &&
      heads.every((_, column) => rest.some((row) => row[column] !== undefined && isLong(row[column]))));
  const forbids = heads.map((cell) => /\bnot?\b|n[’']t\b|never|unacceptable|✘|✗|❌/i.test(words(cell)));
  // With a sentence in each cell, or in nearly all of them, those beside each other belong together.
  const isPlain = (cell: Filled<B>): boolean => !isLong(cell) && !isBullet(splitMarker(words(cell)).marker);
  const inPairs = rest.length > 1 && rest.filter((row) => row.every(isPlain)).length > rest.length * 0.7;
  return under || (heads.length === 2 && forbids[0] !== forbids[1] && !inPairs);
}

/** Headings that say whose a column is: “School” beside “Parents”, or “Rights” beside “Responsibilities”. */
export const WHOSE =
  /\b(?:rights?|responsibilit(?:y|ies)|duties|parents?|carers?|caregivers?|families|visitors?|schools?|staff|teachers?|governors?|pupils?|students?|learners?|child(?:ren)?|we|you|us|our|your)\b/i;

/**
 * The parts of a table: rows, or, where its cells hold lists or go over several rows, what’s in them in reading order.
 *
 * @param canBeRows whether it’s sure which cells are beside each other
 * @param heads how many rows at the top are marked as headings
 */
export function partsOfTable(
  rows: readonly Cell[][],
  canBeRows: boolean,
  heads = 0,
): { parts: Part[]; note: string } {
  const beside = besideLogo(rows);
  if (beside !== undefined)
    return {
      parts: [...beside],
      note: 'A table that only puts words beside an empty cell is written as paragraphs.',
    };
  if (isInColumns(rows, wordsOf)) {
    const titles = new Set((rows[0] ?? []).flatMap(({ blocks }) => blocks));
    const parts = inReadingOrder(rows, wordsOf).flatMap(({ blocks }) => blocks);
    return {
      parts: parts.map((part, index) => {
        if (!titles.has(part)) return part;
        const next = parts.findIndex((each, at) => at > index && titles.has(each));
        const column = (next < 0 ? parts.length : next) - index - 1;
        return { kind: 'heading', level: 6, text: wordsOf(part), column };
      }),
      note: 'A table with a list under each heading is written column by column.',
    };
  }
  const note = 'A table is written as paragraphs, a cell each, row by row.';
  const labelled = canBeRows ? labelledLists(rows, heads) : undefined;
  if (labelled !== undefined)
    return {
      parts: labelled,
      note: 'A table with a list in each row is written row by row, below its names.',
    };
  if (!canBeRows || !(isPlainTable(rows) || hasListsInGrid(rows)))
    return { parts: rows.flat().flatMap(({ blocks }) => blocks), note };
  // A title across the table is bold too.
  const firstBelow = rows.slice(1).find(({ length }) => length === rows[0]?.length);
  const parts = rows
    .filter((row) => !isEmpty(row))
    .map((row, index) =>
      rowOf(
        row.flatMap(({ blocks, span }) => [
          blocks.map(wordsOf).join('\n'),
          ...Array.from({ length: span - 1 }, () => ''),
        ]),
        index < heads ||
          (index === 0 && isBoldRow(row) && firstBelow !== undefined && !isBoldRow(firstBelow)),
      ),
    );
  return { parts, note: 'A table is written row by row, as a table with an address for each row.' };
}

/** What’s beside empty cells in a single row, as a school’s name is beside its logo; nothing if it’s a label to fill in. */
function besideLogo(rows: readonly Cell[][]): readonly Part[] | undefined {
  const [row = [], ...more] = rows;
  const full = row.filter(({ blocks }) => blocks.length > 0);
  const [cell] = full;
  const isLayout = row.length > 1 && more.length === 0 && full.length === 1 && cell !== undefined;
  return isLayout && (cell !== row[0] || cell.blocks.length > 1) ? cell.blocks : undefined;
}

/**
 * The parts of a table of two columns that has a name and a list in each row: the names as headings, below a row with the
 * heads of both columns, if it has one.
 *
 * @returns nothing if a table isn’t like that
 */
function labelledLists(rows: readonly Cell[][], heads: number): Part[] | undefined {
  const isName = (cell: Cell | undefined): boolean => {
    const [block, ...more] = cell?.blocks ?? [];
    return block?.kind === 'paragraph' && more.length === 0 && block.text.split(' ').length <= 12;
  };
  const hasList = ({ blocks }: Cell): boolean => blocks.filter(({ kind }) => kind === 'item').length > 1;
  if (rows.length < 2 || !rows.every((row) => row.length === 2 && isName(row[0]))) return undefined;
  const [first = [], ...others] = rows;
  const isHead =
    isName(first[1]) && (heads > 0 || isBoldRow(first) || others.every((row) => row.some(hasList)));
  const body = isHead ? others : rows;
  if (body.filter((row) => row.some(hasList)).length <= body.length / 2) return undefined;
  const lists = body.flatMap(([label, cell]): Part[] => {
    const blocks = cell?.blocks ?? [];
    const text = label?.blocks.map(wordsOf).join(' ') ?? '';
    return [{ kind: 'heading', level: 6, text, column: blocks.length }, ...blocks];
  });
  return isHead
    ? [
        rowOf(
          first.map(({ blocks }) => blocks.map(wordsOf).join(' ')),
          true,
        ),
        ...lists,
      ]
    : lists;
}

/** Whether all rows are plain, but for the signs of names such as “✔ Please do” over the columns, and titles across them. */
function isPlainTable([heads = [], ...others]: readonly Cell[][]): boolean {
  const rest = others.filter((row) => !isEmpty(row));
  const isSigned = ({ blocks: [block, ...more] }: Cell): boolean =>
    block?.kind === 'item' && more.length === 0 && isSign(block.marker);
  const isName = (cell: Cell): boolean => isSigned(cell) || isPlainRow([cell, cell]);
  return (
    heads.length > 1 &&
    heads.every(isName) &&
    rest.every((row, at) => isPlainRow(row) || (isTitle(row, heads.length) && isPlainRow(rest[at + 1] ?? [])))
  );
}

/** Whether a row is one short cell across all the columns, as a title of the rows below it is. */
function isTitle([cell, ...others]: readonly Cell[], columns: number): boolean {
  const [block, ...more] = cell?.blocks ?? [];
  return (
    others.length === 0 &&
    cell?.span === columns &&
    block !== undefined &&
    more.length === 0 &&
    wordsOf(block).split(' ').length <= 12
  );
}

/** Whether a row has cells beside each other, and no lists or headings in them, but for ticks and crosses. */
function isPlainRow(row: readonly Cell[]): boolean {
  const isPlain = (part: Part, alone: boolean): boolean =>
    part.kind === 'paragraph' ||
    (part.kind === 'item' && (tickOf(part.marker) !== undefined || (alone && !isBullet(part.marker))));
  return (
    row.length > 1 && row.every(({ blocks }) => blocks.every((part) => isPlain(part, blocks.length === 1)))
  );
}

/**
 * Whether a table is a grid of lists, with a name for each row and each of its two or more columns: you need both names to
 * tell whose a list is, and what it’s about.
 */
function hasListsInGrid(rows: readonly Cell[][]): boolean {
  const [heads = [], ...rest] = rows;
  const isName = ({ blocks: [block, ...more] }: Cell): boolean =>
    block?.kind === 'paragraph' && more.length === 0 && block.text.split(' ').length <= 12;
  return (
    heads.length > 2 &&
    heads.slice(1).every(isName) &&
    rest.length > 1 &&
    rows.every((row) => row.length === heads.length) &&
    rest.every(
      ([first, ...cells]) =>
        first !== undefined &&
        isName(first) &&
        cells.every(({ blocks }) => blocks.every(({ kind }) => kind === 'paragraph' || kind === 'item')),
    )
  );
}

const isEmpty = (row: readonly Cell[]): boolean => row.every(({ blocks }) => blocks.length === 0);

const isBoldRow = (row: readonly Cell[]): boolean => row.every(({ blocks }) => blocks.every(isAllBold));

/**
 * The parts, with the headings of a table’s columns, and those in them, as paragraphs where text goes on after the table:
 * that would otherwise stand under the last of them.
 */
export function withColumnTitles(parts: readonly Part[]): Part[] {
  const goesOn = (index: number): boolean => {
    const part = parts[index];
    if (part?.kind !== 'heading') return part !== undefined;
    return part.column !== undefined && goesOn(index + 1 + part.column);
  };
  const plain = new Set<number>();
  for (const [index, part] of parts.entries())
    if (part.kind === 'heading' && part.column !== undefined && goesOn(index))
      for (let at = index; at <= index + part.column; at += 1) plain.add(at);
  // Tables with the same names over their columns are alike.
  const names = new Set([...plain].map((index) => parts[index]?.text));
  for (const [index, part] of parts.entries())
    if (part.kind === 'heading' && part.column !== undefined && names.has(part.text)) plain.add(index);
  return parts.map((part, index) => {
    if (part.kind !== 'heading') return part;
    const { text, level } = part;
    const label = part.column === undefined ? {} : { label: part.column };
    return plain.has(index) ? { kind: 'paragraph', text, ...label } : { kind: 'heading', level, text };
  });
}
