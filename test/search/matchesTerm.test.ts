import { describe, expect, test } from 'vitest';
import { matchesTerm } from '../../src/shared/matchesTerm.ts';

describe('a word matches a term', () => {
  test.each([
    ['headteacher', 'head'],
    ['swears', 'swearing'],
    ['ban', 'banned'],
    ['bullies', 'bullying'],
    ['policies', 'policy'],
    ['complaint', 'complaining'],
    ['abuse', 'abusive'],
    ['needs', 'need'],
  ])('%s, for %s', (form, term) => expect(matchesTerm(form, term)).toBe(true));
});

describe('a word doesn’t match a term that only looks like it', () => {
  test.each([
    ['face', 'facebok'],
    ['part', 'partner'],
    ['policy', 'police'],
    ['no', 'nose'],
    ['ready', 'reading'],
    ['table', 'ta'],
    ['yelling', 'yeling'],
  ])('%s, for %s', (form, term) => expect(matchesTerm(form, term)).toBe(false));
});
