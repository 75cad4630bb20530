import type { Clause, CodeDocument, WordsBlock } from './document.ts';

/** A second- or third-level heading and everything up to the next heading. */
export interface Section {
  heading: string;
  /** Anchor of its first clause, which links to the section use. */
  anchor: string;
  blocks: WordsBlock[];
  clauses: Clause[];
}

/** A document without its title, split at its headings; anything before the first heading is a section without one. */
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
    section.clauses.push(...block.clauses);
    section.anchor ||= section.clauses[0]?.anchor ?? '';
  }
  return sections;
}

/** A document's name: its title up to a dash or colon, or all of it. */
function nameIn(title: string): string {
  const [name = title] = title.split(/\s+[–—-]\s+|:\s+/);
  return name;
}

/** A document's name, shortened for where there's little room. */
export function shortTitle({ title }: Pick<CodeDocument, 'title'>): string {
  return shortName({ text: nameIn(title) }, 24);
}

/** What the appendices are called in a menu; none if there's none. */
export function appendicesTitle([first, ...more]: readonly CodeDocument[]): string | undefined {
  return first === undefined ? undefined : more.length > 0 ? 'Appendices' : shortTitle(first);
}

/** `appendix` or `appendices`, for a sentence about a Code that has any. */
export function appendixWord(appendices: readonly CodeDocument[]): string {
  return appendices.length > 1 ? 'appendices' : 'appendix';
}

/** What to call the Code's PDF. */
export function sheetName(appendices: readonly CodeDocument[]): string {
  return appendices.length === 0
    ? 'The Code to print'
    : `The Code and its ${appendixWord(appendices)} to print`;
}

/**
 * The address for a document's name, from the site's root: `/annex-b/` for “Annex B – Bicycles”.
 *
 * @returns in lower case without diacritics; `undefined` if the name has no letter from a to z or digit
 */
export function addressOfTitle(title: string): string | undefined {
  const plain = nameIn(title).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g);
  return words === null ? undefined : `/${words.join('-')}/`;
}

/** A clause's name in a list: its first words, up to `maxLength` characters. */
export function shortName({ text }: Pick<Clause, 'text'>, maxLength = 48): string {
  // What’s in brackets is left out, unless it’s the item’s number.
  const words = text.replace(/\s+\(.*/s, '').split(/\s+/);
  let name = '';
  for (const word of words) {
    if (name !== '' && name.length + word.length + 1 > maxLength)
      return `${name.replace(/[,;:.]$/, '')}\u00a0…`;
    name = name === '' ? word : `${name} ${word}`;
  }
  return name.replace(/[,;:.]$/, '');
}
