import type { Nodes } from 'mdast';
import { type Features, mdxToMdast } from 'satteri';
import { ContentError } from './problem.ts';

/**
 * How all Markdown and MDX is read: as it's written. With the additions of GitHub, “9~10am or 2~3pm” would be struck out
 * from one tilde to the other, and `www.` and email addresses would become links, the former without https. Quotation
 * marks are the governors’, so nothing may curl them.
 */
export const FEATURES: Features = { gfm: false, smartPunctuation: false };

/** The parser's error messages: `3:1: Unexpected character … (mdx-jsx:unexpected-character)`. */
const PARSE_ERROR = /^(\d+):\d+: (.*?)(?: \([\w:-]+\))?$/s;

/**
 * Parses MDX into its syntax tree.
 *
 * @param file path shown in messages
 * @throws ContentError with the line that can't be parsed
 */
export function readMdx(file: string, text: string): Nodes {
  try {
    return mdxToMdast(text, { features: FEATURES });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, reason = message] = PARSE_ERROR.exec(message) ?? [];
    throw new ContentError([
      {
        file,
        ...(line === undefined ? {} : { line: Number(line) }),
        wrong: `This can’t be read: ${reason}`,
        instead:
          'The characters `<` and `{` have a special meaning. Write `\\` before them, or leave them out.',
      },
    ]);
  }
}
