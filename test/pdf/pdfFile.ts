import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** A PDF's objects, its structure and what its pages draw, as the file has them. */
export interface PdfFile {
  catalog: PDFDict;
  /** Its XMP metadata, if it has any. */
  metadata: string | undefined;
  /** All elements of its structure, in reading order. */
  elements: StructElement[];
  /** By the number that pages and annotations give in `StructParents` and `StructParent`. */
  parentTree: ReadonlyMap<number, PDFObject>;
  pages: PdfPage[];
  /** Those that pages draw text with. */
  fonts: PdfFont[];
}

export interface StructElement {
  /** As the file names it, and where its role map leads: undefined if that's no standard type. */
  type: string;
  role: string | undefined;
  dict: PDFDict;
  parent: StructElement | undefined;
  kids: StructElement[];
  /** The marked content it holds. */
  content: { page: PDFObject | undefined; mcid: number }[];
  /** The annotations it holds. */
  annotations: { page: PDFObject | undefined; dict: PDFDict | undefined }[];
}

export interface PdfPage {
  /** From 1. */
  number: number;
  ref: PDFRef;
  dict: PDFDict;
  annotations: PDFDict[];
  /** The marks that are open where each one opens, itself last. */
  marks: Mark[][];
  /** What's drawn, in order. */
  drawn: Drawn[];
}

/** The start of marked content. */
export interface Mark {
  tag: string;
  mcid: number | undefined;
}

export interface Drawn {
  within: Mark[];
  /** Of text, which font it's in, and its character codes. */
  text?: { font: string; codes: number[] };
}

export interface PdfFont {
  name: string;
  dict: PDFDict;
  /** The font in it that has the glyphs, for a composite font. */
  descendant: PDFDict;
  descriptor: PDFDict | undefined;
  /** The embedded font, if there's one. */
  program: Uint8Array | undefined;
  /** What `ToUnicode` has for each character code; undefined if there's none. */
  unicode: ReadonlyMap<number, string> | undefined;
}

/**
 * Reads a PDF with composite fonts, such as ours.
 *
 * @throws if it isn't a PDF
 */
export async function readPdfFile(bytes: Uint8Array): Promise<PdfFile> {
  const { catalog, context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const pageRefs = kidsOf(catalog.lookup(name('Pages'), PDFDict)).filter((ref) => ref instanceof PDFRef);
  const tree = get(catalog, 'StructTreeRoot');
  const drawings = await readDrawings(bytes);
  const pages = pageRefs.map((ref, index) => {
    const dict = context.lookup(ref, PDFDict);
    const annotations = itemsOf(get(dict, 'Annots')).filter((item) => item instanceof PDFDict);
    return { number: index + 1, ref, dict, annotations, ...(drawings[index] ?? { marks: [], drawn: [] }) };
  });
  const fontDicts = pages.flatMap(({ dict }) => valuesOf(get(get(dict, 'Resources'), 'Font')));
  return {
    catalog,
    metadata: streamText(get(catalog, 'Metadata')),
    elements: tree instanceof PDFDict ? readElements(tree) : [],
    parentTree: new Map(readNumbers(get(tree, 'ParentTree'))),
    pages,
    fonts: [...new Set(fontDicts)].map(readFont),
  };
}

const name = (text: string): PDFName => PDFName.of(text);

/** An entry of a dictionary, wherever it's kept; undefined if there's none, or no dictionary. */
export function get(dict: PDFObject | undefined, key: string): PDFObject | undefined {
  return dict instanceof PDFDict ? dict.lookup(name(key)) : undefined;
}

/** A name, text or number of a dictionary; undefined if it's neither. */
export function getText(dict: PDFObject | undefined, key: string): string | undefined {
  const value = get(dict, key);
  if (value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName)
    return value.decodeText();
  return value instanceof PDFNumber ? `${value.asNumber()}` : undefined;
}

/** The items of an array, wherever they're kept; an item that isn't in an array is its only one. */
export function itemsOf(value: PDFObject | undefined): PDFObject[] {
  if (value === undefined) return [];
  if (!(value instanceof PDFArray)) return [value];
  return Array.from({ length: value.size() }, (_, index) => value.lookup(index)).filter(
    (item) => item !== undefined,
  );
}

/** The bytes of a stream, decompressed; undefined if it isn't a stream. */
export function streamBytes(value: PDFObject | undefined): Uint8Array | undefined {
  return value instanceof PDFRawStream ? decodePDFRawStream(value).decode() : undefined;
}

function streamText(value: PDFObject | undefined): string | undefined {
  const bytes = streamBytes(value);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

function valuesOf(value: PDFObject | undefined): PDFDict[] {
  if (!(value instanceof PDFDict)) return [];
  return value.keys().flatMap((key) => value.lookupMaybe(key, PDFDict) ?? []);
}

/** The pages of a tree, in order. */
function kidsOf(tree: PDFDict): PDFObject[] {
  return tree
    .lookup(name('Kids'), PDFArray)
    .asArray()
    .flatMap((kid) => {
      const dict = tree.context.lookup(kid, PDFDict);
      return dict.has(name('Kids')) ? kidsOf(dict) : [kid];
    });
}

/** The entries of a number tree. */
function readNumbers(tree: PDFObject | undefined): [number, PDFObject][] {
  const entries = itemsOf(get(tree, 'Nums'));
  return [
    ...entries.flatMap((key, index): [number, PDFObject][] => {
      const value = entries[index + 1];
      return index % 2 === 0 && key instanceof PDFNumber && value !== undefined
        ? [[key.asNumber(), value]]
        : [];
    }),
    ...itemsOf(get(tree, 'Kids')).flatMap(readNumbers),
  ];
}

/** The standard types of structure: ISO 32000-1, 14.8.4. */
const STANDARD_TYPES = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private',
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot',
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form',
  ].flatMap((types) => types.split(' ')),
);

