import { splitMarker } from './markers.ts';
import type { Tag } from './pdfTags.ts';
import { tidy } from './policy.ts';

/** A piece of text on a page, in points from its lower left corner. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
  /** What a tagged PDF says of it. */
  tag?: Tag | undefined;
  /** Whether it’s no part of the text, such as a watermark or a tagged page number. */
  aside?: boolean;
}

/** A line of text, from left to right. */
export interface Line extends Omit<Piece, 'width'> {
  /** What its list shows before its words, if it starts an item. */
  marker: string;
  words: string;
  /** Its first words that are in bold. */
  lead: string;
  pieces: Piece[];
  right: number;
  page: number;
  /** Whether a line is drawn below all of it. */
  underlined?: boolean;
  /** Whether its last word goes on in the next line. */
  breaksWord?: boolean;
}

/** `(01) 2345 6789`: its area code is no list item’s number. */
const PHONE = /^\(\d+\)\s*\d[\d\s]{4}/;

/** Pieces at one height make a line, from left to right. */
export function linesOf(pieces: readonly Piece[], page: number): Line[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const base = row?.find((each) => !isRaised(each, piece)) ?? first;
    if (
      row !== undefined &&
      first !== undefined &&
      base !== undefined &&
      (Math.abs(base.y - piece.y) < 0.5 * Math.max(base.size, piece.size) || isNoteOf(first, piece))
    )
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => lineOf(row, page));
}

/** Whether a piece is a number that’s written small, as a footnote’s is. */
const isRaised = ({ text, size }: Piece, { size: usual }: Piece): boolean =>
  /^\d{1,2}$/.test(text.trim()) && size < usual * 0.85;

/** Whether a small number stands right above where a footnote’s words begin. */
const isNoteOf = (number: Piece, words: Piece): boolean =>
  isRaised(number, words) &&
  /^\s*\p{Lu}/u.test(words.text) &&
  number.y - words.y < words.size * 0.8 &&
  Math.abs(words.x - number.x - number.width) < words.size * 0.4;

function lineOf(row: readonly Piece[], page: number): Line[] {
  const pieces = [...row].sort((a, b) => a.x - b.x);
  const [first, second] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return [];
  const gap = second === undefined ? 0 : second.x - first.x - first.width;
  // A marker apart from its words: `o` is no word there, and `1.1` ends however near they are.
  const apart =
    splitMarker(`${first.text}\tWords`).text === 'Words' && (gap > 0.25 * first.size || first.text !== 'o');
  const isPhone = PHONE.test(joined(pieces));
  const isMarked = second !== undefined && apart && !isPhone;
  // Some programs write the gap after a number as nothing at all.
  const words = joined(isMarked ? pieces.slice(1) : pieces).replace(
    /^(\d{1,2}(?:\.\d{1,2})+)(?=\p{Lu}(?:\p{Ll}|\s))/u,
    '$1 ',
  );
  const { marker, text } = isPhone
    ? { marker: '', text: words }
    : splitMarker(isMarked ? `${first.text}\t${words}` : words);
  const shown = pieces.slice(isMarked ? 1 : 0);
  const plain = shown.findIndex((piece, index) => !piece.bold && !endsWord(piece, shown[index - 1]));
  const bold = joined(shown.slice(0, plain < 0 ? undefined : plain));
  const { x, y } = first;
  return [
    {
      text: tidy(isMarked ? `${first.text} ${words}` : words),
      marker,
      words: text,
      lead: tidy(text).startsWith(tidy(bold)) ? tidy(bold) : splitMarker(bold).text,
      bold: plain < 0,
      x,
      y,
      size: Math.max(...pieces.map(({ size }) => size)),
      pieces,
      tag: last.tag,
      aside: pieces.every(({ aside }) => aside === true),
      right: last.x + last.width,
      page,
    },
  ];
}

/** Whether a piece is only the rest of a word that begins in the piece before it. */
function endsWord({ text, x, size }: Piece, before: Piece | undefined): boolean {
  if (before === undefined || Math.abs(x - before.x - before.width) > 0.15 * size) return false;
  return /\p{L}$/u.test(before.text) && /^\p{L}+\s*$/u.test(text);
}

/** Their words, with a space where there’s a gap. */
function joined(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, x, size }, index) => {
      const before = pieces[index - 1];
      return before !== undefined && x - before.x - before.width > 0.15 * size ? ` ${text}` : text;
    })
    .join('');
}

/** Their words as the file has them: with a space between two, unless one starts right where the other ends. */
export function inFileOrder(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, x, y, size }, index) => {
      const before = pieces[index - 1];
      const goesOn =
        before !== undefined &&
        Math.abs(y - before.y) < 0.1 * size &&
        Math.abs(x - before.x - before.width) < 0.15 * size;
      return goesOn ? text : ` ${text}`;
    })
    .join('');
}

/** Where an item’s words start, after its marker. */
export function textStart({ pieces, x, size }: Line): number {
  const [, second] = pieces;
  return second === undefined ? x + size : second.x;
}

/** Joins two lines, the first of which may end within a word. Other hyphens stay: `before- and after-school`. */
export function join(before: string, after: string, line?: Line): string {
  if (line?.breaksWord === true) return before + after;
  const hyphen =
    /\p{L}-$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) && !/^(?:and|or|to)\b(?!-)/.test(after);
  const dash = /\p{L}–$/u.test(before) && /^\p{Ll}/u.test(after);
  // From one figure to another: “9.15-9.40am”
  const range = /\d(?:[ap]m)?[-–]$/.test(before) && /^\d/.test(after);
  const address = /(?:@|\bwww\.|:\/\/)\S*$/.test(before) && ADDRESS_END.test(after);
  return hyphen || dash || range || address ? before + after : `${before} ${after}`;
}

/** How the rest of an email or web address begins a line. */
const ADDRESS_END = /^[a-z\d-]*(?:\.[a-z\d-]+)*\.(?:uk|com|org|net|wales|scot|school)\b(?!@)/;

/**
 * Takes away hyphens that are only there because a line ends: those in words that the document has elsewhere without.
 *
 * @param text of the whole document
 * @returns the words that are whole now
 */
export function joinBrokenWords(lines: readonly Line[], text: string): string[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}-]+/gu));
  const joined: string[] = [];
  for (const [index, line] of lines.entries()) {
    const last = line.pieces.at(-1);
    const [, start = ''] = /(\p{L}+)-\s*$/u.exec(last?.text ?? '') ?? [];
    const [end = ''] = /^\p{Ll}+/u.exec(lines[index + 1]?.words ?? '') ?? [];
    const [whole, apart] = [`${start}${end}`.toLowerCase(), `${start}-${end}`.toLowerCase()];
    if (last === undefined || start === '' || end === '' || !words.has(whole) || words.has(apart)) continue;
    last.text = last.text.replace(/-\s*$/, '');
    line.text = line.text.replace(/-$/, '');
    line.words = line.words.replace(/-$/, '');
    line.lead = line.lead.replace(/-$/, '');
    line.breaksWord = true;
    joined.push(`${start}${end}`);
  }
  return joined;
}
