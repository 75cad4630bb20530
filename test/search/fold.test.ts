import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/checker/reading/words.ts';
import { fold, foldedWordsOf } from '../../src/search/fold.ts';

const folded = (text: string): string =>
  foldedWordsOf(text)
    .map(({ form }) => form)
    .join(' ');

describe('folding makes the same of', () => {
  test.each([
    ['Łukasz', 'lukasz'],
    ['Đorđe Søren Ægir Œuvre', 'dorde soren aegir oeuvre'],
    ['José', 'jose'],
    ['don’t', "don't"],
    ['behavior', 'behaviour'],
    ['misbehaviors', 'misbehaviours'],
    ['color favorite neighbor rumors', 'colour favourite neighbour rumours'],
    ['apologize organized organization criticizing', 'apologise organised organisation criticising'],
    ['analyze', 'analyse'],
    ['center theaters', 'centre theatres'],
    ['catalog dialogs', 'catalogue dialogues'],
    ['defense license practise', 'defence licence practice'],
    ['traveled canceling counselor', 'travelled cancelling counsellor'],
    ['Mom program gray', 'mum programme grey'],
  ])('%s and %s', (one, other) => expect(folded(one)).toBe(folded(other)));
});

describe('folding leaves alone', () => {
  test.each([
    'swearing',
    'teacher',
    'doctor',
    'governor',
    'member',
    'letter',
    'report',
    'dog',
    'sense',
    'model',
  ])('%s', (word) => expect(fold(word)).toBe(word));
});

test('what’s folded stays so when folded again, and keeps its place in the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const words = foldedWordsOf(text);
      expect(words.map(({ form }) => fold(form))).toEqual(words.map(({ form }) => form));
      expect(words.map(({ start, end }) => [start, end])).toEqual(
        wordsOf(text).map(({ start, end }) => [start, end]),
      );
    }),
  );
});
