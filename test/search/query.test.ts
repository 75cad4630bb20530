import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanQuery,
  isPhrase,
  isSentence,
  LONGEST_QUERY,
  searchOf,
  termsOf,
  wordsAsTyped,
} from '../../src/search/query.ts';

describe('a cleaned search', () => {
  test('is one line, with single spaces', () => {
    expect(cleanQuery('  rude\n\tteacher \u0000 ')).toBe('rude teacher');
  });

  test('loses lone surrogates, but no whole character', () => {
    expect(cleanQuery('ban\ud83d 😀')).toBe('ban 😀');
    expect(cleanQuery(`${'a'.repeat(LONGEST_QUERY - 1)}😀`)).toBe('a'.repeat(LONGEST_QUERY - 1));
  });

  test('keeps HTML as plain text', () => {
    expect(cleanQuery('<b>ban</b>')).toBe('<b>ban</b>');
  });

  test('is short, well-formed and the same when cleaned again, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (text) => {
        const query = cleanQuery(text);
        expect(query.length).toBeLessThanOrEqual(LONGEST_QUERY);
        expect(query.isWellFormed()).toBe(true);
        expect(cleanQuery(query)).toBe(query);
        expect(termsOf(query).every((term) => term.length > 1)).toBe(true);
      }),
    );
  });

  test('is quick even for a whole book', () => {
    expect(cleanQuery(' a'.repeat(1_000_000))).toHaveLength(LONGEST_QUERY - 1);
  });
});

describe('search terms', () => {
  test('leave out stop words', () => {
    expect(termsOf('How long is a ban?')).toEqual(['long', 'ban']);
  });

  test('are the stop words if there are no others', () => {
    expect(termsOf('who are they')).toEqual(['who', 'are', 'they']);
  });

  test('occur once each, without punctuation', () => {
    expect(termsOf('"Ban", ban; BAN! name-calling')).toEqual(['ban', 'name', 'calling']);
  });

  test('are none for a query without words', () => {
    expect(['', '😀', '?!', 'x'].map(termsOf)).toEqual([[], [], [], []]);
  });
});

describe('quoted phrases', () => {
  test.each([
    ['"verbal abuse"', [['verbal', 'abuse']]],
    [
      '“verbal abuse” at „the gate“',
      [
        ['verbal', 'abuse'],
        ['the', 'gate'],
      ],
    ],
    ['‘physical abuse’', [['physical', 'abuse']]],
    ['the school’s and the parents’ gate', []],
    ['“abuse”', []],
    ['"verbal abuse', []],
  ])('in %s', (query, phrases) => expect(searchOf(query).phrases).toEqual(phrases));
});

test('words are told as they were typed', () => {
  expect(wordsAsTyped('Behavior of Łukasz, behavior', ['behaviour', 'lukasz'])).toEqual([
    'Behavior',
    'Łukasz',
    'behavior',
  ]);
});

test('three words are a phrase, five a sentence', () => {
  expect([isPhrase('he hit'), isPhrase('he hit me')]).toEqual([false, true]);
  expect([isSentence('he hit me today'), isSentence('he hit me at school')]).toEqual([false, true]);
});
