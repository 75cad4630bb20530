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
 * a paragraph or more, `2. Our gate`. Those whose parts are numbered too, as `1.1`, divide the document, and aren’t below
 * a heading that has come to its end, such as that of the versions.
 */
export function withNumberedHeadings(parts: readonly Part[]): Part[] {
  const below = Math.min(
    6,
    1 + Math.max(1, ...parts.map((part) => (part.kind === 'heading' ? part.level : 0))),
  );
  const levels = new Map(
    sequencesIn(parts)
      .filter(
        ({ indexes, isOfHeadings }) =>
          isOfHeadings && indexes.filter((index) => hasText(parts, index)).length > 1,
      )
      .flatMap(({ indexes }) => {
        const level = levelBeside(parts, indexes) ?? below;
        return indexes.map((index) => [index, level] as const);
      }),
  );
  return parts.map((part, index) => {
    const level = levels.get(index);
    return level === undefined ? part : { kind: 'heading', level, text: wordsOf(part) };
  });
}

/** The level of the heading before some lines whose parts are numbered too, if it has text of its own and isn’t the title. */
function levelBeside(parts: readonly Part[], indexes: readonly number[]): number | undefined {
  const [first = 0, last = 0] = [indexes[0], indexes.at(-1)];
  const before = parts.findLastIndex(({ kind }, index) => index < first && kind === 'heading');
  const heading = parts[before];
  const isFirst = before === parts.findIndex(({ kind }) => kind === 'heading');
  const haveParts = indexes.filter((index) => isPartOf(parts, index)).length > 1;
  const isUnbroken = parts.slice(first, last).every(({ kind }) => kind !== 'heading');
  return heading?.kind === 'heading' && !isFirst && before < first - 1 && haveParts && isUnbroken
    ? heading.level
    : undefined;
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
  const next = parts[index + 1];
  return next?.kind === 'paragraph' || next?.kind === 'row' || isPartOf(parts, index);
}

/** Whether what’s right below an item is numbered as its part. */
function isPartOf(parts: readonly Part[], index: number): boolean {
  const [part, next] = [parts[index], parts[index + 1]];
  return (
    part?.kind === 'item' &&
    next?.kind === 'item' &&
    next.marker.startsWith(`${Number.parseInt(part.marker, 10)}.`)
  );
}
