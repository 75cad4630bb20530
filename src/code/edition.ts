import { z } from 'zod';
import { isoDate, line, orEmpty } from '../shared/fields.ts';

/** `content/editions/<name>.yaml`, beside the text file that holds the words to the letter. */
export const editionSchema = z.strictObject({
  title: line(120).describe('the title of the edition.'),
  status: z
    .enum(['adopted', 'draft', 'superseded'], 'it is none of the three words that can stand here.')
    .describe('one of adopted (it is in force), draft (not adopted yet), superseded (no longer in force).'),
  adopted: orEmpty(isoDate()).describe(
    'the date on which the governors adopted it, as year-month-day, for example 2026-09-01, or take the line out.',
  ),
  superseded: orEmpty(isoDate()).describe(
    'the date from which it was no longer in force, as year-month-day, for example 2027-09-01, or take the line out.',
  ),
  minute: orEmpty(line(160)).describe(
    'the reference of the minute, for example `minute: Governors’ meeting of 1 September 2026, item 5`, or take the line out.',
  ),
  summary: orEmpty(line(400)).describe(
    'what changed, as one or two plain sentences on one line, or take the line out.',
  ),
});

/** An edition of the Code: what the governors adopted, or are asked to adopt, word for word. */
export interface Edition extends z.output<typeof editionSchema> {
  /** Name of its two files without their ending: its part of every address. */
  name: string;
  /** The file that holds its words. */
  file: string;
  text: string;
  /** Fingerprint of that file. */
  sha256: string;
}

/** A paragraph, heading or list item as words; `item` tells the list item from the rest. */
export interface TextBlock {
  item: boolean;
  words: string[];
  /** Line in the edition's text, from 1; 0 where the block comes from a page. */
  line: number;
  /** Where the block is known to be a clause's words: its anchor. Such a block goes together with no other. */
  anchor?: string;
}

/** Cuts an edition's text into blocks: a blank line ends a block, a line that starts with `- ` is a list item. */
export function blocksOfEdition(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open = false;
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const item = /^\s*- /.test(written);
    const words = wordsOf(item ? written.replace(/^\s*- /, '') : written);
    if (words.length === 0) open = false;
    else if (open && !item) blocks.at(-1)?.words.push(...words);
    else {
      blocks.push({ item, words, line: index + 1 });
      open = true;
    }
  }
  return blocks;
}

/** Words with the signs that stand at them, as they are between white space. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/**
 * Whether a block is laid out as a heading: a few words, no list item, without a sign at the end.
 * An edition's text marks no headings, so they can only be told by their looks.
 */
export function looksLikeHeading({ item, words }: TextBlock): boolean {
  return !item && words.length <= 12 && !/[.,:;!?]['"’”)]*$/.test(words.at(-1) ?? '');
}
