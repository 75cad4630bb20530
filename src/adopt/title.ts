import { couldBeHeading, isSignOff } from './markers.ts';
import { type Part, tidy, UnreadablePolicy } from './policy.ts';
import { isName } from './schoolName.ts';
import { wordsOf } from './tables.ts';

/** A document’s title, and what’s above and below it. */
export interface SplitTitle {
  /** Lines above the title, which aren’t part of the Code. */
  above: string[];
  title: string;
  /** Whether the title is a line of the document. */
  isInText: boolean;
  rest: readonly Part[];
  /** The lines that could be the title, if it’s not clear which of them is. */
  titles: string[];
}

/** So many lines can come before a title, such as the school’s name, a motto and the policy’s number. */
const COVER_LINES = 12;

/** A line of the cover has so many words at most. */
const COVER_WORDS = 25;

/** The site has room for a title of so many characters. */
const TITLE_LENGTH = 120;

const DOCUMENT =
  /\b(?:codes?|policy|policies|charter|agreement|expectations|procedures?|protocol|guidelines|programmes?|program)\b/i;
/** What no part of a document would be called. */
const NAMED = /\b(?:code of conduct|policy|charter)\b/i;
/** What only a document of its own is called, and hardly a part of one. */
const OF_ITS_OWN = /\b(?:code of conduct|policy|charter|agreement|procedures?|protocol|guidelines)\b/i;
const SUBJECT =
  /\b(?:parent\p{L}*|carers?|visitors?|adults?|grown[- ]?ups?|famil\p{L}*|behaviours?|conduct|home|expectations|aggressi\p{L}*|violen\p{L}*|abus\p{L}*)\b/iu;

/** Whom a Code is about. */
const PEOPLE = /\b(?:parent\p{L}*|carers?|visitors?|famil\p{L}*|home|adults?|volunteers?)\b/iu;

