import { describe, expect, test } from 'vitest';
import { readTokens } from '../../src/school/tokens.ts';
import { ROOT } from '../support/buildSite.ts';

/** Inks on grounds that are put together somewhere; AAA asks 7:1 of text, AA 3:1 of the edges of controls. */
const TEXT = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink', 'tint'],
  ['ink', 'danger-tint'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'sheet'],
  ['ink-soft', 'tint'],
  ['ink-soft', 'danger-tint'],
  ['brand', 'paper'],
  ['brand', 'sheet'],
  ['brand', 'tint'],
  ['brand', 'danger-tint'],
  ['danger', 'paper'],
  ['danger', 'sheet'],
  ['danger', 'tint'],
  ['danger', 'danger-tint'],
  ['on-brand', 'brand'],
  ['on-danger', 'danger'],
  ['on-mark', 'mark'],
  ['added', 'added-tint'],
  ['removed', 'removed-tint'],
  ['paper', 'ink'],
] as const;
const EDGES = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['edge', 'tint'],
  ['focus', 'paper'],
  ['focus', 'sheet'],
  ['focus', 'tint'],
] as const;

const { light, dark } = readTokens(ROOT);

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s', (_scheme, colours) => {
  const ratio = (ink: string, ground: string): number => {
    const [a = 0, b = 0] = [ink, ground].map((name) => luminance(colours.get(name))).sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  test.each(TEXT)('%s on %s is 7:1 or more', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(7);
  });
  test.each(EDGES)('%s on %s is 3:1 or more', (edge, ground) => {
    expect(ratio(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string | undefined): number {
  if (colour === undefined) throw new Error('There is no such colour.');
  const full = colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(full.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
