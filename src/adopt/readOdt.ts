import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { finishParts, headingParts, partsOfPieces, withBoldStart } from './boldParts.ts';
import { CONTENTS_NOTE, contentsHeads, findContents } from './contents.ts';
import { elementsIn, type ListMarker } from './docxNumbering.ts';
import { couldBeBoldHeading, plainMarker, splitMarker } from './markers.ts';
import { boxMoved, noteMoved, start, superscript, trackedChanges } from './movedWords.ts';
import { nestByIndent } from './nestByIndent.ts';
import { odtMarkersIn } from './odtNumbering.ts';
import { type OdtStyles, readOdtStyles, twentieths } from './odtStyles.ts';
import { checkLength, type Part, type Policy, tidy, UnreadablePolicy, withoutRows } from './policy.ts';
import { inUnicode } from './signs.ts';
import { inReadingOrder, partsOfTable } from './tables.ts';
import { markTypedBullets } from './typedBullets.ts';

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
  if (CHANGES.some((tag) => body.getElementsByTagName(tag).length > 0))
    throw trackedChanges(name, 'LibreOffice');
  const styles = readOdtStyles(content, styleFile);
  const notes: string[] = [];
  const boxes = liftTextBoxes(name, body);
  if (removeContents(body, styles) > 0) notes.push(CONTENTS_NOTE);
  if (body.getElementsByTagName('draw:image').length > 0) notes.push('Pictures are left out.');
  remove([...body.getElementsByTagName('*')].filter(({ tagName }) => NOT_TEXT.test(tagName)));
  if (removeHidden(body, styles) > 0) notes.push('Hidden text is left out.');
  writeAsText(body, styles);
  notes.push(...boxes.map(boxMoved), ...writeNotes(content, body, styles));
  const markers = odtMarkersIn(body, styles);
  const paragraphs = paragraphsIn(body);
  const contents = findContents(paragraphs.map(({ textContent }) => textContent ?? ''));
  if (contents.size > 0 && !notes.includes(CONTENTS_NOTE)) notes.unshift(CONTENTS_NOTE);
  remove([...contents].flatMap((index) => paragraphs[index] ?? []));
  const shown = paragraphs.filter((_, index) => !contents.has(index));
  const textOf = ({ textContent }: Element): string => textContent ?? '';
  markTypedBullets(shown, markers, { indentOf: styles.indentOf, textOf, textsIn });
  nestByIndent(shown, markers, textOf);
  const source = shown
    .map((paragraph) => {
      const { marker = '' } = markers.get(paragraph) ?? {};
      return isEmpty(paragraph) ? '' : tidy(`${plainMarker(marker)} ${paragraph.textContent}`);
    })
    .join('\n');
  checkLength(name, source);
  const inside = insideItems(body, markers, styles);
  const parts = finishParts(partsIn(body, { styles, markers, inside, notes }));
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

/** Words that were put in or taken out, but not yet for good. */
const CHANGES = ['text:insertion', 'text:deletion'];

/** Ours, on what comes from a text box. */
const FROM_BOX = 'text:from-box';

/** The outermost text boxes and shapes with words. */
function boxesIn(body: Element): Element[] {
  return [...body.getElementsByTagName('*')].filter(
    (element) =>
      element.tagName.startsWith('draw:') &&
      allParagraphsIn(element).some((paragraph) => !isEmpty(paragraph)) &&
      !ancestorsOf(element).some(({ tagName }) => tagName.startsWith('draw:')),
  );
}

/**
 * Moves what’s in text boxes and shapes below the paragraph that each is fixed to.
 *
 * @returns the words of each
 * @throws UnreadablePolicy if one is fixed to a page, because nothing says where its words belong
 */
