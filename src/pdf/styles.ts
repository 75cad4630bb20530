import type { FontName } from './fonts.ts';

/** Colours on white paper. Those for text have a contrast of at least 7:1; gold is only for rules. */
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

/** A text style. Sizes are in points. */
export interface Style {
  font: FontName;
  size: number;
  /** From one line to the next. */
  leading: number;
  colour: string;
}

/** What stands before a list item without a number or sign of its own. */
export const BULLET = '•';

/** A4, in points. */
export const PAPER = { width: 595.28, height: 841.89 } as const;
export const MARGIN = { top: 64, bottom: 76, left: 80, right: 68 } as const;

/** Width of the text, in points. */
export const WIDTH = PAPER.width - MARGIN.left - MARGIN.right;

/** For headers and footers. */
export const FURNITURE: Style = { font: 'sans', size: 8.5, leading: 12, colour: COLOURS.soft };

/** Styles for the Code at one size. */
export interface CodeStyles {
  body: Style;
  title: Style;
  heading: Style;
  /** Between two paragraphs, and between two items of a list. */
  gap: number;
  itemGap: number;
  /** Indent of a list item's text. */
  indent: number;
}

/** Sizes to try for the Code's body, in points, down to the smallest that's easy to read. */
export const CODE_SIZES = [12.5, 12, 11.5, 11, 10.5, 10, 9.5] as const;

/** @param size of the body, in points */
export function codeStyles(size: number): CodeStyles {
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

/** Styles for everything else: sans serif, so that nobody mistakes it for the Code. */
export const GUIDANCE = {
  title: { font: 'sansBold', size: 27, leading: 33, colour: COLOURS.brand },
  heading: { font: 'sansBold', size: 16, leading: 21, colour: COLOURS.brand },
  subheading: { font: 'sansBold', size: 11, leading: 15, colour: COLOURS.ink },
  body: { font: 'sans', size: 11, leading: 16, colour: COLOURS.ink },
  bold: { font: 'sansBold', size: 11, leading: 16, colour: COLOURS.ink },
  cell: { font: 'sans', size: 9.75, leading: 13.5, colour: COLOURS.ink },
  headCell: { font: 'sansBold', size: 9.75, leading: 13.5, colour: COLOURS.ink },
} as const satisfies Record<string, Style>;
