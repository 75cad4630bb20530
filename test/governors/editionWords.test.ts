import { expect, test } from 'vitest';
import { nameOfEdition, pairsOf } from '../../src/governors/editionWords.ts';
import { dateInWords } from '../../src/shared/dates.ts';
import { fixtureEdition } from '../support/fixtureEditions.ts';

test('an edition is named after its file', () => {
  expect(nameOfEdition({ name: 'edition-2' })).toBe('Edition 2');
  expect(nameOfEdition({ name: 'draft_of_autumn' })).toBe('Draft of autumn');
});

test('dates are written out, whatever the time zone', () => {
  expect(dateInWords('2026-09-01')).toBe('1 September 2026');
});

test('each edition is paired with each later one', () => {
  const pairs = pairsOf(['edition-1', 'edition-2', 'edition-10'].map(fixtureEdition));
  expect(pairs.map((pair) => pair.map(({ name }) => name))).toEqual([
    ['edition-1', 'edition-2'],
    ['edition-1', 'edition-10'],
    ['edition-2', 'edition-10'],
  ]);
});
