import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heightIn } from '../../src/embed/message.ts';

describe('the one message that passes from the frame to the page', () => {
  test.each([1, 480, 6200, 50_000])('is a height: %i pixels', (height) => {
    expect(heightIn({ parentCodeHeight: height })).toBe(height);
  });

  test.each<[string, unknown]>([
    ['a number alone', 480],
    ['words', '480'],
    ['a height in words', { parentCodeHeight: '480' }],
    ['a height with something beside it', { parentCodeHeight: 480, text: 'what was typed' }],
    ['a height in another name', { height: 480 }],
    ['a list', [480]],
    ['a height of nothing', { parentCodeHeight: 0 }],
    ['less than nothing', { parentCodeHeight: -480 }],
    ['half a pixel', { parentCodeHeight: 480.5 }],
    ['no number', { parentCodeHeight: Number.NaN }],
    ['without end', { parentCodeHeight: Number.POSITIVE_INFINITY }],
    ['taller than anything', { parentCodeHeight: 50_001 }],
    ['null', null],
    ['nothing', undefined],
  ])('is not %s', (_what, data) => {
    expect(heightIn(data)).toBeUndefined();
  });

  test('is believed for no other thing, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const height = heightIn(data);
        if (height !== undefined) expect(data).toEqual({ parentCodeHeight: height });
      }),
    );
  });
});
