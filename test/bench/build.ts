import { cpSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildSite, ROOT } from '../support/buildSite.ts';
import { BENCH, buildStarlight } from './sites.ts';
import { writeStarlight } from './starlight/write.ts';
import { median, printTable } from './table.ts';

const RUNS = 3;

/** What a build reads. */
const SOURCES = ['content', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
/** What a build leaves behind: its site, and what it keeps for the next time. */
const LEFT = ['dist', '.astro', '.build', 'node_modules'];

/**
 * Prints how long the command that builds the whole site takes, ours and Starlight's by turns. Cold: nothing is
 * left of an earlier build. Warm: all that it keeps is there.
 */
export async function build(): Promise<void> {
  const ours = path.join(BENCH, 'build/ours');
  const starlight = path.join(BENCH, 'build/starlight');
  copySources(ours);
  writeStarlight(ROOT, starlight);
  const builds = [
    { name: 'ours', folder: ours, run: () => buildSite({ base: '/', out: 'dist', root: ours }) },
    { name: 'Starlight', folder: starlight, run: () => buildStarlight(starlight) },
  ].map((site) => ({ ...site, cold: [] as number[], warm: [] as number[] }));
  for (let run = 0; run < RUNS; run++) {
    for (const { folder, run: make, cold, warm } of builds) {
      for (const left of LEFT) rmSync(path.join(folder, left), { recursive: true, force: true });
      cold.push(await seconds(make));
      warm.push(await seconds(make));
    }
  }
  printTable(
    `How long a whole build takes: median of ${RUNS} by turns, with its search index, in seconds`,
    ['', 'pages', 'cold', 'warm', 'each run, cold', 'each run, warm'],
    builds.map(({ name, folder, cold, warm }) => [
      name,
      globSync('**/*.html', { cwd: path.join(folder, 'dist') }).length,
      oneDecimal(median(cold)),
      oneDecimal(median(warm)),
      cold.map(oneDecimal).join(' '),
      warm.map(oneDecimal).join(' '),
    ]),
  );
}

/** A copy to build in, so that the caches of the project, which others may be using, are left alone. */
export function copySources(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES) {
    const from = path.join(ROOT, source);
    if (existsSync(from)) cpSync(from, path.join(folder, source), { recursive: true });
  }
}

async function seconds(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}

function oneDecimal(figure: number): string {
  return figure.toFixed(1);
}
