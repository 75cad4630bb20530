import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cachedModels } from '../../../src/checker/training/cachedModel.ts';

let root: string;
let cache: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'model-'));
  cache = join(root, 'cache');
  mkdirSync(join(root, 'content/phrases'), { recursive: true });
  mkdirSync(join(root, 'content/checker'));
  writeFileSync(join(root, 'content/phrases/cats.txt'), 'the cat sat\nthe cat purrs\nno cat purrs\n');
  writeFileSync(join(root, 'content/phrases/dogs.txt'), 'the dog barks\na dog barks\nno dog barks\n');
  writeFileSync(join(root, 'content/checker/word-groups.txt'), 'pets: cat* dog*\n');
  writeFileSync(join(root, 'content/checker/emergency-words.yaml'), '- words: gun\n  reason: danger\n');
});
afterEach(() => rmSync(root, { recursive: true }));

test('the models are taught once and kept while nothing changes', () => {
  const first = cachedModels(root, cache);
  const [kept = ''] = readdirSync(join(cache, 'models'));
  expect(JSON.parse(readFileSync(join(cache, 'models', kept), 'utf8'))).toEqual(first);
  writeFileSync(join(cache, 'models', kept), '"kept"');
  expect(cachedModels(root, cache)).toBe('kept');
});

test('one more phrase, group or emergency word teaches anew', () => {
  const first = cachedModels(root, cache).full;
  writeFileSync(
    join(root, 'content/phrases/dogs.txt'),
    'the dog barks\na dog barks\nno dog barks\nthe dog sat\n',
  );
  const second = cachedModels(root, cache).full;
  expect(second).not.toBe(first);
  writeFileSync(join(root, 'content/checker/emergency-words.yaml'), '');
  const third = cachedModels(root, cache).full;
  expect(third).not.toBe(second);
  writeFileSync(join(root, 'content/checker/word-groups.txt'), 'pets: cat* dog* budgie\n');
  expect(cachedModels(root, cache).full).not.toBe(third);
});
