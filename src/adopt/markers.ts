import { isItemNumber, SIGNS } from '../code/itemMarker.ts';
import { type Part, tidy } from './policy.ts';

/** Bullets, which only say that a list item starts. */
const BULLETS =
  '•‣⁃»›⦁→⇒·∙⋅★☆☚-☟☺☻♠-♧♥♦⚪⚫✥-✧✩-❋❍❏-❒❖❢-❧➔-➯➱-➾⬛⬜⭐⧫\\u25A0-\\u25FF\\u2B1D-\\u2B2F\\u{1F780}-\\u{1F7D8}';

const BULLET_SIGN = new RegExp(`[${BULLETS}]`, 'gu');

const MARKER_SIGN = new RegExp(`^[${BULLETS}${SIGNS}]$`, 'u');

/** What stands for a bullet of any shape. */
export const BULLET = '•';

/** A text without its bullets. */
export function withoutBullets(text: string): string {
  return text.replaceAll(/(?<=^|\s)[-–*+>ox](?=\s|$)/g, ' ').replaceAll(BULLET_SIGN, ' ');
}

/** How a marker is written: a bullet of any shape as {@link BULLET}. */
export function plainMarker(marker: string): string {
  return new RegExp(`^(?:[${BULLETS}]|[-–*+>ox])$`, 'u').test(marker) ? BULLET : marker;
}

/** Whether a marker is only a bullet or a hyphen. */
export function isBullet(marker: string): boolean {
  return plainMarker(marker) === BULLET;
}

/** Whether a marker says that what follows is right (✔) or wrong (✘). */
export function tickOf(marker: string): 'expected' | 'not-tolerated' | undefined {
  if (/[✔✓√☑✅]/u.test(marker)) return 'expected';
  return /[✘✗✕✖❌☒]/u.test(marker) ? 'not-tolerated' : undefined;
}

/** Whether a marker is a bullet, a tick or a cross. */
export function isSign(marker: string): boolean {
  return isBullet(marker) || tickOf(marker) !== undefined;
}

/** A line to cut along, such as `- - - -` above a reply slip: only dashes, dots and scissors. */
const CUT_LINE = /^(?:[-–—―‐.…·•✀-✄]\s*){3,}$/u;

/** Whether a line is only one to cut along, with dashes or scissors, and not one of dots to write on. */
export function isCutLine(text: string): boolean {
  return (CUT_LINE.test(text.trim()) && /[-–—―‐✀-✄]/u.test(text)) || /^\s*(?:_\s){8,}_?\s*$/.test(text);
}

/** “Step 1”, “Stage two:” */
const COUNTED_STEP =
  /^(?:step|stage|phase)\s+(?:\d{1,2}|one|two|three|four|five|six|[A-F]|[ivx]+)\s?[.:)–-]?$/i;
/** “First”, “Then:” */
const STEP_IN_TURN = /^(?:first|second|third|next|then|finally|last)(?:ly)?[,:]?$/i;
/** “C2” */
const LETTERED_NUMBER = /^\p{Lu}\d{1,2}\.?$/u;

/** Whether a text only counts steps or clauses, as before the words of one. */
export function isStep(text: string): boolean {
  return [COUNTED_STEP, STEP_IN_TURN, LETTERED_NUMBER].some((step) => step.test(text.trim()));
}

