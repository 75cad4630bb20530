import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHeight } from '../../src/embed/message.ts';

describe('the frame’s message', () => {
  test.each([1, 480, 6200, 50_000])('is a height: %i pixels', (height) => {
    expect(readHeight({ parentCodeHeight: height })).toBe(height);
  });

  test.each<[string, unknown]>([
    ['just a number', 480],
    ['text', '480'],
    ['a height as text', { parentCodeHeight: '480' }],
    ['a height with anything else', { parentCodeHeight: 480, text: 'what was typed' }],
    ['a height by another name', { height: 480 }],
    ['a list', [480]],
    ['a height of zero', { parentCodeHeight: 0 }],
    ['a negative height', { parentCodeHeight: -480 }],
    ['half a pixel', { parentCodeHeight: 480.5 }],
    ['not a number', { parentCodeHeight: Number.NaN }],
    ['infinity', { parentCodeHeight: Number.POSITIVE_INFINITY }],
    ['too tall', { parentCodeHeight: 50_001 }],
    ['null', null],
    ['nothing', undefined],
  ])('is not %s', (_what, data) => {
    expect(readHeight(data)).toBeUndefined();
  });

  test('is nothing else, whatever the data', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const height = readHeight(data);
        if (height !== undefined) expect(data).toEqual({ parentCodeHeight: height });
      }),
    );
  });
});
