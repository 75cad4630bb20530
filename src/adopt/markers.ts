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

/** What a marker says: of which kind it is, and the how manieth of its kind. */
interface Reading {
  kind: string;
  value: number;
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** How many levels a number has: one in `1.` and `1.0`, two in `1.1`; none if a text doesn’t begin with a number. */
export function numberDepth(text: string): number {
  const [number = ''] = /^\d{1,2}(?:\.\d{1,2})*(?=[.)]?(?:\s|$))/.exec(text) ?? [];
  return number === '' ? 0 : number.replace(/(?<=.)(?:\.0)+$/, '').split('.').length;
}

/** What a marker can mean, the likeliest first: `(i)` is the first number or the ninth letter. */
function readingsOf(marker: string): [Reading, ...Reading[]] {
  if (isBullet(marker)) return [{ kind: marker, value: 0 }];
  // Ticks and crosses take turns in one list.
  if (tickOf(marker) !== undefined) return [{ kind: '✔', value: 0 }];
  const [, open = '', name = '', close = ''] = /^(\(?)(\p{L}+)([.)])$/u.exec(marker) ?? [];
  const small = name.toLowerCase();
  const roman = ROMAN.indexOf(small) + 1;
  const kindOf = (sort: string): string => `${open}${small === name ? sort : sort.toUpperCase()}${close}`;
  const letter = { kind: kindOf('a'), value: small.charCodeAt(0) - 96 };
  const number = { kind: kindOf('i'), value: roman };
  if (small.length === 1) return roman === 0 ? [letter] : roman === 1 ? [number, letter] : [letter, number];
  if (roman > 0) return [number];
  const depth = numberDepth(marker);
  const value = marker.match(/\d+/g)?.[depth > 0 ? depth - 1 : 0];
  return [{ kind: marker.replace(/(?:\.0)+\.?$/, '.').replaceAll(/\d+/g, '1'), value: Number(value ?? 0) }];
}

/** Whether two markers can be of one list: `(a)` and `(i)` can. */
export function areAlike(marker: string, other: string): boolean {
  return readingsOf(marker).some(({ kind }) => readingsOf(other).some((each) => each.kind === kind));
}

type Item = Extract<Part, { kind: 'item' }>;

/** The level of an item whose source doesn’t tell it, as its marker is typed. */
export const TYPED = -1;

/**
 * Gives list items their levels by their markers: one that goes on with a list is at that list’s level, one of a kind
 * not met since the list began is one level deeper, and a known one goes back to its level.
 *
 * @param parts the `level` of a bullet says how far it’s indented
 * @param bulletKind what tells bullets and ticks of one list from those of another, by their level and sign
 * @param isKnown whether an item’s level is true
 */
export function levelsByMarker(
  parts: readonly Part[],
  bulletKind: (level: number, kind: string) => string = (level, kind) => `${level} ${kind}`,
  isKnown: (item: Item) => boolean = () => false,
): Part[] {
  let open: (Reading & { level: number })[] = [];
  const readings = ({ marker, level }: Item): [Reading, ...Reading[]] => {
    const [likely, ...more] = readingsOf(marker);
    const isSign = isBullet(marker) || tickOf(marker) !== undefined;
    return isSign ? [{ ...likely, kind: bulletKind(level, likely.kind) }] : [likely, ...more];
  };
  /** Where an item is in `open`, if it’s of a kind that’s there. */
  const placeOf = (item: Item, next: Part | undefined): { at: number; reading: Reading } => {
    const all = readings(item);
    const [likely] = all;
    // Before `(ii)`, `(i)` is no letter.
    const starts =
      likely.value === 1 &&
      next?.kind === 'item' &&
      readings(next).some(({ kind, value }) => kind === likely.kind && value === 2);
    const goesOn = open.findLastIndex((last) =>
      all.some(({ kind, value }) => kind === last.kind && value === last.value + 1),
    );
    const last = open[goesOn];
    if (last !== undefined && !starts)
      return { at: goesOn, reading: { kind: last.kind, value: last.value + 1 } };
    return { at: open.findIndex(({ kind }) => kind === likely.kind), reading: likely };
  };
  return parts.map((part, index) => {
    const next = parts[index + 1];
    if (part.kind !== 'item') {
      if (next?.kind !== 'item' || isKnown(next) || placeOf(next, parts[index + 2]).at < 0) open = [];
      return part;
    }
    if (isKnown(part)) {
      const { reading } = placeOf(part, next);
      open = [...open.filter(({ level }) => level < part.level), { ...reading, level: part.level }];
      return part;
    }
    const { at, reading } = placeOf(part, next);
    const level = open[at]?.level ?? (open.at(-1)?.level ?? -1) + 1;
    open = [...open.slice(0, at < 0 ? undefined : at), { ...reading, level }];
    return { ...part, level };
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
