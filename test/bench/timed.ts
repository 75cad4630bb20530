import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/buildSite.ts';
import { BENCH } from './folder.ts';

/** What a command took. */
export interface Took {
  seconds: number;
  /** The most memory that its process held at a time, in MB. What it started besides is not counted. */
  memory: number;
}

/** Loaded into the process, it writes down at the end how much memory that has held at most. */
const NOTE = path.join(import.meta.dirname, 'noteMemory.mjs');

/**
 * Runs a file by Node, in a process of its own.
 *
 * @param command the file, and what it is told
 * @throws an error with the end of what it said, where it stops
 */
export async function timed(
  command: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Took> {
  const note = path.join(BENCH, 'memory');
  const all: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env, NOTE_MEMORY: note };
  delete all.NODE_ENV;
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', NOTE, ...command], {
    cwd,
    env: all,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) {
    throw new Error(`${path.relative(ROOT, command[0] ?? '')} stopped in ${cwd}:\n${said.slice(-2000)}`);
  }
  return { seconds, memory: Number(readFileSync(note, 'utf8')) / 1024 };
}
