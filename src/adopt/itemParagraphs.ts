import { areAlike, follows, isSign } from './markers.ts';
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
    const goesOn =
      last?.kind === 'item' &&
      next?.kind === 'item' &&
      (follows(next.marker, last.marker) || (isSign(next.marker) && areAlike(next.marker, last.marker)));
    if (isInside(part) && goesOn) joined[joined.length - 1] = { ...last, text: `${last.text}\n${part.text}` };
    else joined.push(part);
  }
  return joined.map((part) => {
    if (!isInside(part)) return part;
    const { inside: _inside, ...rest } = part as P & { inside?: true };
    return rest as P;
  });
}

const isInside = (part: Part): boolean => part.kind === 'paragraph' && part.inside === true;
