import type { RouteMap } from './routeMap.ts';

/** A box with its words, in the drawing's own units: a unit is a CSS pixel where it is shown at its full width. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

/** Where the words of a line begin: at its left, the first line's middle at `y`. */
export interface Label {
  x: number;
  y: number;
  lines: string[];
}

export interface DrawnLine {
  id: string;
  label: Label;
  /** What can be tapped to go to the line's page. */
  target: Omit<Box, 'lines'>;
  boxes: Box[];
  /** Paths with a head at their end. */
  arrows: string[];
}

export interface Drawing {
  width: number;
  height: number;
  lines: DrawnLine[];
  /** The step that is drawn once; none where no lines end alike. */
  shared?: { box: Box; caption: Label };
  /** The path without a head on which arrows meet. */
  rail?: string;
}

export const FONT_SIZE = 15;
export const LINE_HEIGHT = 19;
/** Width of a letter against its height, as wide as any system's own sans-serif has it: no word may stick out. */
const LETTER = 0.58;
const BOLD_LETTER = 0.66;
const PAD = 9;
/** The least height of what can be tapped (WCAG 2.2, target size, AAA). */
const TARGET = 44;
const GAP = 24;

/**
 * Draws the lines beside one another for a wide page: what has happened at the left, then to whom, and at the right
 * the one box into which most lines run.
 */
export function drawWide({ lines, shared }: RouteMap, last: string): Drawing {
  const label = 212;
  const box = 152;
  const column = (index: number): number => label + GAP + index * (box + GAP);
  const columns = Math.max(...lines.map(({ steps }) => steps.length), 1);
  // Clear of every line that it stands beside, whether that leads to it or not.
  const beside = lines.slice(
    lines.findIndex(({ joins }) => joins),
    lines.findLastIndex(({ joins }) => joins) + 1,
  );
  const sharedAt = column(Math.max(0, ...beside.map(({ steps }) => steps.length)));
  const width = Math.max(shared === '' ? 0 : sharedAt + box, column(columns - 1) + box);
  const joined: { top: number; bottom: number }[] = [];
  let y = 0;
  const drawn = lines.map(({ id, title, steps, joins }): DrawnLine => {
    const words = wrapped(title, label, BOLD_LETTER);
    const boxes = steps.map((step) => wrapped(step, box - 2 * PAD));
    const height = Math.max(TARGET, heightOf([words, ...boxes]));
    const top = y;
    const middle = top + height / 2;
    y += height + 12;
    const arrows = boxes.map((_, index) => `M${column(index) - GAP + 4} ${middle}h${GAP - 8}`);
    if (joins) {
      joined.push({ top, bottom: top + height });
      arrows.push(`M${column(boxes.length) - GAP + 4} ${middle}H${sharedAt - 4}`);
    }
    return {
      id,
      label: labelAt(0, middle, words),
      target: { x: 0, y: top, width: label, height },
      boxes: boxes.map((lines, index) => ({ x: column(index), y: top, width: box, height, lines })),
      arrows,
    };
  });
  const height = y - 12;
  const [first] = joined;
  if (first === undefined) return { width, height, lines: drawn };
  const { top } = first;
  const tall = { x: sharedAt, y: top, width: box, height: (joined.at(-1)?.bottom ?? 0) - top };
  return { width, height, lines: drawn, shared: sharedBox(tall, shared, last) };
}

/**
 * Draws the lines below one another for a phone: each line's words, its boxes under them, and a rail at the right
 * that leads down to the one box into which most lines run.
 */
export function drawNarrow({ lines, shared }: RouteMap, last: string): Drawing {
  const width = 300;
  const rail = width - 6;
  const box = 128;
  const gap = 20;
  // Two boxes a row; a third stands under the second, so that the eye goes on and not back.
  const columnOf = (index: number): number => Math.min(index, 1) * (box + gap);
  const joined: number[] = [];
  let y = 0;
  const drawn = lines.map(({ id, title, steps, joins }): DrawnLine => {
    const words = wrapped(title, width - gap, BOLD_LETTER);
    const middle = y + (words.length * LINE_HEIGHT) / 2;
    const label = labelAt(0, middle, words);
    const target = { x: 0, y: middle - TARGET / 2, width: width - gap, height: TARGET };
    y += words.length * LINE_HEIGHT + 6;
    const boxes = steps.map((step) => wrapped(step, box - 2 * PAD));
    const first = boxes.slice(0, 2);
    const height = heightOf(first);
    const placed = first.map(
      (step, index): Box => ({ x: columnOf(index), y, width: box, height, lines: step }),
    );
    const arrows = placed.slice(1).map(({ x }) => `M${x - gap + 3} ${y + height / 2}h${gap - 6}`);
    for (const step of boxes.slice(2)) {
      const above = y + height;
      y = above + gap;
      placed.push({ x: columnOf(1), y, width: box, height: heightOf([step]), lines: step });
      arrows.push(`M${columnOf(1) + box / 2} ${above + 3}v${gap - 6}`);
    }
    const end = placed.at(-1);
    if (end !== undefined) {
      if (joins) {
        joined.push(end.y + end.height / 2);
        arrows.push(`M${end.x + box + 3} ${end.y + end.height / 2}H${rail - 3}`);
      }
      y = end.y + end.height + 22;
    }
    return { id, label, target, boxes: placed, arrows };
  });
  const [top] = joined;
  if (top === undefined) return { width, height: y - 22, lines: drawn };
  const height =
    wrapped(`${last} ${shared}`, width - 2 * PAD, BOLD_LETTER).length * LINE_HEIGHT + LINE_HEIGHT + 2 * PAD;
  return {
    width,
    height: y + height,
    lines: drawn,
    rail: `M${rail} ${top}V${y - 4}`,
    shared: sharedBox({ x: 0, y, width, height }, shared, last),
  };
}

function heightOf(boxes: readonly string[][]): number {
  return Math.max(1, ...boxes.map((lines) => lines.length)) * LINE_HEIGHT + 2 * PAD;
}

function sharedBox(
  place: Pick<Box, 'x' | 'y' | 'width' | 'height'>,
  words: string,
  last: string,
): { box: Box; caption: Label } {
  const caption = wrapped(last, place.width - 2 * PAD);
  const lines = wrapped(words, place.width - 2 * PAD, BOLD_LETTER);
  const middle = place.y + place.height / 2;
  const captionHeight = caption.length * LINE_HEIGHT;
  const whole = captionHeight + 6 + lines.length * LINE_HEIGHT;
  return {
    box: { ...place, lines },
    caption: { x: place.x + place.width / 2, y: middle - whole / 2 + LINE_HEIGHT / 2, lines: caption },
  };
}

/** Words so that their middle stands at `middle`. */
function labelAt(x: number, middle: number, lines: string[]): Label {
  return { x, y: middle - ((lines.length - 1) * LINE_HEIGHT) / 2, lines };
}

/** Cuts words into lines that are no wider than `width`. */
export function wrapped(words: string, width: number, letter = LETTER): string[] {
  const most = Math.floor(width / (FONT_SIZE * letter));
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const current = lines.at(-1);
    if (current !== undefined && current.length + word.length + 1 <= most)
      lines[lines.length - 1] = `${current} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Where the first line of a box's words stands, so that they are in its middle; below the caption where there is one. */
export function firstLineOf({ y, height, lines }: Box, caption?: Label): number {
  if (caption !== undefined) return caption.y + caption.lines.length * LINE_HEIGHT + 6;
  return y + height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2;
}
