import { type Documents, documentsOf } from '../code/document.ts';
import type { Fonts } from './fonts.ts';
import { breakEvenly } from './lines.ts';
import { COLOURS, codeStyles, GUIDANCE, MARGIN, type Style, WIDTH } from './styles.ts';
import { type Table, writeTable } from './table.ts';
import { drawLines, firstLines, layOut, type Span, startBlock, writeElement, writeLines } from './text.ts';
import { addBookmark, fitDocuments, linkResolver, writeCode } from './writeCode.ts';
import { createWriter, drawArtifact, finishPdf, newPage, type PdfWriter } from './writer.ts';

export type { Table } from './table.ts';

/** Changes from one edition to the next. */
export interface Changes {
  /** In one sentence. */
  summary: string;
  blocks: {
    /** The part of the Code. */
    where: string;
    runs: { text: string; kind: 'same' | 'added' | 'removed' }[];
  }[];
}

export type PackSection = 'facts' | 'code' | 'changes' | 'coverage' | 'figures';

/** The content of the governors' pack. */
export interface Pack extends Documents {
  /** The school's name. */
  school: string;
  title: string;
  /** What was adopted, as labels and values. */
  facts: Table;
  /** Undefined if there's no earlier edition. */
  changes?: Changes | undefined;
  coverage: Table[];
  figures: Table[];
  /** Paragraphs at the start of each section. */
  notes?: Partial<Record<PackSection, string[]>>;
  /** The site's address, with a slash at the end, if known. */
  site?: string | undefined;
  /** Shows “Draft” at the top of every page. */
  draft?: boolean;
}

/** Where everything but the Code comes from, for error messages. */
const SOURCE = 'content, as governors/pack.pdf shows it';

const FIRST_EDITION = 'There’s no earlier edition to compare this one with.';

/**
 * The pack for a governors' meeting (PDF/UA-1).
 *
 * @throws ContentError with every character that a font can't show
 */
export async function packPdf(pack: Pack, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> {
  const { school, title, changes, coverage, figures, notes = {}, site, draft = false } = pack;
  const writer = createWriter(
    { title: draft ? `${title} (draft)` : title, author: school, content: pack },
    fonts,
  );
  const { root, pdf } = writer;
  const documents = documentsOf(pack);
  const laid = fitDocuments(writer, documents, linkResolver(documents, site));
  const writeNotes = (section: PackSection): void => {
    for (const note of notes[section] ?? []) writeParagraph(writer, note);
  };
  const writeTables = (tables: readonly Table[]) => (): void => {
    for (const table of tables) writeTable(writer, root, table);
  };
  /** A section with a heading; the Code and its appendix have their own. */
  const headed = (place: PackSection, heading: string, writeRest: () => void): Section => ({
    place,
    heading,
    write: () => {
      addBookmark(writer, pdf.outline, heading);
      writeBlock(writer, 'H2', [{ text: heading, style: GUIDANCE.heading, place }], { above: 0 });
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
          writeCode(writer, root, side, { bookmarks: pdf.outline, levelOffset: 1 });
      },
    })),
    headed('changes', 'Changes since the last edition', () => writeChanges(writer, changes)),
    ...(coverage.length > 0
      ? [headed('coverage', 'Which situations use each clause', writeTables(coverage))]
      : []),
    ...(figures.length > 0 ? [headed('figures', 'How well the checker works', writeTables(figures))] : []),
  ];

  newPage(writer);
  const writeContents = writeCover(writer, pack, sections);
  const pages = sections.map((section) => {
    newPage(writer);
    const { count } = pdf.bufferedPageRange();
    section.write();
    return count;
  });
  writeContents(pages);
  return finishPdf(writer, { head: title, foot: [school], numbered: true, draft, source: SOURCE });
}

/** A part of the pack, which starts on a new page. */
interface Section {
  /** The named place at its start. */
  place: string;
  heading: string;
  write: () => void;
}

/** Writes a block of text other than the Code. */
function writeBlock(
  writer: PdfWriter,
  role: string,
  spans: readonly Span[],
  { above, balanced = false, keep = 0 }: { above: number; balanced?: boolean; keep?: number },
): void {
  const laid = layOut(writer, spans, WIDTH, SOURCE, balanced ? breakEvenly : undefined);
  startBlock(writer, above, firstLines(laid) + keep);
  writeElement(writer.pdf, writer.root, role, (element) => writeLines(writer, element, laid, MARGIN.left));
}

