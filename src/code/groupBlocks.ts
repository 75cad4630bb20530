import type { Clause, Row, WordsBlock } from './document.ts';

type BlockOf<Kind extends WordsBlock['kind']> = Extract<WordsBlock, { kind: Kind }>;
export type Paragraph = BlockOf<'paragraph'>;

/** An item of a list, and the list inside it. */
export interface ListItem {
  clauses: Clause[];
  inner: ListItem[];
}

/** What's shown as one: a paragraph, the paragraphs of a quotation, a list, or a table. */
export type BlockGroup =
  | { kind: 'paragraph'; block: Paragraph }
  | { kind: 'quotation'; blocks: Paragraph[] }
  | { kind: 'list'; items: ListItem[] }
  | { kind: 'table'; rows: Row[] };

/** Puts consecutive blocks that belong together in groups. */
export function groupBlocks(blocks: readonly WordsBlock[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'paragraph' && !block.quoted) groups.push({ kind: 'paragraph', block });
    else if (block.kind === 'paragraph') {
      if (last?.kind === 'quotation') last.blocks.push(block);
      else groups.push({ kind: 'quotation', blocks: [block] });
    } else if (block.kind === 'row') {
      if (last?.kind === 'table' && !block.starts) last.rows.push(block);
      else groups.push({ kind: 'table', rows: [block] });
    } else if (last?.kind === 'list') addItem(last.items, block);
    else groups.push({ kind: 'list', items: [{ clauses: block.clauses, inner: [] }] });
  }
  return groups;
}

/** Adds an item at its level, or as deep as there are items to hold it. */
function addItem(items: ListItem[], { clauses, level }: BlockOf<'item'>): void {
  let list = items;
  for (let depth = 1; depth < level; depth += 1) list = list.at(-1)?.inner ?? list;
  list.push({ clauses, inner: [] });
}