function liftTextBoxes(name: string, body: Element): string[] {
  const words: string[] = [];
  // A box may have others inside.
  for (let boxes = boxesIn(body); boxes.length > 0; boxes = boxesIn(body)) {
    const found: string[] = [];
    // The last first, so that two at one paragraph keep their order.
    for (const box of boxes.reverse()) {
      const blocks = blocksOfBox(box);
      const text = blocks.map(({ textContent }) => textContent).join(' ');
      const anchor = ancestorsOf(box).find(isParagraph);
      if (anchor === undefined)
        throw new UnreadablePolicy(
          `${name} has a text box (“${start(text)}”) that’s fixed to a page, so nothing says where its words belong. In LibreOffice, right-click it, choose Anchor and then To Paragraph, save the file, and try again.`,
        );
      found.unshift(text);
      remove([box]);
      for (const block of blocks.reverse()) {
        block.setAttribute(FROM_BOX, 'true');
        anchor.parentNode?.insertBefore(block, anchor.nextSibling);
      }
    }
    words.push(...found);
  }
  return words;
}

/** The paragraphs, lists and tables of a text box or a group of them. */
function blocksOfBox(box: Element): Element[] {
  return elementsIn(box).flatMap((child) =>
    child.tagName.startsWith('draw:')
      ? blocksOfBox(child)
      : /^(?:text|table):/.test(child.tagName)
        ? [child]
        : [],
  );
}

/** Writes each footnote at the end of its section and each endnote at the end, with its number there and in the text. */
function writeNotes(document: Document, body: Element, styles: OdtStyles): string[] {
  return [...body.getElementsByTagName('text:note')].map((note, index) => {
    const kind = note.getAttribute('text:note-class') === 'endnote' ? 'endnote' : 'footnote';
    const [citation] = note.getElementsByTagName('text:note-citation');
    // A label is a sign that somebody chose.
    const sign = citation?.getAttribute('text:label') ?? superscript(index + 1);
    const words = allParagraphsIn(note).map(({ textContent }) => textContent);
    const text = tidy(`${sign} ${words.join(' ')}`);
    const before = kind === 'footnote' ? headingAfter(note, body, styles) : null;
    note.parentNode?.replaceChild(document.createTextNode(sign), note);
    const paragraph = document.createElement('text:p');
    paragraph.appendChild(document.createTextNode(text));
    body.insertBefore(paragraph, before);
    return noteMoved(kind, text);
  });
}

/** The next heading after a note, at the top of the document’s tree. */
function headingAfter(note: Element, body: Element, styles: OdtStyles): Element | null {
  const blocks = elementsIn(body);
  const own = blocks.findIndex((block) => ancestorsOf(note).includes(block));
  return blocks.slice(own + 1).find((block) => isHeading(block, styles)) ?? null;
}

/** Whether a block is a heading by its style, or all in bold. A numbered one is in a list of its own. */
function isHeading(block: Element, styles: OdtStyles): boolean {
  const [paragraph, ...more] = isParagraph(block) ? [block] : allParagraphsIn(block);
  if (paragraph === undefined || more.length > 0 || isEmpty(paragraph)) return false;
  if (headingLevel(paragraph, styles.namesOf(paragraph)) !== undefined) return true;
  const texts = textsIn(paragraph).filter(({ nodeValue }) => nodeValue?.trim());
  return (
    texts.every((text) => isBold(propertyOf(text, 'fo:font-weight', styles))) &&
    couldBeBoldHeading(tidy(paragraph.textContent ?? ''), { kind: 'paragraph' })
  );
}

/** Takes out the table of contents, whose page numbers mean nothing here. */
function removeContents(body: Element, styles: OdtStyles): number {
  const paragraphs = allParagraphsIn(body);
  const lines = paragraphs.filter((paragraph) =>
    styles.namesOf(paragraph).some((style) => /^(?:Contents|TOC) (?:\d+|Heading)$/i.test(style)),
  );
  const tables = [...body.getElementsByTagName('text:table-of-content')];
  const entries = new Set([...lines, ...tables.flatMap(allParagraphsIn)]);
  const heads = contentsHeads(
    paragraphs,
    (paragraph) => entries.has(paragraph),
    ({ textContent }) => textContent ?? '',
  );
  return remove([...tables, ...lines, ...heads]);
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
    for (const element of [...body.getElementsByTagName(tag)])
      element.textContent = tag === 'text:line-break' ? '\n' : ' ';
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
  /** Paragraphs between lists, as far in as an item’s words. */
  inside: ReadonlySet<Element>;
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
  if (heads === undefined) return 0;
  return elementsIn(heads).filter(({ tagName }) => tagName === 'table:table-row').length;
}

