import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accentCss,
  accentMessage,
  ensureContrast,
  MASTHEAD_TEXT,
  MIN_CONTRAST,
} from '../../src/school/accent.ts';
import { parseTokens, readTokens } from '../../src/school/tokens.ts';
import { ROOT } from '../support/buildSite.ts';

const oklch = converter('oklch');
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** The difference between two colours' hues, in degrees. */
function hueDifference(one: string, other: string): number {
  const degrees = Math.abs((oklch(one)?.h ?? 0) - (oklch(other)?.h ?? 0)) % 360;
  return Math.min(degrees, 360 - degrees);
}

describe('a colour behind the masthead’s text', () => {
  test('always has a contrast of at least 7:1', () => {
    fc.assert(
      fc.property(colour, (asked) => {
        const { shown, shownRatio } = ensureContrast(asked);
        expect(shown).toMatch(/^#[\da-f]{6}$/);
        expect(shownRatio).toBe(wcagContrast(shown, MASTHEAD_TEXT));
        expect(shownRatio).toBeGreaterThanOrEqual(MIN_CONTRAST);
      }),
    );
  });

  test('keeps its hue', () => {
    fc.assert(
      fc.property(colour, (asked) => {
        const { shown } = ensureContrast(asked);
        // A nearly grey colour has hardly any hue, and six digits can’t represent it.
        fc.pre(Math.min(oklch(asked)?.c ?? 0, oklch(shown)?.c ?? 0) > 0.04);
        expect(hueDifference(asked, shown)).toBeLessThan(4);
      }),
    );
  });

  test('stays the same if it’s dark enough, and else moves no further than it has to', () => {
    expect(ensureContrast('#0c3b36').shown).toBe('#0c3b36');
    expect(ensureContrast('#ffd23f').shownRatio).toBeLessThan(MIN_CONTRAST * 1.05);
  });

  test('is the one that the tokens have, which is the same in light and dark mode', () => {
    const { light, dark } = readTokens(ROOT);
    expect(light.get('on-masthead-soft')).toBe(MASTHEAD_TEXT);
    expect(dark.has('on-masthead-soft')).toBe(false);
  });
});

test('a bright yellow is darkened, and says so', () => {
  const { shown } = ensureContrast('#ffd23f');
  expect(accentCss('#ffd23f')).toBe(`html:root{--masthead:${shown}}`);
  expect(accentMessage('#ffd23f')).toEqual({
    message: `Text on the accent #ffd23f would have 1.1:1 contrast, so the masthead is ${shown} (7.1:1).`,
    changed: true,
  });
  expect(accentMessage('#0c3b36')).toMatchObject({ changed: false });
});

test('colours come from the light and dark modes in tokens.css, not from print', () => {
  const css = `:root { --paper: #eee; --ink: #123456; }
@media (prefers-color-scheme: dark) { :root { --paper: #111; } }
@media print { :root { --paper: #fff; } }`;
  const { light, dark } = parseTokens(css);
  expect([...light]).toEqual([
    ['paper', '#eee'],
    ['ink', '#123456'],
  ]);
  expect([...dark]).toEqual([['paper', '#111']]);
});
