import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWordGroups, WORD_GROUPS_FILE } from '../../../src/checker/training/wordGroups.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groups-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(text: string): string[] {
  const path = join(folder, 'groups.txt');
  writeFileSync(path, text);
  return readWordGroups(path, 'groups.txt');
}

test('groups are read without their names, notes and blank lines', () => {
  expect(read('# a note\n\nfamily: mum  dad\r\nhit: punch*\n')).toEqual(['mum dad', 'punch*']);
});

test.each([
  ['a line without a colon', 'mum dad\n'],
  ['a group without words', 'family:\n'],
  ['capital letters', 'family: Mum\n'],
  ['apostrophes', "family: mum's\n"],
  ['commas', 'family: mum, dad\n'],
  ['a star within a word', 'family: m*m\n'],
])('the build stops at %s', (_name, text) => {
  expect(() => read(text)).toThrow(/groups\.txt, line 1/);
});

test('the site has such groups', () => {
  expect(readWordGroups(WORD_GROUPS_FILE).length).toBeGreaterThan(40);
});
