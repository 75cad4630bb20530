import type { Clause } from './document.ts';

/** What's between two cells of a row where it's written as one text. */
export const CELL_END = '|';

/** A cell of a quoted row, with the name of its column; an empty one for the row’s own name, above which there’s nothing. */
export interface NamedCell {
  name: string;
  words: string;
}

/**
 * The cells of a row, each with the name of its column: on one line with bars between them, nobody would see which is
 * which. What’s empty is left out.
 *
 * @returns undefined if the clause isn’t a row of a table whose columns have names, or has a word of ours in brackets
 */
export function namedCells({ leadIn, text }: Pick<Clause, 'leadIn' | 'text'>): NamedCell[] | undefined {
  if (leadIn === undefined || leadIn.endsWith(']')) return undefined;
  const names = cellsOf(leadIn);
  const cells = cellsOf(text);
  if (cells.length < 2 || cells.length !== names.length || names.slice(1).includes('')) return undefined;
  return cells.flatMap((words, column) => (words === '' ? [] : [{ name: names[column] ?? '', words }]));
}

/** A row’s named cells on one line. */
export function cellsInOneLine(cells: readonly NamedCell[]): string {
  return cells
    .map(({ name, words }, at) => {
      if (name === '') return `${words}:`;
      const isLast = at === cells.length - 1;
      return `${introduced(name, words)}${isLast || /[.!?;…]['"’”)]*$/.test(words) ? '' : ';'}`;
    })
    .join(' ');
}

const cellsOf = (row: string): string[] => row.split(CELL_END).map((cell) => cell.trim());

/** Words after those that say what they are, such as the name of a column, with a colon between them unless there’s a sign. */
export function introduced(by: string, words: string): string {
  return `${by}${/[.:;,!?…–—-]$/.test(by) ? '' : ':'} ${words}`;
}
