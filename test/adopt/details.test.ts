import { expect, test } from 'vitest';
import { detailsIn, withoutName } from '../../src/adopt/details.ts';

test('reads the name that’s given most, and what’s given once', () => {
  const texts = [
    'At Hill Top Church of England Primary School we are kind. Parents at Hill Top Church of England Primary School are too.',
    'Valley Academy does the same. Write to office@hilltop.example.org, or ring 01632 960111.',
    'Adopted by the governors on 3 September 2026. To be reviewed by 03/09/2028.',
  ];
  expect(detailsIn(texts, undefined)).toEqual({
    name: 'Hill Top Church of England Primary School',
    email: 'office@hilltop.example.org',
    phone: '01632 960111',
    adopted: '2026-09-03',
    review: '2028-09-03',
    body: 'governors',
  });
});

test('leaves out what it can’t know', () => {
  const texts = [
    'The School and the Trust. Home and School.',
    'Review date: September 2027. a@b.example c@d.example',
  ];
  expect(detailsIn(texts, undefined)).toEqual({ body: 'governors' });
});

test.each([
  ['The trustees thank the governors. Our trustees meet each term.', 'trustees'],
  [
    'The Local Governing Body and the trustees wrote this. The local governing body reviews it.',
    'local governing body',
  ],
  ['The Local Committee of the trust adopted it.', 'local committee'],
  ['The trustees and the governing board.', 'governors'],
])('takes who’s named most for whoever adopts it: %s', (text, body) => {
  expect(detailsIn([text], undefined).body).toBe(body);
});

test('leaves out lines that name the old school', () => {
  const phrases = '# a1\nwhere is the leen mills code\nwhere is the code\nLeen Valley Golf Club';
  expect(withoutName(phrases, 'Leen Mills Primary School')).toBe(
    '# a1\nwhere is the code\nLeen Valley Golf Club',
  );
});
