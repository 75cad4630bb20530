import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { situationInFragment } from '../../../src/checker/widget/linkedSituation.ts';

const IDS = ['being-loud', 'being-late'];

describe('the situation that a link names', () => {
  test('is the one behind the #', () => {
    expect(situationInFragment('#being-late', IDS)).toBe('being-late');
  });

  test.each([
    '',
    '#',
    '#being',
    '#main',
    'being-late',
    '#BEING-LATE',
    '#being-late?',
    '#__proto__',
    '#%',
    '#"]',
  ])('is none for “%s”', (fragment) => {
    expect(situationInFragment(fragment, IDS)).toBeUndefined();
  });

  test('is never anything but a situation there is, whatever stands in the address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect([undefined, ...IDS]).toContain(situationInFragment(`#${text}`, IDS));
      }),
    );
  });
});
