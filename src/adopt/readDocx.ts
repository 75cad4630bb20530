import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { type HTMLElement, NodeType, parse } from 'node-html-parser';
import { finishParts, headingParts, type Piece, partsOfPieces, withBoldStart } from './boldParts.ts';
import { CONTENTS_NOTE, findContents } from './contents.ts';
import { childOf, createIndents, createNumbering, elementsIn, type ListMarker } from './docxNumbering.ts';
import { createSizes } from './docxSizes.ts';
import { plainMarker, splitMarker } from './markers.ts';
import { trackedChanges } from './movedWords.ts';
import { nestByIndent } from './nestByIndent.ts';
import { allText, makePlain, textOf } from './plainDocx.ts';
import { checkLength, type Part, type Policy, tidy, UnreadablePolicy, withoutRows } from './policy.ts';
import { inReadingOrder, partsOfTable } from './tables.ts';
import { markTypedBullets } from './typedBullets.ts';

/** Brackets around a paragraph’s level and marker in the copy that mammoth reads; no document has them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

const MARKED = new RegExp(`${OPEN}(\\d+)\\|(.*?)${CLOSE}`, 's');
const SIZED = new RegExp(`${OPEN}([\\d.]+)${CLOSE}`);

/** What says so of a paragraph inside an item; no marker is this. */
const INSIDE = '\uE002';

const STYLES = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh", 'u => u'];

/**
 * Reads a Word file. mammoth turns it into HTML, but leaves out the numbers of lists and merges neighbouring ones. So
 * we work out each number ourselves and hand mammoth a copy in which it’s written as text.
 *
 * @param name shown in messages
 * @throws UnreadablePolicy if it isn’t a whole, plain Word file with a text as long as a Code’s
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<Policy> {
  const files = unzip(name, bytes);
  const xml = (file: string): Document | undefined => {
    const found = files[file];
    return found === undefined ? undefined : new DOMParser().parseFromString(strFromU8(found), 'text/xml');
  };
  const document = xml('word/document.xml');
  const body = document?.getElementsByTagName('w:body').item(0) ?? undefined;
  if (document === undefined || body === undefined)
    throw new UnreadablePolicy(
      `${name} isn’t a Word document. Open it in Word, save it as .docx, and try again.`,
    );
  refuseTrackedChanges(name, document);
  const styles = xml('word/styles.xml');
  const footnotes = xml('word/footnotes.xml');
  const notes = makePlain({ document, styles, footnotes, endnotes: xml('word/endnotes.xml') });
  const indentOf = createIndents(styles);
  const numberOf = createNumbering({ numbering: xml('word/numbering.xml'), styles });
  const markers = new Map<Element, ListMarker>();
  for (const paragraph of document.getElementsByTagName('w:p')) {
    const marker = numberOf(paragraph);
    if (marker !== undefined && textOf(paragraph).trim() !== '') markers.set(paragraph, marker);
  }
  const paragraphs = paragraphsIn(body);
  markTypedBullets(paragraphs, markers, {
    indentOf,
    textOf,
    textsIn: (each) => [...each.getElementsByTagName('w:t')],
  });
  nestByIndent(paragraphs, markers, textOf);
  const contents = findContents(paragraphs.map(textOf));
  if (contents.size > 0 && !notes.includes(CONTENTS_NOTE)) notes.unshift(CONTENTS_NOTE);
  for (const index of contents) paragraphs[index]?.parentNode?.removeChild(paragraphs[index]);
  const source = paragraphs
    .filter((_, index) => !contents.has(index))
    .map((paragraph) => {
      const { marker = '' } = markers.get(paragraph) ?? {};
      return tidy(`${plainMarker(marker)} ${textOf(paragraph)}`);
    })
    .join('\n');
  checkLength(name, source);
  for (const paragraph of insideItems(body, markers, indentOf))
    markers.set(paragraph, { marker: INSIDE, level: 0 });
  const sizeOf = createSizes(styles);
  for (const paragraph of paragraphsIn(body)) {
    const marker = markers.get(paragraph);
    const size = sizeOf(paragraph);
    if (marker !== undefined) writeMarker(document, paragraph, marker);
    else if (size !== undefined && textOf(paragraph).trim() !== '')
      writeAtStart(document, paragraph, `${OPEN}${size}${CLOSE}`);
  }
  const copy = zipSync({
    ...files,
    'word/document.xml': strToU8(new XMLSerializer().serializeToString(document)),
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(copy) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  const html = parse(value);
  if (html.querySelector('img') !== null) notes.push('Pictures are left out.');
  const parts = finishParts(html.childNodes.flatMap((node) => partsOf(node as HTMLElement, notes)));
  return { parts, source, hasSpaces: true, notes };
}

/** The paragraphs without a number that are below an item, and as far in as its words. */
function insideItems(
  body: Element,
  markers: ReadonlyMap<Element, ListMarker>,
  indentOf: (paragraph: Element) => number,
): Element[] {
  let indent: number | undefined;
  return elementsIn(body).filter((block) => {
    const marker = markers.get(block);
    if (marker === undefined && textOf(block).trim() === '') return false;
    const isInside =
      marker === undefined &&
      block.tagName === 'w:p' &&
      splitMarker(textOf(block)).marker === '' &&
      indent !== undefined &&
      indentOf(block) >= indent;
    if (!isInside) indent = (marker?.indent ?? 0) > 0 ? marker?.indent : undefined;
    return isInside;
  });
}

