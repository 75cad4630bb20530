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

/** The name of a document: what its title says before a dash or a colon, or else all of it. */
function nameIn(title: string): string {
  const [name = title] = title.split(/\s+[–—-]\s+|:\s+/);
  return name;
}

/** A few words that name a document where there is little room: its name, or the first words of a long one. */
export function shortTitle({ title }: Pick<CodeDocument, 'title'>): string {
  return shortName({ text: nameIn(title) }, 24);
}

/**
 * The address that a document's name gives it, from the site's root: “Annex B – Bicycles” stands at `/annex-b/`.
 *
 * @returns in small letters without diacritics; `undefined` where the name has no letter or digit to write so
 */
export function addressOfTitle(title: string): string | undefined {
  const plain = nameIn(title).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g);
  return words === null ? undefined : `/${words.join('-')}/`;
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
