import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EMERGENCY_WORDS_FILE, readEmergencyWords } from '../../../src/checker/training/emergencyWords.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(text: string): string[] {
  const path = join(folder, 'words.yaml');
  writeFileSync(path, text);
  return readEmergencyWords(path, 'words.yaml');
}

test('emergency words are read in the spelling of the reading', () => {
  expect(read("- words: Doesn't/didn’t want  to live\n  reason: x\n")).toEqual(['doesnt/didnt want to live']);
  expect(read('# none\n')).toEqual([]);
});

test.each([
  ['no reason', '- words: a\n'],
  ['an unknown key', '- words: a\n  reason: b\n  why: c\n'],
  ['a bare text', '- a\n'],
  ['no list', 'words: a\nreason: b\n'],
  ['only signs', '- words: "!!"\n  reason: b\n'],
  ['no YAML', '- words: [a\n'],
])('the build stops at %s', (_name, text) => {
  expect(() => read(text)).toThrow(/words\.yaml, line 1/);
});

test('the site has such words, each once', () => {
  const runs = readEmergencyWords(EMERGENCY_WORDS_FILE);
  expect(runs.length).toBeGreaterThan(2);
  expect(new Set(runs).size).toBe(runs.length);
});
