import { withParagraphsInItems } from './itemParagraphs.ts';
import { couldBeBoldHeading, levelsByMarker, numberDepth, splitMarker, TYPED } from './markers.ts';
import { withNumberedHeadings } from './numberedHeadings.ts';
import { type Part, tidy } from './policy.ts';
import { isAllBold, wordsOf } from './tables.ts';

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
    withParagraphsInItems(withNumberedHeadings(withFakeHeadings(parts))),
    (_, kind) => kind,
    ({ level }) => level !== TYPED,
  );
}

/**
 * Takes short paragraphs in bold for headings, as many people make them, below those with a style of their own. A number
 * such as `1.1` says that one is below another.
 */
function withFakeHeadings(parts: readonly Part[]): Part[] {
  let titled = parts.some((part) => part.kind === 'heading' && part.level <= 1);
  return parts.map((part, index) => {
    if (!isAllBold(part)) return part;
    const numbered = part.kind !== 'item' || /^\d/.test(part.marker);
    const next = parts[index + 1];
    // Two labels of a form are no headings.
    const label = next !== undefined && isAllBold(next) && next.text.endsWith(':');
    if (!numbered || !couldBeBoldHeading(wordsOf(part), label ? undefined : next)) return part;
    const level = titled ? 4 + Math.max(1, numberDepth(wordsOf(part))) : 1;
    titled = true;
    return { kind: 'heading', level: Math.min(6, level), text: wordsOf(part) };
  });
}