function unzip(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  // What Word protects with a password is no zip file but an OLE one, as are files of Word 97 to 2003.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new UnreadablePolicy(
      `${name} is protected with a password, or is in Word’s old format. Open it in Word, remove the password, save it as .docx, and try again.`,
    );
  try {
    return unzipSync(bytes);
  } catch {
    throw new UnreadablePolicy(
      `${name} isn’t a whole Word document. Save it again in Word as .docx, and try again.`,
    );
  }
}

/** Stops at what would leave it open which words are meant. */
function refuseTrackedChanges(name: string, document: Document): void {
  const changes = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].flatMap((tag) => [
    ...document.getElementsByTagName(tag),
  ]);
  if (changes.some((change) => allText(change).trim() !== '')) throw trackedChanges(name, 'Word');
}

/** Paragraphs in the order in which they’re read. */
function paragraphsIn(parent: Element): Element[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.tagName === 'w:p') return [child];
    if (child.tagName !== 'w:tbl') return paragraphsIn(child);
    const rows = elementsIn(child).filter(({ tagName }) => tagName === 'w:tr');
    const cells = rows.map((row) =>
      elementsIn(row)
        .filter(({ tagName }) => tagName === 'w:tc')
        .map((cell) => ({ blocks: paragraphsIn(cell) })),
    );
    return inReadingOrder(cells, (paragraph) => tidy(textOf(paragraph))).flatMap(({ blocks }) => blocks);
  });
}

/** Writes a marker at the start of a paragraph’s text, and takes its list away. */
function writeMarker(document: Document, paragraph: Element, { marker, level }: ListMarker): void {
  const properties = childOf(paragraph, 'w:pPr');
  const own = childOf(properties, 'w:numPr');
  if (own !== undefined) properties?.removeChild(own);
  // A list that the paragraph has from its style would otherwise stay.
  if (properties !== undefined) {
    const none = document.createElement('w:numPr');
    const id = document.createElement('w:numId');
    id.setAttribute('w:val', '0');
    none.appendChild(id);
    const style = childOf(properties, 'w:pStyle');
    properties.insertBefore(none, style?.nextSibling ?? properties.firstChild);
  }
  writeAtStart(document, paragraph, `${OPEN}${level}|${marker}${CLOSE}`);
}

