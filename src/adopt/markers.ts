import { isItemNumber, SIGNS } from '../code/itemMarker.ts';
import { type Part, tidy } from './policy.ts';

/** Bullets, which only say that a list item starts. */
const BULLETS = '•‣⁃·∙⋅⚫★☆✦✧❍❏-❒❖➔-➯➱-➾⬛⬜⧫\\u25A0-\\u25FF\\u2B1D-\\u2B2F\\u{1F780}-\\u{1F7D8}';

const BULLET_SIGN = new RegExp(`[${BULLETS}]`, 'gu');

const MARKER_SIGN = new RegExp(`^[${BULLETS}${SIGNS}]$`, 'u');

/** What stands for a bullet of any shape. */
export const BULLET = '•';

/** A text without its bullets. */
export function withoutBullets(text: string): string {
  return text.replaceAll(/(?<=^|\s)[-–*+o](?=\s|$)/g, ' ').replaceAll(BULLET_SIGN, ' ');
}

/** How a marker is written: a bullet of any shape as {@link BULLET}. */
export function plainMarker(marker: string): string {
  return new RegExp(`^(?:[${BULLETS}]|[-–*+o])$`, 'u').test(marker) ? BULLET : marker;
}

/** Whether a marker is only a bullet or a hyphen. */
export function isBullet(marker: string): boolean {
  return plainMarker(marker) === BULLET;
}

/** Whether a marker says that what follows is right (✔) or wrong (✘). */
export function tickOf(marker: string): 'expected' | 'not-tolerated' | undefined {
  if (/[✔✓☑✅]/u.test(marker)) return 'expected';
  return /[✘✗✕✖❌☒]/u.test(marker) ? 'not-tolerated' : undefined;
}

/** A line’s marker and the rest; no marker if it has none. */
export function splitMarker(line: string): { marker: string; text: string } {
  const text = tidy(line);
  const [, first = '', rest = ''] = /^(\S+)\s+(\S.*)$/.exec(text) ?? [];
  const single = [...first].length === 1;
  if (MARKER_SIGN.test(first)) return { marker: first, text: rest };
  // Word’s second bullet is an `o`, which is no word before a tab.
  const round = first === 'o' && (/^\p{Lu}/u.test(rest) || /^\s*o\s*\t/.test(line));
  if (isItemNumber(first) || (single && /[-–*+]/.test(first)) || round) return { marker: first, text: rest };
  const stuck = [...text][0] ?? '';
  if (MARKER_SIGN.test(stuck) && text.length > stuck.length)
    return { marker: stuck, text: text.slice(stuck.length).trim() };
  return { marker: '', text };
}

/** A text without the number, letter or sign that it begins with. */
export function withoutMarker(text: string): string {
  return splitMarker(text).text;
}

/** A text’s sentences, without its marker. */
export function sentencesOf(text: string): string[] {
  return withoutMarker(text).split(/(?<=\p{L}{2}[.!?;]|[)”’][.!?;])\s+(?=[\p{Lu}“‘"'])/u);
}

/** What kind of marker it is: those of one kind are at one level. */
export function markerShape(marker: string): string {
  if (isBullet(marker)) return marker;
  // Ticks and crosses take turns in one list.
  if (tickOf(marker) !== undefined) return '✔';
  return marker
    .replaceAll(/\d+/g, '1')
    .replace(/^(\(?)(?:[ivx]{2,}|i)(?=[.)])/, '$1i')
    .replace(/^(\(?)[a-z](?=[.)])/, (_, open: string) => `${open}${/^\(?i/.test(marker) ? 'i' : 'a'}`);
}

/**
 * Gives list items their levels by their markers’ shapes: one not met since the list began is one level deeper, and a
 * known one goes back to its level. For sources that only have the markers.
 *
 * @param parts the `level` of a bullet says how far it’s indented, which counts as part of its shape
 */
export function levelsByMarker(parts: readonly Part[]): Part[] {
  let open: string[] = [];
  const shapeOf = ({ marker, level }: { marker: string; level: number }): string =>
    isBullet(marker) || tickOf(marker) !== undefined
      ? `${level} ${markerShape(marker)}`
      : markerShape(marker);
  return parts.map((part, index) => {
    if (part.kind !== 'item') {
      const next = parts[index + 1];
      if (next?.kind !== 'item' || !open.includes(shapeOf(next))) open = [];
      return part;
    }
    // `(i)` after `(h)` is a letter.
    const before = parts[index - 1];
    const letter = part.marker === '(i)' && before?.kind === 'item' && before.marker === '(h)';
    const shape = letter ? '(a)' : shapeOf(part);
    const known = open.indexOf(shape);
    open = known < 0 ? [...open, shape] : open.slice(0, known + 1);
    return { ...part, level: open.length - 1 };
  });
}

/**
 * Whether a line all in bold could be a heading: it may also be a question, or end in a colon if text follows.
 *
 * @param next what follows, if anything
 */
export function couldBeBoldHeading(text: string, next: { kind: string } | undefined): boolean {
  const colon = text.endsWith(':') && next?.kind === 'paragraph';
  return couldBeHeading(colon || text.endsWith('?') ? text.slice(0, -1) : text);
}

/** Whether a line could be a heading: a few words with no punctuation at the end. */
export function couldBeHeading(text: string): boolean {
  return text.split(' ').length <= 12 && !/[.,:;!?]['"’”)]*$/.test(text) && /\p{L}/u.test(text);
}
