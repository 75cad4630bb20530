import type { Element } from '@xmldom/xmldom';
import type { ListMarker } from './docxNumbering.ts';
import { isBullet, leadsToMore } from './markers.ts';

/** Bullets this much further in, in twentieths of a point, are of a list inside the one before. */
const FURTHER_IN = 150;

/**
 * Puts bullets inside the item that leads to them, where someone chose a list further in and not a deeper level of the
 * same one, as Word’s style “List Bullet 2” is.
 *
 * @param markers those of word processors’ lists, whose levels change
 */
export function nestByIndent(
  paragraphs: readonly Element[],
  markers: ReadonlyMap<Element, ListMarker>,
  textOf: (paragraph: Element) => string,
): void {
  /** How far in the item is that leads to what’s below it. */
  let leading: number | undefined;
  for (const paragraph of paragraphs) {
    const text = textOf(paragraph).trim();
    if (text === '') continue;
    const marker = markers.get(paragraph);
    if (marker?.indent === undefined || marker.level > 0 || !isBullet(marker.marker)) {
      leading = undefined;
      continue;
    }
    if (leading !== undefined && marker.indent >= leading + FURTHER_IN) {
      marker.level = 1;
      continue;
    }
    leading = leadsToMore(text) ? marker.indent : undefined;
  }
}