function writeAtStart(document: Document, paragraph: Element, words: string): void {
  const run = document.createElement('w:r');
  const text = document.createElement('w:t');
  text.appendChild(document.createTextNode(words));
  run.appendChild(text);
  paragraph.insertBefore(run, childOf(paragraph, 'w:pPr')?.nextSibling ?? paragraph.firstChild);
}

function partsOf(node: HTMLElement, notes: string[]): Part[] {
  if (node.nodeType !== NodeType.ELEMENT_NODE) return partsOfPieces([{ text: node.text, bold: false }]);
  const tag = node.tagName;
  const heading = /^H([1-6])$/.exec(tag);
  if (heading !== null) {
    for (const br of node.querySelectorAll('br')) br.replaceWith('\n');
    const { marker, text } = markedText(node);
    // Word’s “Title” is above its “Heading 1”.
    const depth = node.classNames === 'title' ? 0 : Number(heading[1]);
    return headingParts(depth, `${marker === INSIDE ? '' : plainMarker(marker)} ${text}`);
  }
  if (tag === 'TABLE') return tableParts(node, notes);
  if (tag === 'UL' || tag === 'OL' || (tag !== 'P' && node.querySelector('p, table, ul, ol') !== null))
    return node.childNodes.flatMap((child) => partsOf(child as HTMLElement, notes));
  for (const br of node.querySelectorAll('br')) br.replaceWith('\n');
  const { marker, text, level, size } = markedText(node);
  const words = tidy(text);
  if (words === '') return [];
  const pieces = piecesOf(node).map((piece) => ({
    ...piece,
    size,
    text: piece.text.replace(MARKED, '').replace(SIZED, ''),
  }));
  if (marker === '') return partsOfPieces(pieces);
  const part: Part =
    marker === INSIDE
      ? { kind: 'paragraph', text: words, inside: true }
      : { kind: 'item', level, marker, text: words };
  return [withBoldStart(part, pieces)];
}

function markedText(node: HTMLElement): ListMarker & { text: string; size: number | undefined } {
  const [found = '', level = '0', marker = ''] = MARKED.exec(node.text) ?? [];
  const [sign = '', size] = SIZED.exec(node.text) ?? [];
  return {
    level: Number(level),
    marker,
    text: node.text.replace(found, '').replace(sign, ''),
    size: size === undefined ? undefined : Number(size),
  };
}

function piecesOf(node: HTMLElement, bold = false, underlined = false): Piece[] {
  if (node.nodeType !== NodeType.ELEMENT_NODE) return [{ text: node.text, bold, underlined }];
  const [isBold, isUnderlined] = [bold || node.tagName === 'STRONG', underlined || node.tagName === 'U'];
  return node.childNodes.flatMap((child) => piecesOf(child as HTMLElement, isBold, isUnderlined));
}

function tableParts(table: HTMLElement, notes: string[]): Part[] {
  const childrenOf = (node: HTMLElement): HTMLElement[] =>
    node.childNodes.filter((child): child is HTMLElement => child.nodeType === NodeType.ELEMENT_NODE);
  const lines = childrenOf(table).flatMap((child) => (child.tagName === 'TR' ? [child] : childrenOf(child)));
  const rows = lines.map((line) =>
    childrenOf(line).map((cell) => ({
      blocks: withoutRows(cell.childNodes.flatMap((block) => partsOf(block as HTMLElement, notes))),
      paragraphs: cell
        .querySelectorAll('p, li, h1, h2, h3, h4, h5, h6')
        .filter(({ text }) => text.trim() !== '').length,
      span: Number(cell.getAttribute('colspan') ?? 1),
    })),
  );
  const heads = lines.filter(({ parentNode }) => parentNode?.tagName === 'THEAD').length;
  const canBeRows = table.querySelector('[rowspan], table') === null;
  const { parts, note } = partsOfTable(rows, canBeRows, heads);
  notes.push(note);
  return parts;
}
