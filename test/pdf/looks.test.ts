import { expect, test } from 'vitest';
import { COLOURS } from '../../src/pdf/looks.ts';

/** Contrast of two colours, from 1 to 21, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
      const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each(['ink', 'soft', 'brand', 'danger', 'bullet'] as const)(
  'words in the colour %s can be read on white paper at AAA',
  (name) => {
    expect(contrast(COLOURS[name], '#ffffff')).toBeGreaterThanOrEqual(7);
  },
);

test('the head of a table can be read on its tint at AAA', () => {
  expect(contrast(COLOURS.ink, COLOURS.tint)).toBeGreaterThanOrEqual(7);
});
