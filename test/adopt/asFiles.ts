import { buffer } from 'node:stream/consumers';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { FONT_FILES, readFonts } from '../../src/pdf/fonts.ts';
import { escapeHtml } from '../../src/shared/escapeHtml.ts';
import type { Made, MadeCode } from './codes.ts';

/** As Markdown, with Markdown’s own lists for bullets and typed markers for the others. */
export function asMarkdown({ blocks }: MadeCode): string {
  const lines = blocks.map((block, index) => {
    const before = blocks[index - 1];
    const gap = index === 0 || ('li' in block && before !== undefined && 'li' in before) ? '' : '\n';
    if ('h' in block) return `${gap}${'#'.repeat(block.h)} ${escaped(block.text)}`;
    if ('p' in block) return `${gap}${escaped(block.p)}`;
    const bullet = '•○'.includes(block.marker);
    const words = escaped(bullet ? block.li : `${block.marker} ${block.li}`);
    return bullet || '✔✘'.includes(block.marker)
      ? `${gap}${'  '.repeat(block.level ?? 0)}- ${words}`
      : `\n${words}`;
  });
  return `${lines.join('\n')}\n`;
}

const escaped = (text: string): string =>
  text.replaceAll(/[\\*_<>{}&]/g, '\\$&').replace(/^(\d+)\.(?=\s)/, '$1\\.');

/** As plain text. */
export function asText({ blocks }: MadeCode): string {
  return `${blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      const gap = index === 0 || ('li' in block && before !== undefined && 'li' in before) ? '' : '\n';
      if ('li' in block) return `${gap}${block.marker} ${block.li}`;
      return `${gap}${'h' in block ? block.text : block.p}`;
    })
    .join('\n')}\n`;
}

