import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFonts } from '../pdf/fonts.ts';
import { adjustedAccent } from '../school/accent.ts';
import { readBackgrounds, readTokens } from '../school/tokens.ts';
import { html } from '../shared/html.ts';
import { Card, Line } from './Card.tsx';
import { type Face, laySchool, layTitle, type Measure } from './card.ts';

/** What a card shows. */
interface CardContent {
  school: { name: string; accent?: string | undefined };
  /** Of the Code. */
  title: string;
}

/** The width of a space, as a share of the letters' size. */
const SPACE = 0.22;

/** The size in which words are drawn to be measured, in pixels. */
const DRAWN = 100;

let drawing: Promise<unknown> | undefined;

/**
 * Draws the card that messengers show beside a link to the site. The same content gives the same bytes.
 *
 * @param root the project's folder, for its colours and its picture
 * @returns the card as PNG
 */
export async function drawCard(
  { school, title }: CardContent,
  root: string,
): Promise<Uint8Array<ArrayBuffer>> {
  // Once a process; while developing, this file may be loaded anew in one that has it already, and that is all the same.
  drawing ??= initWasm(
    readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  ).catch(() => undefined);
  await drawing;
  const { serifBold, sansBold } = readFonts();
  const font = { fontBuffers: [serifBold.bytes, sansBold.bytes] };
  const measured = new Map<string, number>();
  // Breaking lines asks for the same words over and over, in many sizes: each is drawn once.
  const widthOf = (text: string, face: Face): number => {
    const key = `${face} ${text}`;
    const width =
      measured.get(key) ?? new Resvg(html(Line, { text, face, size: DRAWN }), { font }).getBBox()?.width ?? 0;
    measured.set(key, width);
    return width / DRAWN;
  };
  const measure: Measure = (text, face, size) => {
    const words = text.trim();
    // White space at the ends has no outline to measure.
    return size * (widthOf(words, face) + (text.length - words.length) * SPACE);
  };
  const icon = readFileSync(path.join(root, 'public/icon.svg'));
  const card = html(Card, {
    school: laySchool(school.name, measure),
    title: layTitle(title, measure),
    colours: readTokens(root).light,
    band: school.accent && adjustedAccent(school.accent, readBackgrounds(root)).light.shown,
    icon: `data:image/svg+xml;base64,${icon.toString('base64')}`,
  });
  return new Uint8Array(new Resvg(card, { font }).render().asPng());
}
