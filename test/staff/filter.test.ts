import { describe, expect, test } from 'vitest';
import { matches, resultLine } from '../../src/staff/filter.ts';

describe('the filter', () => {
  test.each([
    ['Going to Ofsted, or talking about it', 'OFSTED'],
    ['Going to Ofsted, or talking about it', 'talk ofsted'],
    ['When the school hasn’t sorted it out', "hasn't"],
    ['Dŵr a choed', 'dwr'],
    ['Anything', '   '],
  ])('“%s” is found by “%s”', (text, typed) => expect(matches(text, typed)).toBe(true));

  test.each([
    ['Going to Ofsted, or talking about it', 'ofsted meeting'],
    ['Bullying someone online', 'police'],
  ])('“%s” isn’t found by “%s”', (text, typed) => expect(matches(text, typed)).toBe(false));

  test('says how many there are, and nothing while it’s empty', () => {
    expect(resultLine(38, ' ')).toBe('');
    expect(resultLine(0, ' dogs ')).toBe('No results for “dogs”.');
    expect(resultLine(1, 'dogs')).toBe('1 result');
    expect(resultLine(2, 'dogs')).toBe('2 results');
  });
});
