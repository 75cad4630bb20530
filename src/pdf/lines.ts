/** A part of a line: words of one span, from `x` to the right. */
export interface Fragment<S> {
  span: S;
  /** The words, with the white space behind them, so that a reader can tell where a word ends. */
  text: string;
  /** Distance from the line's start, in the unit of the measure. */
  x: number;
  /** Width without white space at the end. */
  width: number;
}

export type Line<S> = Fragment<S>[];

interface Piece<S> {
  span: S;
  text: string;
}

/**
 * Breaks spans into lines, each as full as it can be. A line ends only at white space, also where a word runs
 * over from one span into the next; a word wider than a whole line is cut between letters. A short last word
 * does not stand alone on a line, unless it must.
 *
 * @param spans what is to be set, in order; white space of any length counts as one space
 * @param width of a line, in the unit of the measure
 * @param measure width of a text as its span is set
 */
export function layLines<S extends { text: string }>(
  spans: readonly S[],
  width: number,
  measure: (text: string, span: S) => number,
): Line<S>[] {
  const widthOf = (pieces: readonly Piece<S>[]): number =>
    pieces.reduce((sum, { text, span }) => sum + measure(text, span), 0);
  const lines: Line<S>[] = [];
  let line: Piece<S>[] = [];
  let filled = 0;
  const close = (): void => {
    if (line.length > 0) lines.push(place(line, measure));
    line = [];
    filled = 0;
  };
  const words = wordsOf(spans);
  for (const { word, space } of shortLastJoined(words, (word) => widthOf(word) <= width / 10)) {
    for (const part of widthOf(word) <= width ? [word] : cut(word, width, measure)) {
      const wide = widthOf(part);
      if (line.length > 0 && filled + wide > width) close();
      line.push(...part);
      filled += wide;
    }
    if (space !== undefined) {
      line.push(space);
      filled += widthOf([space]);
    }
  }
  close();
  return lines;
}

/**
 * Breaks spans into as few lines as {@link layLines} does, but all about equally long. For titles.
 */
export function layBalanced<S extends { text: string }>(
  spans: readonly S[],
  width: number,
  measure: (text: string, span: S) => number,
): Line<S>[] {
  const full = layLines(spans, width, measure);
  let balanced = full;
  for (let share = 0.98; share > 0.5; share -= 0.02) {
    const narrower = layLines(spans, width * share, measure);
    if (narrower.length > full.length) break;
    balanced = narrower;
  }
  return balanced;
}

/** A word, which may run over several spans, and the space behind it. */
interface Word<S> {
  word: Piece<S>[];
  space?: Piece<S>;
}

/** Joins a short last word to the one before it, as one word that cannot be parted. */
function shortLastJoined<S>(
  words: readonly Word<S>[],
  isShort: (word: readonly Piece<S>[]) => boolean,
): readonly Word<S>[] {
  const [before, last] = words.slice(-2);
  if (words.length < 3 || before?.space === undefined || last === undefined || !isShort(last.word))
    return words;
  return [...words.slice(0, -2), { ...last, word: [...before.word, before.space, ...last.word] }];
}

/** The words of spans, each with the one space behind it. */
function wordsOf<S extends { text: string }>(spans: readonly S[]): Word<S>[] {
  const words: Word<S>[] = [];
  let word: Piece<S>[] = [];
  for (const span of spans) {
    // A no-break space is no place to end a line.
    for (const text of span.text.split(/([ \t\n\r]+)/).filter((part) => part !== '')) {
      if (!/^[ \t\n\r]/.test(text)) word.push({ span, text });
      else if (word.length > 0) {
        words.push({ word, space: { span, text: ' ' } });
        word = [];
      }
    }
  }
  if (word.length > 0) words.push({ word });
  return words;
}

/** Cuts a word into parts that each fit a line; each has at least one letter. */
function cut<S>(
  word: readonly Piece<S>[],
  width: number,
  measure: (text: string, span: S) => number,
): Piece<S>[][] {
  const parts: Piece<S>[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const { span, text } of word) {
    for (const letter of text) {
      const wide = measure(letter, span);
      if (filled + wide > width) {
        parts.push([]);
        filled = 0;
      }
      parts.at(-1)?.push({ span, text: letter });
      filled += wide;
    }
  }
  return parts;
}

/** Joins neighbours of one span, and says where each stands. */
function place<S>(pieces: readonly Piece<S>[], measure: (text: string, span: S) => number): Line<S> {
  const line: Line<S> = [];
  for (const { span, text } of pieces) {
    const last = line.at(-1);
    if (last?.span === span) last.text += text;
    else line.push({ span, text, x: 0, width: 0 });
  }
  let x = 0;
  for (const fragment of line) {
    fragment.x = x;
    fragment.width = measure(fragment.text.trimEnd(), fragment.span);
    x += measure(fragment.text, fragment.span);
  }
  return line;
}
