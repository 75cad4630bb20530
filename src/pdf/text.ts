import { type Line, type layBalanced, layLines } from './lines.ts';
import { MARGIN, type Style } from './looks.ts';
import { BOTTOM, missingGlyphs, newPage, type OpenPdf } from './open.ts';
import type { Element, Pdf } from './pdf.ts';

/** Where a link leads: to a place in the PDF, or to an address on the web. */
export type Link = { contents: string } & ({ to: string } | { url: string });

/** Words that are set alike. */
export interface Span {
  text: string;
  style: Style;
  link?: Link;
  /** Name of the place where it starts: `file.pdf#nameddest=name` leads there. */
  place?: string;
  /** A line under the words or through them. */
  drawn?: 'under' | 'through';
}

/** Words that have been broken into lines. */
export interface Laid {
  lines: Line<Span>[];
  leading: number;
  /** Of all lines together, in points. */
  height: number;
}

/**
 * Breaks words into lines.
 *
 * @param source where the words come from, for messages
 * @param breaking how; {@link layBalanced} for titles
 */
export function lay(
  open: OpenPdf,
  spans: readonly Span[],
  width: number,
  source: string,
  breaking: typeof layLines<Span> | typeof layBalanced<Span> = layLines,
): Laid {
  const { pdf, problems } = open;
  for (const { text, style } of spans) missingGlyphs(pdf.font(style.font), text, source, problems);
  const lines = breaking(spans, width, (text, { style }) =>
    pdf.font(style.font).fontSize(style.size).widthOfString(text),
  );
  const leading = Math.max(0, ...spans.map(({ style }) => style.leading));
  return { lines, leading, height: lines.length * leading };
}

/** Adds an element to the structure, lets it be filled, and closes it. */
export function within(
  pdf: Pdf,
  parent: Element,
  role: string,
  fill: (element: Element) => void,
  attributes?: Record<string, string>,
): void {
  const element = pdf.struct(role) as Element;
  if (attributes !== undefined) element.dictionary.data.A = attributes;
  parent.add(element);
  fill(element);
  element.end();
}

/**
 * Leaves room above a block, or goes on to a new page if what must stand together does not fit.
 *
 * @param above the room, in points; none at the top of a page
 * @param together height of what must stand together, in points
 */
export function startBlock(open: OpenPdf, above: number, together: number): void {
  if (atTop(open)) return;
  if (open.y + above + together > BOTTOM) newPage(open);
  else open.y += above;
}

/** Height of the lines of a block that may not be parted from each other at its start. */
export function firstLines({ lines, leading }: Laid): number {
  return Math.min(lines.length, lines.length === 3 ? 3 : 2) * leading;
}

/**
 * Writes lines into an element, over as many pages as they need, with at least two lines on each.
 *
 * What goes on after a page's end stands in a `Span` of its own. That changes nothing for a reader, and tells a
 * program, which sees one page at a time, that it belongs to the block before.
 */
export function writeLines(open: OpenPdf, element: Element, { lines, leading }: Laid, x: number): void {
  let rest = lines;
  while (rest.length > 0) {
    const count = fitting(open, rest.length, leading);
    if (count === 0) {
      newPage(open);
      continue;
    }
    const now = rest.slice(0, count);
    if (rest === lines) drawLines(open, element, now, leading, x);
    else within(open.pdf, element, 'Span', (span) => drawLines(open, span, now, leading, x));
    rest = rest.slice(count);
  }
}

function atTop({ y }: OpenPdf): boolean {
  return y <= MARGIN.top;
}

function fitting(open: OpenPdf, count: number, leading: number): number {
  const room = Math.floor((BOTTOM - open.y + 0.01) / leading);
  if (room >= count) return count;
  const parted = Math.min(room, count - 2);
  if (parted >= 2) return parted;
  return atTop(open) ? Math.max(1, room) : 0;
}

/** Draws lines at a place of the page, outside the structure or within what is open of it. */
export function paintLines(open: OpenPdf, { lines, leading }: Laid, x: number, y: number): void {
  for (const fragment of placedLines(lines, leading, x, y)) drawFragment(open, fragment, leading);
}

function placedLines(lines: readonly Line<Span>[], leading: number, x: number, y: number): Placed[] {
  return lines.flatMap((line, index) =>
    line.map((fragment) => ({ ...fragment, x: x + fragment.x, y: y + index * leading })),
  );
}

/** Draws lines where the page stands, and moves on below them. */
function drawLines(
  open: OpenPdf,
  element: Element,
  lines: readonly Line<Span>[],
  leading: number,
  x: number,
): void {
  const { pdf } = open;
  const placed = placedLines(lines, leading, x, open.y);
  // What follows one another without a link, or within the same one, is one piece of content.
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
      for (const fragment of piece) drawFragment(open, fragment, leading);
    };
    if (link === undefined) {
      element.add(draw);
      continue;
    }
    within(pdf, element, 'Link', (inLink) => {
      inLink.add(draw);
      for (const fragment of piece) annotate(pdf, inLink, link, { ...fragment, leading });
    });
  }
  open.y += lines.length * leading;
}

interface Placed {
  span: Span;
  text: string;
  x: number;
  y: number;
  width: number;
}

function drawFragment({ pdf, places }: OpenPdf, { span, text, x, y, width }: Placed, leading: number): void {
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
  // A plain string would become one of PDF's names; PDFKit writes a string object as text.
  const options = { structParent, Contents: new String(link.contents) as string };
  if ('to' in link) pdf.goTo(x, y, width, leading, link.to, options);
  else pdf.link(x, y, width, leading, link.url, options);
}
