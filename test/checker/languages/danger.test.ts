import { describe, expect, test } from 'vitest';
import { createDangerFinder } from '../../../src/checker/languages/danger.ts';
import { learnDanger } from '../../../src/checker/languages/learnDanger.ts';

describe('an entry', () => {
  const found = createDangerFinder(
    {
      danger: ['bij + mąż', 'nóż', 'nie + oddych', 'chce umrze', 'ضرب'],
      attached: ['و', 'ال'],
      spaces: true,
    },
    undefined,
  );

  test.each([
    'maz mnie bije',
    'MĄŻ MNIE BIJE!',
    'bije mnie mój mąż',
    'ma nóż',
    'ma noż',
    'dziecko nie oddycha',
    'ona chce umrzeć',
    'وضربني',
    'ضرب ابني',
  ])('is found where its parts start words, in any order: %s', (text) => {
    expect(found(text)).toBe(true);
  });

  test.each(['bije dzwon', 'mój mąż pyta o lunch', 'zabija czas', 'chce iść umrzeć', '', '???'])(
    'is not found in: %s',
    (text) => {
      expect(found(text)).toBe(false);
    },
  );

  test('is found anywhere where there are no spaces', () => {
    const inChinese = createDangerFinder(
      { danger: ['打 + 老师', '失踪'], attached: [], spaces: false },
      undefined,
    );
    expect(inChinese('今天老师又打了我儿子')).toBe(true);
    expect(inChinese('我儿子失踪了')).toBe(true);
    expect(inChinese('老师很好')).toBe(false);
  });
});

test('what example lines tell of danger is learned, beyond the entries', () => {
  const lines = [
    'he hit me with a belt',
    'dad hits us at night',
    'she was hit and has bruises',
    'he hits her when drunk',
    'when is the trip',
    'uniform for the trip',
    'lunch money for the trip',
    'is there a trip tonight',
  ].map((text, index) => ({ text, danger: index < 4 }));
  const found = createDangerFinder({ danger: [], attached: [], spaces: true }, learnDanger(lines, true));
  expect(found('uncle hits him')).toBe(true);
  expect(found('what to wear for the trip')).toBe(false);
});
