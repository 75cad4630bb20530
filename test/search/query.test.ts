import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanQuery, isPhrase, isSentence, LONGEST_QUERY, termsOf } from '../../src/search/query.ts';

describe('a cleaned search', () => {
  test('stands on one line, with single spaces', () => {
    expect(cleanQuery('  rude\n\tteacher \u0000 ')).toBe('rude teacher');
  });

  test('loses the halves of signs, but no whole sign', () => {
    expect(cleanQuery('ban\ud83d 😀')).toBe('ban 😀');
    expect(cleanQuery(`${'a'.repeat(LONGEST_QUERY - 1)}😀`)).toBe('a'.repeat(LONGEST_QUERY - 1));
  });

  test('keeps HTML as the text that it is', () => {
    expect(cleanQuery('<b>ban</b>')).toBe('<b>ban</b>');
  });

  test('is short, whole and the same when cleaned again, whatever was typed', () => {
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

  test('takes no time over a whole book', () => {
    expect(cleanQuery(' a'.repeat(1_000_000))).toHaveLength(LONGEST_QUERY - 1);
  });
});

describe('the words of a search that count', () => {
  test('leave out the little ones', () => {
    expect(termsOf('How long is a ban?')).toEqual(['long', 'ban']);
  });

  test('are the little ones where there are no others', () => {
    expect(termsOf('who are they')).toEqual(['who', 'are', 'they']);
  });

  test('stand once each, without the signs at them', () => {
    expect(termsOf('"Ban", ban; BAN! name-calling')).toEqual(['ban', 'name', 'calling']);
  });

  test('are none where there is nothing to look for', () => {
    expect(['', '😀', '?!', 'x'].map(termsOf)).toEqual([[], [], [], []]);
  });
});

test('three words are a phrase, five a sentence', () => {
  expect([isPhrase('he hit'), isPhrase('he hit me')]).toEqual([false, true]);
  expect([isSentence('he hit me today'), isSentence('he hit me at school')]).toEqual([false, true]);
});
