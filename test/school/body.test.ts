import { describe, expect, test } from 'vitest';
import { bodyWords, nameBody, nameBodyThroughout } from '../../src/school/body.ts';
import { schoolSchema } from '../../src/school/school.ts';

describe('who adopts the Code', () => {
  test.each([
    [undefined, 'governors’', 'chair of governors', 'a governor', 'governors'],
    ['trustees', 'trustees’', 'chair of trustees', 'a trustee', 'trustees'],
    [
      'directors of the trust',
      'directors of the trust’s',
      'chair of directors of the trust',
      'a director of the trust',
      'directors of the trust',
    ],
    [
      'local committee',
      'local committee’s',
      'chair of the local committee',
      'a member of the local committee',
      'the local committee',
    ],
    [
      'board of trustees',
      'board of trustees’',
      'chair of the board of trustees',
      'a member of the board of trustees',
      'the board of trustees',
    ],
    [
      'academy councillors',
      'academy councillors’',
      'chair of academy councillors',
      'an academy councillor',
      'academy councillors',
    ],
  ])('%s', (body, possessive, chair, member, audience) => {
    expect(bodyWords(body)).toEqual({
      body: body ?? 'governors',
      'body’s': possessive,
      chair,
      member,
      audience,
    });
  });

  test.each([
    'the trustees',
    'The board',
    'a board',
    'us',
    'trustees {of}',
    'trustees: ours',
    'x'.repeat(41),
  ])('can’t be “%s”', (body) => {
    expect(schoolSchema.safeParse({ name: 'A School', body }).success).toBe(false);
  });
});

test('is filled in wherever a text names it, but not in keys, ids and addresses', () => {
  const words = bodyWords('local committee');
  expect(nameBody('The {body’s} own. Ask the {chair}, {member} or the {school}.', words)).toBe(
    'The local committee’s own. Ask the chair of the local committee, a member of the local committee or the {school}.',
  );
  const value = { governors: ['The {body}', 2, null], '{body}': { contact: 'chair-of-governors' } };
  expect(nameBodyThroughout(value, words)).toEqual({
    governors: ['The local committee', 2, null],
    '{body}': { contact: 'chair-of-governors' },
  });
});
