import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { type HTMLElement, NodeType, parse } from 'node-html-parser';
import { CONTENTS_NOTE, findContents } from './contents.ts';
import { childOf, createNumbering, elementsIn, type ListMarker } from './docxNumbering.ts';
import { couldBeBoldHeading, isBullet, plainMarker, splitMarker, tickOf } from './markers.ts';
import { allText, makePlain, textOf } from './plainDocx.ts';
import {
  checkLength,
  type Part,
  type Policy,
  type Row,
  tidy,
  UnreadablePolicy,
  withoutRows,
} from './policy.ts';

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
  refuseTrackedChanges(name, document);
  const styles = xml('word/styles.xml');
  const footnotes = xml('word/footnotes.xml');
  const notes = makePlain({ document, styles, footnotes, endnotes: xml('word/endnotes.xml') });
  const numberOf = createNumbering({ numbering: xml('word/numbering.xml'), styles });
  const markers = new Map<Element, ListMarker>();
  for (const paragraph of document.getElementsByTagName('w:p')) {
    const marker = numberOf(paragraph);
    if (marker !== undefined && textOf(paragraph).trim() !== '') markers.set(paragraph, marker);
  }
  const paragraphs = paragraphsIn(body);
  const contents = findContents(paragraphs.map(textOf));
  if (contents.size > 0) notes.unshift(CONTENTS_NOTE);
  for (const index of contents) paragraphs[index]?.parentNode?.removeChild(paragraphs[index]);
  const source = paragraphs
    .filter((_, index) => !contents.has(index))
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
  const html = parse(value);
  if (html.querySelector('img') !== null) notes.push('Pictures are left out.');
  const parts = withOutermostAtZero(
    withFakeHeadings(html.childNodes.flatMap((node) => partsOf(node as HTMLElement, notes))),
  );
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

/** Stops at what would leave it open which words are meant. */
function refuseTrackedChanges(name: string, document: Document): void {
  const changes = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].flatMap((tag) => [
    ...document.getElementsByTagName(tag),
  ]);
  if (changes.some((change) => allText(change).trim() !== ''))
    throw new UnreadablePolicy(
      `${name} has tracked changes, so it’s not clear which words were adopted. Accept or reject them all in Word, save it, and try again.`,
    );
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

interface Cell<Block> {
  blocks: Block[];
}

/**
 * The cells of a table in reading order: row by row, but column by column where a first row of headings stands over
 * columns of several paragraphs, as with “We will” beside “We won’t”.
 */
function inReadingOrder<Block>(rows: Cell<Block>[][], wordsOf: (block: Block) => string): Cell<Block>[] {
  return isInColumns(rows, wordsOf)
    ? (rows[0] ?? []).flatMap((_, column) => rows.flatMap((row) => row[column] ?? []))
    : rows.flat();
}

