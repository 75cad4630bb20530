import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { compress } from '../../src/site-build/compress.ts';
import { buildSite, ROOT } from '../support/buildSite.ts';
import { type Served, serve } from '../support/serve.ts';
import { writeStarlight } from './starlight/write.ts';
import { writeVitePress } from './vitepress/write.ts';
import { type PageOfWords, pagesOfWords } from './words.ts';

/** Where this run puts everything it makes, removed at the end. Each run has its own. */
export const BENCH = path.join(ROOT, `.build/bench-${process.pid}`);
mkdirSync(BENCH, { recursive: true });
process.on('exit', () => rmSync(BENCH, { recursive: true, force: true }));

/** What every part searches for. */
export const SOUGHT = 'ofsted';

/** A page of each kind people open, the first page first, and the search page with a search. */
export const PAGES = [
  '/',
  '/appendix-1/',
  '/check/',
  '/situations/',
  '/situations/verbal-abuse/',
  '/search/',
  `/search/?q=${SOUGHT}`,
  '/staff/',
  '/governors/',
];

/** The phone pages are opened on. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
};

const built = new Map<string, Promise<string>>();

/** Builds each site once for all parts of a run. */
function once(name: string, build: () => Promise<string>): Promise<string> {
  const started = built.get(name) ?? build();
  built.set(name, started);
  return started;
}

/**
 * Builds our site as `npm run build` does. `BENCH_SITE=folder` measures a site that's already built instead.
 *
 * @returns the folder of the built site
 */
export function buildOurs(): Promise<string> {
  return once('ours', async () => {
    if (process.env.BENCH_SITE !== undefined) return path.resolve(process.env.BENCH_SITE);
    // The build names its staging folder after this one.
    const out = path.join(BENCH, path.basename(BENCH));
    await buildSite({ base: '/', out });
    return out;
  });
}

/** Our site, served as a good host would. */
export async function serveOurs(): Promise<Served> {
  return serve(await buildOurs());
}

/** The same words in Starlight, served the same way. */
export async function serveStarlight(): Promise<Served> {
  return serve(await once('starlight', () => compressed(STARLIGHT)));
}

/** The same words in VitePress, served the same way. */
export async function serveVitePress(): Promise<Served> {
  return serve(await once('vitepress', () => compressed(VITEPRESS)));
}

/** A site generator we compare with. */
export interface Generator {
  name: string;
  /** Writes the sources of a site with some pages into a folder. */
  write(pages: readonly PageOfWords[], folder: string): void;
  /** Its build command, from the site's folder: a file for Node, and its arguments. */
  command: readonly string[];
  /** The built site's folder, from the site's. */
  out: string;
}

export const STARLIGHT: Generator = {
  name: 'Starlight',
  write: writeStarlight,
  command: [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
  out: 'dist',
};

export const VITEPRESS: Generator = {
  name: 'VitePress',
  write: writeVitePress,
  command: [path.join(ROOT, 'node_modules/vitepress/bin/vitepress.js'), 'build', 'docs'],
  out: 'docs/.vitepress/dist',
};

async function compressed(generator: Generator): Promise<string> {
  const site = path.join(BENCH, generator.name);
  generator.write(pagesOfWords(ROOT), site);
  await timed(generator.command, site);
  const out = path.join(site, generator.out);
  await compress(out);
  return out;
}

/** Compressed as a host does it in advance. */
export function brotli(content: Buffer | string): Buffer {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

/**
 * Runs a file with Node, in its own process.
 *
 * @param command the file and its arguments
 * @returns how long it took, in seconds
 * @throws an error with the end of what it printed, if it fails
 */
export async function timed(
  command: readonly string[],
  cwd: string,
  variables: NodeJS.ProcessEnv = {},
): Promise<number> {
  const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...variables };
  delete env.NODE_ENV;
  const start = performance.now();
  const child = spawn(process.execPath, command, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (code !== 0)
    throw new Error(`${path.relative(ROOT, command[0] ?? '')} failed in ${cwd}:\n${printed.slice(-2000)}`);
  return (performance.now() - start) / 1000;
}
