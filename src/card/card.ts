import { breakEvenly } from '../pdf/lines.ts';

/** The largest size at which messaging apps show a card, in pixels. */
export const CARD = { width: 1200, height: 630 } as const;

export const TAGLINE = 'What to do, and who can help.';

/** Horizontal positions, in pixels. */
export const LAYOUT = { left: 96, besideIcon: 220, right: 1104 } as const;

/** The fonts by use, as SVG names them. */
export const FONTS = {
  title: { family: 'Source Serif 4', weight: 600 },
  school: { family: 'Source Sans 3', weight: 600 },
} as const;

export type CardFont = keyof typeof FONTS;

/** Measures the width of a text, in pixels. */
export type Measure = (text: string, font: CardFont, size: number) => number;

/** Text broken into lines. */
export interface FittedText {
  lines: string[];
  /** Font size, in pixels. */
  size: number;
  /** From one line to the next, in pixels. */
  leading: number;
}

interface Area {
  font: CardFont;
  width: number;
  height: number;
  /** The largest and the smallest font size to try. */
  sizes: readonly [number, number];
}

const SIZE_STEP = 4;
const LEADING = 1.12;

/** Fits the Code's title. */
export function fitTitle(title: string, measure: Measure): FittedText {
  return fitText(
    title,
    { font: 'title', width: LAYOUT.right - LAYOUT.left, height: 240, sizes: [104, 44] },
    measure,
  );
}

/** Fits the school's name beside the icon. */
export function fitSchool(name: string, measure: Measure): FittedText {
  return fitText(
    name,
    { font: 'school', width: LAYOUT.right - LAYOUT.besideIcon, height: 110, sizes: [42, 26] },
    measure,
  );
}

/** The text in the largest size that fits, or else in the smallest. */
function fitText(text: string, { font, width, height, sizes }: Area, measure: Measure): FittedText {
  const [largest, smallest] = sizes;
  for (let size = largest; ; size -= SIZE_STEP) {
    const leading = size * LEADING;
    const lines = breakEvenly([{ text }], width, (part) => measure(part, font, size)).map((line) =>
      line
        .map((fragment) => fragment.text)
        .join('')
        .trim(),
    );
    if (lines.length * leading <= height || size - SIZE_STEP < smallest) return { lines, size, leading };
  }
}
