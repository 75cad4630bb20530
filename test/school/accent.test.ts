import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentCss, accentInWords, LEAST_CONTRAST, seenOn } from '../../src/school/accent.ts';
import { groundsOf, tokensIn } from '../../src/school/tokens.ts';
import { ROOT } from '../support/buildSite.ts';

const grounds = groundsOf(ROOT);
const oklch = converter('oklch');
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** Degrees between the hues of two colours. */
function turn(one: string, other: string): number {
  const degrees = Math.abs((oklch(one)?.h ?? 0) - (oklch(other)?.h ?? 0)) % 360;
  return Math.min(degrees, 360 - degrees);
}

describe('a colour on a ground', () => {
  test('always has 3:1 or more, whatever both are', () => {
    fc.assert(
      fc.property(colour, colour, (asked, ground) => {
        const { shown, shownRatio } = seenOn(asked, ground);
        expect(shown).toMatch(/^#[\da-f]{6}$/);
        expect(shownRatio).toBe(wcagContrast(shown, ground));
        expect(shownRatio).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
    );
  });

  test('keeps its hue on the grounds of the site', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(grounds.light, grounds.dark), (asked, ground) => {
        const { shown } = seenOn(asked, ground);
        // A colour that is nearly grey has no hue to speak of, and six digits cannot hold one.
        fc.pre(Math.min(oklch(asked)?.c ?? 0, oklch(shown)?.c ?? 0) > 0.04);
        expect(turn(asked, shown)).toBeLessThan(4);
      }),
    );
  });

  test('stays as it is where it can be seen', () => {
    fc.assert(
      fc.property(colour, colour, (asked, ground) => {
        fc.pre(wcagContrast(asked, ground) >= LEAST_CONTRAST);
        expect(seenOn(asked, ground).shown).toBe(asked);
      }),
    );
  });

  test('moves no further than it must', () => {
    const { shownRatio } = seenOn('#ffd23f', grounds.light);
    expect(shownRatio).toBeLessThan(LEAST_CONTRAST * 1.05);
  });
});

test('a bright yellow is darkened in the light alone', () => {
  const { light, dark } = {
    light: seenOn('#ffd23f', grounds.light),
    dark: seenOn('#ffd23f', grounds.dark),
  };
  expect(oklch(light.shown)?.l).toBeLessThan(oklch('#ffd23f')?.l ?? 0);
  expect(dark.shown).toBe('#ffd23f');
  expect(accentCss('#ffd23f', grounds)).toBe(
    `:root{--accent:${light.shown}}@media (prefers-color-scheme:dark){:root{--accent:#ffd23f}}`,
  );
  expect(accentInWords('#ffd23f', grounds)).toEqual([
    {
      says: `In the light, accent #ffd23f has 1.2:1 on the page’s ground; shown as ${light.shown} (3.0:1).`,
      changed: true,
    },
    { says: 'In the dark, accent #ffd23f has 12.5:1 on the page’s ground.', changed: false },
  ]);
});

test('the grounds come from the light and the dark of tokens.css, and not from paper', () => {
  const css = `:root { --paper: #eee; --ink: #123456; }
@media (prefers-color-scheme: dark) { :root { --paper: #111; } }
@media print { :root { --paper: #fff; } }`;
  const { light, dark } = tokensIn(css);
  expect([...light]).toEqual([
    ['paper', '#eee'],
    ['ink', '#123456'],
  ]);
  expect([...dark]).toEqual([['paper', '#111']]);
});
