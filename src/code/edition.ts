import { z } from 'zod';
import { isoDate, line, orEmpty } from '../shared/fields.ts';
import { CELL_END } from './cells.ts';

/** `content/editions/<name>.yaml`, next to the text file with the exact words. */
export const editionSchema = z.strictObject({
  title: line(120).describe('the title of the edition.'),
  status: z
    .enum(['adopted', 'draft', 'superseded'], 'it isn’t one of the three words allowed here.')
    .describe('one of adopted (it is in force), draft (not adopted yet), superseded (no longer in force).'),
  adopted: orEmpty(isoDate()).describe(
    'the date on which it was adopted, as year-month-day, for example 2026-09-01, or delete the line.',
  ),
  superseded: orEmpty(isoDate()).describe(
    'the date from which it was no longer in force, as year-month-day, for example 2027-09-01, or delete the line.',
  ),
  minute: orEmpty(line(160)).describe(
    'the reference of the minute, for example `minute: Meeting of 1 September 2026, item 5`, or delete the line.',
  ),
  summary: orEmpty(line(400)).describe(
    'what changed, as one or two plain sentences on one line, or delete the line.',
  ),
});

/** An edition of the Code: exactly what the governors adopted, or are asked to adopt. */
export interface Edition extends z.output<typeof editionSchema> {
  /** Name of its two files without their extension, used in addresses. */
  name: string;
  /** The file with its words. */
  file: string;
  text: string;
  /** SHA-256 of that file. */
  sha256: string;
}

/** A paragraph, heading, list item or row of a table as words. */
export interface TextBlock {
  /** How deep in lists it is: 0 if it isn't a list item, 2 for an item of a list inside another. */
  level: number;
  words: string[];
  /** Line in the edition's text, from 1; 0 if the block comes from a page. */
  line: number;
  /** The anchor of the clause, if known. Such a block is paired only with the same clause. */
  anchor?: string;
}

/** The start of a list item, after two spaces for each list that it's inside; and a row of a table. */
const ITEM = /^( *)- /;
const ROW = /^\s*\|(.*)\|\s*$/;

/**
 * Splits an edition's text into blocks: a blank line ends a block, a line that starts with `- ` is a list item, and one
 * between two `|` a row of a table.
 */
export function blocksOfEdition(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open = false;
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const indent = ITEM.exec(written)?.[1];
    const row = ROW.exec(written)?.[1];
    const words = wordsOf(row ?? written.replace(ITEM, ''));
    if (words.length === 0) open = false;
    else if (open && indent === undefined && row === undefined) blocks.at(-1)?.words.push(...words);
    else {
      const level = indent === undefined ? 0 : 1 + Math.floor(indent.length / 2);
      blocks.push({ level, words, line: index + 1 });
      open = row === undefined;
    }
  }
  return blocks;
}

/** The words between white space, with their punctuation. A no-break space is part of a word: it isn't white space. */
export function wordsOf(text: string): string[] {
  return text.split(/[ \t\r\n\f]+/).filter((word) => word !== '');
}

/**
 * Whether a block looks like a heading: a few words, not a list item, with no punctuation at the end. An edition's text
 * doesn't mark headings, so there's no other way to recognise them.
 */
export function looksLikeHeading({ level, words }: Pick<TextBlock, 'level' | 'words'>): boolean {
  return (
    level === 0 &&
    !words.includes(CELL_END) &&
    words.length <= 12 &&
    !/[.,:;!?]['"’”)]*$/.test(words.at(-1) ?? '')
  );
}
