import { expect, test } from 'vitest';
import { parseDocument } from '../../src/code/document.ts';
import { groupBlocks, type ListItem } from '../../src/code/groupBlocks.ts';

const grouped = (text: string) => {
  const { blocks } = parseDocument('/', [{ file: 'content/code/1.mdx', text: `# T\n\n${text}` }]);
  return groupBlocks(blocks.flatMap((block) => (block.kind === 'heading' ? [] : [block])));
};
const outline = (items: readonly ListItem[]): unknown[] =>
  items.map(({ clauses, inner }) => [clauses[0]?.text, ...outline(inner)]);

test('consecutive items are a list, with the lists inside its items', () => {
  const [group] = grouped(
    '- <Clause anchor="a" />a\n  - <Clause anchor="b" />b\n    - <Clause anchor="c" />c\n  - <Clause anchor="d" />d\n- <Clause anchor="e" />e',
  );
  expect(group?.kind === 'list' && outline(group.items)).toEqual([['a', ['b', ['c']], ['d']], ['e']]);
});

test('consecutive rows are a table, and a head starts another', () => {
  const groups = grouped(
    '| <Clause anchor="a" />a | 1 |\n|---|---|\n| <Clause anchor="b" />b | 2 |\n\n| <Clause anchor="c" />c | 3 |\n|---|---|',
  );
  expect(groups.map((group) => group.kind === 'table' && group.rows.length)).toEqual([2, 1]);
});

test('quoted paragraphs in a row are one quotation', () => {
  const groups = grouped('<Clause anchor="a" />a\n\n> <Clause anchor="b" />b\n>\n> <Clause anchor="c" />c');
  expect(groups.map(({ kind }) => kind)).toEqual(['paragraph', 'quotation']);
});
