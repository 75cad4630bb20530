import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './environment.ts';

/** Where things are kept between builds. */
const CACHE = path.join(ROOT, 'node_modules/.cache/parent-code-of-conduct');

/** All that something is made of. */
export interface Ingredients {
  texts?: readonly string[];
  /** Paths of files, and of folders with all that's in them. Those that aren't there count too. */
  files: readonly string[];
}

/**
 * What takes seconds to work out, kept between builds until something that it's made of changes.
 *
 * @param name what it is; the name of its folder
 * @param make works it out. It must be the same as JSON.
 * @param cache folder that it's kept in
 */
export function keptOnDisk<T>(name: string, of: Ingredients, make: () => T, cache = CACHE): T {
  const folder = path.join(cache, name);
  const place = path.join(folder, `${fingerprint(of)}.json`);
  if (existsSync(place)) return JSON.parse(readFileSync(place, 'utf8')) as T;
  const made = make();
  mkdirSync(folder, { recursive: true });
  // Written aside and then moved, so that no other build ever reads half of it.
  const aside = `${place}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(made));
  renameSync(aside, place);
  return made;
}

function fingerprint({ texts = [], files }: Ingredients): string {
  const hash = createHash('sha256').update(JSON.stringify(texts));
  for (const file of files.flatMap(filesIn)) {
    hash.update(`${path.basename(file)}\n`);
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(place: string): string[] {
  if (!existsSync(place) || statSync(place).isFile()) return [place];
  return globSync('**', { cwd: place, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();
}
