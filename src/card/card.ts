import { breakEvenly } from '../pdf/lines.ts';

/** The size in which messengers show a card at its largest, in pixels. */
export const CARD = { width: 1200, height: 630 } as const;

/** What a card says of any site of this kind. */
export const PROMISE = 'What the Code says, and who to talk to.';

/** Where words stand, in pixels; the school's name beside the picture. */
export const ROOM = { left: 96, besidePicture: 220, right: 1104 } as const;

/** The typefaces of a card, as families know them. */
export const FACES = {
  title: { family: 'Source Serif 4', weight: 600 },
  school: { family: 'Source Sans 3', weight: 600 },
} as const;

export type Face = keyof typeof FACES;

/** How wide a text is in a typeface of some size, in pixels. */
export type Measure = (text: string, face: Face, size: number) => number;

/** Words as they stand on a card. */
export interface LaidWords {
  lines: string[];
  /** Of the letters, in pixels. */
  size: number;
  /** From one line to the next. */
  leading: number;
}

interface Fit {
  face: Face;
  width: number;
  /** Of all lines together. */
  height: number;
  /** The largest and the smallest letters. */
  sizes: readonly [number, number];
}

const STEP = 4;
const LEADING = 1.12;

/** The Code's title: on as few lines, and as large, as there is room for. */
export function layTitle(title: string, measure: Measure): LaidWords {
  return layToFit(
    title,
    { face: 'title', width: ROOM.right - ROOM.left, height: 240, sizes: [104, 44] },
    measure,
  );
}

/** The school's name, beside the picture. */
export function laySchool(name: string, measure: Measure): LaidWords {
  return layToFit(
    name,
    { face: 'school', width: ROOM.right - ROOM.besidePicture, height: 110, sizes: [42, 26] },
    measure,
  );
}

/** Words in the largest size in which they have room; in the smallest where there is none. */
function layToFit(text: string, { face, width, height, sizes }: Fit, measure: Measure): LaidWords {
  const [largest, smallest] = sizes;
  for (let size = largest; ; size -= STEP) {
    const leading = size * LEADING;
    const laid = breakEvenly([{ text }], width, (words) => measure(words, face, size));
    const lines = laid.map((line) =>
      line
        .map((part) => part.text)
        .join('')
        .trim(),
    );
    if (lines.length * leading <= height || size - STEP < smallest) return { lines, size, leading };
  }
}
