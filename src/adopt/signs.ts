import { codePoint } from 'dingbat-to-unicode';
import { BULLET, isBullet, tickOf } from './markers.ts';
import { tidy } from './policy.ts';

/** Fonts whose characters are pictures. */
const SIGN_FONT = /^(?:wingdings|webdings|symbol|opensymbol)/i;

/** Where Word and PDFs keep the characters of such a font: for private use in Unicode. */
const PRIVATE = /[\uF020-\uF0FF]/g;

/**
 * A text in a font such as Wingdings, as Unicode has it.
 *
 * @param font with or without its style: `Wingdings`, `Wingdings-Regular`, `SymbolMT`
 */
export function inUnicode(text: string, font: string): string {
  if (!SIGN_FONT.test(font)) return text;
  // LibreOffice’s own: it keeps the letters of Wingdings, and has its own characters for private use.
  if (/^open/i.test(font)) return /^\s*[!-ÿ]\s*$/.test(text) ? inUnicode(text, 'Wingdings') : text;
  const name = /^symbol/i.test(font) ? 'Symbol' : font.replace(/[-,].*/, '').replace(/(?<=\D)(?=[23]$)/, ' ');
  const signOf = (character: string): string =>
    codePoint(name.replace(/ +/g, ' '), (character.codePointAt(0) ?? 0) & 0xff)?.string ?? character;
  // A whole sentence in it is a mistake that nobody sees on a computer without the font.
  return [...text.trim()].length === 1 && name !== 'Symbol'
    ? text.replace(/\S/u, signOf)
    : text.replaceAll(PRIVATE, signOf);
}

/**
 * What a list’s bullet says: a tick, a cross or words as themselves, anything else as a bullet.
 *
 * @param font that the bullet is in, if it has one of its own
 */
export function bulletOf(text: string, font: string | undefined): string {
  const sign = tidy(inUnicode(text, font ?? ''));
  if (tickOf(sign) !== undefined) return sign;
  const plain = !SIGN_FONT.test(font ?? '') && (isBullet(sign) || sign === '☐' || /\p{L}{2}/u.test(sign));
  return plain ? sign : BULLET;
}

/** Signs for private use that are bullets, or ticks and crosses, in the fonts that Word uses. */
const KNOWN = /[\uF0B7\uF0A7\uF0D8\uF0A8\uF076\uF0FB-\uF0FE]/;

/**
 * What’s after a sign at the start of a PDF’s words, if the file doesn’t name it. One for private use has no name either
 * in a font without signs, which may show the same empty box for all of them.
 *
 * @param font empty if it has no name
 * @returns nothing if they don’t start with such a sign
 */
export function afterUnnamedSign(text: string, font: string): string | undefined {
  const [, sign = '', words = ''] = /^(\p{Co}|[\0\uFFFD]+)\s*(.*)$/su.exec(text) ?? [];
  const isKnown = KNOWN.test(sign) && (font === '' || SIGN_FONT.test(font));
  return sign === '' || isKnown ? undefined : words;
}
