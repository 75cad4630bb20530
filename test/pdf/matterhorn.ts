import { PDFBool, type PDFDict, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import {
  type Drawn,
  get,
  getText,
  isStandardType,
  itemsOf,
  type Mark,
  type PdfFile,
  type PdfFont,
  type PdfPage,
  readPdfFile,
  type StructElement,
  streamBytes,
} from './pdfFile.ts';
import { advanceOf, glyphCount } from './trueType.ts';

/** What a PDF does that PDF/UA-1 doesn't allow. */
export interface Violation {
  /** The failure condition of the Matterhorn Protocol, which is how the PDF Association lists what to test. */
  condition: string;
  wrong: string;
}

/** Says what's wrong by one condition: one sentence for each place. */
type Check = (file: PdfFile) => string[];

/**
 * Holds a PDF to PDF/UA-1: to those failure conditions of the Matterhorn Protocol 1.1 that a machine can find and that a
 * PDF of text, lists, tables and links can meet. It knows composite fonts only, and no tables with spans.
 * Where a condition is unclear, it's read as veraPDF's profile for PDF/UA-1 reads it.
 *
 * @throws if it isn't a PDF
 */
export async function matterhorn(bytes: Uint8Array): Promise<Violation[]> {
  const file = await readPdfFile(bytes);
  return Object.entries(CHECKS).flatMap(([condition, check]) =>
    [...new Set(check(file))].map((wrong) => ({ condition, wrong })),
  );
}

/** Every check, by its condition. */
export const CHECKS: Readonly<Record<string, Check>> = {
  // Content.
  '01-003': ({ pages }) =>
    inMarks(pages, (open) => isArtifact(open.at(-1)) && open.slice(0, -1).some(isTagged)).map(
      (where) => `${where} has an artifact inside tagged content.`,
    ),
  '01-004': ({ pages }) =>
    inMarks(pages, (open) => isTagged(open.at(-1)) && open.slice(0, -1).some(isArtifact)).map(
      (where) => `${where} has tagged content inside an artifact.`,
    ),
  '01-005': (file) => {
    const belongs = contentOf(file);
    const marked = get(get(file.catalog, 'MarkInfo'), 'Marked') === PDFBool.True;
    return inDrawn(
      file.pages,
      ({ within }, page) =>
        !within.some(isArtifact) && !(marked && within.some(({ mcid }) => belongs(page, mcid) !== undefined)),
    ).map((where) => `${where} draws something that’s neither tagged nor an artifact.`);
  },
  '01-007': ({ catalog }) =>
    get(get(catalog, 'MarkInfo'), 'Suspects') === PDFBool.True ? ['The file says its tags are suspect.'] : [],

  // Types of structure.
  '02-001': ({ elements, catalog }) =>
    elements
      .filter(({ type, role }) => role === undefined && !isCircular(catalog, type))
      .map(({ type }) => `The type ${type} isn’t mapped to a standard one.`),
  '02-003': ({ elements, catalog }) =>
    elements
      .filter(({ type }) => isCircular(catalog, type))
      .map(({ type }) => `The type ${type} is mapped in a circle.`),
  '02-004': ({ catalog }) =>
    mappedTypes(catalog)
      .filter(isStandardType)
      .map((type) => `The standard type ${type} is mapped to another.`),

  // Metadata and preferences.
  '06-001': ({ metadata }) => (metadata === undefined ? ['There’s no XMP metadata.'] : []),
  '06-002': ({ metadata = IDENTIFIER }) =>
    metadata.includes(NAMESPACE) && /<pdfuaid:part>1<|pdfuaid:part="1"/.test(metadata)
      ? []
      : ['The metadata doesn’t say the file is PDF/UA-1.'],
  '06-003': ({ metadata = TITLE }) =>
    /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*[^<\s]/.test(metadata) ? [] : ['The metadata has no title.'],
  '07-001': ({ catalog }) =>
    get(get(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === undefined
      ? ['Nothing says to show the title rather than the file’s name.']
      : [],
  '07-002': ({ catalog }) =>
    get(get(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === PDFBool.False
      ? ['The file says to show its name rather than its title.']
      : [],

  // Which elements may hold which.
  '09-004': (file) => [...againstSyntax(file, TABLES), ...unevenTables(file)],
  '09-005': (file) => againstSyntax(file, LISTS),
  '09-006': (file) => againstSyntax(file, CONTENTS),

  // Characters and language.
  '10-001': (file) =>
    codesOf(file, ({ unicode }, code) => unicode !== undefined && !unicode.has(code)).map(
      (what) => `${what} has no Unicode character.`,
    ),
  '11-001': (file) => {
    const belongs = contentOf(file);
    return inDrawn(
      hasLanguage(file.catalog) ? [] : file.pages,
      ({ within, text }, page) =>
        text !== undefined &&
        !within.some(isArtifact) &&
        !within.some(({ mcid }) => chain(belongs(page, mcid)).some(({ dict }) => hasLanguage(dict))),
    ).map((where) => `${where} has text in no language.`);
  },
  '11-003': ({ catalog }) =>
    !hasLanguage(catalog) && get(catalog, 'Outlines') !== undefined
      ? ['The bookmarks are in no language.']
      : [],
  '11-004': ({ catalog, pages }) =>
    onPages(
      hasLanguage(catalog) ? [] : pages,
      (link) => getText(link, 'Contents') !== undefined && !hasLanguage(link),
    ).map((where) => `${where} is described in no language.`),
  '11-006': ({ catalog, metadata }) =>
    !hasLanguage(catalog) && metadata?.includes('"x-default"') === true
      ? ['The metadata is in no language.']
      : [],

  // Figures, headings and tables.
  '13-004': ({ elements }) =>
    elements
      .filter(({ role, dict }) => role === 'Figure' && !getText(dict, 'Alt') && !getText(dict, 'ActualText'))
      .map(() => 'A figure has no words instead.'),
  '14-002': (file) => {
    const [first] = headingsOf(file);
    return first === undefined || first === 1 ? [] : [`The first heading is an H${first}.`];
  },
  '14-003': (file) =>
    headingsOf(file).flatMap((level, index, levels) => {
      const before = levels[index - 1] ?? level;
      return level > before + 1 ? [`An H${level} comes after an H${before}.`] : [];
    }),
  '14-007': (file) =>
    headingsOf(file).length > 0 && file.elements.some(({ role }) => role === 'H')
      ? ['Some headings have levels and others haven’t.']
      : [],
  '15-003': ({ elements }) =>
    elements
      .filter(
        ({ role, dict }) => role === 'TH' && !itemsOf(get(dict, 'A')).some((item) => get(item, 'Scope')),
      )
      .map(() => 'A heading of a table doesn’t say what it’s the heading of.'),

  // Annotations.
  '28-002': (file) =>
    onPages(
      file.pages,
      (annotation) =>
        !['Link', 'Widget', 'PrinterMark'].includes(getText(annotation, 'Subtype') ?? '') &&
        holderOf(file, annotation)?.role !== 'Annot',
    ).map((where) => `${where} isn’t in an Annot.`),
  '28-008': ({ pages }) =>
    pages
      .filter(({ annotations, dict }) => annotations.length > 0 && get(dict, 'Tabs') === undefined)
      .map(({ number }) => `Page ${number} has links in no order.`),
  '28-009': ({ pages }) =>
    pages
      .filter(({ annotations, dict }) => annotations.length > 0 && (getText(dict, 'Tabs') ?? 'S') !== 'S')
      .map(({ number }) => `Page ${number} has links in an order other than that of the text.`),
  '28-011': (file) =>
    onPages(file.pages, (link, { ref }) => {
      if (getText(link, 'Subtype') !== 'Link') return false;
      const holder = holderOf(file, link);
      return (
        holder?.role !== 'Link' || !holder.annotations.some(({ dict, page }) => dict === link && page === ref)
      );
    }).map((where) => `${where} isn’t in a Link.`),
  '28-012': ({ pages }) =>
    onPages(pages, (link) => getText(link, 'Subtype') === 'Link' && !getText(link, 'Contents')).map(
      (where) => `${where} has no description.`,
    ),

  // Fonts.
  '31-004': ({ fonts }) =>
    fonts
      .filter(({ descendant }) => {
        const map = get(descendant, 'CIDToGIDMap');
        return (
          isTrueType(descendant) && map !== undefined && map !== PDFName.of('Identity') && !isStream(map)
        );
      })
      .map(({ name }) => `${name} doesn’t say which glyph is for which code.`),
  '31-005': ({ fonts }) =>
    fonts
      .filter(({ descendant }) => isTrueType(descendant) && get(descendant, 'CIDToGIDMap') === undefined)
      .map(({ name }) => `${name} says nothing of which glyph is for which code.`),
  '31-009': ({ fonts }) =>
    fonts.filter(({ program }) => program === undefined).map(({ name }) => `${name} isn’t embedded.`),
  '31-011': (file) =>
    codesOf(file, ({ program }, code) => program !== undefined && code >= glyphCount(program)).map(
      (what) => `${what} has no glyph.`,
    ),
  '31-014': ({ fonts }) =>
    fonts
      .filter((font) => glyphSets(font).some(({ listed, present }) => present && !listed))
      .map(({ name }) => `The list of ${name}’s glyphs leaves some out.`),
  '31-015': ({ fonts }) =>
    fonts
      .filter((font) => glyphSets(font).some(({ listed, present }) => listed && !present))
      .map(({ name }) => `The list of ${name}’s glyphs has some that aren’t there.`),
  '31-016': (file) =>
    codesOf(file, ({ program, descendant }, code) => {
      if (program === undefined || code >= glyphCount(program)) return false;
      return Math.abs(widthOf(descendant, code) - advanceOf(program, code)) > 1;
    }).map((what) => `${what} has another width in the font itself.`),
  '31-027': ({ fonts }) =>
    fonts
      .filter(({ unicode }) => unicode === undefined)
      .map(({ name }) => `${name} doesn’t say which character is which.`),
  '31-028': (file) => inUnicode(file, /\0/).map((font) => `${font} has a code for U+0000.`),
  '31-029': (file) =>
    inUnicode(file, /[\ufeff\ufffe]/).map((font) => `${font} has a code for U+FEFF or U+FFFE.`),
  '31-030': (file) =>
    codesOf(file, (_, code) => code === 0).map((what) => `${what} is the glyph for what isn’t there.`),
};

const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';
/* Metadata that isn’t there is one fault and not three. */
const IDENTIFIER = `<x xmlns:pdfuaid="${NAMESPACE}"><pdfuaid:part>1</pdfuaid:part></x>`;
const TITLE = '<dc:title><rdf:Alt><rdf:li>?</rdf:li></rdf:Alt></dc:title>';

function isArtifact(mark: Mark | undefined): boolean {
  return mark?.tag === 'Artifact';
}

function isTagged(mark: Mark | undefined): boolean {
  return mark?.mcid !== undefined && !isArtifact(mark);
}

/** Names the pages that have such marked content. */
function inMarks(pages: readonly PdfPage[], isWrong: (open: readonly Mark[]) => boolean): string[] {
  return pages.filter(({ marks }) => marks.some(isWrong)).map(({ number }) => `Page ${number}`);
}

/** Names the pages that draw something of the kind. */
function inDrawn(pages: readonly PdfPage[], isWrong: (drawn: Drawn, page: PdfPage) => boolean): string[] {
  return pages
    .filter((page) => page.drawn.some((drawn) => isWrong(drawn, page)))
    .map(({ number }) => `Page ${number}`);
}

/** Names the annotations of the kind by their page. */
function onPages(
  pages: readonly PdfPage[],
  isWrong: (annotation: PDFDict, page: PdfPage) => boolean,
): string[] {
  return pages
    .filter((page) => page.annotations.some((annotation) => isWrong(annotation, page)))
    .map(({ number }) => `A link or note on page ${number}`);
}

/**
 * Finds the element that holds a page's marked content: it has to say so itself, and the page has to lead to it.
 */
function contentOf({
  elements,
  parentTree,
}: PdfFile): (page: PdfPage, mcid: number | undefined) => StructElement | undefined {
  const holders = new Map(
    elements.flatMap((element) =>
      element.content.map(({ page, mcid }) => [`${page?.toString()} ${mcid}`, element] as const),
    ),
  );
  return ({ ref, dict }, mcid) => {
    if (mcid === undefined) return undefined;
    const holder = holders.get(`${ref.toString()} ${mcid}`);
    const ofPage = itemsOf(parentTree.get(Number(getText(dict, 'StructParents'))));
    return holder?.dict === ofPage[mcid] ? holder : undefined;
  };
}

/** The element that an annotation says it's in. */
function holderOf({ elements, parentTree }: PdfFile, annotation: PDFDict): StructElement | undefined {
  const holder = parentTree.get(Number(getText(annotation, 'StructParent')));
  return elements.find(({ dict }) => dict === holder);
}

/** An element and all that it's in. */
function chain(element: StructElement | undefined): StructElement[] {
  return element === undefined ? [] : [element, ...chain(element.parent)];
}

function hasLanguage(dict: PDFDict): boolean {
  return /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(getText(dict, 'Lang') ?? '');
}

function roleMapOf(catalog: PDFDict): PDFObject | undefined {
  return get(get(catalog, 'StructTreeRoot'), 'RoleMap');
}

function mappedTypes(catalog: PDFDict): string[] {
  const roleMap = roleMapOf(catalog) as PDFDict | undefined;
  return (roleMap?.keys() ?? []).map((key) => key.decodeText());
}

function isCircular(catalog: PDFDict, type: string): boolean {
  const seen = new Set<string>();
  let next: string | undefined = type;
  while (next !== undefined && !isStandardType(next)) {
    if (seen.has(next)) return true;
    seen.add(next);
    next = getText(roleMapOf(catalog), next);
  }
  return false;
}

/** What elements may hold, each role with a space after it, and what they may be in: ISO 32000-1, tables 333 to 337. */
type Syntax = Readonly<Record<string, { holds?: RegExp; isIn?: RegExp }>>;

const LISTS: Syntax = {
  L: { holds: /^(Caption )?((L|LI) )+$/ },
  LI: { holds: /^((Lbl|LBody) )+$/, isIn: /^L$/ },
  LBody: { isIn: /^LI$/ },
};
const TABLES: Syntax = {
  Table: { holds: /^(Caption )?((TR )+|(THead )?(TBody )+(TFoot )?)(Caption )?$/ },
  THead: { holds: /^(TR )+$/, isIn: /^Table$/ },
  TBody: { holds: /^(TR )+$/, isIn: /^Table$/ },
  TFoot: { holds: /^(TR )+$/, isIn: /^Table$/ },
  TR: { holds: /^((TH|TD) )+$/, isIn: /^(Table|THead|TBody|TFoot)$/ },
  TH: { isIn: /^TR$/ },
  TD: { isIn: /^TR$/ },
};
const CONTENTS: Syntax = {
  TOC: { holds: /^(Caption )?((TOC|TOCI) )+$/ },
  TOCI: { holds: /^((Lbl|Reference|NonStruct|P|TOC) )+$/, isIn: /^TOC$/ },
};

function againstSyntax({ elements }: PdfFile, syntax: Syntax): string[] {
  return elements.flatMap(({ role = '', parent, kids, content }) => {
    const { holds, isIn } = syntax[role] ?? {};
    const held = kids.map((kid) => `${kid.role} `).join('');
    const holder = parent?.role ?? 'nothing';
    return [
      ...(holds === undefined || holds.test(held) ? [] : [`A ${role} holds: ${held || 'nothing'}.`]),
      ...(holds === undefined || content.length === 0 ? [] : [`A ${role} has content of its own.`]),
      ...(isIn === undefined || isIn.test(holder) ? [] : [`A ${role} is in: ${holder}.`]),
    ];
  });
}

/** Without spans, all rows of a table have as many cells. */
function unevenTables({ elements }: PdfFile): string[] {
  const rows = elements.filter(({ role }) => role === 'TR');
  const tableOf = (row: StructElement) => chain(row).find(({ role }) => role === 'Table');
  return [...Map.groupBy(rows, tableOf).values()]
    .filter((ofTable) => new Set(ofTable.map(({ kids }) => kids.length)).size > 1)
    .map(() => 'A table has rows of different lengths.');
}

function headingsOf({ elements }: PdfFile): number[] {
  return elements.flatMap(({ role = '' }) => (/^H\d$/.test(role) ? [Number(role[1])] : []));
}

function isStream(value: PDFObject): boolean {
  return value instanceof PDFStream;
}

function isTrueType(font: PDFDict): boolean {
  return getText(font, 'Subtype') === 'CIDFontType2';
}

/** Names each character code of the kind that’s drawn. */
function codesOf({ pages, fonts }: PdfFile, isWrong: (font: PdfFont, code: number) => boolean): string[] {
  const drawn = pages.flatMap((page) => page.drawn.flatMap(({ text }) => text ?? []));
  return fonts.flatMap((font) => {
    const codes = new Set(drawn.filter((text) => text.font === font.name).flatMap((text) => text.codes));
    return [...codes].filter((code) => isWrong(font, code)).map((code) => `Code ${code} of ${font.name}`);
  });
}

function inUnicode({ fonts }: PdfFile, wrong: RegExp): string[] {
  return fonts
    .filter(({ unicode }) => [...(unicode?.values() ?? [])].some((text) => wrong.test(text)))
    .map(({ name }) => name);
}

/** For each glyph, whether the descriptor lists it and whether it’s there; none if there’s no list. */
function glyphSets({ descriptor, program }: PdfFont): { listed: boolean; present: boolean }[] {
  const set = streamBytes(get(descriptor, 'CIDSet'));
  if (set === undefined || program === undefined) return [];
  const count = glyphCount(program);
  return Array.from({ length: Math.max(count, set.length * 8) }, (_, glyph) => ({
    listed: (((set[glyph >> 3] ?? 0) << (glyph & 7)) & 0x80) !== 0,
    present: glyph < count,
  }));
}

/** The width of a code in a font’s dictionary, in thousandths, which has lists of widths only. */
function widthOf(descendant: PDFDict, code: number): number {
  const entries = itemsOf(get(descendant, 'W'));
  for (let index = 0; index + 1 < entries.length; index += 2) {
    const from = Number(String(entries[index]));
    const width = itemsOf(entries[index + 1])[code - from];
    if (width !== undefined) return Number(String(width));
  }
  return Number(getText(descendant, 'DW') ?? 1000);
}
