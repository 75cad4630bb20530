import { clampChroma, converter, formatHex, wcagContrast } from 'culori';
import type { Grounds } from './tokens.ts';

/** What WCAG 2.2 asks of graphics beside their ground (1.4.11, level AA). */
export const LEAST_CONTRAST = 3;

/** Lightness of OKLCH runs from 0 to 1; a hundredth of it is hardly seen. */
const STEP = 0.01;

/** A school's colour as one of the two grounds lets it be seen. */
export interface SeenAccent {
  /** As the school has set it, and its contrast. */
  asked: string;
  askedRatio: number;
  /** As it is shown, and its contrast: at least {@link LEAST_CONTRAST}. */
  shown: string;
  shownRatio: number;
}

const oklch = converter('oklch');

/**
 * Makes a colour visible on a ground: where its contrast is too low, its lightness is moved step by step, away from
 * the ground, until it is not. Its hue stays (OKLCH, Ottosson 2020), and its chroma as far as screens can show it.
 *
 * @param asked the colour as `#` and six digits
 * @param ground what it stands on, likewise
 */
export function seenOn(asked: string, ground: string): SeenAccent {
  const askedRatio = wcagContrast(asked, ground);
  // The better of black and white has 4.5:1 or more on any ground, so that this way always leads to an end.
  const step = wcagContrast('#000000', ground) > wcagContrast('#ffffff', ground) ? -STEP : STEP;
  const start = oklch(asked);
  let shown = asked;
  for (let steps = 1; start !== undefined && wcagContrast(shown, ground) < LEAST_CONTRAST; steps += 1) {
    const lightness = Math.min(1, Math.max(0, start.l + steps * step));
    shown = formatHex(clampChroma({ ...start, l: lightness }, 'oklch'));
  }
  return { asked, askedRatio, shown, shownRatio: wcagContrast(shown, ground) };
}

/** A school's colour in the light and in the dark. */
export function accentOn(asked: string, { light, dark }: Grounds): { light: SeenAccent; dark: SeenAccent } {
  return { light: seenOn(asked, light), dark: seenOn(asked, dark) };
}

/** The rules that give a page the school's colour, in the light and in the dark. */
export function accentCss(asked: string, grounds: Grounds): string {
  const { light, dark } = accentOn(asked, grounds);
  return `:root{--accent:${light.shown}}@media (prefers-color-scheme:dark){:root{--accent:${dark.shown}}}`;
}

/** What became of a school's colour, a sentence for the light and one for the dark. */
export function accentInWords(asked: string, grounds: Grounds): { says: string; changed: boolean }[] {
  const { light, dark } = accentOn(asked, grounds);
  return [
    { says: `In the light, ${inWords(light)}`, changed: light.shown !== asked },
    { says: `In the dark, ${inWords(dark)}`, changed: dark.shown !== asked },
  ];
}

function inWords({ asked, askedRatio, shown, shownRatio }: SeenAccent): string {
  const has = `accent ${asked} has ${ratioInWords(askedRatio)} on the page’s ground`;
  return shown === asked ? `${has}.` : `${has}; shown as ${shown} (${ratioInWords(shownRatio)}).`;
}

/** Rounded down, so that nothing just below a limit seems to reach it. */
function ratioInWords(ratio: number): string {
  return `${(Math.floor(ratio * 10) / 10).toFixed(1)}:1`;
}