/** A line’s marker and the rest; no marker if it has none. */
export function splitMarker(line: string): { marker: string; text: string } {
  const text = tidy(line);
  if (CUT_LINE.test(text)) return { marker: '', text };
  const [, first = '', rest = ''] = /^(\S+)\s+(\S.*)$/.exec(text) ?? [];
  const single = [...first].length === 1;
  if (MARKER_SIGN.test(first)) return { marker: first, text: rest };
  // Word’s second bullet is an `o`, which is no word; an `x` is a cross.
  if (isItemNumber(first) || (single && /[-–*+>ox]/.test(first))) return { marker: first, text: rest };
  // Before a capital, it may be an initial.
  if (/^\p{Lu}\.$/u.test(first) && /^\p{Ll}/u.test(rest)) return { marker: first, text: rest };
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
  return withoutMarker(text).split(
    /(?<=\p{L}{2}[.!?;]|[)”’][.!?;])(?<!\b(?:Mrs?|Ms|Mx|Dr|Revd?|Fr|Sr|St|Prof)\.)\s+(?=[\p{Lu}“‘"']|\(\p{Lu})/u,
  );
}

/** What a marker says: its kind, and its place in a list of that kind, or 0 if it’s no number. */
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

/** Whether a marker is the one after another: `(d)` is after `(c)`. */
export function follows(marker: string, before: string): boolean {
  return readingsOf(marker).some(({ kind, value }) =>
    readingsOf(before).some((last) => value > 0 && kind === last.kind && value === last.value + 1),
  );
}

/** How a sentence ends, or a part of one that what’s next needn’t go on with. */
export const SENTENCE_END = /[.!?:;]['"’”)]*$/;

/**
 * Whether what looks like a marker where a line starts is only part of a sentence: a dash, or a number such as `2.1` after
 * “section”.
 *
 * @param parts those before, in the last of which the sentence would be
 * @param next the next line’s marker, if it has one
 */
export function isMidSentence(marker: string, parts: readonly Part[], next: string): boolean {
  const last = parts.at(-1);
  if (marker === '' || last === undefined) return false;
  const list = parts.slice(parts.findLastIndex(({ kind }) => kind !== 'item') + 1);
  const isWord =
    /^[-–]$/.test(marker) || numberDepth(marker) > 1 || readingsOf(marker).every(({ value }) => value > 1);
  const others = [next, ...list.map((part) => (part.kind === 'item' ? part.marker : ''))];
  const isOfList = others.some((other) => other !== '' && areAlike(marker, other));
  return isWord && !isOfList && !SENTENCE_END.test(last.text);
}

type Item = Extract<Part, { kind: 'item' }>;

/** The level of an item whose source doesn’t tell it, as its marker is typed. */
export const TYPED = -1;

/** A list that the next item may be in, inside those before it. */
interface OpenList extends Reading {
  /** Its level as the source has it. */
  own: number;
}

/**
 * Gives list items their levels: one that goes on with a list is at that list’s level, and one of a kind not met since
 * the list began is one level deeper, unless its source or its indent says that it’s no further in.
 *
 * @param parts items with the levels that the source has, or with how far they’re indented
 * @param bulletKind what tells bullets and ticks of one list from those of another, by their level and sign
 * @param isKnown whether an item’s level is true, at least among those of its own list
 */
export function levelsByMarker(
  parts: readonly Part[],
  bulletKind: (level: number, kind: string) => string = (level, kind) => `${level} ${kind}`,
  isKnown: (item: Item) => boolean = () => false,
): Part[] {
  let open: OpenList[] = [];
  const readings = ({ marker, level }: Item): [Reading, ...Reading[]] => {
    const [likely, ...more] = readingsOf(marker);
    return likely.value === 0 && isSign(marker)
      ? [{ ...likely, kind: bulletKind(level, likely.kind) }]
      : [likely, ...more];
  };
  /** Whether an item can be the next one of a list. */
  const goesOn = (item: Item, list: OpenList): boolean =>
    (!isKnown(item) || list.own === TYPED || list.own === item.level) &&
    readings(item).some(({ kind, value }) => kind === list.kind && value === list.value + Math.sign(value));
  const isNoFurtherOut = ({ own }: OpenList, { level }: Item): boolean => own >= level || own === TYPED;
  /** Whether a list of another kind is inside of those that the source has at its level or further in. */
  const isInside = (item: Item, index: number): boolean => {
    const before = parts[index - 1];
    if (before?.kind === 'item' && before.text.endsWith(':')) return true;
    const end = parts.findIndex(({ kind }, at) => at > index && kind !== 'item');
    const later = parts.slice(index + 1, end < 0 ? undefined : end);
    return (
      readings(item)[0].value <= 1 &&
      open.some((list) => isNoFurtherOut(list, item) && later.some((each) => goesOn(each as Item, list)))
    );
  };
  const placeOf = (item: Item, index: number): { at: number; reading: Reading; isNew?: boolean } => {
    const [likely] = readings(item);
    const next = parts[index + 1];
    // Before `(ii)`, `(i)` is no letter.
    const starts =
      likely.value === 1 && next?.kind === 'item' && goesOn(next, { ...likely, own: item.level });
    const goingOn = starts ? [] : open.filter((list) => goesOn(item, list));
    const list = goingOn.findLast(({ own }) => own === item.level) ?? goingOn.at(-1);
    if (list !== undefined)
      return {
        at: open.indexOf(list),
        reading: { kind: list.kind, value: list.value + Math.sign(list.value) },
      };
    // What starts again further in is another list.
    const known = open.findLastIndex(
      ({ kind, own }) =>
        kind === likely.kind &&
        (own === TYPED ||
          own === item.level ||
          (!isKnown(item) && !(likely.value === 1 && own < item.level))),
    );
    if (known >= 0) return { at: known, reading: likely };
    // What doesn’t start there goes on from further up.
    if (!isKnown(item) && likely.value > 1) return { at: 0, reading: likely, isNew: true };
    const fromBullet = open.findIndex(
      ({ own, value }) => !isKnown(item) && value === 0 && item.level !== TYPED && own > item.level,
    );
    if (fromBullet >= 0) return { at: fromBullet, reading: likely, isNew: true };
    // A number or tick is in a bullet’s item only if something says so; a letter is.
    const outer = open.findIndex(
      (list) =>
        isNoFurtherOut(list, item) &&
        (isKnown(item) ||
          (list.value === 0 && (/^\d/.test(item.marker) || tickOf(item.marker) !== undefined))),
    );
    const at = outer < 0 || isInside(item, index) ? open.length : outer;
    return { at, reading: likely, isNew: true };
  };
  return parts.map((part, index) => {
    if (part.kind !== 'item') {
      const next = parts[index + 1];
      if (next?.kind !== 'item' || isKnown(next) || placeOf(next, index + 1).isNew === true) open = [];
      return part;
    }
    const { at, reading } = placeOf(part, index);
    open = [...open.slice(0, at), { ...reading, own: part.level }];
    return { ...part, level: at };
  });
}

/** So many words a line in bold can have that introduces what’s below it as a shorter heading does. */
export const INTRODUCTION_WORDS = 16;

/** Whether a line ends as one does that something follows: with a colon, or with a dash instead. */
export function leadsToMore(text: string): boolean {
  return /(?::[-–—]?|\p{L}\s?[-–—])$/u.test(text);
}

/**
 * Whether a line all in bold could be a heading: it may also be a question, or end in a colon or dash if text follows.
 *
 * @param next what follows, if anything
 */
export function couldBeBoldHeading(text: string, next: { kind: string } | undefined): boolean {
  if (leadsToMore(text))
    return next?.kind === 'paragraph' && couldBeHeading(text.replace(/[\s:–—-]+$/, ''), INTRODUCTION_WORDS);
  return couldBeHeading(text.endsWith('?') ? text.slice(0, -1) : text);
}

/** How a letter ends, right above its writer’s name. */
const SIGN_OFF =
  /^(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:(?:our|my|very|many|kind|kindest|best|warm|warmest) )*(?:regards|wishes|thanks))\W*$/i;

/** Whether a line ends a letter, so that what’s below it is its writer’s name and no heading. */
export function isSignOff(text: string): boolean {
  return SIGN_OFF.test(text);
}

/** An address on the internet, which is underlined for another reason than a heading. */
export const LINK = /@|\bwww\.|:\/\/|\S\.\p{L}/u;

/**
 * Whether a line could be a heading: a few words with no punctuation at the end.
 *
 * @param most so many words
 */
export function couldBeHeading(text: string, most = 12): boolean {
  return (
    text.split(' ').length <= most &&
    !/[.,:;!?]['"’”)]*$/.test(text) &&
    /\p{L}/u.test(text) &&
    !ONLY_DATE.test(text) &&
    !DATED.test(text)
  );
}

/** “Approved by the governing body: Summer 2021” */
const DATED =
  /^(?:(?:approval|adoption|review|issue|effective) date|date (?:of|for|approved|adopted)|(?:next|last) review|(?:last )?reviewed|approved|adopted|ratified|agreed)\b.*\b(?:19|20)\d\d$/i;

/** “January 2019”, “1st September 2024”, “Autumn Term 2025” */
const ONLY_DATE =
  /^(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter)\p{L}*(?: term)?,? (?:19|20)\d\d$/iu;