function writeParagraph(writer: PdfWriter, text: string): void {
  writeBlock(writer, 'P', [{ text, style: GUIDANCE.body }], { above: 8 });
}

/**
 * Writes the first page, with space for the list of contents.
 *
 * @returns a function that writes the list, given the page of each section
 */
function writeCover(
  writer: PdfWriter,
  { school, title, facts, notes = {} }: Pack,
  sections: readonly Section[],
): (pages: readonly number[]) => void {
  const { root, pdf } = writer;
  addBookmark(writer, pdf.outline, title);
  writer.y += 60;
  drawArtifact(pdf, 'Layout', () => {
    pdf.rect(MARGIN.left, writer.y, 44, 4).fill(COLOURS.brand);
  });
  writeBlock(writer, 'P', [{ text: school, style: { ...GUIDANCE.bold, colour: COLOURS.soft } }], {
    above: 16,
  });
  writeBlock(writer, 'H1', [{ text: title, style: GUIDANCE.title }], { above: 4, balanced: true });
  for (const note of notes.facts ?? []) writeParagraph(writer, note);
  writer.y += 12;
  writeTable(writer, root, facts);
  const entries = sections.map(({ place, heading }) => {
    const link = { to: place, contents: heading };
    const style = { ...GUIDANCE.body, colour: COLOURS.brand };
    return layOut(writer, [{ text: heading, style, link }], WIDTH - 40, SOURCE);
  });
  const height = entries.reduce((sum, entry) => sum + entry.height + ENTRY_GAP, 0);
  writeBlock(writer, 'H2', [{ text: 'In this pack', style: GUIDANCE.subheading }], {
    above: 34,
    keep: height,
  });
  const list = pdf.struct('TOC');
  root.add(list);
  const top = writer.y;
  const page = pdf.bufferedPageRange().count - 1;
  return (pages) => {
    pdf.switchToPage(page);
    writer.y = top;
    for (const [index, entry] of entries.entries()) {
      const number = layOut(writer, [{ text: `${pages[index] ?? ''}`, style: GUIDANCE.body }], 40, SOURCE);
      writeElement(pdf, list, 'TOCI', (item) =>
        writeElement(pdf, item, 'Reference', (element) => {
          writer.y += ENTRY_GAP;
          const { y } = writer;
          writeLines(writer, element, entry, MARGIN.left);
          const x = MARGIN.left + WIDTH - (number.lines[0]?.[0]?.width ?? 0);
          element.add(() => drawLines(writer, number, x, y));
        }),
      );
    }
    list.end();
  };
}

/** In points. */
const ENTRY_GAP = 3;

/** Added and removed words are marked by a line, in words and by colour. */
const MARKS = {
  added: { before: '[added: ', drawn: 'under', colour: COLOURS.brand },
  removed: { before: '[removed: ', drawn: 'through', colour: COLOURS.danger },
} as const;

function writeChanges(writer: PdfWriter, changes: Changes = { summary: FIRST_EDITION, blocks: [] }): void {
  const { body } = codeStyles(11);
  writeParagraph(writer, changes.summary);
  for (const { where, runs } of changes.blocks) {
    writeBlock(writer, 'H3', [{ text: where, style: GUIDANCE.subheading }], { above: 18, keep: 40 });
    const spans = runs.flatMap(({ text, kind }, index): Span[] => {
      if (kind === 'same') return [{ text, style: body }];
      const separator = index > 0 && runs[index - 1]?.kind !== 'same' ? [{ text: ' ', style: body }] : [];
      return [...separator, ...markedSpans(text, kind, body)];
    });
    writeBlock(writer, 'P', spans, { above: 3 });
  }
}

function markedSpans(text: string, kind: 'added' | 'removed', body: Style): Span[] {
  const { before, drawn, colour } = MARKS[kind];
  const style = { ...body, colour };
  const label = { ...style, font: 'sansBold', size: body.size * 0.86 } as const;
  const [, space = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return [
    { text: space + before, style: label },
    { text: words, style, drawn },
    { text: `]${after}`, style: label },
  ];
}
