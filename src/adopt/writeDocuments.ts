import { type NewBlock, newDocumentsOf, type Structure } from './structure.ts';

/** Files to write, by their paths in the new content folder. */
export type Files = Map<string, string>;

/** What’s quoted with clauses that don’t say themselves that they name what isn’t tolerated: that, or their heading. */
export type Marks = ReadonlyMap<string, 'notTolerated' | 'headed'>;

/**
 * The Code, its appendices and the edition as files: MDX with anchors, a file for each part of the Code and each
 * appendix, and the plain words.
 *
 * @param marks of paragraphs, and of the first items of lists, that nothing quoted with them says aren’t tolerated, by anchor
 */
export function documentFiles(
  { code, appendices }: Pick<Structure, 'code' | 'appendices'>,
  marks: Marks = new Map(),
): Files {
  const files: Files = new Map();
  const mdxOf = (block: NewBlock): string => asMdx(block, marks);
  const sections = splitAtHeadings(code.blocks);
  for (const [index, blocks] of sections.entries()) {
    const head = blocks[0]?.kind === 'heading' ? blocks[0].text : code.title;
    const title = index === 0 ? [`# ${escaped(code.title)}`] : [];
    files.set(`code/${numbered(index, sections)}-${fileName(head)}.mdx`, `${joined(blocks, mdxOf, title)}\n`);
  }
  for (const [index, { title, blocks }] of appendices.entries())
    files.set(
      `appendix/${numbered(index, appendices)}-${fileName(title)}.mdx`,
      `${joined(blocks, mdxOf, [`# ${escaped(title)}`])}\n`,
    );
  const words = newDocumentsOf({ code, appendices }).map(({ title, blocks }) =>
    joined(blocks, plainOf, [title]),
  );
  files.set('editions/edition-1.txt', `${words.join('\n\n')}\n`);
  return files;
}

/** A file's number, so that files are in order. */
function numbered(index: number, all: readonly unknown[]): string {
  return String(index + 1).padStart(String(all.length).length, '0');
}

/** Blocks with empty lines between them, but for the items of a list and the rows of a table. */
function joined(
  blocks: readonly NewBlock[],
  write: (block: NewBlock) => string,
  start: readonly string[],
): string {
  return blocks.reduce((text, block, index) => {
    const before = blocks[index - 1]?.kind;
    const together =
      (block.kind === 'item' && before === 'item') ||
      (block.kind === 'row' && before === 'row' && !block.starts);
    return `${text}${text === '' ? '' : together ? '\n' : '\n\n'}${write(block)}`;
  }, start.join('\n\n'));
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

function asMdx(block: NewBlock, marks: Marks): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.depth)} ${escaped(block.text)}`;
  const { clause } = block;
  // A list inside an item has the mark from that.
  const mark = block.kind === 'item' && block.level > 1 ? undefined : marks.get(clause.list ?? clause.anchor);
  const marker = `<Clause anchor="${clause.anchor}" ${mark === undefined ? '' : `${mark} `}/>`;
  if (block.kind === 'row') {
    const row = `| ${marker}${block.cells.map((cell) => cell.split('\n').map(escaped).join('<br />')).join(' | ')} |`;
    return block.head ? `${row}\n|${'---|'.repeat(block.cells.length)}` : row;
  }
  const [first = clause.text, ...more] = (block.kind === 'item' ? block.breaks : undefined) ?? [];
  return [`${startOf(block)}${marker}${withBold(first, block.bold)}`, ...more.map(escaped)].join('<br />');
}

/** The indent and hyphen of a list item. */
function startOf(block: NewBlock): string {
  return block.kind === 'item' ? `${'  '.repeat(block.level - 1)}- ` : '';
}

/** Words, of which the first ones after the number may be bold. */
function withBold(text: string, bold: string | undefined): string {
  const at = bold === undefined ? -1 : text.indexOf(bold);
  const end = at + (bold?.length ?? 0);
  // Asterisks before a letter would end nothing.
  if (bold === undefined || at < 0 || !/^(?:\s|$)/.test(text.slice(end))) return escaped(text);
  return `${escaped(text.slice(0, at))}**${escaped(bold)}**${escaped(text.slice(end))}`;
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
  const { text } = block.clause;
  return block.kind === 'row' ? `| ${text} |` : `${startOf(block)}${text}`;
}

function fileName(title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['part'];
  return words.slice(0, 5).join('-');
}
