import path from 'node:path';
import type { Nodes } from 'mdast';
import { z } from 'zod';
import type { SourceFile } from '../code/document.ts';
import { line, readBeside } from '../shared/fields.ts';
import { readMdx } from '../shared/mdx.ts';
import { ContentError } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';

/** The front matter of a statement. */
export const statementSchema = z.strictObject({
  /** The page's heading, and its title in search results. */
  title: line(80).describe('the title of the page, as its `title`.'),
  /** Shown below the title in search results. */
  description: line(200).describe('one sentence on what the page says, as its `description`.'),
  readBeside: readBeside(),
});

/** A page about the site itself, such as the one on privacy. */
export interface Statement extends z.output<typeof statementSchema> {
  /** Name of the file without its extension, which is also the page's address. */
  name: string;
  file: string;
  tree: Nodes;
}

const FRONT_MATTER = /^---\r?\n(.*?)\r?\n---\r?(?:\n|$)/s;

/**
 * Reads one file of `content/pages/`: its front matter, between two lines of three hyphens, and what follows.
 *
 * @throws ContentError with the line of every mistake
 */
export function readStatement({ file, text }: SourceFile): Statement {
  const name = path.basename(file, '.mdx');
  if (!/^[a-z0-9-]+$/.test(name))
    throw new ContentError([
      {
        file,
        wrong: 'The name of the file is the address of its page, so it can’t have all of these characters.',
        instead: 'Use only lower-case letters, digits and hyphens, as in `school-uniform.mdx`.',
      },
    ]);
  const frontMatter = frontMatterOf(text);
  if (frontMatter === undefined)
    throw new ContentError([
      {
        file,
        line: 1,
        wrong: 'The title and description of the page are missing.',
        instead: 'Start the file with four lines: `---`, `title: …`, `description: …`, `---`.',
      },
    ]);
  return { ...readYaml(file, frontMatter, statementSchema), name, file, tree: readMdx(file, text) };
}

/** A page’s front matter, if it has any; an empty line replaces the hyphens, so that the line numbers stay the same. */
export function frontMatterOf(text: string): string | undefined {
  const [, found] = FRONT_MATTER.exec(text) ?? [];
  return found === undefined ? undefined : `\n${found}`;
}
