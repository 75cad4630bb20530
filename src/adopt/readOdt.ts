import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { finishParts, textParts, withBoldStart } from './boldParts.ts';
import { CONTENTS_NOTE } from './contents.ts';
import { elementsIn, type ListMarker } from './docxNumbering.ts';
import { plainMarker } from './markers.ts';
import { odtMarkersIn } from './odtNumbering.ts';
import { type OdtStyles, readOdtStyles } from './odtStyles.ts';
import { checkLength, type Part, type Policy, tidy, UnreadablePolicy, withoutRows } from './policy.ts';
import { type NoPlace, refuseWhatHasNoPlace } from './refusals.ts';
import { inUnicode } from './signs.ts';
import { inReadingOrder, partsOfTable } from './tables.ts';

/**
 * Reads an OpenDocument text, as LibreOffice saves it. Whatever isn’t shown is taken out first; then the words are read
 * twice.
 *
 * @param name shown in messages
 * @throws UnreadablePolicy if it isn’t a whole, plain text as long as a Code’s
 */
export function readOdt(name: string, bytes: Uint8Array): Policy {
  const { content, styleFile } = open(name, bytes);
  const body = content?.getElementsByTagName('office:text').item(0) ?? undefined;
  if (content === undefined || body === undefined)
    throw new UnreadablePolicy(
      `${name} isn’t an OpenDocument text. Open it in LibreOffice, save it as .odt, and try again.`,
    );
  refuseWhatHasNoPlace(name, 'LibreOffice', noPlaceIn(body));
  const styles = readOdtStyles(content, styleFile);
  const notes: string[] = [];
  if (removeContents(body, styles) > 0) notes.push(CONTENTS_NOTE);
  if (body.getElementsByTagName('draw:image').length > 0) notes.push('Pictures are left out.');
  remove([...body.getElementsByTagName('*')].filter(({ tagName }) => NOT_TEXT.test(tagName)));
  if (removeHidden(body, styles) > 0) notes.push('Hidden text is left out.');
  writeAsText(body, styles);
  const markers = odtMarkersIn(body, styles);
  const source = paragraphsIn(body)
    .map((paragraph) => {
      const { marker = '' } = markers.get(paragraph) ?? {};
      return isEmpty(paragraph) ? '' : tidy(`${plainMarker(marker)} ${paragraph.textContent}`);
    })
    .join('\n');
  checkLength(name, source);
  const parts = finishParts(partsIn(body, { styles, markers, notes }));
  return { parts, source, hasSpaces: true, notes };
}

function open(
  name: string,
  bytes: Uint8Array,
): { content: Document | undefined; styleFile: Document | undefined } {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes);
  } catch {
    throw notWhole(name);
  }
  const manifest = files['META-INF/manifest.xml'];
  if (manifest !== undefined && strFromU8(manifest).includes('encryption-data'))
    throw new UnreadablePolicy(
      `${name} is protected with a password. Open it in LibreOffice, remove the password, save it, and try again.`,
    );
  const xml = (file: string): Document | undefined => {
    const found = files[file];
    if (found === undefined) return undefined;
    try {
      return new DOMParser({ onError: () => undefined }).parseFromString(strFromU8(found), 'text/xml');
    } catch {
      throw notWhole(name);
    }
  };
  return { content: xml('content.xml'), styleFile: xml('styles.xml') };
}

const notWhole = (name: string): UnreadablePolicy =>
  new UnreadablePolicy(
    `${name} isn’t a whole OpenDocument text. Save it again in LibreOffice as .odt, and try again.`,
  );

function noPlaceIn(body: Element): NoPlace {
  const has = (tag: string): boolean => body.getElementsByTagName(tag).length > 0;
  const boxed = allParagraphsIn(body).find(
    (paragraph) => !isEmpty(paragraph) && boxOf(paragraph) !== undefined,
  );
  const box = boxed && boxOf(boxed);
  const notes = [...body.getElementsByTagName('text:note')].map((note) =>
    note.getAttribute('text:note-class'),
  );
  return {
    trackedChanges: has('text:insertion') || has('text:deletion'),
    textBox:
      box &&
      allParagraphsIn(box)
        .map(({ textContent }) => textContent)
        .join(' '),
    footnotes: notes.some((kind) => kind !== 'endnote'),
    endnotes: notes.includes('endnote'),
  };
}

