import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hardWords } from '../../src/readability/hardWords.ts';
import { countSyllables, splitSentences } from '../../src/readability/words.ts';

const counted = readFileSync(path.join(import.meta.dirname, 'syllables.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' '))
  .map(([word = '', count]) => ({ word, count: Number(count) }));

test('the syllables of 250 words of British schools are as counted by hand', () => {
  expect(counted.length).toBeGreaterThanOrEqual(250);
  expect(counted.filter(({ word, count }) => countSyllables(word) !== count).map(({ word }) => word)).toEqual(
    [],
  );
});

test.each([
  ['Ask Mrs. Jones or Mr. Lee. They know.', 2],
  ['Go to St. Mary’s (e.g. on Monday). Then wait.', 2],
  ['Bring a coat, e.g. a warm one.', 1],
  ['Is that Dr. No?', 1],
  ['He said no. She said yes.', 2],
])('“%s” has %i sentences', (text, count) => {
  expect(splitSentences(text)).toHaveLength(count);
  expect(splitSentences(text).join(' ')).toBe(text);
});

test('British spelling makes no easy word hard, nor an American one easier', () => {
  expect(hardWords('your favourite colouring and neighbourly mummies, at headteachers’ assembly')).toEqual(
    [],
  );
  expect(hardWords('her unfavourable organisation').map(({ word }) => word)).toEqual([
    'organisation',
    'unfavourable',
  ]);
});
