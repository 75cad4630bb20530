import { type Documents, documentsOf } from '../code/document.ts';
import { bookmark, layToFit, linksAmong, writeCode } from './code.ts';
import type { Fonts } from './fonts.ts';
import { layBalanced } from './lines.ts';
import { COLOURS, codeLook, MARGIN, OURS, type Style, WIDTH } from './looks.ts';
import { artifact, closePdf, newPage, type OpenPdf, openPdf } from './open.ts';
import type { Element } from './pdf.ts';
import { type Table, writeTable } from './table.ts';
import { firstLines, lay, paintLines, type Span, startBlock, within, writeLines } from './text.ts';

export type { Table } from './table.ts';

/** What changed from one edition to the next. */
export interface Changes {
  /** The change in a sentence. */
  summary: string;
  blocks: {
    /** Which part of the Code it is. */
    where: string;
    runs: { text: string; kind: 'same' | 'added' | 'removed' }[];
  }[];
}

export type PackSection = 'facts' | 'code' | 'changes' | 'coverage' | 'figures';

/** What the governors' pack is made of. */
export interface Pack extends Documents {
  /** The school's name. */
  school: string;
  title: string;
  /** What was adopted: a label and a value in each row. */
  facts: Table;
  /** Undefined where there is no earlier edition. */
  changes?: Changes | undefined;
  coverage: Table[];
  figures: Table[];
  /** Paragraphs of ours at the head of a section. */
  notes?: Partial<Record<PackSection, string[]>>;
  /** Address at which the site stands, ending with a slash, where it is known. */
  site?: string | undefined;
  /** Prints “Draft” at the head of every page. */
  draft?: boolean;
}

/** Where what is not the Code comes from, for messages. */
const SOURCE = 'content, as the governors’ pack shows it';

const FIRST_EDITION = 'There is no earlier edition to compare this one with.';

/**
 * Makes the pack that is handed out at a governors' meeting. The same content gives the same bytes.
 *
 * @returns the PDF (PDF/UA-1)
 * @throws ContentError with every character that a font cannot show
 */
