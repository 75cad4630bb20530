import { join, type Line } from './pdfLines.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as it’s written small and raised. */
export function superscript(number: string): string {
  return number.replaceAll(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
}

/** Footnotes are in so much of a page, from its bottom, at most. */
const BOTTOM = 0.4;

/** How a footnote begins: with its number, but not as a numbered item does. */
const NOTE = /^(\d{1,2}|[⁰¹²³⁴-⁹]{1,2})(?![.)\d])\s*(?=\p{L}|["“‘'(])/u;

/**
 * Finds the lines of footnotes: those tagged as one, or those at the bottom of a page from the first that begins with a
 * number which is raised after a word further up.
 *
 * @param lines of a page, from top to bottom, without page numbers
 * @param height of the page
 * @param leading from one line of a paragraph to the next
 */
export function footnoteLines(lines: readonly Line[], height: number, leading: number): Line[] {
  const tagged = lines.filter(({ tag }) => tag?.note === true);
  if (tagged.length > 0) return tagged;
  const numbers = new Set(
    lines
      .flatMap(({ pieces }) => pieces.slice(1).map(({ text }) => text.trim()))
      .filter((text) => /^[⁰¹²³⁴-⁹]+$/.test(text)),
  );
  const first = lines.findIndex((line, index) => {
    const number = NOTE.exec(line.text)?.[1];
    const above = lines[index - 1];
    return (
      number !== undefined &&
      numbers.has(superscript(number)) &&
      line.y < height * BOTTOM &&
      above !== undefined &&
      above.y - line.y > leading * 1.5
    );
  });
  return first < 0 ? [] : lines.slice(first);
}

/** Footnotes’ words, each with its number raised before it. */
export function footnotesIn(lines: readonly Line[]): string[] {
  const notes: string[] = [];
  for (const { text } of lines) {
    const last = notes.length - 1;
    if (NOTE.test(text) || last < 0)
      notes.push(text.replace(NOTE, (_, number: string) => `${superscript(number)} `));
    else notes[last] = join(notes[last] ?? '', text);
  }
  return notes;
}
