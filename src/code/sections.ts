import { type Block, type Clause, type CodeDocument, clausesOf } from './document.ts';

/** A heading of the second or third level and what stands under it, up to the next heading. */
export interface Section {
  heading: string;
  /** Anchor of the section's first clause: where a link to the section leads. */
  anchor: string;
  blocks: Block[];
  clauses: Clause[];
}

/** A document without its title, cut at its headings; what comes before the first heading is a section of its own. */
export function sectionsOf(document: CodeDocument): Section[] {
  const sections: Section[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      if (block.depth > 1) sections.push({ heading: block.text, anchor: '', blocks: [], clauses: [] });
      continue;
    }
    if (sections.length === 0) sections.push({ heading: '', anchor: '', blocks: [], clauses: [] });
    const section = sections.at(-1);
    if (section === undefined) continue;
    section.blocks.push(block);
    section.clauses.push(...clausesOf({ ...document, blocks: [block] }));
    section.anchor ||= section.clauses[0]?.anchor ?? '';
  }
  return sections;
}

/**
 * A few words that name a document where there is little room: what its title says before a dash or a colon, or else
 * its first words.
 */
export function shortTitle({ title }: Pick<CodeDocument, 'title'>): string {
  const [start = title] = title.split(/\s+[–—-]\s+|:\s+/);
  return shortName({ text: start }, 24);
}

/** A few words that name a clause in a list of contents: its first words, cut between words at `most` letters. */
export function shortName({ text }: Pick<Clause, 'text'>, most = 48): string {
  const words = text.replace(/\s*\(.*/s, '').split(/\s+/);
  let name = '';
  for (const word of words) {
    if (name !== '' && name.length + word.length + 1 > most) return `${name.replace(/[,;:.]$/, '')}\u00a0…`;
    name = name === '' ? word : `${name} ${word}`;
  }
  return name.replace(/[,;:.]$/, '');
}
