/** A run of a reply's words: plain, or a place that the writer fills in, without its brackets. */
export type LetterRun = { text: string } | { place: string };

/** A paragraph of a reply as it is written: words, or what stands there for the clause or the route. */
export type ReplyParagraph = { kind: 'text'; runs: LetterRun[] } | { kind: 'clause' } | { kind: 'route' };

/** The places that every reply must have, as they are written in its square brackets. */
export const PARENT_PLACE = 'name of parent';
export const WRITER_PLACE = 'your name';

/**
 * Takes the text of a reply apart. Blank lines part paragraphs; a line's end inside one is a space.
 *
 * @param text as in `content/situations/<id>.yaml`, without the mistakes that `schemas/reply.ts` finds
 */
export function parseReply(text: string): ReplyParagraph[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph): ReplyParagraph => {
      const words = paragraph.trim().replace(/\s*\n\s*/g, ' ');
      if (words === '{clause}') return { kind: 'clause' };
      if (words === '{route}') return { kind: 'route' };
      return { kind: 'text', runs: runsOf(words) };
    });
}

function runsOf(words: string): LetterRun[] {
  return words
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? { place: part.slice(1, -1).trim() } : { text: part }));
}
