import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

const ASTRO = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');

/** Where a site is to stand and to be written. */
export interface SiteOptions {
  /** Folder in which it stands, e.g. `/` or `/code/`. */
  base: string;
  /** Address at which it will be published; none leaves out what needs one. */
  site?: string;
  /** Folder to write to, from the project's own or absolute. */
  out: string;
  /** Folder of a project whose `content/` is to be built; the project's own where none is given. */
  root?: string;
  /** Builds the governors' draft copy. */
  draft?: boolean;
}

/** The environment of a command that builds a site, without what the tests are run with and how they're published. */
export function buildEnvironment(): NodeJS.ProcessEnv {
  // Vitest's own would make Astro build for tests, and every page read all content again, as in development.
  const { SITE: _site, DRAFT: _draft, NODE_ENV: _mode, VITEST: _vitest, DEV: _dev, ...env } = process.env;
  return env;
}

/**
 * Runs the build as `npm run build` does.
 *
 * @returns what it printed
 * @throws an error with `stderr` where the build stops
 */
export async function buildSite({
  base,
  site,
  out,
  root = ROOT,
  draft = false,
}: SiteOptions): Promise<string> {
  const env: NodeJS.ProcessEnv = { ...buildEnvironment(), BASE: base, OUT_DIR: out };
  if (site !== undefined) env.SITE = site;
  if (draft) env.DRAFT = '1';
  const { stdout } = await promisify(execFile)(process.execPath, [ASTRO, 'build'], {
    cwd: root,
    env,
  });
  return stdout;
}
