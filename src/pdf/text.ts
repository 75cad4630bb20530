import type { FontName } from './fonts.ts';
import { breakLines, type Fragment, type Line } from './lines.ts';
import type { Element, Pdf } from './pdf.ts';
import { MARGIN, type Style } from './styles.ts';
import { BOTTOM, newPage, type PdfWriter, reportMissingGlyphs } from './writer.ts';

/** A link's target, in the PDF or on the web, and its description for screen readers. */
export type Link = { contents: string } & ({ to: string } | { url: string });

/** Text in one style. */
export interface Span {
  text: string;
  style: Style;
  link?: Link;
  /** Makes its start a named place: `file.pdf#nameddest=name` leads there. */
  place?: string;
  /** A line under or through the text. */
  drawn?: 'under' | 'through';
}

/** Text broken into lines. */
export interface LaidText {
  lines: Line<Span>[];
  leading: number;
  /** Of all lines together, in points. */
  height: number;
}

/**
 * Breaks text into lines.
 *
 * @param source where the text comes from, for error messages
 * @param breaker `breakEvenly` for titles
 */
export function layOut(
  writer: PdfWriter,
  spans: readonly Span[],
  width: number,
  source: string,
  breaker: typeof breakLines<Span> = breakLines,
): LaidText {
  const { pdf, problems } = writer;
  const shown = spans.flatMap((span) => withFallback(pdf, span));
  for (const { text, style } of shown) reportMissingGlyphs(pdf.font(style.font), text, source, problems);
  const lines = breaker(shown, width, (text, { style }) =>
    pdf.font(style.font).fontSize(style.size).widthOfString(text),
  );
  const leading = Math.max(0, ...shown.map(({ style }) => style.leading));
  return { lines, leading, height: lines.length * leading };
}

/** Fonts that may show the characters that one lacks, such as ticks and crosses. */
const FALLBACKS: Partial<Record<FontName, readonly FontName[]>> = {
  serif: ['sans', 'signs'],
  serifBold: ['sansBold', 'signs'],
  serifItalic: ['sans', 'signs'],
  sans: ['signs'],
  sansBold: ['signs'],
};

/** The font, or the first that may take its place, that shows a character; nothing if none does. */
export function fontFor(pdf: Pdf, character: string, font: FontName): FontName | undefined {
  return [font, ...(FALLBACKS[font] ?? [])].find((name) => pdf.font(name).canShow(character));
}

/** Splits a span where its font lacks characters that another has. */
function withFallback(pdf: Pdf, span: Span): Span[] {
  const { text, style, place, ...rest } = span;
  const runs: { text: string; font: FontName }[] = [];
  for (const character of text) {
    const font = /\s/.test(character) ? style.font : (fontFor(pdf, character, style.font) ?? style.font);
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ text: character, font });
  }
  return runs.map((run, index) => ({
    ...rest,
    text: run.text,
    style: { ...style, font: run.font },
    ...(index === 0 && place !== undefined ? { place } : {}),
  }));
}

/**
 * Adds an element to the structure, fills it and ends it.
 *
 * @param options as for PDFKit's `struct`, whose types leave out `scope`
 */
export function writeElement(
  pdf: Pdf,
  parent: Element,
  role: string,
  fill: (element: Element) => void,
  options: object = {},
): void {
  const element = pdf.struct(role, options);
  parent.add(element);
  fill(element);
  element.end();
}

/**
 * Leaves space before a block, or starts a new page if the block's beginning doesn't fit.
 *
 * @param above the space, in points; none at the top of a page
 * @param together height of what mustn't be split, in points
 */
export function startBlock(writer: PdfWriter, above: number, together: number): void {
  if (atTop(writer)) return;
  if (writer.y + above + together > BOTTOM) newPage(writer);
  else writer.y += above;
}

/** Height of the lines at a block's start that mustn't be split, in points. */
export function firstLines({ lines, leading }: LaidText): number {
  return Math.min(lines.length, lines.length === 3 ? 3 : 2) * leading;
}

/**
 * Writes lines into an element, on as many pages as needed, with at least two lines on each.
 *
 * The lines on later pages go in a `Span` of their own. Readers don't notice, but it tells programs, which see one page
 * at a time, that the lines continue the previous block.
 */
