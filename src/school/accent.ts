import { clampChroma, converter, formatHex, wcagContrast } from 'culori';
import type { Backgrounds } from './tokens.ts';

/** The contrast that WCAG 2.2 requires of graphics against their background (1.4.11, level AA). */
export const MIN_CONTRAST = 3;

/** OKLCH lightness runs from 0 to 1; a hundredth of it is barely visible. */
const STEP = 0.01;

/** A school's colour, adjusted for one of the two backgrounds. */
export interface AdjustedAccent {
  /** As set by the school, and its contrast. */
  asked: string;
  askedRatio: number;
  /** As shown, and its contrast: at least {@link MIN_CONTRAST}. */
  shown: string;
  shownRatio: number;
}

const oklch = converter('oklch');

/**
 * Moves a colour's lightness away from the background, step by step, until the contrast is high enough. Its hue stays
 * the same (OKLCH, Ottosson 2020), and its chroma as far as screens can show it.
 *
 * @param asked the colour as `#` and six digits
 * @param background likewise
 */
export function ensureContrast(asked: string, background: string): AdjustedAccent {
  const askedRatio = wcagContrast(asked, background);
  // The better of black and white has at least 4.5:1 on any background, so this always ends.
  const step = wcagContrast('#000000', background) > wcagContrast('#ffffff', background) ? -STEP : STEP;
  const start = oklch(asked);
  let shown = asked;
  for (let steps = 1; start !== undefined && wcagContrast(shown, background) < MIN_CONTRAST; steps += 1) {
    const lightness = Math.min(1, Math.max(0, start.l + steps * step));
    shown = formatHex(clampChroma({ ...start, l: lightness }, 'oklch'));
  }
  return { asked, askedRatio, shown, shownRatio: wcagContrast(shown, background) };
}

/** A school's colour in light and dark mode. */
export function adjustedAccent(
  asked: string,
  { light, dark }: Backgrounds,
): { light: AdjustedAccent; dark: AdjustedAccent } {
  return { light: ensureContrast(asked, light), dark: ensureContrast(asked, dark) };
}

/** Black or white, whichever is easier to read on a colour. */
function readableOn(colour: string): string {
  return wcagContrast(colour, '#ffffff') >= wcagContrast(colour, '#000000') ? '#ffffff' : '#000000';
}

/** The CSS that sets the school's colour in light and dark mode. */
export function accentCss(asked: string, backgrounds: Backgrounds): string {
  const { light, dark } = adjustedAccent(asked, backgrounds);
  const rules = ({ shown }: AdjustedAccent): string =>
    `:root{--accent:${shown};--on-accent:${readableOn(shown)}}`;
  return `${rules(light)}@media (prefers-color-scheme:dark){${rules(dark)}}`;
}

/** How the school's colour was adjusted: one sentence for light mode and one for dark mode. */
export function accentMessages(
  asked: string,
  backgrounds: Backgrounds,
): { message: string; changed: boolean }[] {
  const { light, dark } = adjustedAccent(asked, backgrounds);
  return [
    { message: `In light mode, ${inWords(light)}`, changed: light.shown !== asked },
    { message: `In dark mode, ${inWords(dark)}`, changed: dark.shown !== asked },
  ];
}

function inWords({ asked, askedRatio, shown, shownRatio }: AdjustedAccent): string {
  const contrast = `accent ${asked} has ${formatRatio(askedRatio)} contrast with the page’s background`;
  return shown === asked
    ? `${contrast}.`
    : `${contrast}, so it’s shown as ${shown} (${formatRatio(shownRatio)}).`;
}

/** Rounded down, so that a ratio just below a limit doesn't seem to reach it. */
function formatRatio(ratio: number): string {
  return `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
}
