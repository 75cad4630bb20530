import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accentCss,
  accentMessages,
  adjustedAccent,
  ensureContrast,
  MIN_CONTRAST,
} from '../../src/school/accent.ts';
import { parseTokens, readBackgrounds } from '../../src/school/tokens.ts';
import { ROOT } from '../support/buildSite.ts';

const backgrounds = readBackgrounds(ROOT);
const oklch = converter('oklch');
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** The difference between two colours' hues, in degrees. */
function hueDifference(one: string, other: string): number {
  const degrees = Math.abs((oklch(one)?.h ?? 0) - (oklch(other)?.h ?? 0)) % 360;
  return Math.min(degrees, 360 - degrees);
}

describe('a colour on a background', () => {
  test('always has a contrast of at least 3:1', () => {
    fc.assert(
      fc.property(colour, colour, (asked, background) => {
        const { shown, shownRatio } = ensureContrast(asked, background);
        expect(shown).toMatch(/^#[\da-f]{6}$/);
        expect(shownRatio).toBe(wcagContrast(shown, background));
        expect(shownRatio).toBeGreaterThanOrEqual(MIN_CONTRAST);
      }),
    );
  });

  test('keeps its hue on the site’s backgrounds', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(backgrounds.light, backgrounds.dark), (asked, background) => {
        const { shown } = ensureContrast(asked, background);
        // A nearly grey colour has hardly any hue, and six digits can’t represent it.
        fc.pre(Math.min(oklch(asked)?.c ?? 0, oklch(shown)?.c ?? 0) > 0.04);
        expect(hueDifference(asked, shown)).toBeLessThan(4);
      }),
    );
  });

  test('stays the same if its contrast is high enough', () => {
    fc.assert(
      fc.property(colour, colour, (asked, background) => {
        fc.pre(wcagContrast(asked, background) >= MIN_CONTRAST);
        expect(ensureContrast(asked, background).shown).toBe(asked);
      }),
    );
  });

  test('moves no further than it has to', () => {
    const { shownRatio } = ensureContrast('#ffd23f', backgrounds.light);
    expect(shownRatio).toBeLessThan(MIN_CONTRAST * 1.05);
  });
});

test('a bright yellow is darkened in light mode only', () => {
  const { light, dark } = adjustedAccent('#ffd23f', backgrounds);
  expect(oklch(light.shown)?.l).toBeLessThan(oklch('#ffd23f')?.l ?? 0);
  expect(dark.shown).toBe('#ffd23f');
  expect(accentCss('#ffd23f', backgrounds)).toBe(
    `:root{--accent:${light.shown}}@media (prefers-color-scheme:dark){:root{--accent:#ffd23f}}`,
  );
  expect(accentMessages('#ffd23f', backgrounds)).toEqual([
    {
      message: `In light mode, accent #ffd23f has 1.2:1 contrast with the page’s background, so it’s shown as ${light.shown} (3.0:1).`,
      changed: true,
    },
    {
      message: 'In dark mode, accent #ffd23f has 12.5:1 contrast with the page’s background.',
      changed: false,
    },
  ]);
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
