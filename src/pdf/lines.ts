/** Part of a line: text of one span. */
export interface Fragment<S> {
  span: S;
  /** Includes the white space after it, so that programs that read the PDF can tell where a word ends. */
  text: string;
  /** From the start of the line. */
  x: number;
  /** Without white space at the end. */
  width: number;
}

export type Line<S> = Fragment<S>[];

/** Measures the width of a text in its span's style. */
type Measure<S> = (text: string, span: S) => number;

interface Piece<S> {
  span: S;
  text: string;
}

/**
 * Breaks spans into lines that are as full as possible. Lines break at white space only, even where a word continues
 * from one span into the next; a word wider than a line is cut between characters. A short last word isn't left alone
 * on a line, if possible. No line ends with a hyphen, if possible: programs that read a PDF take that for a word broken
 * in two, and join `self-` and `harm` to `selfharm`.
 *
 * @param spans in order; any white space counts as one space
 * @param width of a line, in the unit of `measure`
 */
export function breakLines<S extends { text: string }>(
  spans: readonly S[],
  width: number,
  measure: Measure<S>,
): Line<S>[] {
  const widthOf = (pieces: readonly Piece<S>[]): number =>
    pieces.reduce((sum, { text, span }) => sum + measure(text, span), 0);
  const lines: Line<S>[] = [];
  let line: Piece<S>[] = [];
  let filled = 0;
  const endLine = (): void => {
    if (line.length > 0) lines.push(joinPieces(line, measure));
    line = [];
    filled = 0;
  };
  const words = joinAfterHyphens(splitSpans(spans), (word) => widthOf(word) <= width);
  for (const { word, space } of joinShortLast(words, (word) => widthOf(word) <= width / 10)) {
    for (const part of widthOf(word) <= width ? [word] : cutWord(word, width, measure)) {
      const partWidth = widthOf(part);
      if (line.length > 0 && filled + partWidth > width) endLine();
      line.push(...part);
      filled += partWidth;
    }
    if (space !== undefined) {
      line.push(space);
      filled += widthOf([space]);
    }
  }
  endLine();
  return lines;
}

/** Breaks spans into as few lines as {@link breakLines}, but of similar length. For titles. */
export function breakEvenly<S extends { text: string }>(
  spans: readonly S[],
  width: number,
  measure: Measure<S>,
): Line<S>[] {
  const full = breakLines(spans, width, measure);
  let even = full;
  for (let share = 0.98; share > 0.5; share -= 0.02) {
    const narrower = breakLines(spans, width * share, measure);
    if (narrower.length > full.length) break;
    even = narrower;
  }
  return even;
}

/** A word, which may consist of several spans, and the space after it. */
interface Word<S> {
  word: Piece<S>[];
  space?: Piece<S>;
}

const ENDS_WITH_HYPHEN = /[-\u2010]$/;

/** Joins a word that ends with a hyphen to the one after it, as one unbreakable word, if they fit on a line. */
function joinAfterHyphens<S>(
  words: readonly Word<S>[],
  fits: (word: readonly Piece<S>[]) => boolean,
): readonly Word<S>[] {
  const joined: Word<S>[] = [];
  for (const next of words) {
    const before = joined.at(-1);
    if (before?.space !== undefined && ENDS_WITH_HYPHEN.test(before.word.at(-1)?.text ?? '')) {
      const word = [...before.word, before.space, ...next.word];
      if (fits(word)) {
        joined.splice(-1, 1, { ...next, word });
        continue;
      }
    }
    joined.push(next);
  }
  return joined;
}

/** Joins a short last word to the one before it, as one unbreakable word. */
function joinShortLast<S>(
  words: readonly Word<S>[],
  isShort: (word: readonly Piece<S>[]) => boolean,
): readonly Word<S>[] {
  const [before, last] = words.slice(-2);
  if (words.length < 3 || before?.space === undefined || last === undefined || !isShort(last.word))
    return words;
  return [...words.slice(0, -2), { ...last, word: [...before.word, before.space, ...last.word] }];
}

function splitSpans<S extends { text: string }>(spans: readonly S[]): Word<S>[] {
  const words: Word<S>[] = [];
  let word: Piece<S>[] = [];
  for (const span of spans) {
    // Not at no-break spaces.
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

/** Cuts a word into parts that each fit on a line; each has at least one character. */
function cutWord<S>(word: readonly Piece<S>[], width: number, measure: Measure<S>): Piece<S>[][] {
  const parts: Piece<S>[][] = [];
  let part: Piece<S>[] = [];
  let filled = 0;
  for (const { span, text } of word) {
    for (const character of text) {
      const characterWidth = measure(character, span);
      if (part.length > 0 && filled + characterWidth > width) {
        // Hyphens at its end go to the next part, if there’s room.
        const kept = part.findLastIndex((piece) => !ENDS_WITH_HYPHEN.test(piece.text)) + 1;
        const carried = part.slice(kept);
        const carriedWidth = carried.reduce((sum, piece) => sum + measure(piece.text, piece.span), 0);
        const isRoom = kept > 0 && carriedWidth + characterWidth <= width;
        parts.push(isRoom ? part.slice(0, kept) : part);
        part = isRoom ? carried : [];
        filled = isRoom ? carriedWidth : 0;
      }
      part.push({ span, text: character });
      filled += characterWidth;
    }
  }
  return [...parts, part];
}

/** Joins neighbours of the same span, and adds positions. */
function joinPieces<S>(pieces: readonly Piece<S>[], measure: Measure<S>): Line<S> {
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