function paragraphParts(paragraph: Element, { styles, markers, inside }: Reading): Part[] {
  const texts = textsIn(paragraph);
  const lines = texts.map(({ nodeValue }) => nodeValue ?? '').join('');
  const words = tidy(lines);
  if (words === '') return [];
  const { marker, level } = markers.get(paragraph) ?? { marker: '', level: 0 };
  const names = styles.namesOf(paragraph);
  const depth = headingLevel(paragraph, names);
  if (depth !== undefined) return headingParts(depth, `${plainMarker(marker)} ${lines}`);
  const isPlain = names.includes('Subtitle');
  const pieces = texts.map((text) => ({
    text: text.nodeValue ?? '',
    bold: !isPlain && isBold(propertyOf(text, 'fo:font-weight', styles)),
    underlined: !isPlain && isUnderlined(propertyOf(text, 'style:text-underline-style', styles)),
    size: pointsIn(propertyOf(text, 'fo:font-size', styles)),
  }));
  const isInside = inside.has(paragraph) || isInItem(paragraph, markers);
  if (marker === '' && !isInside) return partsOfPieces(pieces);
  const part: Part = isInside
    ? { kind: 'paragraph', text: words, inside: true }
    : { kind: 'item', level, marker, text: words };
  return [withBoldStart(part, pieces)];
}

/** The paragraphs right below a list, without a number of their own, that are as far in as the words of its last item. */
function insideItems(
  body: Element,
  markers: ReadonlyMap<Element, ListMarker>,
  { indentOf }: OdtStyles,
): Set<Element> {
  let indent = 0;
  const found = elementsIn(body).filter((block) => {
    if (isParagraph(block) && isEmpty(block)) return false;
    const isInside =
      block.tagName === 'text:p' &&
      indent > 0 &&
      indentOf(block) >= indent &&
      splitMarker(tidy(block.textContent ?? '')).marker === '';
    const last = block.tagName === 'text:list' ? allParagraphsIn(block).at(-1) : undefined;
    if (!isInside) indent = (last === undefined ? undefined : markers.get(last)?.indent) ?? 0;
    return isInside;
  });
  return new Set(found);
}

/** Whether a paragraph is one after the first of a list item, right below it. */
function isInItem(paragraph: Element, markers: ReadonlyMap<Element, ListMarker>): boolean {
  const [item] = ancestorsOf(paragraph);
  if (item?.tagName !== 'text:list-item' || paragraph.hasAttribute(FROM_BOX)) return false;
  const blocks = elementsIn(item);
  const before = blocks.slice(0, blocks.indexOf(paragraph));
  return before.every(isParagraph) && before[0] !== undefined && markers.has(before[0]);
}

/** A heading’s level, from its style’s name or its own; that of a title is 0, above all others. */
function headingLevel(paragraph: Element, names: readonly string[]): number | undefined {
  if (names.includes('Title')) return 0;
  const named = names.map((name) => /^Heading (\d+)$/.exec(name)?.[1]).find((level) => level !== undefined);
  const own = paragraph.tagName === 'text:h' ? (paragraph.getAttribute('text:outline-level') ?? '1') : named;
  return own === undefined ? undefined : Math.min(6, Number(own));
}

/** A size such as `12pt`; one in per cent says nothing alone. */
function pointsIn(size: string | undefined): number | undefined {
  const parts = twentieths(size);
  return parts === undefined ? undefined : parts / 20;
}

function isUnderlined(style: string | undefined): boolean {
  return style !== undefined && style !== 'none';
}

function isBold(weight: string | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}
