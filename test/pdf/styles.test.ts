import { wcagContrast } from 'culori';
import { expect, test } from 'vitest';
import { COLOURS } from '../../src/pdf/styles.ts';

test.each(['ink', 'soft', 'brand', 'danger', 'bullet'] as const)(
  'text in the colour %s has AAA contrast on white paper',
  (name) => {
    expect(wcagContrast(COLOURS[name], '#ffffff')).toBeGreaterThanOrEqual(7);
  },
);

test('a table’s head has AAA contrast on its tint', () => {
  expect(wcagContrast(COLOURS.ink, COLOURS.tint)).toBeGreaterThanOrEqual(7);
});
