import { clampChroma, converter, formatHex, wcagContrast } from 'culori';

/** The contrast that WCAG 2.2 asks of text at level AAA (1.4.6). */
export const MIN_CONTRAST = 7;

/** The dimmer of the two colours of text on the masthead; both are the same in light and dark mode. */
export const MASTHEAD_TEXT = '#dcebe6';

/** OKLCH lightness runs from 0 to 1; a hundredth of it is barely visible. */
const STEP = 0.01;

/** A school's colour, dark enough for the text of the masthead. */
export interface AdjustedAccent {
  /** As set by the school, and its contrast with the text. */
  asked: string;
  askedRatio: number;
  /** As shown, and its contrast: at least {@link MIN_CONTRAST}. */
  shown: string;
  shownRatio: number;
}

const oklch = converter('oklch');

/**
 * Darkens a colour, step by step, until the masthead's text can be read on it. Its hue stays the same (OKLCH, Ottosson
 * 2020), and its chroma as far as screens can show it.
 *
 * @param asked the colour as `#` and six digits
 */
export function ensureContrast(asked: string): AdjustedAccent {
  const askedRatio = wcagContrast(asked, MASTHEAD_TEXT);
  // The text is pale enough for 7:1 on anything nearly black, so this always ends.
  const start = oklch(asked);
  let shown = asked;
  for (let steps = 1; start !== undefined && wcagContrast(shown, MASTHEAD_TEXT) < MIN_CONTRAST; steps += 1)
    shown = formatHex(clampChroma({ ...start, l: Math.max(0, start.l - steps * STEP) }, 'oklch'));
  return { asked, askedRatio, shown, shownRatio: wcagContrast(shown, MASTHEAD_TEXT) };
}

/** The CSS that puts the school's colour behind the masthead. */
export function accentCss(asked: string): string {
  return `html:root{--masthead:${ensureContrast(asked).shown}}`;
}

/** How the school's colour was adjusted, as a sentence. */
export function accentMessage(asked: string): { message: string; changed: boolean } {
  const { askedRatio, shown, shownRatio } = ensureContrast(asked);
  const contrast = `Text on the accent ${asked} would have ${formatRatio(askedRatio)} contrast`;
  return {
    message:
      shown === asked
        ? `${contrast}.`
        : `${contrast}, so the masthead is ${shown} (${formatRatio(shownRatio)}).`,
    changed: shown !== asked,
  };
}

/** Rounded down, so that a ratio just below a limit doesn't seem to reach it. */
function formatRatio(ratio: number): string {
  return `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
}
