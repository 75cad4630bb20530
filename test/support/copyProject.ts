import { cpSync, globSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './buildSite.ts';

/**
 * Copies the project, so that a test may change its content and build it.
 *
 * @param content folder whose content it is to have; the project's own where none is given
 * @returns the copy's folder, which the caller removes
 */
export function copyProject(content = path.join(ROOT, 'content')): string {
  const root = mkdtempSync(path.join(tmpdir(), 'project-'));
  for (const part of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
  }
  cpSync(content, path.join(root, 'content'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  return root;
}

/**
 * Copies the content alone, for a test of a command that builds nothing: the machinery is the project’s own, which is
 * compiled already.
 *
 * @param content folder whose content it is to have; the project's own where none is given
 * @returns the copy's folder, which the caller removes
 */
export function copyContent(content = path.join(ROOT, 'content')): string {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'));
  cpSync(content, path.join(root, 'content'), { recursive: true });
  for (const part of ['src', 'node_modules']) symlinkSync(path.join(ROOT, part), path.join(root, part));
  return root;
}

/**
 * Leaves some of a copy's phrases, for what doesn't turn on how good its checker is.
 *
 * @param every one phrase in so many is left
 * @returns the copy's folder
 */
export function thinPhrases(root: string, every: number): string {
  const folder = path.join(root, 'content/phrases');
  for (const file of globSync('*.txt', { cwd: folder })) {
    const place = path.join(folder, file);
    writeFileSync(place, thinned(readFileSync(place, 'utf8'), every));
  }
  return root;
}

/** A file of phrases with one phrase in so many, and all its headings and notes. */
export function thinned(text: string, every: number): string {
  const isLeft = (line: string, at: number): boolean => /^#(\s|$)/.test(line) || at % every === 0;
  return text.split('\n').filter(isLeft).join('\n');
}

/**
 * Changes a file of a copy.
 *
 * @throws an error where it doesn't hold what is to be changed
 */
export function changeFile(place: string, before: string | RegExp, after: string): void {
  const text = readFileSync(place, 'utf8');
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${place} does not hold “${before}”.`);
  writeFileSync(place, changed);
}