export function writeLines(
  writer: PdfWriter,
  element: Element,
  { lines, leading }: LaidText,
  x: number,
): void {
  let rest = lines;
  while (rest.length > 0) {
    const count = countFitting(writer, rest.length, leading);
    if (count === 0) {
      newPage(writer);
      continue;
    }
    const fitting = rest.slice(0, count);
    if (rest === lines) addLines(writer, element, fitting, leading, x);
    else writeElement(writer.pdf, element, 'Span', (span) => addLines(writer, span, fitting, leading, x));
    rest = rest.slice(count);
  }
}

function atTop({ y }: PdfWriter): boolean {
  return y <= MARGIN.top;
}

/** How many of the lines to write on this page. */
function countFitting(writer: PdfWriter, count: number, leading: number): number {
  const room = Math.floor((BOTTOM - writer.y + 0.01) / leading);
  if (room >= count) return count;
  const split = Math.min(room, count - 2);
  if (split >= 2) return split;
  return atTop(writer) ? Math.max(1, room) : 0;
}

/** Draws lines at a position, without adding them to the structure. */
export function drawLines(writer: PdfWriter, { lines, leading }: LaidText, x: number, y: number): void {
  for (const fragment of placedLines(lines, leading, x, y)) drawFragment(writer, fragment, leading);
}

function placedLines(lines: readonly Line<Span>[], leading: number, x: number, y: number): Placed[] {
  return lines.flatMap((line, index) =>
    line.map((fragment) => ({ ...fragment, x: x + fragment.x, y: y + index * leading })),
  );
}

/** Writes lines into an element at the current position, and moves below them. */
function addLines(
  writer: PdfWriter,
  element: Element,
  lines: readonly Line<Span>[],
  leading: number,
  x: number,
): void {
  const { pdf } = writer;
  const placed = placedLines(lines, leading, x, writer.y);
  // Neighbours without a link, or in the same one, are one piece of content.
  const pieces: Placed[][] = [];
  for (const fragment of placed) {
    const last = pieces.at(-1);
    const before = last?.at(-1)?.span;
    const { span } = fragment;
    if (before !== undefined && (before === span || (before.link ?? span.link) === undefined))
      last?.push(fragment);
    else pieces.push([fragment]);
  }
  for (const piece of pieces) {
    const link = piece[0]?.span.link;
    const draw = (): void => {
      for (const fragment of piece) drawFragment(writer, fragment, leading);
    };
    if (link === undefined) {
      element.add(draw);
      continue;
    }
    writeElement(pdf, element, 'Link', (inLink) => {
      inLink.add(draw);
      for (const fragment of piece) annotate(pdf, inLink, link, { ...fragment, leading });
    });
  }
  writer.y += lines.length * leading;
}

interface Placed extends Fragment<Span> {
  y: number;
}

function drawFragment(
  { pdf, places }: PdfWriter,
  { span, text, x, y, width }: Placed,
  leading: number,
): void {
  const { font, size, colour } = span.style;
  const baseline = y + leading / 2 + size * 0.33;
  if (span.place !== undefined && !places.has(span.place)) {
    places.add(span.place);
    pdf.addNamedDestination(span.place, 'XYZ', null, Math.max(0, y - leading / 2), null);
  }
  pdf.font(font).fontSize(size).fillColor(colour);
  pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  const drawn = span.drawn ?? (span.link === undefined ? undefined : 'under');
  if (drawn === undefined || width === 0) return;
  const height = baseline + size * (drawn === 'under' ? 0.16 : -0.24);
  pdf
    .moveTo(x, height)
    .lineTo(x + width, height)
    .lineWidth(size * 0.055)
    .stroke(colour);
}

function annotate(
  pdf: Pdf,
  structParent: Element,
  link: Link,
  { x, y, width, leading }: Placed & { leading: number },
): void {
  // PDFKit writes a plain string as a PDF name, but a String object as text.
  const options = { structParent, Contents: new String(link.contents) as string };
  if ('to' in link) pdf.goTo(x, y, width, leading, link.to, options);
  else pdf.link(x, y, width, leading, link.url, options);
}
