import type { NewBlock, NewClause, NewDocument } from './structure.ts';

/** Files to write, by their paths in the new content folder. */
export type Files = Map<string, string>;

/**
 * The Code, its appendix and the edition as files: MDX with anchors, a file for each part of the Code, and the plain
 * words.
 */
export function documentFiles(code: NewDocument, appendix: NewDocument | undefined): Files {
  const files: Files = new Map();
  const sections = splitAtHeadings(code.blocks);
  for (const [index, blocks] of sections.entries()) {
    const title = index === 0 ? [`# ${escaped(code.title)}`] : [];
    const head = blocks[0]?.kind === 'heading' ? blocks[0].text : code.title;
    files.set(
      `code/${String(index + 1).padStart(sections.length > 9 ? 2 : 1, '0')}-${fileName(head)}.mdx`,
      `${[...title, ...blocks.map(mdxOf)].join('\n\n')}\n`,
    );
  }
  if (appendix !== undefined)
    files.set(
      `appendix/1-${fileName(appendix.title)}.mdx`,
      `${[`# ${escaped(appendix.title)}`, ...appendix.blocks.map(mdxOf)].join('\n\n')}\n`,
    );
  const words = [code, ...(appendix === undefined ? [] : [appendix])].flatMap(({ title, blocks }) => [
    title,
    ...blocks.map(plainOf),
  ]);
  files.set('editions/edition-1.txt', `${words.join('\n\n')}\n`);
  return files;
}

/** What comes before the first heading of the second level belongs to the first part. */
function splitAtHeadings(blocks: readonly NewBlock[]): NewBlock[][] {
  const sections: NewBlock[][] = [];
  for (const block of blocks) {
    const last = sections.at(-1);
    if (last === undefined || (block.kind === 'heading' && block.depth === 2)) sections.push([block]);
    else last.push(block);
  }
  return sections;
}

function mdxOf(block: NewBlock): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.depth)} ${escaped(block.text)}`;
  if (block.kind === 'paragraph') return mdxClause(block.clause);
  return block.items.map((item) => `- ${mdxClause(item)}`).join('\n');
}

function mdxClause({ anchor, text }: NewClause): string {
  return `<Clause anchor="${anchor}" />${escaped(text)}`;
}

/** Text in which no character means anything to MDX. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>&#~|$]/g, '\\$&')
    .replaceAll(/(?<=\w)@(?=\w)/g, '\\@')
    .replaceAll(/\b(https?|ftp)(:)(?=\/\/)/gi, '$1\\$2')
    .replaceAll(/\b(www)\./gi, '$1\\.');
}

function plainOf(block: NewBlock): string {
  if (block.kind === 'heading') return block.text;
  if (block.kind === 'paragraph') return block.clause.text;
  return block.items.map(({ text }) => `- ${text}`).join('\n');
}

function fileName(title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['part'];
  return words.slice(0, 5).join('-');
}
