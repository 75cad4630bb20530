import type { Document, Element } from '@xmldom/xmldom';
import { childOf, valOf } from './docxNumbering.ts';

/** The size of a style’s words, and the style that it’s based on. */
interface Style {
  basedOn: string | undefined;
  size: number | undefined;
}

/**
 * Reads how large the words of a Word file’s styles are.
 *
 * @returns a function that gives the size of a paragraph’s first words in points: their own, their style’s, that of one
 *   it’s based on, or the document’s; undefined if none of them says
 */
export function createSizes(styles: Document | undefined): (paragraph: Element) => number | undefined {
  const elements = [...(styles?.getElementsByTagName('w:style') ?? [])];
  const byId = new Map(
    elements.map((style): [string, Style] => [
      style.getAttribute('w:styleId') ?? '',
      { basedOn: valOf(childOf(style, 'w:basedOn')), size: sizeIn(style) },
    ]),
  );
  const standard = elements.find(
    (style) => style.getAttribute('w:type') === 'paragraph' && style.getAttribute('w:default') === '1',
  );
  const [usual] = styles?.getElementsByTagName('w:rPrDefault') ?? [];
  const ofStyle = (id: string | undefined): number | undefined => {
    let style = byId.get(id ?? standard?.getAttribute('w:styleId') ?? '');
    for (let steps = 0; style !== undefined && style.size === undefined && steps < 20; steps += 1)
      style = byId.get(style.basedOn ?? '');
    return style?.size;
  };
  return (paragraph) => {
    const run = [...paragraph.getElementsByTagName('w:r')].find(({ textContent }) => textContent?.trim());
    return sizeIn(run) ?? ofStyle(valOf(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'))) ?? sizeIn(usual);
  };
}

/** The size that an element’s own properties of text say, in points. */
function sizeIn(element: Element | undefined): number | undefined {
  const halves = valOf(childOf(childOf(element, 'w:rPr'), 'w:sz'));
  return halves === undefined ? undefined : Number(halves) / 2;
}
