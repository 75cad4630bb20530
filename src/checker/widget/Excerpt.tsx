import type { Range } from '../reading/reader.ts';

/** Words kept before and after the deciding ones where a story is too long to show again. */
const CONTEXT = 60;
const SHORT_ENOUGH = 280;

/** The reader's own words, with those marked that decided the answer. */
export function Excerpt({ text, explanation }: { text: string; explanation: readonly Range[] }) {
  if (explanation.length === 0) return null;
  return (
    <p class="excerpt">
      <span class="label">Because you wrote</span>
      <q>{pieces(text, explanation).map(({ words, decided }) => (decided ? <mark>{words}</mark> : words))}</q>
    </p>
  );
}

interface Piece {
  words: string;
  decided: boolean;
}

/**
 * Cuts a text at its deciding ranges; what is far from any of them in a long text becomes " … ".
 *
 * @param explanation sorted, not overlapping
 */
export function pieces(text: string, explanation: readonly Range[]): Piece[] {
  const whole = text.length <= SHORT_ENOUGH;
  const found: Piece[] = [];
  const add = (start: number, end: number, edges: { atStart: boolean; atEnd: boolean }): void => {
    const between = text.slice(start, end);
    const keep = (edges.atStart ? 0 : CONTEXT) + (edges.atEnd ? 0 : CONTEXT);
    if (whole || between.length <= keep + CONTEXT) found.push({ words: between, decided: false });
    else {
      const before = edges.atStart ? '' : between.slice(0, CONTEXT).replace(/\S*$/, '');
      const after = edges.atEnd ? '' : between.slice(-CONTEXT).replace(/^\S*/, '');
      found.push({ words: `${before}…${after}`, decided: false });
    }
  };
  let last = 0;
  for (const { start, end } of explanation) {
    if (start > last) add(last, start, { atStart: last === 0, atEnd: false });
    found.push({ words: text.slice(start, end), decided: true });
    last = end;
  }
  if (last < text.length) add(last, text.length, { atStart: false, atEnd: true });
  return found;
}
