/** A cell: text is aligned left, figures right. */
export type Cell = string | number;

/** Prints a title and a plain table below it, each column as wide as it needs to be. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const written = rows.map((row) => row.map(write));
  const widths = head.map((name, column) =>
    Math.max(name.length, ...written.map((row) => row[column]?.length ?? 0)),
  );
  // A column is aligned right if any of its cells is a figure, and so is its head.
  const right = head.map((_, column) => rows.some((row) => typeof row[column] === 'number'));
  const align = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        right[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  console.log(`\n${title}\n`);
  console.log(align(head));
  console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  for (const row of written) console.log(align(row));
}

function write(cell: Cell): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-GB', { maximumFractionDigits: 3 }) : cell;
}

/** Bytes as KB of 1,024, with one decimal. */
export function kb(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

/** The median of an odd number of figures; NaN if there are none. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
