import { printTable } from './table.ts';

/** A row of the bench's last table: a figure beside what it's compared with. All as text, with units. */
export interface Figure {
  name: string;
  ours: string;
  starlight?: string;
  vitepress?: string;
  /** Another peer, or the physical limit. */
  other?: string;
  /** The target, if there is one. */
  mark?: string;
  /** Whether the target was met. */
  kept?: boolean;
}

const HEAD = ['figure', 'this site', 'Starlight', 'VitePress', 'other peer, or limit', 'target', 'met?'];

/**
 * Prints all figures as one table, with a plain NO for each target missed.
 *
 * @param markdown prints Markdown
 */
export function printFigures(figures: readonly Figure[], markdown: boolean): void {
  const rows = figures.map(({ name, ours, starlight = '', vitepress = '', other = '', mark = '', kept }) => [
    name,
    ours,
    starlight,
    vitepress,
    other,
    mark,
    kept === undefined ? '' : kept ? 'yes' : markdown ? '**NO**' : 'NO',
  ]);
  if (!markdown) {
    printTable('All figures', HEAD, rows);
    return;
  }
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  console.log(['\n', line(HEAD), line(HEAD.map(() => '---')), ...rows.map(line)].join('\n').trimStart());
}
