import { cpSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/buildSite.ts';
import type { Figure } from './figures.ts';
import { BENCH, buildOurs, type Generator, STARLIGHT, timed, VITEPRESS } from './sites.ts';
import { median, printTable } from './table.ts';
import { filledUp, type PageOfWords, pagesOfWords } from './words.ts';

const RUNS = 3;

/** What a build reads. */
const SOURCES = ['content', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
/** What a build leaves behind: its site and its caches. */
const LEFT = ['dist', '.astro', '.build', 'node_modules', 'docs/.vitepress/dist', 'docs/.vitepress/cache'];

/** A site that's built repeatedly, and how long each build took, in seconds. */
interface Built {
  name: string;
  folder: string;
  out: string;
  run: () => Promise<number>;
  cold: number[];
  warm: number[];
}

/**
 * Prints how long building the whole site takes, ours and the others' in turn. Cold: nothing is left of an earlier
 * build. Warm: its caches are there. The others are built with the same words, and again with as many pages as ours,
 * many of which are only redirects.
 */
export async function build(): Promise<Figure[]> {
  const words = pagesOfWords(ROOT);
  const asMany = filledUp(words, pagesIn(await buildOurs()) - 1);
  const sites = [
    ours(),
    theirs(STARLIGHT, words),
    theirs(STARLIGHT, asMany, ', as many pages'),
    theirs(VITEPRESS, words),
    theirs(VITEPRESS, asMany, ', as many pages'),
  ];
  for (let run = 0; run < RUNS; run++) {
    for (const { folder, run: make, cold, warm } of sites) {
      for (const left of LEFT) rmSync(path.join(folder, left), { recursive: true, force: true });
      cold.push(await make());
      warm.push(await make());
    }
  }
  printTable(
    `How long a whole build takes: median of ${RUNS} in turn, with the search index, in seconds`,
    ['', 'pages', 'cold', 'warm', 'each run, cold', 'each run, warm'],
    sites.map(({ name, folder, out, cold, warm }) => [
      name,
      pagesIn(path.join(folder, out)),
      median(cold).toFixed(1),
      median(warm).toFixed(1),
      ...[cold, warm].map((runs) => runs.map((seconds) => seconds.toFixed(1)).join(' ')),
    ]),
  );
  return figures(sites);
}

function figures(sites: readonly Built[]): Figure[] {
  const [own, starlight, starlightAsMany, vitepress, vitepressAsMany] = sites;
  if (!own || !starlight || !starlightAsMany || !vitepress || !vitepressAsMany) return [];
  const pages = ({ folder, out }: Built): number => pagesIn(path.join(folder, out));
  return [
    ...(['cold', 'warm'] as const).flatMap((kind) => {
      const seconds = (site: Built): string => `${median(site[kind]).toFixed(1)} s (${pages(site)} pages)`;
      return [
        {
          name: `build, ${kind}, the same words`,
          ours: seconds(own),
          starlight: seconds(starlight),
          vitepress: seconds(vitepress),
        },
        {
          name: `build, ${kind}, as many pages`,
          ours: seconds(own),
          starlight: seconds(starlightAsMany),
          vitepress: seconds(vitepressAsMany),
          mark: 'no slower than Starlight',
          kept: median(own[kind]) <= median(starlightAsMany[kind]),
        },
      ];
    }),
  ];
}

function ours(): Built {
  const folder = path.join(BENCH, 'build/ours');
  copySources(folder);
  return { name: 'ours', folder, out: 'dist', run: () => buildCopy(folder), cold: [], warm: [] };
}

function theirs(generator: Generator, pages: readonly PageOfWords[], suffix = ''): Built {
  const { out, command } = generator;
  const name = `${generator.name}${suffix}`;
  const folder = path.join(BENCH, 'build', name.replaceAll(/\W+/g, '-'));
  generator.write(pages, folder);
  return { name, folder, out, run: () => timed(command, folder), cold: [], warm: [] };
}

/** Copies the project to build in, so that its own caches are left alone. */
export function copySources(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES) {
    const from = path.join(ROOT, source);
    if (existsSync(from)) cpSync(from, path.join(folder, source), { recursive: true });
  }
}

/** Builds our site in a copy of its sources, into `dist/` there. */
export function buildCopy(folder: string): Promise<number> {
  return timed([path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'], folder, {
    BASE: '/',
    OUT_DIR: 'dist',
  });
}

export function pagesIn(folder: string): number {
  return globSync('**/*.html', { cwd: folder }).length;
}