/** The text box or shape that a paragraph is in. */
function boxOf(paragraph: Element): Element | undefined {
  return ancestorsOf(paragraph).find(({ tagName }) => tagName.startsWith('draw:'));
}

/** Takes out the table of contents, whose page numbers mean nothing here. */
function removeContents(body: Element, styles: OdtStyles): number {
  const lines = allParagraphsIn(body).filter((paragraph) =>
    styles.namesOf(paragraph).some((style) => /^(?:Contents|TOC) (?:\d+|Heading)$/i.test(style)),
  );
  return remove([...body.getElementsByTagName('text:table-of-content'), ...lines]);
}

/** What has no words of the text itself. */
const NOT_TEXT =
  /^(?:draw:|office:forms$|office:annotation|text:tracked-changes$|text:ruby-text$|text:script$)/;

/** Takes out what isn’t shown because someone hid it. */
function removeHidden(body: Element, styles: OdtStyles): number {
  const isHidden = (element: Element): boolean => element.getAttribute('text:is-hidden') === 'true';
  const tagged = (tag: string): Element[] => [...body.getElementsByTagName(tag)];
  let found = remove([
    ...tagged('text:section').filter(
      (section) => isHidden(section) || section.getAttribute('text:display') === 'none',
    ),
    ...tagged('text:hidden-text').filter(isHidden),
    ...tagged('text:hidden-paragraph')
      .filter(isHidden)
      .flatMap((field) => ancestorsOf(field).find(isParagraph) ?? []),
  ]);
  for (const paragraph of allParagraphsIn(body)) {
    const texts = textsIn(paragraph).filter((text) => propertyOf(text, 'text:display', styles) === 'none');
    found += remove(texts);
    if (texts.length > 0 && isEmpty(paragraph)) remove([paragraph]);
  }
  return found;
}

function remove(nodes: readonly Node[]): number {
  for (const node of nodes) node.parentNode?.removeChild(node);
  return nodes.length;
}

/** Writes spaces, tabs and line breaks as a space, and signs from fonts such as Wingdings as Unicode has them. */
function writeAsText(body: Element, styles: OdtStyles): void {
  for (const tag of ['text:s', 'text:tab', 'text:line-break'])
    for (const element of [...body.getElementsByTagName(tag)]) element.textContent = ' ';
  for (const paragraph of allParagraphsIn(body))
    for (const text of textsIn(paragraph))
      text.nodeValue = (text.nodeValue ?? '').replaceAll(/[\uF000-\uF0FF]/g, (sign) => {
        const font =
          propertyOf(text, 'style:font-name', styles) ?? propertyOf(text, 'fo:font-family', styles);
        return inUnicode(sign, styles.fontNamed(font ?? ''));
      });
}

const isParagraph = ({ tagName }: Element): boolean => tagName === 'text:p' || tagName === 'text:h';

const isEmpty = (element: Element): boolean => (element.textContent ?? '').trim() === '';

function allParagraphsIn(parent: Element): Element[] {
  return [...parent.getElementsByTagName('*')].filter(isParagraph);
}

function ancestorsOf(node: Node): Element[] {
  const ancestors: Element[] = [];
  for (let above = node.parentNode; above?.nodeType === 1; above = above.parentNode)
    ancestors.push(above as Element);
  return ancestors;
}

function textsIn(parent: Node): Node[] {
  return [...parent.childNodes].flatMap((node) => (node.nodeType === 3 ? [node] : textsIn(node)));
}

