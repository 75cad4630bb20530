import { couldBeHeading, isBullet, splitMarker } from './markers.ts';
import { tidy } from './policy.ts';

/** `Purpose ........ 3` */
const LEADER = /\s*(?:[.…_·]\s?){3,}\s*\d{1,3}$/;

/** `Purpose ........`, as among lines with a page number. */
const DOTS = /(?:[.…_·]\s?){8,}$/;

/** `3`, `4.1` or `Purpose 3`: a number in a cell of its own, or a title and its page. */
const NUMBER = /^\d{1,3}(?:\.\d{1,2})*\.?$/;
const PAGED = /^(.*\p{L}.*?)\s(\d{1,3})$/u;

/** So many lines that end in numbers, and stand further down without, are one whether or not anything says so. */
const FEWEST_PAGED = 3;

/** What to say where a table of contents was found. */
export const CONTENTS_NOTE = 'The table of contents is left out: the site makes its own.';

/**
 * Finds a table of contents that no style tells: lines that end in dots and a page number, or that are below the line
 * “Contents” and repeated further down, or end in a page number, or do both. In a table, numbers are lines of their own.
 *
 * @param lines of the whole document, in order
 * @returns the indexes of its lines
 */
export function findContents(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  const texts = lines.map(tidy);
  const keys = texts.map(keyOf);
  const isRepeated = (key: string, index: number): boolean => key !== '' && keys.includes(key, index + 1);
  for (let index = 0; index < texts.length; index += 1) {
    const head = isContentsHead(texts[index] ?? '');
    const block: number[] = [];
    let page = 0;
    let at = head ? index + 1 : index;
    for (; at < texts.length; at += 1) {
      const text = texts[at] ?? '';
      if (text === '') continue;
      const [, title = '', number = ''] = PAGED.exec(text) ?? [];
      // Pages only go up.
      const goesBack = Number(number) < page;
      const isKnown = (!goesBack || title === '') && isRepeated(keys[at] ?? '', at);
      const paged = !goesBack && couldBeHeading(title.replace(/\?$/, '')) && (head || isKnown);
      if (paged) page = Number(number);
      const entry = LEADER.test(text) || paged || (head && (NUMBER.test(text) || isKnown));
      // An entry on two lines.
      const wrapped = (head || block.length > 0) && couldBeHeading(text) && LEADER.test(texts[at + 1] ?? '');
      const unnumbered = block.length > 0 && DOTS.test(text);
      if (!entry && !wrapped && !unnumbered) break;
      block.push(at);
    }
    // One line alone may be a place to write on, and two that end in numbers may be headings.
    const isDotted = block.some((line) => LEADER.test(texts[line] ?? ''));
    if (block.length < (head || isDotted ? 2 : FEWEST_PAGED)) continue;
    for (const line of head ? [index, ...block] : block) found.add(line);
    index = at - 1;
  }
  return found;
}

/** A line’s words without its bullet or number in front and its page at the end. */
function keyOf(text: string): string {
  const { marker, text: words } = splitMarker(text);
  return (isBullet(marker) ? words : text)
    .replace(LEADER, '')
    .replace(/\s\d{1,3}$/, '')
    .replace(/^(?:\d{1,2}\.?)+\)?\s+/, '')
    .toLowerCase();
}

/** Whether a line is the heading of a table of contents. */
export function isContentsHead(text: string): boolean {
  return /^(?:table of )?contents:?$/i.test(tidy(text));
}

/**
 * The lines above a table of contents that styles tell, which mean nothing without it.
 *
 * @param paragraphs all of the document, in order
 * @param isEntry whether one is a line of the table
 */
export function contentsHeads<P>(
  paragraphs: readonly P[],
  isEntry: (paragraph: P) => boolean,
  textOf: (paragraph: P) => string,
): P[] {
  const shown = paragraphs.filter((paragraph) => textOf(paragraph).trim() !== '');
  return shown.filter((paragraph, index) => {
    const next = shown[index + 1];
    return isContentsHead(textOf(paragraph)) && next !== undefined && isEntry(next);
  });
}
