import { CELL_END } from '../code/cells.ts';

/**
 * A block of a school’s own document, whatever kind of file it came in. `bold` has the words at its very start that are
 * in bold, such as “Be kind:”; `underlined` is true if all of it is underlined, but not in bold; `size` is that of
 * words in bold or underlined, in points.
 */
export type Part =
  /** At the head of a table’s column, `column` is the number of parts in that column. */
  | { kind: 'heading'; level: number; text: string; column?: number }
  /** `inside` is true for one that’s below an item’s words, `label` for the name of a table’s row or column how many parts that has. */
  | {
      kind: 'paragraph';
      text: string;
      bold?: string;
      underlined?: true;
      size?: number;
      inside?: true;
      label?: number;
    }
  /**
   * `level` is 0 for the outermost list; `marker` is as written, such as `1.1`, `(a)`, `✔` or `•`. The paragraphs inside
   * are separated by line breaks.
   */
  | { kind: 'item'; level: number; marker: string; text: string; bold?: string }
  /**
   * A row of a table; neighbouring ones are one table. A cell’s paragraphs are separated by line breaks. `text` has all
   * cells with `|` between them, and `head` is true if the cells say what’s below them.
   */
  | { kind: 'row'; text: string; cells: string[]; head: boolean };

export type Row = Extract<Part, { kind: 'row' }>;

/** A row of a table. */
export function rowOf(cells: string[], head: boolean): Row {
  return { kind: 'row', text: cells.join(` ${CELL_END} `).replaceAll('\n', ' '), cells, head };
}

/** The parts, with each paragraph of a table’s row on its own. */
export function withoutRows(parts: readonly Part[]): Exclude<Part, Row>[] {
  return parts.flatMap((part) =>
    part.kind === 'row'
      ? part.cells
          .flatMap((cell) => cell.split('\n'))
          .filter((text) => text !== '')
          .map((text) => ({ kind: 'paragraph' as const, text }))
      : [part],
  );
}

/** A document as read: what every importer returns. */
export interface Policy {
  parts: Part[];
  /** All its words, read a second time in another way, for the proof. */
  source: string;
  /** Whether the second reading tells where words end; a PDF’s doesn’t always. */
  hasSpaces: boolean;
  /** Characters that the proof can’t compare, because they may be the file’s own marks. */
  ignored?: string;
  /** What’s at the top and bottom of pages, which isn’t part of the words. */
  headers?: string[];
  /** What a person should know about the reading, as sentences. */
  notes: string[];
}

/** Why a document can’t be adopted, as a sentence for the person who chose it. Nothing has been written. */
export class UnreadablePolicy extends Error {
  override readonly name = 'UnreadablePolicy';
}

/** A Code has a few hundred to a few thousand words; a handbook has many more. */
const MAX_WORDS = 15_000;

/**
 * Refuses what’s empty or far too long to be a Code.
 *
 * @throws UnreadablePolicy
 */
export function checkLength(name: string, text: string): void {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  if (words === 0) throw new UnreadablePolicy(`There are no words in ${name}.`);
  if (words > MAX_WORDS)
    throw new UnreadablePolicy(
      `${name} has ${words.toLocaleString('en-GB')} words, so it looks like a whole handbook. Save only the Code in a file of its own, and try again.`,
    );
}

/**
 * Signs that few fonts have, as those that look the same. Those for private use are Wingdings’, where nothing says so.
 */
const USUAL: Readonly<Record<string, string>> = {
  '🗶': '✘',
  '🗴': '✘',
  '🗸': '✔',
  '🗹': '☑',
  '🗵': '☒',
  '🗷': '☒',
  '🞎': '☐',
  '🞏': '☐',
  '🡨': '←',
  '🡪': '→',
  '🡩': '↑',
  '🡫': '↓',
  '\uF0FC': '✔',
  '\uF0FB': '✘',
  '\uF0FE': '☑',
  '\uF0FD': '☒',
};

/**
 * White space as single spaces, without what only decides where a line may break, and signs as the usual ones. A sign
 * for private use that can’t be known is a bullet.
 */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u2011', '-')
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]|\uFE0E|\uFE0F/g, '')
    .replaceAll(/[🗴-🗹🞎🞏🡨-🡫]|\p{Co}/gu, (sign) => USUAL[sign] ?? (/\p{Co}/u.test(sign) ? '•' : sign))
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
