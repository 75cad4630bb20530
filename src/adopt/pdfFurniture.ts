import type { Line } from './pdfLines.ts';
import type { Page } from './pdfPages.ts';
import { bodySize } from './pdfParagraphs.ts';

/** A page number alone, or `Page 2 of 5`, `– page 2` or `p. 2` beside other words, or Word’s `2 | P a g e`. */
const PAGE_NUMBER =
  /^(page )?[-–]?\s*\d+\s*[-–]?( (of|\/) \d+)?$|\bpage \d+ (of|\/) \d+\b|\b\d+ (of|\/) \d+$|[-–—|•·:,] ?page \d+$|\bpg?\. ?\d+$|^\d+ \| ?p ?a ?g ?e$/i;

/** Whether a line is at the top or bottom of its page, and has its number. */
export function isPageNumber({ y, text }: Line, height: number): boolean {
  return (y > height * 0.9 || y < height * 0.1) && PAGE_NUMBER.test(text);
}

/** Lines at the top and bottom that are repeated from page to page, and page numbers. */
export function findFurniture(pages: readonly Page[]): Set<Line> {
  const edgesOf = (edge: number): Line[][] =>
    pages.map(({ lines, height }) => lines.filter(({ y }) => y > height * (1 - edge) || y < height * edge));
  const pattern = ({ text }: Line): string => text.replaceAll(/\d+/g, '#').toLowerCase();
  const isSame = (line: Line, other: Line): boolean =>
    Math.abs(line.y - other.y) < 3 && pattern(line) === pattern(other);
  const wide = edgesOf(0.2);
  const times = (line: Line): number =>
    wide.filter((lines) => lines.some((other) => isSame(line, other))).length;
  const enough = Math.max(2, pages.length / 2);
  // On a single page nothing is repeated, but small print at its edge is no part of the text.
  const body = bodySize(pages.flatMap(({ lines }) => lines));
  const asides = pages.flatMap(({ lines }) => lines.filter(({ aside }) => aside));
  return new Set([
    ...asides,
    ...wide.flat().filter((line) => times(line) >= enough),
    ...pages.flatMap(({ lines, height }) => lines.filter((line) => isPageNumber(line, height))),
    ...edgesOf(0.1)
      .flat()
      .filter((line) => pages.length === 1 && line.size < body * 0.85),
    // Where Word has headers, nobody starts the text, least of all in smaller print.
    ...edgesOf(0.06)
      .flat()
      .filter((line) => pages.length === 1 && line.size < body * 0.95),
  ]);
}

/** What a person should know about what’s left out. */
export function furnitureNotes(furniture: ReadonlySet<Line>): string[] {
  return [
    ...new Set(
      [...furniture]
        .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
        .map(({ text, aside }) => {
          const where = aside ? 'No part of the text, as the file has it' : 'At the top or bottom of pages';
          return `${where}, and left out: “${text.replaceAll(/\d+/g, '…')}”.`;
        }),
    ),
  ];
}
