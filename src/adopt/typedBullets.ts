import type { Element, Node } from '@xmldom/xmldom';
import type { ListMarker } from './docxNumbering.ts';
import { isBullet, splitMarker } from './markers.ts';

/** How to read a paragraph of a word processor’s file. */
interface Paragraphs {
  /** How far in it is, as {@link ListMarker} counts. */
  indentOf: (paragraph: Element) => number;
  textOf: (paragraph: Element) => string;
  /** What holds its words. */
  textsIn: (paragraph: Element) => Node[];
}

/**
 * Gives paragraphs with a typed bullet between the items of a list that list’s own bullet, if they’re no further in than
 * the items’ bullets: someone typed one instead of choosing it.
 *
 * @param markers gets theirs, which is taken out of their words
 */
export function markTypedBullets(
  paragraphs: readonly Element[],
  markers: Map<Element, ListMarker>,
  { indentOf, textOf, textsIn }: Paragraphs,
): void {
  const shown = paragraphs.filter((paragraph) => textOf(paragraph).trim() !== '');
  for (const [index, paragraph] of shown.entries()) {
    const [before, next] = [shown[index - 1], shown[index + 1]];
    const own = before === undefined ? undefined : markers.get(before);
    const after = next === undefined ? undefined : markers.get(next);
    const { marker, text } = splitMarker(textOf(paragraph));
    if (
      before === undefined ||
      own?.indent === undefined ||
      markers.has(paragraph) ||
      !(isBullet(marker) && isBullet(own.marker) && after?.marker === own.marker) ||
      after.level !== own.level ||
      indentOf(paragraph) >= own.indent ||
      textOf(before).trim().endsWith(':') ||
      startsSmall(text) !== startsSmall(textOf(before))
    )
      continue;
    const first = textsIn(paragraph).find(({ textContent }) => textContent?.trim());
    if (first === undefined || !first.textContent?.trim().startsWith(marker)) continue;
    first.textContent = first.textContent.trimStart().slice(marker.length).trimStart();
    markers.set(paragraph, { ...own });
  }
}

/** Whether words begin with a small letter. */
const startsSmall = (text: string): boolean => /^\P{L}*\p{Ll}/u.test(text);