export function isStandardType(type: string): boolean {
  return STANDARD_TYPES.has(type);
}

function readElements(tree: PDFDict): StructElement[] {
  const roleMap = get(tree, 'RoleMap');
  const elements: StructElement[] = [];
  const roleOf = (type: string): string | undefined => {
    const seen = new Set<string>();
    let role: string | undefined = type;
    while (role !== undefined && !isStandardType(role) && !seen.has(role)) {
      seen.add(role);
      role = getText(roleMap, role);
    }
    return role !== undefined && isStandardType(role) ? role : undefined;
  };
  const read = (dict: PDFDict, parent: StructElement | undefined): void => {
    const type = getText(dict, 'S') ?? '';
    const element: StructElement = {
      type,
      role: roleOf(type),
      dict,
      parent,
      kids: [],
      content: [],
      annotations: [],
    };
    elements.push(element);
    parent?.kids.push(element);
    for (const kid of itemsOf(get(dict, 'K'))) {
      const page = (kid instanceof PDFDict ? kid.get(name('Pg')) : undefined) ?? dict.get(name('Pg'));
      if (kid instanceof PDFNumber) element.content.push({ page, mcid: kid.asNumber() });
      else if (getText(kid, 'Type') === 'MCR')
        element.content.push({ page, mcid: Number(getText(kid, 'MCID')) });
      else if (getText(kid, 'Type') === 'OBJR') {
        const object = get(kid, 'Obj');
        element.annotations.push({ page, dict: object instanceof PDFDict ? object : undefined });
      } else if (kid instanceof PDFDict) read(kid, element);
    }
  };
  for (const kid of itemsOf(get(tree, 'K'))) if (kid instanceof PDFDict) read(kid, undefined);
  return elements;
}

function readFont(dict: PDFDict): PdfFont {
  const [only] = itemsOf(get(dict, 'DescendantFonts'));
  const descendant = only instanceof PDFDict ? only : dict;
  const descriptor = get(descendant, 'FontDescriptor');
  const programs = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => streamBytes(get(descriptor, key)));
  const toUnicode = streamText(get(dict, 'ToUnicode'));
  return {
    name: getText(dict, 'BaseFont') ?? '',
    dict,
    descendant,
    descriptor: descriptor instanceof PDFDict ? descriptor : undefined,
    program: programs.find((program) => program !== undefined),
    unicode: toUnicode === undefined ? undefined : new Map(readToUnicode(toUnicode)),
  };
}

const HEX = String.raw`<([\da-fA-F\s]*)>`;

/** Reads the lines of a `ToUnicode` map: one code or a range of codes, and their text. */
function readToUnicode(map: string): [number, string][] {
  const code = (hex = ''): number => Number.parseInt(hex, 16);
  const text = (hex = ''): string =>
    Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').swap16().toString('utf16le');
  const linesOf = (operator: string, line: string): RegExpMatchArray[] =>
    [...map.matchAll(new RegExp(String.raw`begin${operator}([\s\S]*?)end${operator}`, 'g'))].flatMap(
      ([, lines = '']) => [...lines.matchAll(new RegExp(line, 'g'))],
    );
  return [
    ...linesOf('bfchar', String.raw`${HEX}\s*${HEX}`).map(([, from, to]): [number, string] => [
      code(from),
      text(to),
    ]),
    ...linesOf('bfrange', String.raw`${HEX}\s*${HEX}\s*\[([^\]]*)\]`).flatMap(([, from, , list = '']) =>
      [...list.matchAll(new RegExp(HEX, 'g'))].map(([, to], index): [number, string] => [
        code(from) + index,
        text(to),
      ]),
    ),
  ];
}

/* The parts of pdf.js's results that are used here and missing from its types. */
interface Operators {
  fnArray: number[];
  argsArray: unknown[][];
}
interface Glyph {
  originalCharCode: number;
}

/** Reads what each page draws. */
async function readDrawings(bytes: Uint8Array): Promise<Pick<PdfPage, 'marks' | 'drawn'>[]> {
  const { OPS } = await getResolvedPDFJS();
  const nameOf = new Map(Object.entries(OPS).map(([operator, number]) => [number, operator]));
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const drawings: Pick<PdfPage, 'marks' | 'drawn'>[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { fnArray, argsArray } = (await page.getOperatorList({ annotationMode: 0 })) as Operators;
    const drawing: Pick<PdfPage, 'marks' | 'drawn'> = { marks: [], drawn: [] };
    const open: Mark[] = [];
    let font = '';
    for (const [index, operator] of fnArray.entries()) {
      const [first, second] = argsArray[index] ?? [];
      const called = nameOf.get(operator) ?? '';
      if (called === 'beginMarkedContent' || called === 'beginMarkedContentProps') {
        const tag = typeof first === 'string' ? first : String((first as { name?: string }).name);
        open.push({ tag, mcid: typeof second === 'number' ? second : undefined });
        drawing.marks.push([...open]);
      } else if (called === 'endMarkedContent') open.pop();
      else if (called === 'setFont') font = (page.commonObjs.get(String(first)) as { name: string }).name;
      else if (called === 'showText') {
        const glyphs = (first as (Glyph | number)[]).filter((glyph) => typeof glyph === 'object');
        const codes = glyphs.map(({ originalCharCode }) => originalCharCode);
        drawing.drawn.push({ within: [...open], text: { font, codes } });
      } else if (called === 'constructPath' ? first !== OPS.endPath : /^(paint\w*Image|shading)/.test(called))
        drawing.drawn.push({ within: [...open] });
    }
    drawings.push(drawing);
  }
  await pdf.loadingTask.destroy();
  return drawings;
}