/** Who a Code is for. */
const FOR =
  /^(?:(?:for|of|and|our|the|all|parents?|carers?|guardians?|visitors?|famil(?:y|ies)|volunteers?|adults?|other|[&/,()’']|\s)+)$/i;

/** How a line starts that goes on with the one above. */
const GOES_ON = /^(?:(?:and|or|of|[Tt]owards?|[Rr]egarding|[Cc]oncerning|[Aa]gainst) |&)/;

/** A date, a version or another detail of the document’s cover. */
const DETAIL =
  /^(?:(?:acting|interim|executive) )?(?:head ?teacher|principal|head of school|chair of governors)\s*[:–-]|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{L}+ \d{4}\b|^(?:\w+ term |\p{Lu}\p{L}+ )?(?:19|20)\d\d$|\bversion\b|\bv ?\d|\b(?:issue|review|approval|adoption|effective|due) (?:date|period|cycle)|\bdate (?:of|for|approved|adopted)\b|\b(?:policy|document|reference|ref) ?(?:number|no\b|ref|owner|lead|holder|author|status|type)|\b(?:approved|adopted|ratified|reviewed|written|issued|prepared|agreed|updated) (?:by|on|in|:)|\b(?:reviewed|review|approved|adopted|ratified|written|date|author|owner|status|committee):|\b(?:next|last) review|\bto be reviewed\b/iu;

/** A line of a letterhead: with a postcode, a telephone number or an address on the internet. */
const LETTERHEAD =
  /\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|^(?:tel(?:ephone)?|phone|fax|e-?mail|web(?:site)?)\b\W|@\S+\.|\bwww\./im;

/** “A special school for pupils from 3 to 19” */
const DESCRIBES_SCHOOL =
  /^(?:an?|the|your) (?:[\w-]+ ){0,4}(?:school|academy|nursery|college|federation) (?:for|of|in|with)\b/i;

/** How a letter starts: “Annwyl Rieni / Dear Parents and Carers,” */
const GREETING = /\bdear [^.!?]{1,80},$/i;

/** A name in the text: “the Parent and Carer Code of Conduct” */
const NAME_IN_TEXT =
  /\p{Lu}[\p{L}’']*(?:(?:[ /,&]+|\s*[–-]\s*)(?:(?:and|or|of|for)\s+)*\p{Lu}[\p{L}’']*)*[ ](?:Code of Conduct|Policy|Charter)\b/gu;

/** What a document is called that says so nowhere. */
const USUAL = 'Parent/Carer Code of Conduct';

/** At the end of a title: which version it is. */
const VERSION = /[\s(,–-]+v(?:ersion)? ?\d[\d.]*\)?$/i;

/** What a sentence has, but no title that ends in a full stop. */
const SENTENCE =
  /\b(?:is|are|was|were|be|been|has|have|had|will|must|may|can|should|shall|do|does|apply|applies|sets?|explains?|outlines?|please|read|see|we|you|this|these|it|they)\b/i;

/** Headings of a first part. */
export const PART =
  /^(?:introduction|aims?|purpose|scope|purpose and scope|contents|rationale|background|statement of principles|vision|vision statement)$/i;

const APPENDIX = /^(?:appendix|annex|schedule)\b/i;

/**
 * Finds the title: the first line that names a code, policy or the like about how parents or visitors behave; or else
 * one that names any; or else the first line. Lines with a date or a version never are. Lines that look the same as the
 * title and are just below it belong to it, as does one above it that only says who it’s for or that it goes on with. If
 * no line at the top can be a title, it’s `chosen`, or else a name that the text or the file has.
 *
 * @param chosen the title, once somebody has said which line it is or what the document is called
 * @param fileName the document’s, with or without an extension
 * @throws UnreadablePolicy if it’s too long
 */
export function splitTitle(parts: readonly Part[], chosen?: string, fileName = ''): SplitTitle {
  const before = endOfLetter(parts) || endOfMission(parts);
  if (before > 0) {
    const code = splitTitle(parts.slice(before), chosen, fileName);
    return { ...code, above: [...parts.slice(0, before).map(wordsOf), ...code.above] };
  }
  const rows = Math.max(
    0,
    parts.findIndex(({ kind }) => kind !== 'row'),
  );
  // A table of data may stand before the title, with longer words than a cover has.
  const data = rows <= COVER_LINES && isStyledTitle(parts, rows) ? rows : 0;
  const past = parts.findIndex(
    (part, index) => index >= data && !isCoverLine(part) && !isNumberedTitle(parts, index),
  );
  const cover = parts.slice(0, Math.min(past < 0 ? parts.length : past, COVER_LINES + data));
  const textAt = (index: number): string => cover[index]?.text ?? '';
  const could = cover.flatMap((part, index) =>
    couldBeTitle(part) || isNumberedTitle(parts, index) ? [index] : [],
  );
  const first = could.find((index) => !isName(textAt(index)));
  if (first === undefined) {
    const names = cover.findIndex(({ text }) => !isName(text));
    const start = names < 0 ? cover.length : names;
    return {
      above: cover.slice(0, start).map(({ text }) => text),
      title: checkedTitle(tidy(chosen ?? '') || usualName(parts, fileName)),
      isInText: false,
      rest: parts.slice(start),
      titles: [],
    };
  }
  const top = could.filter((index) => index >= first && isTop(parts, first, index));
  const strong = top.filter((index) => DOCUMENT.test(textAt(index)) && SUBJECT.test(textAt(index)));
  const alike = top.filter(
    (index) =>
      levelOf(parts[first]) === 0 ||
      (levelOf(parts[index]) > 0 && levelOf(parts[index]) <= levelOf(parts[first])),
  );
  const weak = alike.filter((index) => DOCUMENT.test(textAt(index)) && cover[index]?.kind !== 'row');
  const said = could.find((index) => textAt(index) === chosen);
  const styled = could.find((index) => isStyledTitle(parts, index));
  // One in a title’s style may only name the school.
  const isSure = styled !== undefined && [DOCUMENT, SUBJECT].some((pattern) => pattern.test(textAt(styled)));
  const named =
    styled === undefined || isSure
      ? undefined
      : strong.find((index) => cover[index]?.kind !== 'row' && OF_ITS_OWN.test(textAt(index)));
  const about = alike.filter((index) => SUBJECT.test(textAt(index)));
  const at = said ?? named ?? styled ?? strong[0] ?? weak[0] ?? about[0] ?? first;
  const goesOn = (index: number): boolean =>
    said === undefined &&
    could.includes(index - 1) &&
    could.includes(index) &&
    cover[index - 1]?.kind === cover[index]?.kind &&
    GOES_ON.test(textAt(index));
  let start =
    said === undefined && at > 0 && could.includes(at - 1) && FOR.test(textAt(at - 1)) ? at - 1 : at;
  const leadsTo = (index: number): boolean => {
    const before = cover[index - 1];
    const [, name = ''] = /^(.+):$/.exec(before?.text ?? '') ?? [];
    return (
      said === undefined &&
      before !== undefined &&
      DOCUMENT.test(name) &&
      couldBeTitle({ ...before, text: name })
    );
  };
  while (goesOn(start) || leadsTo(start)) start -= 1;
  let below = endOfTitle(parts, at);
  while (goesOn(below)) below += 1;
  const end = /^for\b/i.test(textAt(below)) && FOR.test(textAt(below)) ? below + 1 : below;
  const title = parts
    .slice(start, end)
    .map(({ text }) => text)
    .join(' ');
  const isOpen = !(isSure && styled === at) && (strong.length === 0 || styled === at) && alike.length > 1;
  const titles = isOpen ? alike.map(textAt) : [];
  return {
    above: cover.slice(0, start).map(({ text }) => text),
    title: checkedTitle(title),
    isInText: true,
    rest: withPlainStart(parts.slice(end)),
    titles: titles.includes(title) ? titles : [],
  };
}

/** Where the Code starts below a letter that only goes with it, with a heading that names it; or 0 if there’s no such letter. */
function endOfLetter(parts: readonly Part[]): number {
  const greeting = parts.findIndex(({ text }) => /^dear\b/i.test(text));
  if (greeting < 0 || greeting >= COVER_LINES) return 0;
  const end = parts.findIndex(({ text }, index) => index > greeting && isSignOff(text));
  if (end < 0) return 0;
  const start = parts.findIndex(
    ({ kind, text }, index) => kind === 'heading' && index > end && !isName(text),
  );
  const { text = '' } = parts[start] ?? {};
  const isCode = DOCUMENT.test(text) && SUBJECT.test(text) && !SENTENCE.test(text);
  return isCode && parts.slice(end, start).every((part) => part.text.split(' ').length <= COVER_WORDS)
    ? start
    : 0;
}

/** Where the Code starts below the school’s mission, with a heading that names it; or 0 if that isn’t above it. */
function endOfMission(parts: readonly Part[]): number {
  if (!MISSION.test(parts[0]?.text ?? '')) return 0;
  const start = parts.findIndex(
    ({ kind, text }, index) => index > 0 && kind === 'heading' && OF_ITS_OWN.test(text) && SUBJECT.test(text),
  );
  return start <= LONGEST_MISSION ? Math.max(start, 0) : 0;
}

/** “Mission Statement”, “Our Vision and Values” */
const MISSION =
  /^(?:our |the |school |academy )*(?:mission|vision|values|ethos|motto|prayer)(?: statement|(?:,| and| &) (?:mission|vision|values|ethos|aims))*:?$/i;

/** A mission has so many lines at most, with its heading. */
const LONGEST_MISSION = 6;

/** The parts below the title, the first of which is no heading if it’s only the school’s name or a subtitle, as on a cover. */
function withPlainStart(parts: readonly Part[]): Part[] {
  return parts.map((part, index) =>
    index === 0 && part.kind === 'heading' && (isName(part.text) || isSubtitle(parts, 0))
      ? { kind: 'paragraph', text: part.text }
      : part,
  );
}

/** Whether a heading has nothing below it but one that’s further out, so that it’s no part’s. */
function isSubtitle(parts: readonly Part[], index: number): boolean {
  const [part, next] = [parts[index], parts[index + 1]];
  return part?.kind === 'heading' && next?.kind === 'heading' && next.level < part.level;
}

/** @throws UnreadablePolicy if there’s no room for it */
function checkedTitle(title: string): string {
  if (title.length > TITLE_LENGTH)
    throw new UnreadablePolicy(
      `The title, “${title.slice(0, 60)} …”, is longer than ${TITLE_LENGTH} characters. Put only the name of the Code at the top, and try again.`,
    );
  return title;
}

/** What a document without a title is likely called: what it calls itself most often, or its file. */
function usualName(parts: readonly Part[], fileName: string): string {
  const named = parts.flatMap(({ text }) => text.match(NAME_IN_TEXT) ?? []);
  const counts = new Map<string, number>();
  for (const found of named) {
    const name = found.replace(/^(?:The|This|Our|Your|Their|A|In|See)\s+/, '');
    if (PEOPLE.test(name) && name.length <= TITLE_LENGTH) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [inText] = [...counts].sort(([, a], [, b]) => b - a);
  const ofFile = tidy(fileName.replace(/\.\w{1,5}$/, '').replaceAll(/[-_.\s]+/g, ' ')).replaceAll(
    /\b(?:v(?:ersion)? ?\d+|final|draft|copy|approved|signed|web|(?:19|20)\d\d|\d{1,2})\b/gi,
    '',
  );
  const name = tidy(ofFile);
  return inText?.[0] ?? (DOCUMENT.test(name) && PEOPLE.test(name) ? name : USUAL);
}

/** Before the text starts: what could be a title, a motto, or a detail such as a date. */
function isCoverLine(part: Part): boolean {
  return (
    part.kind !== 'item' &&
    !APPENDIX.test(part.text) &&
    !PART.test(part.text) &&
    (couldBeTitle(part) ||
      (LETTERHEAD.test(part.text) && part.text.split(' ').length <= COVER_WORDS) ||
      DETAIL.test(part.text) ||
      (DESCRIBES_SCHOOL.test(part.text) && part.text.split(' ').length <= COVER_WORDS) ||
      /^["“‘]/.test(part.text) ||
      isLetterhead(part) ||
      GREETING.test(part.text) ||
      part.text.split(' ').length <= 6)
  );
}

/** Whether a table’s row has the school’s name, beside such as its head’s or its address, but no document’s. */
const isLetterhead = (part: Part): boolean =>
  part.kind === 'row' &&
  !DOCUMENT.test(part.text) &&
  part.text.split(' ').length <= COVER_WORDS &&
  part.cells.some((cell) => cell.split('\n').some(isName));

function couldBeTitle(part: Part): boolean {
  const isName = DOCUMENT.test(part.text) && !SENTENCE.test(part.text);
  const words = (isName ? part.text.replace(/\.$/, '') : part.text).split(' ');
  return (
    part.kind !== 'item' &&
    !isLetterhead(part) &&
    words.length <= COVER_WORDS &&
    couldBeHeading(words.slice(-12).join(' ')) &&
    !DETAIL.test(part.text.replace(VERSION, '')) &&
    !DESCRIBES_SCHOOL.test(part.text) &&
    !LETTERHEAD.test(part.text) &&
    !/^\d|^["“‘]|^(?:dear|why (?:we|do|this))\b|·.*·/i.test(part.text)
  );
}

/**
 * Whether a line has the style of a title, or is the one heading above all others right below a table, as of the policy’s
 * owner and dates, or right above a subtitle.
 */
function isStyledTitle(parts: readonly Part[], index: number): boolean {
  const part = parts[index];
  if (part?.kind !== 'heading' || isName(part.text) || !couldBeTitle(part)) return false;
  if (part.level === 0) return true;
  const isBelowTable = index > 0 && parts.slice(0, index).every(({ kind }) => kind === 'row');
  return (
    (isBelowTable || (SUBJECT.test(part.text) && isSubtitle(parts, index + 1))) && isTopmost(parts, part)
  );
}

/** Whether a heading is the only one at its level, and none is above it. */
function isTopmost(parts: readonly Part[], heading: Part & { kind: 'heading' }): boolean {
  return parts.every((part) => part === heading || part.kind !== 'heading' || part.level > heading.level);
}

/** “4.7 Code of Conduct for Visitors”, with its number among a school’s policies: no part of one has its level. */
function isNumberedTitle(parts: readonly Part[], index: number): boolean {
  const part = parts[index];
  const [, name = ''] = /^\d+(?:\.\d+)*\.?\s+(.+)$/.exec(part?.text ?? '') ?? [];
  return (
    part?.kind === 'heading' &&
    DOCUMENT.test(name) &&
    SUBJECT.test(name) &&
    couldBeTitle({ ...part, text: name }) &&
    isTopmost(parts, part)
  );
}

/** What isn’t marked as a heading may be anywhere. */
function levelOf(part: Part | undefined): number {
  return part?.kind === 'heading' ? part.level : 0;
}

/**
 * Whether a line is no heading of a part: it’s at the first line’s level, no other heading is at its own, it names a document,
 * or it goes on with the first line.
 */
function isTop(parts: readonly Part[], first: number, index: number): boolean {
  const level = levelOf(parts[index]);
  if (index === first || parts[first]?.kind !== 'heading') return true;
  if (level === 0) return true;
  return (
    level <= levelOf(parts[first]) ||
    NAMED.test(parts[index]?.text ?? '') ||
    (index === first + 1 && GOES_ON.test(parts[index]?.text ?? '')) ||
    !parts.slice(index + 1).some((part) => part.kind === 'heading' && part.level === level)
  );
}

/** After the title and the headings just below it that look the same, where there are no more of them later. */
function endOfTitle(parts: readonly Part[], start: number): number {
  const head = parts[start];
  const isSame = (part: Part | undefined): boolean =>
    head?.kind === 'heading' && part?.kind === 'heading' && part.level === head.level;
  let end = start + 1;
  while (isSame(parts[end]) && !parts.slice(end + 1).some(isSame) && !APPENDIX.test(parts[end]?.text ?? ''))
    end += 1;
  return end;
}
