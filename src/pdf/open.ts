import { buffer } from 'node:stream/consumers';
import { type Problem, stopAt } from '../shared/problem.ts';
import type { FontName, Fonts } from './fonts.ts';
import { layLines } from './lines.ts';
import { COLOURS, FURNITURE, MARGIN, PAPER } from './looks.ts';
import { type Element, Pdf, type PdfSettings } from './pdf.ts';

/** A PDF while it is being written: what has been written, and where the next line goes. */
export interface OpenPdf {
  readonly pdf: Pdf;
  /** The element that holds all others. */
  readonly root: Element;
  /** From the top of the page, in points, to where the next line goes. */
  y: number;
  /** Where on this page the gold rule beside the Code's words starts; undefined where none is wanted. */
  rule: number | undefined;
  /** Places in the PDF that have been marked already. */
  readonly places: Set<string>;
  /** What was found wrong so far; closing throws it. */
  readonly problems: Problem[];
}

/** What stands on every page and is no part of its words. */
export interface Furniture {
  /** Above the words, from the second page on. */
  head?: string;
  /** Below the words, a line each. */
  foot: readonly string[];
  /** Whether each page says its number and how many there are. */
  numbered: boolean;
  /** Whether each page says that it is a draft. */
  draft: boolean;
  /** Where its words come from, for messages. */
  source: string;
}

/** Opens a PDF without any page. */
export function openPdf(settings: PdfSettings, fonts: Fonts): OpenPdf {
  const pdf = new Pdf(settings);
  for (const name of Object.keys(fonts) as FontName[]) pdf.registerFont(name, fonts[name].bytes);
  const root = pdf.struct('Document') as Element;
  pdf.addStructure(root);
  return { pdf, root, y: 0, rule: undefined, places: new Set(), problems: [] };
}

/** Goes on to a new page. */
export function newPage(open: OpenPdf): void {
  const ruled = open.rule !== undefined;
  endRule(open);
  open.pdf.addPage();
  open.y = MARGIN.top;
  if (ruled) startRule(open);
}

/** Starts the gold rule that stands beside the Code's words, and beside nothing else. */
export function startRule(open: OpenPdf): void {
  open.rule = open.y;
}

/** Draws the gold rule from where it started on this page to here. */
export function endRule(open: OpenPdf): void {
  const { pdf, rule, y } = open;
  open.rule = undefined;
  if (rule === undefined || y <= rule) return;
  artifact(pdf, 'Layout', () => {
    pdf.rect(MARGIN.left - 22, rule, 3.25, y - rule).fill(COLOURS.gold);
  });
}

/** Draws something that is not part of what the document says. */
export function artifact(pdf: Pdf, type: 'Pagination' | 'Layout', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

/** The lowest point that words may reach. */
export const BOTTOM = PAPER.height - MARGIN.bottom;

/**
 * Closes a PDF: writes the furniture on its pages and ends it.
 *
 * @returns the file
 * @throws ContentError with every character that a font cannot show
 */
export async function closePdf(open: OpenPdf, furniture: Furniture): Promise<Uint8Array<ArrayBuffer>> {
  const { pdf, root } = open;
  endRule(open);
  root.end();
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    artifact(pdf, 'Pagination', () => furnish(open, furniture, page + 1, count));
  }
  stopAt(open.problems);
  pdf.end();
  return new Uint8Array(await buffer(pdf));
}

function furnish(open: OpenPdf, furniture: Furniture, page: number, pages: number): void {
  const { head, foot, numbered, draft, source } = furniture;
  const right = PAPER.width - MARGIN.right;
  const number = numbered ? `Page ${page} of ${pages}` : '';
  const above = MARGIN.top - 36;
  if (draft) furnitureLine(open, 'Draft', MARGIN.left, above, { font: 'sansBold', size: 13, source });
  if (head !== undefined && page > 1) {
    const room = right - MARGIN.left - (draft ? 80 : 0);
    for (const [index, line] of furnitureLines(open, head, room).entries()) {
      const x = right - widthOf(open, line);
      furnitureLine(open, line, x, above + index * FURNITURE.leading, { source });
    }
  }
  const room = right - MARGIN.left - (numbered ? 90 : 0);
  const lines = foot.flatMap((text) => furnitureLines(open, text, room));
  // It stands on the foot of the page and grows upwards.
  const below = PAPER.height - 26 - lines.length * FURNITURE.leading;
  for (const [index, line] of lines.entries())
    furnitureLine(open, line, MARGIN.left, below + index * FURNITURE.leading, { source });
  if (number !== '') furnitureLine(open, number, right - widthOf(open, number), below, { source });
}

function furnitureLine(
  { pdf, problems }: OpenPdf,
  text: string,
  x: number,
  y: number,
  {
    font = FURNITURE.font,
    size = FURNITURE.size,
    source,
  }: { font?: FontName; size?: number; source: string },
): void {
  pdf.font(font).fontSize(size).fillColor(FURNITURE.colour);
  missingGlyphs(pdf, text, source, problems);
  pdf.text(text, x, y, { lineBreak: false });
}

function furnitureLines({ pdf }: OpenPdf, text: string, width: number): string[] {
  pdf.font(FURNITURE.font).fontSize(FURNITURE.size);
  return layLines([{ text }], width, (part) => pdf.widthOfString(part)).map((line) =>
    line.map((fragment) => fragment.text.trimEnd()).join(''),
  );
}

function widthOf({ pdf }: OpenPdf, text: string): number {
  return pdf.font(FURNITURE.font).fontSize(FURNITURE.size).widthOfString(text);
}

/** Reports each character of a text that the font in use cannot show. */
export function missingGlyphs(pdf: Pdf, text: string, source: string, problems: Problem[]): void {
  for (const character of new Set(text.replaceAll(/\s/g, ''))) {
    if (pdf.canShow(character)) continue;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const wrong = `The PDF’s font has no sign for “${character}” (U+${code}), which stands in “${shortened(text)}”.`;
    if (problems.some((problem) => problem.file === source && problem.wrong === wrong)) continue;
    problems.push({
      file: source,
      wrong,
      instead:
        'Write it with another sign. If it must stay, a font that has it must be added to src/pdf/fonts.ts.',
    });
  }
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
