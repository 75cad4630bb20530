import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { MARGIN } from './styles.ts';

/** An element of the structure that screen readers follow. */
export type Element = PDFKit.PDFStructureElement;

/** A PDF's metadata. */
export interface PdfSettings {
  title: string;
  author: string;
  /** Everything in the PDF, from which its ID is derived. */
  content: unknown;
}

/** What PDFKit's types leave out, for {@link Pdf} only. */
interface Internals {
  /** The current font. */
  _font: {
    font: { hasGlyphForCodePoint: (codePoint: number) => boolean };
    /** In thousandths of the font's size. */
    layoutRun: (...args: unknown[]) => { positions: { xAdvance: number; advanceWidth: number }[] };
  };
  /** By the font's name and the name it's registered by: the text of each code. */
  _fontFamilies: Record<string, { unicode: number[][] }>;
  _root: { data: { Names: { data: { Dests: { _compareKeys: (a: string, b: string) => number } } } } };
}

/** Programs that read a PDF take a gap of a tenth of the font's size for a space. In thousandths of it. */
const WIDEST_KERN = 90;

/**
 * PDFKit's document, set up for PDF/UA-1, in which the same content always gives the same bytes. It has no dates: the
 * standard doesn't require any, and a build can't know a true one.
 *
 * It doesn't use PDFKit's own setting for PDF/UA, which adds two things: a line of metadata, which is among ours, and a
 * list of each font's glyphs, which may be left out and which leaves out those that others are composed of.
 *
 * The only place that uses PDFKit's internals. It has no public way to look up glyphs, to limit kerning, to sort
 * named places or to write its own metadata.
 */
export class Pdf extends PDFDocument {
  constructor({ title, author, content }: PdfSettings) {
    super({
      info: {
        Title: title,
        Author: author,
        // PDFKit derives the file's ID from all this, and would otherwise use the current time. Deleted below.
        CreationDate: new Date(0),
        Keywords: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      },
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      size: 'A4',
      margins: MARGIN,
      // Kept until the end, so that each page can show how many there are.
      bufferPages: true,
      autoFirstPage: false,
      // PDFKit's default, Helvetica, can't be embedded.
      font: '',
    });
    delete this.info.CreationDate;
    delete this.info.Keywords;
    // Readers look up names by their bytes; PDFKit would sort them by locale.
    this.#internals._root.data.Names.data.Dests._compareKeys = (a, b) => (a < b ? -1 : 1);
  }

  get #internals(): Internals {
    return this as unknown as Internals;
  }

  /**
   * Registers a font, and limits the gaps its kerning leaves: Source Serif's `f)` is so wide that programs read `f )`.
   *
   * @param name to use it by
   */
  addFont(name: string, bytes: Uint8Array): void {
    this.registerFont(name, bytes).font(name);
    const { _font: font } = this.#internals;
    const layoutRun = font.layoutRun.bind(font);
    font.layoutRun = (...args) => {
      const run = layoutRun(...args);
      for (const position of run.positions)
        position.xAdvance = Math.min(position.xAdvance, position.advanceWidth + WIDEST_KERN);
      return run;
    };
  }

  /** Whether the current font has a glyph for a character. */
  canShow(character: string): boolean {
    return this.#internals._font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  }

  /** Starts a list, which is still to be filled and ended. Its labels are written with its items. */
  startList(numbering: 'Disc' | 'Decimal' | 'LowerAlpha' | 'LowerRoman'): Element {
    const list = this.struct('L');
    const { dictionary } = list as unknown as { dictionary: { data: { A?: Record<string, string> } } };
    dictionary.data.A = { O: 'List', ListNumbering: numbering };
    return list;
  }

  override end(): void {
    // Code 0 is for characters a font hasn't got. No text uses it; PDFKit says it means U+0000, which PDF/UA forbids.
    for (const font of Object.values(this.#internals._fontFamilies)) font.unicode[0] = [0xfffd];
    super.end();
  }

  /** Replaces PDFKit's own metadata, which needs a date and doesn't escape XML. */
  _addInfo(): void {
    const { Title = '', Author = '', Creator = '', Producer = '' } = this.info;
    this.appendXML(`
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <pdfuaid:part>1</pdfuaid:part>
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Title)}</rdf:li></rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>${escapeXml(Author)}</rdf:li></rdf:Seq></dc:creator>
  <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
  <xmp:CreatorTool>${escapeXml(Creator)}</xmp:CreatorTool>
  <pdf:Producer>${escapeXml(Producer)}</pdf:Producer>
</rdf:Description>`);
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
