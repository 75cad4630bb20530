import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import PDFDocument from 'pdfkit';
import { readFonts } from '../pdf/fonts.ts';
import { ensureContrast } from '../school/accent.ts';
import { readTokens } from '../school/tokens.ts';
import { html } from '../shared/html.ts';
import { Card } from './Card.tsx';
import { fitSchool, fitTitle, type Measure } from './card.ts';

interface CardContent {
  school: { name: string; accent?: string | undefined };
  /** Of the Code. */
  title: string;
}

let loading: Promise<unknown> | undefined;

/**
 * Draws the card that messaging apps show with a link to the site.
 *
 * @param root the project's folder, for its colours and its icon
 * @returns a PNG; the same content always gives the same bytes
 */
export async function drawCard(
  { school, title }: CardContent,
  root: string,
): Promise<Uint8Array<ArrayBuffer>> {
  // Fails if it's loaded already, as in development, where this module may be reloaded: that doesn't matter.
  loading ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  ).catch(() => undefined);
  await loading;
  const { serifBold, sansBold } = readFonts();
  // Resvg can't measure text; PDFKit has the same fonts.
  const pdf = new PDFDocument({ autoFirstPage: false, font: '' });
  pdf.registerFont('title', serifBold.bytes).registerFont('school', sansBold.bytes);
  const measure: Measure = (text, font, size) => pdf.font(font).fontSize(size).widthOfString(text);
  const icon = readFileSync(path.join(root, 'public/icon.svg'));
  const card = html(Card, {
    school: fitSchool(school.name, measure),
    title: fitTitle(title, measure),
    colours: readTokens(root).light,
    band: school.accent && ensureContrast(school.accent).shown,
    icon: `data:image/svg+xml;base64,${icon.toString('base64')}`,
  });
  const font = { fontBuffers: [serifBold.bytes, sansBold.bytes] };
  return new Uint8Array(new Resvg(card, { font }).render().asPng());
}
