import { expect, test } from 'vitest';
import { createGroups } from '../../../src/checker/reading/groups.ts';

const groupsOf = createGroups(['mum dad', 'punch* hit', 'hit punchbag*', 'fuck*']);

test('a word has the groups that name it', () => {
  expect(groupsOf('dad')).toEqual([0]);
  expect(groupsOf('hit')).toEqual([1, 2]);
});

test('a beginning stands for every ending, and for itself', () => {
  expect(groupsOf('punched')).toEqual([1]);
  expect(groupsOf('punch')).toEqual([1]);
  expect(groupsOf('punchbags')).toEqual([1, 2]);
  expect(groupsOf('pun')).toEqual([]);
});

test('a masked word belongs with swearing', () => {
  expect(groupsOf('f***ing')).toEqual([3]);
});
