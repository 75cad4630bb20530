import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { compress } from '../../src/build/compress.ts';
import { buildSite, ROOT } from '../support/buildSite.ts';
import { type Served, serve } from '../support/serve.ts';
import { writeStarlight } from './starlight/write.ts';

/** Where all that this run of the bench makes goes, and goes again at its end: two runs must not mix. */
export const BENCH = path.join(ROOT, `.build/bench-${process.pid}`);
mkdirSync(BENCH, { recursive: true });
process.on('exit', () => rmSync(BENCH, { recursive: true, force: true }));

/** The phone on which pages are opened. */
export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
};

const built = new Map<string, Promise<string>>();

/** Builds once for all parts of the bench that run together. */
function once(name: string, build: () => Promise<string>): Promise<string> {
  const started = built.get(name) ?? build();
  built.set(name, started);
  return started;
}

/**
 * Builds our site as `npm run build` does. With `BENCH_SITE=folder` a site that has been built before is measured
 * instead.
 *
 * @returns the folder of the built site
 */
export function buildOurs(): Promise<string> {
  return once('ours', async () => {
    if (process.env.BENCH_SITE !== undefined) return path.resolve(process.env.BENCH_SITE);
    // The build names the folder in which it works after this one.
    const out = path.join(BENCH, path.basename(BENCH));
    await buildSite({ base: '/', out });
    return out;
  });
}

/** Our site, served as a good host does. */
export async function serveOurs(): Promise<Served> {
  return serve(await buildOurs());
}

/** The same words in Starlight, served in the same way. */
export async function serveStarlight(): Promise<Served> {
  const folder = await once('starlight', async () => {
    const site = path.join(BENCH, 'starlight');
    writeStarlight(ROOT, site);
    await buildStarlight(site);
    const out = path.join(site, 'dist');
    await compress(out);
    return out;
  });
  return serve(folder);
}

/** Builds the Starlight site in `folder` as its own command does, in a process of its own. */
export async function buildStarlight(folder: string): Promise<void> {
  const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  await promisify(execFile)(process.execPath, [astro, 'build', '--silent'], { cwd: folder, env });
}

/** Compressed as a host does that does it once, beforehand. */
export function brotli(content: Buffer | string): Buffer {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
