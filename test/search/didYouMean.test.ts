import { describe, expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { didYouMean } from '../../src/search/didYouMean.ts';
import { searchRecords } from '../../src/search/records.ts';
import { vocabularyOf } from '../../src/search/vocabulary.ts';
import { ROOT } from '../support/buildSite.ts';

const vocabulary = vocabularyOf(searchRecords(loadOnce(ROOT), '/'));

describe('the vocabulary', () => {
  test('has words from clauses, titles and keywords, in lower case', () => {
    expect(vocabulary).toEqual(
      expect.arrayContaining(['defamatory', 'ofsted', 'facebook', 'whatsapp', 'swearing']),
    );
  });

  test('has each word once, in order, with four letters or more and nothing else', () => {
    expect(vocabulary).toEqual([...new Set(vocabulary)].sort());
    expect(vocabulary.filter((word) => !/^\p{Ll}{4,}$/u.test(word))).toEqual([]);
  });
});

test('only words that no section has are corrected, if it’s known which', () => {
  expect(didYouMean('rude techer jumpar', vocabulary, ['techer'])).toBe('rude teacher jumpar');
  expect(didYouMean('rude techer', vocabulary, [])).toBeUndefined();
});

describe('did you mean', () => {
  test.each([
    ['ofstead', 'ofsted'],
    ['facebok', 'facebook'],
    ['swaering', 'swearing'],
    ['watsapp', 'whatsapp'],
    ['bulying', 'bullying'],
    ['yeling', 'yelling'],
    ['swearring at me', 'swearing at me'],
    ['baned', 'banned'],
    ['defamitory', 'defamatory'],
    ['govenors', 'governors'],
    ['rude techer', 'rude teacher'],
    ['Complaints polciy?', 'Complaints policy?'],
  ])('%s: %s', (typed, meant) => expect(didYouMean(typed, vocabulary)).toBe(meant));

  test.each([
    'swearing',
    'swear',
    'complaining',
    'banning',
    'yelled',
    'evening',
    'jumper',
    'nativity',
    'xyzzy',
    'he',
    '',
    '😀',
  ])('leaves “%s” alone', (typed) => expect(didYouMean(typed, vocabulary)).toBeUndefined());
});
