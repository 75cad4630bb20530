import type { FontName } from './fonts.ts';

/** Colours on white paper. Every ink stands at 7:1 or more; gold is for rules only, never for words. */
export const COLOURS = {
  ink: '#25211b',
  soft: '#4a443a',
  brand: '#0f4a43',
  danger: '#8a1710',
  gold: '#b7852b',
  bullet: '#6b4a0f',
  line: '#d8cebd',
  tint: '#f7f2e9',
} as const;

/** How words are set. Sizes are in points. */
export interface Style {
  font: FontName;
  size: number;
  /** From one line to the next. */
  leading: number;
  colour: string;
}

/** A4, in points; `margin` is the room on each side of the words. */
export const PAPER = { width: 595.28, height: 841.89 } as const;
export const MARGIN = { top: 64, bottom: 76, left: 80, right: 68 } as const;

/** Width of the words, in points. */
export const WIDTH = PAPER.width - MARGIN.left - MARGIN.right;

/** Of the lines of page furniture: what stands above and below the words on every page. */
export const FURNITURE: Style = { font: 'sans', size: 8.5, leading: 12, colour: COLOURS.soft };

/** How the Code is set where its body has this size. */
export interface CodeLook {
  body: Style;
  title: Style;
  heading: Style;
  /** Between two paragraphs, and between two items of a list. */
  gap: number;
  itemGap: number;
  /** From the left of the words to the left of an item's words. */
  indent: number;
}

/** Sizes of the Code's body that are tried, in points, from the most comfortable to the smallest that is easy to read. */
export const CODE_SIZES = [12.5, 12, 11.5, 11, 10.5, 10, 9.5] as const;

/** @param size of the body, in points */
export function codeLook(size: number): CodeLook {
  const bold = { font: 'serifBold', colour: COLOURS.ink } as const;
  return {
    body: { font: 'serif', size, leading: size * 1.42, colour: COLOURS.ink },
    title: { ...bold, size: size * 1.84, leading: size * 2.2 },
    heading: { ...bold, size: size * 1.2, leading: size * 1.6 },
    gap: size * 0.66,
    itemGap: size * 0.32,
    indent: size * 1.5,
  };
}

/** How what is ours is set: in sans, so that nobody takes it for the Code. */
export const OURS = {
  title: { font: 'sansBold', size: 27, leading: 33, colour: COLOURS.brand },
  heading: { font: 'sansBold', size: 16, leading: 21, colour: COLOURS.brand },
  subheading: { font: 'sansBold', size: 11, leading: 15, colour: COLOURS.ink },
  body: { font: 'sans', size: 11, leading: 16, colour: COLOURS.ink },
  bold: { font: 'sansBold', size: 11, leading: 16, colour: COLOURS.ink },
  cell: { font: 'sans', size: 9.75, leading: 13.5, colour: COLOURS.ink },
  headCell: { font: 'sansBold', size: 9.75, leading: 13.5, colour: COLOURS.ink },
} as const satisfies Record<string, Style>;
