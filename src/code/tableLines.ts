/** A row of a table, as it's written. */
export interface TableLine {
  /** Its cells' Markdown. */
  cells: string[];
  /** How many lines it's below the table's first. */
  below: number;
}

/** A line of a table, and the line below its head. */
const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/**
 * Reads a table from its lines, as GitHub's Markdown has it, but that a table needs no head. The parser's own tables come
 * only together with links and struck-out words that nobody wrote.
 *
 * @returns its rows, and whether the first is a head; undefined if not every line is between two `|`
 */
export function tableFrom(lines: readonly string[]): { rows: TableLine[]; headed: boolean } | undefined {
  if (!lines.every((line) => ROW.test(line))) return undefined;
  const headed = RULE.test(lines[1] ?? '');
  const rows = lines.map((line, below) => ({ cells: cellsIn(line), below }));
  return { rows: headed ? rows.toSpliced(1, 1) : rows, headed };
}

/** The cells of a row; `\|` is a character of its cell. */
function cellsIn(row: string): string[] {
  return row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
