import { z } from 'zod';
import { isoDate, line } from '../schemas/fields.ts';

/** `content/editions/<name>.yaml`, beside the text file that holds the words to the letter. */
export const editionSchema = z.strictObject({
  title: line(120).describe('the title of the edition.'),
  status: z.enum(['adopted', 'draft', 'superseded']).describe('one of adopted, draft, superseded.'),
  adopted: isoDate().optional().describe('the date of adoption as year-month-day, or take the line out.'),
});

/** An edition of the Code: what the governors adopted, word for word. */
export interface Edition extends z.output<typeof editionSchema> {
  /** The file that holds its words. */
  file: string;
  text: string;
}

/** A paragraph, heading or list item as words; `item` tells the list item from the rest. */
export interface TextBlock {
  item: boolean;
  words: string[];
  /** Line in the edition's text, from 1; 0 where the block comes from a page. */
  line: number;
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
