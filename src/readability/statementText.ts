import type { Nodes } from 'mdast';
import { mdxToMdast } from 'satteri';
import { parse } from 'yaml';
import { z } from 'zod';

/** A statement of `content/pages/`: its title, and its words without any marks, a line a paragraph, heading or item. */
export interface StatementText {
  title: string;
  text: string;
}

/** `content.config.ts` checks the same lines for the page; here they are only read. */
const frontmatter = z.object({ title: z.string(), description: z.string() });

/** Takes the words out of an MDX file. */
export function statementText(mdx: string): StatementText {
  const lines: string[] = [];
  let title = '';
  const tree = mdxToMdast(mdx);
  for (const node of 'children' in tree ? tree.children : []) {
    if (node.type === 'yaml') {
      const { title: written, description } = frontmatter.parse(parse(node.value));
      title = written;
      lines.push(written, description);
    } else lines.push(...linesOf(node));
  }
  return { title, text: lines.join('\n') };
}

/** A line for each block that holds words; what is code and not words is left out. */
function linesOf(node: Nodes): string[] {
  if (!('children' in node)) return [];
  if (node.children.some((child) => child.type === 'text' || child.type === 'link')) return [wordsIn(node)];
  return node.children.flatMap(linesOf);
}

function wordsIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsIn).join('') : '';
}