/** As a Word file whose lists are numbered by Word: no number is in its text. */
export async function asDocx({ blocks }: MadeCode): Promise<Uint8Array> {
  const level = (
    number: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
  ): ILevelsOptions => ({
    level: number,
    format,
    text,
    alignment: AlignmentType.START,
  });
  const bullets = (text: string, inner: string): ILevelsOptions[] => [
    level(0, LevelFormat.BULLET, text),
    level(1, LevelFormat.BULLET, inner),
  ];
  const clauses: ILevelsOptions[] = [
    level(0, LevelFormat.DECIMAL, '%1.'),
    level(1, LevelFormat.DECIMAL, '%1.%2'),
    level(2, LevelFormat.LOWER_LETTER, '(%3)'),
    level(3, LevelFormat.LOWER_ROMAN, '(%4)'),
  ];
  const heading = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;
  const paragraph = (block: Made): Paragraph => {
    if ('h' in block) {
      const numbered = /^\d+\. /.test(block.text);
      return new Paragraph({
        text: numbered ? block.text.replace(/^\d+\. /, '') : block.text,
        heading: heading[block.h],
        ...(numbered ? { numbering: { reference: 'clauses', level: 0 } } : {}),
      });
    }
    if ('p' in block) {
      // Word splits runs wherever someone stopped typing.
      const middle = Math.floor(block.p.length / 2);
      return new Paragraph({
        children: [new TextRun(block.p.slice(0, middle)), new TextRun(block.p.slice(middle))],
      });
    }
    const { li, marker, level: depth = 0 } = block;
    const at = (reference: string, number: number): Paragraph =>
      new Paragraph({ text: li, numbering: { reference, level: number } });
    if (marker === '✔') return at('ticks', 0);
    if (marker === '✘') return at('crosses', 0);
    if ('•○'.includes(marker)) return at('bullets', depth);
    return /^\d+\.$/.test(marker) ? at('steps', 0) : at('clauses', depth + 1);
  };
  const file = new Document({
    numbering: {
      config: [
        { reference: 'bullets', levels: bullets('•', 'o') },
        { reference: 'ticks', levels: bullets('✔', '✔') },
        { reference: 'crosses', levels: bullets('✘', '✘') },
        { reference: 'clauses', levels: clauses },
        { reference: 'steps', levels: [level(0, LevelFormat.DECIMAL, '%1.')] },
      ],
    },
    sections: [{ children: blocks.map(paragraph) }],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** As LibreOffice saves it, with lists numbered by their styles: no number is in its text. */
export function asOdt({ blocks }: MadeCode): Uint8Array {
  const listOf = ({ marker }: { marker: string }): string =>
    ({ '✔': 'ticks', '✘': 'crosses', '•': 'bullets', '○': 'bullets' })[marker] ??
    (/^\d+\.$/.test(marker) ? 'steps' : 'clauses');
  let last = '';
  const body = blocks.map((block) => {
    if ('p' in block) {
      last = '';
      const middle = Math.floor(block.p.length / 2);
      const [start, end] = [block.p.slice(0, middle), block.p.slice(middle)].map(escapeHtml);
      return `<text:p text:style-name="Standard">${start}<text:span text:style-name="T1">${end}</text:span></text:p>`;
    }
    if ('h' in block && block.h === 1)
      return `<text:p text:style-name="P1">${escapeHtml(block.text)}</text:p>`;
    const numbered = 'li' in block || /^\d+\. /.test(block.text);
    const words = 'li' in block ? block.li : block.text.replace(/^\d+\. /, '');
    const paragraph =
      'li' in block
        ? `<text:p text:style-name="Standard">${escapeHtml(words)}</text:p>`
        : `<text:h text:style-name="${numbered ? 'N' : 'Heading_20_'}${block.h - 1}" text:outline-level="${block.h - 1}">${escapeHtml(words)}</text:h>`;
    if (!numbered) return paragraph;
    const list = 'li' in block ? listOf(block) : 'clauses';
    const inner = 'li' in block ? (block.level ?? 0) + (list === 'clauses' ? 1 : 0) : 0;
    const goesOn = list === 'clauses' || list === last;
    last = list;
    return `<text:list text:style-name="${list}" text:continue-numbering="${goesOn}"><text:list-item>${'<text:list><text:list-item>'.repeat(inner)}${paragraph}${'</text:list-item></text:list>'.repeat(inner)}</text:list-item></text:list>`;
  });
  const bullet = (level: number, sign: string, font = 'OpenSymbol'): string =>
    `<text:list-level-style-bullet text:level="${level}" text:bullet-char="${sign}"><style:text-properties style:font-name="${font}"/></text:list-level-style-bullet>`;
  const number = (level: number, format: string, rest: string): string =>
    `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${rest}/>`;
  const list = (name: string, ...levels: string[]): string =>
    `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`;
  const brackets = 'style:num-prefix="(" style:num-suffix=")"';
  return odtFile(body.join(''), {
    automatic:
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>' +
      '<style:style style:name="T1" style:family="text"/>' +
      '<style:style style:name="N1" style:family="paragraph" style:parent-style-name="Heading_20_1" style:list-style-name="clauses"/>' +
      list('ticks', bullet(1, '✔')) +
      list('crosses', bullet(1, '\uF0FB', 'Wingdings')) +
      list('bullets', bullet(1, '•'), bullet(2, '\uE00C')) +
      list('steps', number(1, '1', 'style:num-suffix="."')),
    named: list(
      'clauses',
      number(1, '1', 'style:num-suffix="."'),
      number(2, '1', 'text:display-levels="2"'),
      number(3, 'a', brackets),
      number(4, 'i', brackets),
    ),
  });
}

/** An OpenDocument text of some XML: what’s in its body, its automatic styles and its named ones. */
export function odtFile(body: string, { automatic = '', named = '', manifest = '' } = {}): Uint8Array {
  const names = ['office', 'style', 'text', 'table', 'draw', 'fo'].map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === 'draw' ? 'drawing' : name === 'fo' ? 'xsl-fo-compatible' : name}:1.0"`,
  );
  const file = (root: string, children: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${names.join(' ')} office:version="1.3">${children}</office:${root}>`,
    );
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': file(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    'styles.xml': file(
      'document-styles',
      `<office:styles>${['Title', 'Heading_20_1', 'Heading_20_2', 'Standard'].map((style) => `<style:style style:name="${style}" style:display-name="${style.replace('_20_', ' ')}" style:family="paragraph"/>`).join('')}${named}</office:styles>`,
    ),
    'META-INF/manifest.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">${manifest}</manifest:file-entry><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
  });
}

/** As a PDF of A5 pages, each with the school’s name at the top and a page number at the bottom. */
export async function asPdf({ blocks, answers }: MadeCode): Promise<Uint8Array> {
  const fonts = readFonts(FONT_FILES);
  const pdf = new PDFDocument({
    size: 'A5',
    margins: { top: 70, bottom: 70, left: 60, right: 60 },
    bufferPages: true,
  });
  pdf.registerFont('body', fonts.sans.bytes).registerFont('bold', fonts.sansBold.bytes);
  for (const block of blocks) {
    if ('h' in block) {
      pdf
        .moveDown(0.6)
        .font('bold')
        .fontSize({ 1: 18, 2: 13, 3: 11 }[block.h])
        .text(block.text)
        .moveDown(0.3);
      continue;
    }
    pdf.font('body').fontSize(10);
    if ('p' in block) pdf.text(block.p).moveDown(0.6);
    else {
      const x = 60 + 18 * (block.level ?? 0);
      if (pdf.y > pdf.page.height - 100) pdf.addPage();
      const { y } = pdf;
      pdf.text(block.marker, x, y, { lineBreak: false });
      pdf.text(block.li, x + 20, y).moveDown(0.25);
      pdf.x = 60;
    }
  }
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    pdf.font('body').fontSize(8);
    pdf.text(answers.school ?? '', 60, 30, { lineBreak: false });
    pdf.text(`Page ${page + 1} of ${count}`, 60, pdf.page.height - 35, { lineBreak: false });
  }
  pdf.end();
  return new Uint8Array(await buffer(pdf));
}
