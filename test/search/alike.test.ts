import { describe, expect, test } from 'vitest';
import { isAlike } from '../../src/search/alike.ts';

describe('a word is what was searched for', () => {
  test.each([
    ['headteacher', 'head'],
    ['swears', 'swearing'],
    ['ban', 'banned'],
    ['bullies', 'bullying'],
    ['policies', 'policy'],
    ['complaint', 'complaining'],
    ['abuse', 'abusive'],
    ['needs', 'need'],
  ])('%s, for %s', (form, term) => expect(isAlike(form, term)).toBe(true));
});

describe('a word is not what was searched for, though Pagefind would take it', () => {
  test.each([
    ['face', 'facebok'],
    ['part', 'partner'],
    ['policy', 'police'],
    ['no', 'nose'],
    ['ready', 'reading'],
  ])('%s, for %s', (form, term) => expect(isAlike(form, term)).toBe(false));
});
