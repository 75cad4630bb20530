import { couldBeHeading, follows, numberDepth } from './markers.ts';
import type { Part } from './policy.ts';
import { wordsOf } from './tables.ts';

/** Items that count on. */
interface Sequence {
  indexes: number[];
  last: string;
  /** Whether all of them could be headings. */
  isOfHeadings: boolean;
}

/**
 * Takes numbered lines for headings, below those that look like some, if there’s text below each: `1. Our day` and, after
 * a paragraph or more, `2. Our gate`.
 */
export function withNumberedHeadings(parts: readonly Part[]): Part[] {
  const headings = new Set(
    sequencesIn(parts)
      .filter(
        ({ indexes, isOfHeadings }) =>
          isOfHeadings && indexes.filter((index) => hasText(parts, index)).length > 1,
      )
      .flatMap(({ indexes }) => indexes),
  );
  const above = Math.max(1, ...parts.map((part) => (part.kind === 'heading' ? part.level : 0)));
  return parts.map((part, index) =>
    headings.has(index) ? { kind: 'heading', level: Math.min(6, above + 1), text: wordsOf(part) } : part,
  );
}

function sequencesIn(parts: readonly Part[]): Sequence[] {
  const sequences: Sequence[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'item' || numberDepth(part.marker) !== 1) continue;
    const { marker } = part;
    const isHeading = couldBeOne(parts, index);
    const before = sequences.filter(({ last }) => follows(marker, last));
    // A list below a heading may have got to the same number.
    const own =
      (isHeading ? before.findLast(({ isOfHeadings }) => isOfHeadings) : undefined) ?? before.at(-1);
    if (own !== undefined) {
      own.indexes.push(index);
      own.last = marker;
      own.isOfHeadings &&= isHeading;
    } else if (Number.parseInt(marker, 10) === 1)
      sequences.push({ indexes: [index], last: marker, isOfHeadings: isHeading });
  }
  return sequences;
}

/** Whether an item is short, and no other of its list comes next. */
function couldBeOne(parts: readonly Part[], index: number): boolean {
  const [part, next] = [parts[index], parts[index + 1]];
  if (part?.kind !== 'item' || next === undefined) return false;
  const isNext = next.kind === 'item' && follows(next.marker, part.marker);
  return !isNext && /^\P{Ll}/u.test(part.text) && couldBeHeading(part.text.replace(/\?$/, ''));
}

/** Whether text is right below an item: a paragraph, a table or what’s numbered as its part, as `1.1` is of `1.` */
function hasText(parts: readonly Part[], index: number): boolean {
  const [part, next] = [parts[index], parts[index + 1]];
  if (part?.kind !== 'item' || next?.kind !== 'item')
    return next?.kind === 'paragraph' || next?.kind === 'row';
  return next.marker.startsWith(`${Number.parseInt(part.marker, 10)}.`);
}
