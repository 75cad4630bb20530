import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptOnDisk } from '../../src/shared/keptOnDisk.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kept-'));
  mkdirSync(path.join(root, 'folder/inner'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Makes a value of the folder, of a file and of a word, and says how often it was made. */
let made = 0;
const kept = (word: string, name = 'name'): { made: number } => {
  const files = ['folder', 'file.txt'].map((file) => path.join(root, file));
  return keptOnDisk(name, { texts: [word], files }, () => ({ made: ++made }), path.join(root, 'cache'));
};

test('a value is made once and kept while nothing changes', () => {
  const first = kept('word');
  expect(kept('word')).toEqual(first);
});

test.each<[string, () => void]>([
  ['a file in a folder', () => writeFileSync(path.join(root, 'folder/inner/new.txt'), 'a')],
  ['a file that wasn’t there', () => writeFileSync(path.join(root, 'file.txt'), 'a')],
])('it’s made again for %s', (_, change) => {
  const before = kept('word');
  change();
  expect(kept('word')).not.toEqual(before);
});

test('it’s made again for another text, or another name', () => {
  const before = kept('word');
  expect(kept('other')).not.toEqual(before);
  expect(kept('word', 'other')).not.toEqual(before);
});

test('it’s made again when a file’s words change', () => {
  writeFileSync(path.join(root, 'folder/inner/old.txt'), 'a');
  const before = kept('word');
  writeFileSync(path.join(root, 'folder/inner/old.txt'), 'b');
  expect(kept('word')).not.toEqual(before);
});