function isInColumns<Block>(rows: Cell<Block>[][], wordsOf: (block: Block) => string): boolean {
  const [heads = [], ...rest] = rows;
  const words = (cell: Cell<Block>): string => cell.blocks.map(wordsOf).join(' ').trim();
  if (heads.length < 2 || rest.length === 0 || rest.some((row) => row.length !== heads.length)) return false;
  if (!heads.every((cell) => words(cell) !== '' && words(cell).split(' ').length <= 12)) return false;
  const under = rest.length === 1 && (rest[0] ?? []).some(({ blocks }) => blocks.length > 1);
  const forbids = heads.map((cell) => /\bnot?\b|n[’']t\b|never|unacceptable|✘|✗|❌/i.test(words(cell)));
  return under || (heads.length === 2 && forbids[0] !== forbids[1]);
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

/** A part, and whether all its words are bold. */
type Bold<P extends Part | Row = Part | Row> = P & { allBold?: boolean };

function partsOf(node: HTMLElement, notes: string[], level = 0): Bold[] {
  if (node.nodeType !== NodeType.ELEMENT_NODE) return textParts(node.text, level);
  const tag = node.tagName;
  const heading = /^H([1-6])$/.exec(tag);
  if (heading !== null) {
    const { marker, text } = markedText(node);
    const words = tidy(`${plainMarker(marker)} ${text}`);
    // Word’s “Title” is above its “Heading 1”.
    const depth = node.classNames === 'title' ? 0 : Number(heading[1]);
    return words === '' ? [] : [{ kind: 'heading', level: depth, text: words }];
  }
  if (tag === 'TABLE') return tableParts(node, notes);
  if (tag === 'UL' || tag === 'OL')
    return node.childNodes.flatMap((item) => partsOf(item as HTMLElement, notes, level + 1));
  if (tag !== 'P' && node.querySelector('p, table, ul, ol') !== null)
    return node.childNodes.flatMap((child) => partsOf(child as HTMLElement, notes, level));
  for (const br of node.querySelectorAll('br')) br.replaceWith(' ');
  const { marker, text, level: depth } = markedText(node);
  const words = tidy(text);
  if (words === '') return [];
  const parts: Bold<Part>[] =
    marker === '' ? textParts(text, level) : [{ kind: 'item', level: depth, marker, text: words }];
  const { bold, allBold } = boldStart(node, parts[0]?.text ?? '');
  return parts.map((part) =>
    part.kind !== 'heading' && bold !== '' && part.text.startsWith(bold)
      ? { ...part, bold, allBold }
      : { ...part, allBold },
  );
}

function textParts(words: string, level: number): Bold<Part>[] {
  // Some type their bullets and numbers.
  const { marker, text } = splitMarker(words);
  if (text === '') return [];
  return [marker === '' ? { kind: 'paragraph', text } : { kind: 'item', level, marker, text }];
}

function markedText(node: HTMLElement): ListMarker & { text: string } {
  const [found = '', level = '0', marker = ''] = MARKED.exec(node.text) ?? [];
  return { level: Number(level), marker, text: node.text.replace(found, '') };
}

/** The words in bold at a paragraph’s start, but for its marker, and whether there are no others. */
function boldStart(node: HTMLElement, words: string): { bold: string; allBold: boolean } {
  const isMarker = (text: string): boolean => splitMarker(`${text.replace(MARKED, '')} x`).text === 'x';
  let bold = '';
  let allBold = true;
  for (const piece of piecesOf(node)) {
    if (bold === '' && !piece.bold && isMarker(piece.text)) continue;
    allBold = piece.bold || piece.text.trim() === '';
    if (!allBold) break;
    bold += piece.text;
  }
  const text = tidy(bold);
  return { bold: words.startsWith(text) ? text : splitMarker(text).text, allBold: allBold && text !== '' };
}

function piecesOf(node: HTMLElement, bold = false): { text: string; bold: boolean }[] {
  if (node.nodeType !== NodeType.ELEMENT_NODE) return [{ text: node.text, bold }];
  return node.childNodes.flatMap((child) =>
    piecesOf(child as HTMLElement, bold || node.tagName === 'STRONG'),
  );
}

type TableCell = Cell<Bold<Part>> & { span: number };

const wordsOf = (part: Part): string => (part.kind === 'item' ? `${part.marker} ${part.text}` : part.text);

function tableParts(table: HTMLElement, notes: string[]): Bold[] {
  const childrenOf = (node: HTMLElement): HTMLElement[] =>
    node.childNodes.filter((child): child is HTMLElement => child.nodeType === NodeType.ELEMENT_NODE);
  const lines = childrenOf(table).flatMap((child) => (child.tagName === 'TR' ? [child] : childrenOf(child)));
  const rows = lines.map((line) =>
    childrenOf(line).map((cell): TableCell & { blocks: Bold<Part>[] } => ({
      blocks: withoutRows(cell.childNodes.flatMap((block) => partsOf(block as HTMLElement, notes))),
      span: Number(cell.getAttribute('colspan') ?? 1),
    })),
  );
  const columns = isInColumns(rows, wordsOf);
  notes.push(
    columns
      ? 'A table with a list under each heading is written column by column.'
      : 'A table is written as paragraphs, a cell each, row by row.',
  );
  if (!columns && table.querySelector('[rowspan], table') === null && rows.every(isPlainRow))
    return rows.map((row, index) => ({
      kind: 'row',
      cells: row.flatMap(({ blocks, span }) => [
        blocks.map(wordsOf).join('\n'),
        ...Array.from({ length: span - 1 }, () => ''),
      ]),
      head: lines[index]?.parentNode?.tagName === 'THEAD' || (index === 0 && isHead(row, rows[1])),
    }));
  const heads = new Set(columns ? (rows[0] ?? []).flatMap(({ blocks }) => blocks) : []);
  return inReadingOrder(rows, wordsOf)
    .flatMap(({ blocks }) => blocks)
    .map((part) => (heads.has(part) ? { kind: 'heading', level: 6, text: wordsOf(part) } : part));
}

/** Whether a row has cells beside each other, and no lists or headings in them. */
function isPlainRow(row: readonly TableCell[]): boolean {
  const isPlain = (part: Part, alone: boolean): boolean =>
    part.kind === 'paragraph' ||
    (part.kind === 'item' && alone && !isBullet(part.marker) && tickOf(part.marker) === undefined);
  return (
    row.length > 1 && row.every(({ blocks }) => blocks.every((part) => isPlain(part, blocks.length === 1)))
  );
}

function isHead(row: readonly TableCell[], next: readonly TableCell[] | undefined): boolean {
  const isBold = (cells: readonly TableCell[]): boolean =>
    cells.every(({ blocks }) => blocks.every(({ allBold }) => allBold === true));
  return isBold(row) && next !== undefined && !isBold(next);
}

/** Takes short paragraphs in bold for headings, as many people make them, below those with a style of their own. */
function withFakeHeadings(parts: readonly Bold[]): (Part | Row)[] {
  const hasTitle = parts.some((part) => part.kind === 'heading' && part.level <= 1);
  let titled = hasTitle;
  return parts.map(({ allBold, ...part }, index) => {
    if (part.kind === 'row' || part.kind === 'heading' || allBold !== true) return part;
    const numbered = part.kind !== 'item' || /^\d/.test(part.marker);
    const words = wordsOf(part);
    const next = parts[index + 1];
    // Two labels of a form are no headings.
    const label = next?.allBold === true && next.kind !== 'row' && next.text.endsWith(':');
    if (!numbered || !couldBeBoldHeading(words, label ? undefined : next)) return part;
    const level = titled ? 5 : 1;
    titled = true;
    return { kind: 'heading', level, text: words };
  });
}

/** Moves each list out as far as it goes: Word counts a numbered heading above it as a level. */
function withOutermostAtZero(parts: readonly (Part | Row)[]): (Part | Row)[] {
  const runs: (Part | Row)[][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.kind === 'item' && part.kind === 'item') last.push(part);
    else runs.push([part]);
  }
  return runs.flatMap((run) => {
    const outermost = Math.min(...run.map((part) => (part.kind === 'item' ? part.level : 0)));
    return run.map((part) => (part.kind === 'item' ? { ...part, level: part.level - outermost } : part));
  });
}
