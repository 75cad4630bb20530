/** A block of a school’s own document, whatever kind of file it came in. */
export type Part =
  | { kind: 'heading'; level: number; text: string }
  /** `bold` is how its words begin, if that’s bold. */
  | { kind: 'paragraph'; text: string; bold?: string }
  /** `level` is 0 for the outermost list; `marker` is as written, such as `1.1`, `(a)`, `✔` or `•`. */
  | { kind: 'item'; level: number; marker: string; text: string; bold?: string }
  /** A row of a table: `text` has its cells with `|` between them, and `head` is true if it names the columns. */
  | { kind: 'row'; text: string; cells: string[]; head: boolean };

/** A document as read: what every importer returns. */
export interface Policy {
  parts: Part[];
  /** All its words, read a second time in another way, for the proof. */
  source: string;
  /** Whether the second reading tells where words end; a PDF’s doesn’t always. */
  hasSpaces: boolean;
  /** Characters that the proof can’t compare, because they may be the file’s own marks. */
  ignored?: string;
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

/** Signs that few fonts have, as those that look the same. */
const USUAL: Readonly<Record<string, string>> = {
  '🗴': '✘',
  '🗶': '✘',
  '🗵': '☒',
  '🗸': '✔',
  '🗹': '☑',
  '🞎': '☐',
  '🞏': '☐',
};

/** White space as single spaces, without what only decides where a line may break, and signs as the usual ones. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u2011', '-')
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]|\uFE0E|\uFE0F/g, '')
    .replaceAll(/[🗴🗶🗵🗸🗹🞎🞏]/gu, (sign) => USUAL[sign] ?? sign)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
