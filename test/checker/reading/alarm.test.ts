import { expect, test } from 'vitest';
import { createAlarm } from '../../../src/checker/reading/alarm.ts';
import { wordsOf } from '../../../src/checker/reading/words.ts';

const alarm = (run: string, text: string): boolean => createAlarm([run])(wordsOf(text));

test('a single word rings wherever it stands, and only as a whole word', () => {
  expect(alarm('suicide', 'is it SUICIDE?')).toBe(true);
  expect(alarm('suicide', 'suicidewatch')).toBe(false);
});

test('a run rings in its order, with at most two other words after each', () => {
  expect(alarm('wants to die', 'she wants so very to just die')).toBe(true);
  expect(alarm('wants to die', 'to die she wants')).toBe(false);
  expect(alarm('wants die', 'wants one two three die')).toBe(false);
});

test('any of the forms that a stroke parts will do', () => {
  expect(alarm('hits/hit me', 'dad hit me')).toBe(true);
  expect(alarm('hits/hit me', 'dad hugs me')).toBe(false);
});

test('a run does not reach over the end of a sentence', () => {
  expect(alarm('gun school', 'He has a gun. School is shut')).toBe(false);
});

test('no words never ring', () => {
  expect(createAlarm([])(wordsOf('suicide'))).toBe(false);
});
