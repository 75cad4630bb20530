import { expect, test } from 'vitest';
import { findContents } from '../../src/adopt/contents.ts';

const left = (...lines: string[]): string[] => {
  const contents = findContents(lines);
  return lines.filter((_, index) => !contents.has(index));
};

test('entries may be on two lines, and need no heading above', () => {
  expect(
    left(
      'Our Code',
      'Purpose ...... 2',
      'What we ask of parents and',
      'carers . . . . . . 3',
      'Purpose',
      'Be kind.',
    ),
  ).toEqual(['Our Code', 'Purpose', 'Be kind.']);
});

test('lines that end in pages and are headings further down need no heading either, if there are three', () => {
  const entries = ['1. Purpose 1', '2. Our day 1', '3. The pond 2'];
  const rest = ['Purpose', 'Be kind.', 'Our day', 'By 9.', 'The pond', 'No oars.'];
  expect(left(...entries, ...rest)).toEqual(rest);
  expect(left(...entries.slice(1), ...rest)).toEqual([...entries.slice(1), ...rest]);
});

test('entries among others may be without their page', () => {
  const dots = '.'.repeat(20);
  const entries = [`Purpose ${dots} 2`, `2. Our day ${dots}`, `Our site ${dots} 3`, `The end${dots}`];
  expect(left('Contents', ...entries, 'Purpose', 'Be kind.', `Date ${dots}`)).toEqual([
    'Purpose',
    'Be kind.',
    `Date ${dots}`,
  ]);
});

test('below “Contents”, entries are known by their headings further down, and end at the first', () => {
  expect(
    left('Contents', 'Purpose', '2 Our day 3', '', 'Purpose', 'Be kind.', '2. Our day', 'By 9.'),
  ).toEqual(['', 'Purpose', 'Be kind.', '2. Our day', 'By 9.']);
});

test('below “Contents”, numbers may be in cells of their own, and titles unlike the headings', () => {
  expect(
    left(
      ...['CONTENTS', 'Welcome', '2', '1.', 'Our day', '2', '2.1', 'At the gate', '3', 'Who to ask? 4'],
      ...['Welcome', 'Be kind.', '1. Our day', '2.1 At the gate', 'Who we ask'],
    ),
  ).toEqual(['Welcome', 'Be kind.', '1. Our day', '2.1 At the gate', 'Who we ask']);
});

test('below “Contents”, a number smaller than the last page’s is no page', () => {
  const text = ['Part 1', 'Be kind.', 'Part 2', 'Be calm.'];
  expect(left('Contents', 'Part 1 4', 'Part 2 5', ...text)).toEqual(text);
});

test('places to write on, and what only looks like it, stay', () => {
  const lines = [
    'Our Code',
    'Contents',
    'of this box belong to the school.',
    'Be kind.',
    'Date .............. 20',
  ];
  expect(left(...lines)).toEqual(lines);
});
