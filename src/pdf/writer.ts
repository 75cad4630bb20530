import { buffer } from 'node:stream/consumers';
import { type Problem, stopAt } from '../shared/problem.ts';
import type { FontName, Fonts } from './fonts.ts';
import { breakLines } from './lines.ts';
import { type Element, Pdf, type PdfSettings } from './pdf.ts';
import { COLOURS, FURNITURE, MARGIN, PAPER } from './styles.ts';

/** A PDF being written, and where its next line goes. */
export interface PdfWriter {
  readonly pdf: Pdf;
  /** The element that holds all others. */
  readonly root: Element;
  /** From the top of the page to the next line, in points. */
  y: number;
  /** Where on this page the gold rule beside the Code starts, if there is one. */
  rule: number | undefined;
  /** Named places that exist already. */
  readonly places: Set<string>;
  /** What's wrong so far; {@link finishPdf} throws it. */
  readonly problems: Problem[];
}

/** Headers and footers, which aren't part of the text. */
export interface Furniture {
  /** Header from the second page on. */
  head?: string;
  /** Footer, one entry per line. */
  foot: readonly string[];
  /** Whether to show page numbers. */
  numbered: boolean;
  /** Whether to show “Draft” on each page. */
  draft: boolean;
  /** Where the text comes from, for error messages. */
  source: string;
}

/** Creates a PDF without pages. */
export function createWriter(settings: PdfSettings, fonts: Fonts): PdfWriter {
  const pdf = new Pdf(settings);
  for (const name of Object.keys(fonts) as FontName[]) pdf.addFont(name, fonts[name].bytes);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root, y: 0, rule: undefined, places: new Set(), problems: [] };
}

/** Starts a new page, and continues the gold rule there. */
export function newPage(writer: PdfWriter): void {
  const ruled = writer.rule !== undefined;
  endRule(writer);
  writer.pdf.addPage();
  writer.y = MARGIN.top;
  if (ruled) startRule(writer);
}

/** Starts the gold rule, which marks the Code's own words. */
export function startRule(writer: PdfWriter): void {
  writer.rule = writer.y;
}

/** Draws the gold rule from its start on this page to here. */
export function endRule(writer: PdfWriter): void {
  const { pdf, rule, y } = writer;
  writer.rule = undefined;
  if (rule === undefined || y <= rule) return;
  drawArtifact(pdf, 'Layout', () => {
    pdf.rect(MARGIN.left - 22, rule, 3.25, y - rule).fill(COLOURS.gold);
  });
}

/** Draws something that isn't part of the document's content. */
export function drawArtifact(pdf: Pdf, type: 'Pagination' | 'Layout', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

/** The lowest point that text may reach, in points. */
export const BOTTOM = PAPER.height - MARGIN.bottom;

/**
 * Writes the furniture on all pages and ends the PDF.
 *
 * @returns the file
 * @throws ContentError with every character that a font can't show
 */
export async function finishPdf(writer: PdfWriter, furniture: Furniture): Promise<Uint8Array<ArrayBuffer>> {
  const { pdf, root } = writer;
  endRule(writer);
  root.end();
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    drawArtifact(pdf, 'Pagination', () => drawFurniture(writer, furniture, page + 1, count));
  }
  stopAt(writer.problems);
  pdf.end();
  return new Uint8Array(await buffer(pdf));
}

function drawFurniture(
  { pdf, problems }: PdfWriter,
  furniture: Furniture,
  page: number,
  pages: number,
): void {
  const { head, foot, numbered, draft, source } = furniture;
  const { leading } = FURNITURE;
  const right = PAPER.width - MARGIN.right;
  const draw = (text: string, y: number, align: 'left' | 'right', { font, size } = FURNITURE): void => {
    pdf.font(font).fontSize(size).fillColor(FURNITURE.colour);
    reportMissingGlyphs(pdf, text, source, problems);
    const x = align === 'left' ? MARGIN.left : right - pdf.widthOfString(text);
    pdf.text(text, x, y, { lineBreak: false });
  };
  /** Lines that leave some room free beside them. */
  const wrap = (text: string, free: number): string[] => {
    pdf.font(FURNITURE.font).fontSize(FURNITURE.size);
    const lines = breakLines([{ text }], right - MARGIN.left - free, (part) => pdf.widthOfString(part));
    return lines.map((line) => line.map((fragment) => fragment.text.trimEnd()).join(''));
  };
  const top = MARGIN.top - 36;
  if (draft) draw('Draft', top, 'left', { ...FURNITURE, font: 'sansBold', size: 13 });
  if (head !== undefined && page > 1) {
    for (const [index, line] of wrap(head, draft ? 80 : 0).entries())
      draw(line, top + index * leading, 'right');
  }
  // The footer grows upwards.
  const lines = foot.flatMap((text) => wrap(text, numbered ? 90 : 0));
  const footTop = PAPER.height - 26 - lines.length * leading;
  for (const [index, line] of lines.entries()) draw(line, footTop + index * leading, 'left');
  if (numbered) draw(`Page ${page} of ${pages}`, footTop, 'right');
}

/** Reports each character of a text that the current font can't show. */
export function reportMissingGlyphs(pdf: Pdf, text: string, source: string, problems: Problem[]): void {
  for (const character of new Set(text.replaceAll(/\s/g, ''))) {
    if (pdf.canShow(character)) continue;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const wrong = `The PDF’s font has no character “${character}” (U+${code}), which is used in “${shorten(text)}”.`;
    if (problems.some((problem) => problem.file === source && problem.wrong === wrong)) continue;
    problems.push({
      file: source,
      wrong,
      instead: 'Use another character. To keep this one, add a font that has it to src/pdf/fonts.ts.',
    });
  }
}

function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