export async function packPdf(pack: Pack, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> {
  const { school, title, changes, coverage, figures, notes = {}, site, draft = false } = pack;
  const open = openPdf({ title: draft ? `${title} (draft)` : title, author: school, content: pack }, fonts);
  const { root, pdf } = open;
  const documents = documentsOf(pack);
  const laid = layToFit(open, documents, linksAmong(documents, site));
  const writeNotes = (section: PackSection): void => {
    for (const note of notes[section] ?? []) writeParagraph(open, note);
  };
  const writeTables = (tables: readonly Table[]) => (): void => {
    for (const table of tables) writeTable(open, root, table);
  };
  /** A section of ours, under a heading; the Code and its appendix have their own. */
  const ours = (place: PackSection, heading: string, writeRest: () => void): Section => ({
    place,
    heading,
    write: () => {
      bookmark(open, pdf.outline, heading);
      write(open, 'H2', [{ text: heading, style: OURS.heading, place }], { above: 0 });
      writeNotes(place);
      writeRest();
    },
  });
  const sections: Section[] = [
    ...documents.map((document, index) => ({
      place: document.page,
      heading: document.title,
      write: () => {
        if (index === 0) writeNotes('code');
        for (const side of laid.slice(index, index + 1))
          writeCode(open, root, side, { bookmarks: pdf.outline, deeper: 1 });
      },
    })),
    ours('changes', 'Changes since the last edition', () => writeChanges(open, changes)),
    ...(coverage.length > 0 ? [ours('coverage', 'How the Code is covered', writeTables(coverage))] : []),
    ...(figures.length > 0 ? [ours('figures', 'How well the checker does', writeTables(figures))] : []),
  ];

  newPage(open);
  const writeContents = writeCover(open, pack, sections);
  const pages = sections.map((section) => {
    newPage(open);
    const { count } = pdf.bufferedPageRange();
    section.write();
    return count;
  });
  writeContents(pages);
  return closePdf(open, { head: title, foot: [school], numbered: true, draft, source: SOURCE });
}

/** A part of the pack that starts on a page of its own. */
interface Section {
  /** Name of the place where it starts. */
  place: string;
  heading: string;
  write: () => void;
}

/** Writes words of ours as a block. */
function write(
  open: OpenPdf,
  role: string,
  spans: readonly Span[],
  { above, balanced = false, keep = 0 }: { above: number; balanced?: boolean; keep?: number },
): void {
  const laid = lay(open, spans, WIDTH, SOURCE, balanced ? layBalanced : undefined);
  startBlock(open, above, firstLines(laid) + keep);
  within(open.pdf, open.root, role, (element) => writeLines(open, element, laid, MARGIN.left));
}

function writeParagraph(open: OpenPdf, text: string): void {
  write(open, 'P', [{ text, style: OURS.body }], { above: 8 });
}

/**
 * Writes the first page: who, what, what was adopted, and room for the list of contents.
 *
 * @returns writes the list, once the page of each section is known
 */
function writeCover(
  open: OpenPdf,
  { school, title, facts, notes = {} }: Pack,
  sections: readonly Section[],
): (pages: readonly number[]) => void {
  const { root, pdf } = open;
  bookmark(open, pdf.outline, title);
  open.y += 60;
  artifact(pdf, 'Layout', () => {
    pdf.rect(MARGIN.left, open.y, 44, 4).fill(COLOURS.brand);
  });
  write(open, 'P', [{ text: school, style: { ...OURS.bold, colour: COLOURS.soft } }], { above: 16 });
  write(open, 'H1', [{ text: title, style: OURS.title }], { above: 4, balanced: true });
  for (const note of notes.facts ?? []) writeParagraph(open, note);
  open.y += 12;
  writeTable(open, root, facts);
  const entries = sections.map(({ place, heading }) => {
    const link = { to: place, contents: heading };
    const style = { ...OURS.body, colour: COLOURS.brand };
    return lay(open, [{ text: heading, style, link }], WIDTH - 40, SOURCE);
  });
  const height = entries.reduce((sum, entry) => sum + entry.height + ENTRY_GAP, 0);
  write(open, 'H2', [{ text: 'In this pack', style: OURS.subheading }], { above: 34, keep: height });
  const list = pdf.struct('TOC') as Element;
  root.add(list);
  const top = open.y;
  const page = pdf.bufferedPageRange().count - 1;
  return (pages) => {
    pdf.switchToPage(page);
    open.y = top;
    for (const [index, entry] of entries.entries()) {
      const number = lay(open, [{ text: `${pages[index] ?? ''}`, style: OURS.body }], 40, SOURCE);
      within(pdf, list, 'TOCI', (item) =>
        within(pdf, item, 'Reference', (element) => {
          open.y += ENTRY_GAP;
          const { y } = open;
          writeLines(open, element, entry, MARGIN.left);
          const x = MARGIN.left + WIDTH - (number.lines[0]?.[0]?.width ?? 0);
          element.add(() => paintLines(open, number, x, y));
        }),
      );
    }
    list.end();
  };
}

/** Between two entries of the list of contents, in points. */
const ENTRY_GAP = 3;

/** Added and removed words are told apart by a line, by words and by colour, so that any one of them will do. */
const MARKS = {
  added: { before: '[added: ', drawn: 'under', colour: COLOURS.brand },
  removed: { before: '[removed: ', drawn: 'through', colour: COLOURS.danger },
} as const;

function writeChanges(open: OpenPdf, changes: Changes = { summary: FIRST_EDITION, blocks: [] }): void {
  const { body } = codeLook(11);
  writeParagraph(open, changes.summary);
  for (const { where, runs } of changes.blocks) {
    write(open, 'H3', [{ text: where, style: OURS.subheading }], { above: 18, keep: 40 });
    const spans = runs.flatMap(({ text, kind }, index): Span[] => {
      if (kind === 'same') return [{ text, style: body }];
      const parted = index > 0 && runs[index - 1]?.kind !== 'same' ? [{ text: ' ', style: body }] : [];
      return [...parted, ...marked(text, kind, body)];
    });
    write(open, 'P', spans, { above: 3 });
  }
}

function marked(text: string, kind: 'added' | 'removed', body: Style): Span[] {
  const { before, drawn, colour } = MARKS[kind];
  const style = { ...body, colour };
  const sign = { ...style, font: 'sansBold', size: body.size * 0.86 } as const;
  const [, space = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return [
    { text: space + before, style: sign },
    { text: words, style, drawn },
    { text: `]${after}`, style: sign },
  ];
}