/** A property of some text: that of the innermost span, link or paragraph that has it. */
function propertyOf(text: Node, property: string, styles: OdtStyles): string | undefined {
  const above = ancestorsOf(text);
  for (const element of above.slice(0, above.findIndex(isParagraph) + 1)) {
    const value = styles.textProperty(element, property);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Paragraphs in the order in which they’re read. */
function paragraphsIn(parent: Element): Element[] {
  return elementsIn(parent).flatMap((child) => {
    if (isParagraph(child)) return [child];
    if (child.tagName !== 'table:table') return paragraphsIn(child);
    const wordsIn = (paragraph: Element): string => tidy(paragraph.textContent ?? '');
    return inReadingOrder(rowsOf(child, paragraphsIn), wordsIn).flatMap(({ blocks }) => blocks);
  });
}

function rowsOf<Block>(
  table: Element,
  blocksOf: (cell: Element) => Block[],
): { blocks: Block[]; span: number }[][] {
  return elementsIn(table).flatMap((child) => {
    // A row’s own cells only: one that’s covered belongs to its neighbour.
    if (child.tagName !== 'table:table-row')
      return /^table:table-(?:header-rows|rows|row-group)$/.test(child.tagName)
        ? rowsOf(child, blocksOf)
        : [];
    const cells = elementsIn(child).filter(({ tagName }) => tagName === 'table:table-cell');
    const spanOf = (cell: Element): number => Number(cell.getAttribute('table:number-columns-spanned') ?? 1);
    return [cells.map((cell) => ({ blocks: blocksOf(cell), span: spanOf(cell) }))];
  });
}

interface Reading {
  styles: OdtStyles;
  markers: ReadonlyMap<Element, ListMarker>;
  notes: string[];
}

function partsIn(parent: Element, reading: Reading): Part[] {
  return elementsIn(parent).flatMap((child) => {
    if (isParagraph(child)) return paragraphParts(child, reading);
    if (child.tagName !== 'table:table') return partsIn(child, reading);
    const rows = rowsOf(child, (cell) => withoutRows(partsIn(cell, reading)));
    const { parts, note } = partsOfTable(rows, isGrid(child), headRows(child));
    reading.notes.push(note);
    return parts;
  });
}

/** Whether it’s sure which of a table’s cells are beside each other. */
function isGrid(table: Element): boolean {
  const cells = [...table.getElementsByTagName('table:table-cell')];
  return (
    table.getElementsByTagName('table:table').length === 0 &&
    cells.every((cell) => Number(cell.getAttribute('table:number-rows-spanned') ?? 1) === 1)
  );
}

/** How many rows at the top of a table are marked as headings. */
function headRows(table: Element): number {
  const [heads] = elementsIn(table).filter(({ tagName }) => tagName === 'table:table-header-rows');
  return heads === undefined ? 0 : elementsIn(heads).length;
}

function paragraphParts(paragraph: Element, { styles, markers }: Reading): Part[] {
  const texts = textsIn(paragraph);
  const words = tidy(texts.map(({ nodeValue }) => nodeValue ?? '').join(''));
  if (words === '') return [];
  const { marker, level } = markers.get(paragraph) ?? { marker: '', level: 0 };
  const names = styles.namesOf(paragraph);
  const depth = headingLevel(paragraph, names);
  if (depth !== undefined)
    return [{ kind: 'heading', level: depth, text: tidy(`${plainMarker(marker)} ${words}`) }];
  const parts: Part[] = marker === '' ? textParts(words, 0) : [{ kind: 'item', level, marker, text: words }];
  if (names.includes('Subtitle')) return parts;
  const pieces = texts.map((text) => ({
    text: text.nodeValue ?? '',
    bold: isBold(propertyOf(text, 'fo:font-weight', styles)),
  }));
  return parts.map((part) => withBoldStart(part, pieces));
}

/** A heading’s level, from its style’s name or its own; that of a title is 0, above all others. */
function headingLevel(paragraph: Element, names: readonly string[]): number | undefined {
  if (names.includes('Title')) return 0;
  const named = names.map((name) => /^Heading (\d+)$/.exec(name)?.[1]).find((level) => level !== undefined);
  const own = paragraph.tagName === 'text:h' ? (paragraph.getAttribute('text:outline-level') ?? '1') : named;
  return own === undefined ? undefined : Math.min(6, Number(own));
}

function isBold(weight: string | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}
