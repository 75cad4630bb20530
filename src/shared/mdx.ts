import type { Nodes } from 'mdast';
import { mdxToMdast } from 'satteri';
import { ContentError } from './problem.ts';

/** How the parser says where it stopped, and why: `3:1: Unexpected character … (mdx-jsx:unexpected-character)`. */
const STOPPED = /^(\d+):\d+: (.*?)(?: \([\w:-]+\))?$/s;

/**
 * Reads MDX into its syntax tree.
 *
 * @param file path shown in messages
 * @param text the file's text
 * @throws ContentError with the line at which it is no MDX
 */
export function readMdx(file: string, text: string): Nodes {
  try {
    return mdxToMdast(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line, why = message] = STOPPED.exec(message) ?? [];
    throw new ContentError([
      {
        file,
        ...(line === undefined ? {} : { line: Number(line) }),
        wrong: `This cannot be read: ${why}`,
        instead:
          'The signs `<` and `{` start something that is no text. Write a `\\` before them, or leave them out.',
      },
    ]);
  }
}
