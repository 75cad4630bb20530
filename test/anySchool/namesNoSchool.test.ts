import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EMERGENCY, NOT_COVERED } from '../../src/checker/reading/reader.ts';
import { shortTitle } from '../../src/code/sections.ts';
import { loadOnce } from '../../src/content/load.ts';
import { ROOT } from '../support/buildSite.ts';

// What only content/ may say: a school that replaces it must find nothing of ours left.
const { school, situations, clauses, appendices } = loadOnce(ROOT);
const files = globSync('{src,public}/**/*', { cwd: ROOT, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => path.join(parentPath, name));
const machinery = [...files, path.join(ROOT, 'astro.config.mjs')].map((file) => ({
  file: path.relative(ROOT, file),
  text: readFileSync(file, 'latin1'),
}));
/** A file without its comments, which may give examples. */
const code = machinery
  .filter(({ file }) => /\.(ts|tsx|astro|mjs)$/.test(file))
  .map(({ file, text }) => ({ file, text: text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') }));
const filesWith = (places: readonly { file: string; text: string }[], pattern: RegExp): string[] =>
  places.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
const filesThatSay = (places: readonly { file: string; text: string }[], words: string): string[] =>
  places.filter(({ text }) => text.toLowerCase().includes(words.toLowerCase())).map(({ file }) => file);

test('no file of the machinery names the school', () => {
  const [ownName = ''] = school.name.split(/\s+(?:Primary|Infant|Junior|School)\b/);
  expect(ownName).not.toBe('');
  expect(filesThatSay(machinery, ownName)).toEqual([]);
});

test('no code calls the appendix by its name or knows its address', () => {
  for (const name of appendices.flatMap((each) => [shortTitle(each), each.page.slice(1, -1)])) {
    expect(name).not.toBe('');
    expect(filesThatSay(code, name)).toEqual([]);
  }
});

test('no code knows a situation but the two that every school has', () => {
  const ids = [...situations.keys()].filter((id) => id !== EMERGENCY && id !== NOT_COVERED);
  const quoted = ids.map((id) => ({
    id,
    files: filesWith(code, new RegExp(`['"\`/]${id}['"\`/]|(?<![\\w-])${id}\\.(?:txt|yaml)`)),
  }));
  expect(quoted.filter(({ files }) => files.length > 0)).toEqual([]);
});

test('no code knows a clause', () => {
  const quoted = [...clauses.keys()].map((anchor) => ({
    anchor,
    files: filesWith(code, new RegExp(`(?:#|/c/)${anchor}\\b|anchor[=:] ?['"]${anchor}['"]`)),
  }));
  expect(quoted.filter(({ files }) => files.length > 0)).toEqual([]);
});
