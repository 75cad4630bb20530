import type { Nodes } from 'mdast';
import type { Statement } from '../content/statement.ts';

/** The words of a statement without any marks: its title, its description, and a line a paragraph, heading or item. */
export function statementText({
  title,
  description,
  tree,
}: Pick<Statement, 'title' | 'description' | 'tree'>): string {
  return [title, description, ...linesOf(tree)].join('\n');
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
