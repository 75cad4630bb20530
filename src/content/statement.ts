import path from 'node:path';
import type { Nodes } from 'mdast';
import { z } from 'zod';
import type { SourceFile } from '../code/document.ts';
import { line } from '../shared/fields.ts';
import { readMdx } from '../shared/mdx.ts';
import { ContentError } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';

/** What stands at the head of a statement. */
export const statementSchema = z.strictObject({
  /** The page's heading, and its name in lists of results. */
  title: line(80).describe('what the page is called, as its `title`.'),
  /** What search engines show below the title. */
  description: line(200).describe('in one sentence what the page says, as its `description`.'),
});

/** A page that is ours alone, such as that about privacy. */
export interface Statement extends z.output<typeof statementSchema> {
  /** Of the file, without its ending; the page's address too. */
  name: string;
  file: string;
  /** What stands below the head. */
  tree: Nodes;
}

const HEAD = /^---\r?\n(.*?)\r?\n---\r?(?:\n|$)/s;

/**
 * Reads one file of `content/pages/`: its head, between two lines of three hyphens, and what stands below.
 *
 * @throws ContentError with the line of every mistake
 */
export function readStatement({ file, text }: SourceFile): Statement {
  const name = path.basename(file, '.mdx');
  if (!/^[a-z0-9-]+$/.test(name))
    throw new ContentError([
      {
        file,
        wrong: 'The name of the file is the address of its page, and not every sign of it can stand there.',
        instead: 'Use small letters, digits and hyphens in it, such as `school-uniform.mdx`.',
      },
    ]);
  const head = HEAD.exec(text)?.[1];
  if (head === undefined)
    throw new ContentError([
      {
        file,
        line: 1,
        wrong: 'The title and the description of the page are missing.',
        instead: 'Start the file with four lines: `---`, `title: …`, `description: …`, `---`.',
      },
    ]);
  // The empty line stands for the hyphens, so that the lines of the head keep their numbers.
  const { title, description } = readYaml(file, `\n${head}`, statementSchema);
  return { name, file, title, description, tree: readMdx(file, text) };
}
