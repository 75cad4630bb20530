import { printTable } from './table.ts';

/** A figure as the last table of the bench shows it, beside what it is to be held against. All in words, with units. */
export interface Figure {
  name: string;
  ours: string;
  starlight?: string;
  vitepress?: string;
  /** Another peer, or the physical limit. */
  other?: string;
  /** What was promised, where something was. */
  mark?: string;
  /** Whether the mark is kept. */
  kept?: boolean;
}

const HEAD = ['figure', 'this site', 'Starlight', 'VitePress', 'other peer, or limit', 'mark', 'kept?'];

/**
 * Prints all figures as one table, a mark that is missed with a plain NO.
 *
 * @param markdown as Markdown, for the README
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
