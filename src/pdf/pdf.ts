import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { MARGIN } from './looks.ts';

/** What a PDF says about itself. */
export interface PdfSettings {
  title: string;
  author: string;
  /** All that the PDF is made of. It becomes the file's identity, so that other content is another file. */
  content: unknown;
}

/**
 * PDFKit's document, set up for PDF/UA-1, and without what would make the same content give other bytes: the time
 * of day and the order of names in the machine's language. No date is written at all. The standard does not ask
 * for one, and none that we could write would be true.
 *
 * Only here do we reach into what PDFKit keeps to itself.
 */
export class Pdf extends PDFDocument {
  declare readonly _font: { readonly font: { hasGlyphForCodePoint: (codePoint: number) => boolean } };
  declare _id: Uint8Array;
  declare readonly _root: {
    readonly data: {
      readonly Names: {
        readonly data: { readonly Dests: { _compareKeys: (a: string, b: string) => number } };
      };
    };
  };

  constructor({ title, author, content }: PdfSettings) {
    super({
      // Left out again below; given here so that PDFKit does not look at the clock.
      info: { Title: title, Author: author, CreationDate: new Date(0) },
      pdfVersion: '1.7',
      tagged: true,
      // PDFKit 0.20 knows it, its types of 0.17 do not yet.
      subset: 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets,
      lang: 'en-GB',
      displayTitle: true,
      size: 'A4',
      margins: MARGIN,
      // Kept until the end, so that each page can say how many there are.
      bufferPages: true,
      autoFirstPage: false,
      // Helvetica, which PDFKit would start with, cannot be embedded.
      font: '',
    });
    delete this.info.CreationDate;
    this._id = createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 16);
    // A PDF's names are looked up by their bytes; PDFKit would order them as a dictionary does.
    this._root.data.Names.data.Dests._compareKeys = (a, b) => (a < b ? -1 : 1);
  }

  /** Whether the font in use can show a character. */
  canShow(character: string): boolean {
    return this._font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  }

  /** Writes the metadata in place of PDFKit's own, which needs a date and does not escape what XML would read. */
  _addInfo(): void {
    const { Title = '', Author = '', Creator = '', Producer = '' } = this.info;
    this.appendXML(`
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(Title)}</rdf:li></rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>${escaped(Author)}</rdf:li></rdf:Seq></dc:creator>
  <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
  <xmp:CreatorTool>${escaped(Creator)}</xmp:CreatorTool>
  <pdf:Producer>${escaped(Producer)}</pdf:Producer>
</rdf:Description>`);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An element of the structure that a screen reader follows, with its attributes, which PDFKit's types leave out. */
export interface Element extends PDFKit.PDFStructureElement {
  readonly dictionary: { readonly data: { A?: Record<string, string> } };
}
