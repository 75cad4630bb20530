import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
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
