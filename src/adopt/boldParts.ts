import { withInnerListsInItems, withParagraphsInItems } from './itemParagraphs.ts';
import { couldBeBoldHeading, levelsByMarker, numberDepth, splitMarker, TYPED } from './markers.ts';
import { withNumberedHeadings } from './numberedHeadings.ts';
import { type Part, tidy } from './policy.ts';
import { isAllBold, withColumnTitles, wordsOf } from './tables.ts';

/** Some of a paragraph's words, all bold or none. */
export interface Piece {
  text: string;
  bold: boolean;
}

/** A paragraph’s words as a part. Some people type their bullets and numbers, which {@link finishParts} gives levels. */
export function textParts(words: string): Part[] {
  const { marker, text } = splitMarker(words);
  if (text === '') return [];
  return [marker === '' ? { kind: 'paragraph', text } : { kind: 'item', level: TYPED, marker, text }];
}

/** A part with the words in bold at its start, but for its marker. */
export function withBoldStart(part: Part, pieces: readonly Piece[]): Part {
  const bold = boldStart(pieces, part.text);
  return bold === '' || part.kind === 'heading' || part.kind === 'row' ? part : { ...part, bold };
}

function boldStart(pieces: readonly Piece[], words: string): string {
  const isMarker = (text: string): boolean => splitMarker(`${text} x`).text === 'x';
  let start = '';
  for (const { text, bold } of pieces) {
    if (start === '' && !bold && isMarker(text)) continue;
    if (!bold && text.trim() !== '') break;
    start += text;
  }
  const text = tidy(start);
  return words.startsWith(text) ? text : splitMarker(text).text;
}

/** Turns what a word processor’s file has into the parts of a policy. */
export function finishParts(parts: readonly Part[]): Part[] {
  return levelsByMarker(
    withInnerListsInItems(
      withParagraphsInItems(withNumberedHeadings(withColumnTitles(withFakeHeadings(parts)))),
    ),
    (_, kind) => kind,
    ({ level }) => level !== TYPED,
  );
}

/**
 * Takes short paragraphs in bold for headings, as many people make them, below those with a style of their own, unless
 * they’re written like them. A number such as `1.1` says that one is below another.
 */
function withFakeHeadings(parts: readonly Part[]): Part[] {
  const introductions = parts.filter((_, index) => introducesList(parts, index));
  let titled = parts.some((part) => part.kind === 'heading' && part.level <= 1);
  return parts.map((part, index) => {
    const isOneOfSeveral = introductions.length > 1 && introductions.includes(part);
    if (!isOneOfSeveral && !couldBeFake(parts, index, parts[index + 1])) return part;
    const text = wordsOf(part);
    const below = titled || text.endsWith(':') ? 4 + Math.max(1, numberDepth(text)) : 1;
    titled = true;
    return { kind: 'heading', level: levelAmong(parts, index) ?? Math.min(6, below), text };
  });
}

/** Whether a line in bold ends in a colon, right above a list. One alone is only the list’s first words. */
function introducesList(parts: readonly Part[], index: number): boolean {
  const [part, next] = [parts[index], parts[index + 1]];
  return (
    part?.text.endsWith(':') === true &&
    next?.kind === 'item' &&
    couldBeFake(parts, index, { kind: 'paragraph' })
  );
}

/** @param next what’s taken to follow */
function couldBeFake(parts: readonly Part[], index: number, next: { kind: string } | undefined): boolean {
  const [part, after] = [parts[index], parts[index + 1]];
  if (part === undefined || !isAllBold(part)) return false;
  const numbered = part.kind !== 'item' || /^\d/.test(part.marker);
  // Two labels of a form are no headings.
  const label = after !== undefined && isAllBold(after) && after.text.endsWith(':');
  return numbered && couldBeBoldHeading(wordsOf(part), label ? undefined : next);
}

/** The level of the headings with a style, if a line in bold is a question as all of them are. */
function levelAmong(parts: readonly Part[], index: number): number | undefined {
  const styled = parts.flatMap((part) => (part.kind === 'heading' && part.level > 0 ? [part] : []));
  const [first] = styled;
  const isOfThem = [parts[index], ...styled].every((part) => part?.text.endsWith('?'));
  return isOfThem && styled.every(({ level }) => level === first?.level) ? first?.level : undefined;
}
