import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { type HTMLElement, NodeType, parse } from 'node-html-parser';
import { type Bold, finishParts, textParts } from './boldParts.ts';
import { childOf, createNumbering, elementsIn, type ListMarker } from './docxNumbering.ts';
import { plainMarker } from './markers.ts';
import { checkLength, type Policy, tidy, UnreadablePolicy } from './policy.ts';
import { type NoPlace, refuseWhatHasNoPlace } from './refusals.ts';
import { symbolIn } from './symbols.ts';
import { type Cell, inReadingOrder, tableParts } from './tables.ts';

/** Brackets around a paragraph’s level and marker in the copy that mammoth reads; no document has them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

const MARKED = new RegExp(`${OPEN}(\\d+)\\|(.*?)${CLOSE}`, 's');

const STYLES = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"];

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
  refuseWhatHasNoPlace(name, 'Word', noPlaceIn(document, Object.keys(files)));
  const contents = removeContents(document);
  const numberOf = createNumbering({ numbering: xml('word/numbering.xml'), styles: xml('word/styles.xml') });
  const markers = new Map<Element, ListMarker>();
  for (const paragraph of document.getElementsByTagName('w:p')) {
    const marker = numberOf(paragraph);
    if (marker !== undefined && textOf(paragraph).trim() !== '') markers.set(paragraph, marker);
  }
  const source = paragraphsIn(body)
    .map((paragraph) => {
      const { marker = '' } = markers.get(paragraph) ?? {};
      return tidy(`${plainMarker(marker)} ${textOf(paragraph)}`);
    })
    .join('\n');
  checkLength(name, source);
  for (const [paragraph, marker] of markers) writeMarker(document, paragraph, marker);
  const copy = zipSync({
    ...files,
    'word/document.xml': strToU8(new XMLSerializer().serializeToString(document)),
  });
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(copy) },
    { styleMap: STYLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  const notes = contents > 0 ? ['The table of contents is left out: the site makes its own.'] : [];
  const html = parse(value);
  if (html.querySelector('img') !== null) notes.push('Pictures are left out.');
  const parts = finishParts(html.childNodes.flatMap((node) => partsOf(node as HTMLElement, notes)));
  return { parts, source, hasSpaces: true, notes };
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

function noPlaceIn(document: Document, files: readonly string[]): NoPlace {
  const some = (tag: string): Element | undefined =>
    [...document.getElementsByTagName(tag)].find((element) => allText(element).trim() !== '');
  const has = (tag: string): boolean => document.getElementsByTagName(tag).length > 0;
  const box = some('w:txbxContent');
  return {
    trackedChanges: ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].some((tag) => some(tag) !== undefined),
    textBox: box && allText(box),
    footnotes: files.includes('word/footnotes.xml') && has('w:footnoteReference'),
    endnotes: has('w:endnoteReference'),
  };
}

/** Takes out the table of contents, whose page numbers mean nothing here. */
function removeContents(document: Document): number {
  const lines = [...document.getElementsByTagName('w:p')].filter((paragraph) =>
    /^TOC/i.test(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')?.getAttribute('w:val') ?? ''),
  );
  for (const line of lines) line.parentNode?.removeChild(line);
  return lines.length;
}

function allText(element: Element): string {
  const texts = ['w:t', 'w:delText'].flatMap((tag) => [...element.getElementsByTagName(tag)]);
  return texts.map((text) => text.textContent ?? '').join(' ');
}

/** A paragraph’s words, read without mammoth. */
function textOf(element: Element): string {
  return elementsIn(element)
    .map((child) => {
      switch (child.tagName) {
        case 'w:t':
          return child.textContent ?? '';
        case 'w:tab':
        case 'w:br':
        case 'w:cr':
          return ' ';
        case 'w:noBreakHyphen':
          return '-';
        case 'w:sym':
          return symbolIn(child.getAttribute('w:font') ?? '', child.getAttribute('w:char') ?? '') ?? '';
        case 'w:pPr':
        case 'w:rPr':
        case 'w:instrText':
        case 'mc:Choice':
          return '';
        default:
          return textOf(child);
      }
    })
    .join('');
}

/** Paragraphs in the order in which they’re read. */
function paragraphsIn(parent: Element): Element[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.tagName === 'w:p') return [child];
    if (child.tagName !== 'w:tbl') return paragraphsIn(child);
    const rows = elementsIn(child).filter(({ tagName }) => tagName === 'w:tr');
    const cells = rows.map((row) => cellsOf(row).map((cell) => ({ blocks: paragraphsIn(cell) })));
    return inReadingOrder(cells, (paragraph) => tidy(textOf(paragraph))).flatMap(({ blocks }) => blocks);
  });
}

function cellsOf(row: Element): Element[] {
  return elementsIn(row).flatMap((child) =>
    child.tagName === 'w:tc'
      ? [child]
      : child.tagName === 'w:sdt'
        ? cellsOf(childOf(child, 'w:sdtContent') ?? child)
        : [],
  );
}

/** Writes a marker at the start of a paragraph’s text, and takes its list away. */
function writeMarker(document: Document, paragraph: Element, { marker, level }: ListMarker): void {
  const run = document.createElement('w:r');
  const text = document.createElement('w:t');
  text.appendChild(document.createTextNode(`${OPEN}${level}|${marker}${CLOSE}`));
  run.appendChild(text);
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
    paragraph.insertBefore(run, properties.nextSibling);
  } else paragraph.insertBefore(run, paragraph.firstChild);
}

function partsOf(node: HTMLElement, notes: string[], level = 0): Bold[] {
  if (node.nodeType !== NodeType.ELEMENT_NODE) return textParts(tidy(node.text), level);
  const tag = node.tagName;
  const heading = /^H([1-6])$/.exec(tag);
  if (heading !== null) {
    const { marker, text } = markedText(node);
    const words = tidy(`${plainMarker(marker)} ${text}`);
    // Word’s “Title” is above its “Heading 1”.
    const depth = node.classNames === 'title' ? 0 : Number(heading[1]);
    return words === '' ? [] : [{ kind: 'heading', level: depth, text: words }];
  }
  if (tag === 'TABLE') return tableParts(rowsOf(node, notes), notes);
  if (tag === 'UL' || tag === 'OL')
    return node.childNodes.flatMap((item) => partsOf(item as HTMLElement, notes, level + 1));
  if (tag !== 'P' && node.querySelector('p, table, ul, ol') !== null)
    return node.childNodes.flatMap((child) => partsOf(child as HTMLElement, notes, level));
  for (const br of node.querySelectorAll('br')) br.replaceWith(' ');
  const { marker, text, level: depth } = markedText(node);
  const words = tidy(text);
  if (words === '') return [];
  if (marker !== '') return [{ kind: 'item', level: depth, marker, text: words }];
  const strong = tidy(
    node
      .querySelectorAll('strong')
      .map((each) => each.text)
      .join(''),
  );
  return textParts(words, level).map((part) => ({ ...part, allBold: strong === words }));
}

function markedText(node: HTMLElement): ListMarker & { text: string } {
  const [found = '', level = '0', marker = ''] = MARKED.exec(node.text) ?? [];
  return { level: Number(level), marker, text: node.text.replace(found, '') };
}

function rowsOf(table: HTMLElement, notes: string[]): Cell<Bold>[][] {
  return table.querySelectorAll('tr').map((row) =>
    row.childNodes.flatMap((cell) => {
      if (cell.nodeType !== NodeType.ELEMENT_NODE) return [];
      return [
        { blocks: (cell as HTMLElement).childNodes.flatMap((block) => partsOf(block as HTMLElement, notes)) },
      ];
    }),
  );
}
