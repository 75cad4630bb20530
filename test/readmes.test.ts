import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/buildSite.ts';

const READMES = [
  ...globSync('**/README.md', { cwd: ROOT, exclude: ['node_modules', 'dist'] }),
  // A glob leaves out folders that start with a dot.
  ...globSync('.github/**/README.md', { cwd: ROOT }),
].map((file) => file.replaceAll(path.sep, '/'));

/** Made by a build, so they needn't be there. */
const BUILT = /^(dist|_astro|\.build|\.astro)\//;

/** Links to files: the target, without its anchor. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    /^([a-z]+:|#)/.test(target) ? [] : [target.replace(/#.*/, '')],
  );
}

/** What looks like a path of the project in backticks; `/staff/` is an address of the site. */
function pathsIn(text: string): string[] {
  return [...text.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) =>
    /^[\w.@[][^\s:…$=]*\/[^\s:…$=]*$/.test(code) && !code.startsWith('@') && !BUILT.test(code) ? [code] : [],
  );
}

/** Commands given anywhere, in a block of code too. */
function scriptsIn(text: string): string[] {
  return [...text.matchAll(/npm (?:run (?:--silent )?)?(test|start|(?<=run (?:--silent )?)[\w:-]+)/g)].map(
    ([, script = '']) => script,
  );
}

/** Whether a path is there, from the project's folder or the README's. `<id>` stands for any name. */
function isThere(named: string, readme: string): boolean {
  return [ROOT, path.join(ROOT, path.dirname(readme))].some((folder) =>
    named.includes('<')
      ? globSync(named.replaceAll(/<[^>]*>/g, '*'), { cwd: folder }).length > 0
      : existsSync(path.join(folder, named)),
  );
}

describe.each(READMES)('%s', (readme) => {
  const text = readFileSync(path.join(ROOT, readme), 'utf8');

  test('links to files that exist', () => {
    const from = path.join(ROOT, path.dirname(readme));
    expect(linksIn(text).filter((target) => !existsSync(path.join(from, target)))).toEqual([]);
  });

  test('names paths that exist', () => {
    expect(pathsIn(text).filter((named) => !isThere(named, readme))).toEqual([]);
  });

  test('names commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(scriptsIn(text).filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

test('a slip in a README is found', () => {
  const text =
    'See [it](nowhere/it.md#part), `src/nowhere.ts`, `/staff/`, `npm run lnt -- --all` and `npm test`.';
  expect(linksIn(text)).toEqual(['nowhere/it.md']);
  expect(pathsIn(text)).toEqual(['src/nowhere.ts']);
  expect(scriptsIn(text)).toEqual(['lnt', 'test']);
  expect(isThere('src/nowhere.ts', 'README.md')).toBe(false);
});

test('the first README has at most 900 words, and every README is found', () => {
  expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8').split(/\s+/).length).toBeLessThanOrEqual(901);
  expect(READMES.toSorted()).toEqual(
    expect.arrayContaining(['.github/hosting/README.md', 'README.md', 'content/README.md', 'src/README.md']),
  );
});
