import { areAlike, follows, isSign, TYPED } from './markers.ts';
import type { Part } from './policy.ts';

/**
 * Puts paragraphs inside the items that they’re below, after a line break, where the list goes on after them: what
 * follows a whole list may be as far in without being part of its last item.
 */
export function withParagraphsInItems<P extends Part>(parts: readonly P[]): P[] {
  const joined: P[] = [];
  for (const [index, part] of parts.entries()) {
    const last = joined.at(-1);
    const next = parts.slice(index).find((each) => !isInside(each));
    const goesOn = last?.kind === 'item' && next?.kind === 'item' && goesOnWith(next.marker, last.marker);
    if (isInside(part) && goesOn) joined[joined.length - 1] = withLine(last, part);
    else joined.push(part);
  }
  return joined.map((part) => {
    if (!isInside(part)) return part;
    const { inside: _inside, ...rest } = part as P & { inside?: true };
    return rest as P;
  });
}

const isInside = (part: Part): boolean => part.kind === 'paragraph' && part.inside === true;

/**
 * Puts a paragraph inside the item before it if an inner list comes next, however far in the paragraph is: that list
 * would otherwise be in no item.
 *
 * @param parts items with the levels that the source has
 */
export function withInnerListsInItems(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const last = joined.at(-1);
    if (last?.kind === 'item' && isBeforeInnerList(last, part, parts.slice(index + 1)))
      joined[joined.length - 1] = withLine(last, part);
    else joined.push(part);
  }
  return joined;
}

type Item = Extract<Part, { kind: 'item' }>;

/** Whether a paragraph is between an item and those inside it, after which the outer list goes on. */
function isBeforeInnerList(item: Item, part: Part, rest: readonly Part[]): boolean {
  const [next] = rest;
  const after = rest.find((each) => each.kind !== 'item' || each.level <= item.level);
  return (
    item.level !== TYPED &&
    part.kind === 'paragraph' &&
    !part.text.endsWith(':') &&
    next?.kind === 'item' &&
    next.level === item.level + 1 &&
    after?.kind === 'item' &&
    after.level === item.level &&
    goesOnWith(after.marker, item.marker)
  );
}

const withLine = <P extends Part>(item: P, { text }: Part): P => ({ ...item, text: `${item.text}\n${text}` });

/** Whether an item with a marker can be the next in a list. */
function goesOnWith(marker: string, before: string): boolean {
  return follows(marker, before) || (isSign(marker) && areAlike(marker, before));
}
