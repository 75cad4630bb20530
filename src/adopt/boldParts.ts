import { couldBeHeading, splitMarker } from './markers.ts';
import type { Part } from './policy.ts';

/** A part, and whether all its words are bold. */
export type Bold = Part & { allBold?: boolean };

/** A paragraph’s words as a part. Some people type their bullets and numbers. */
export function textParts(words: string, level: number): Bold[] {
  if (words === '') return [];
  const { marker, text } = splitMarker(words);
  return [marker === '' ? { kind: 'paragraph', text } : { kind: 'item', level, marker, text }];
}

/** Turns what a word processor’s file has into the parts of a policy. */
export function finishParts(parts: readonly Bold[]): Part[] {
  return withOutermostAtZero(withFakeHeadings(parts));
}

/** Takes short paragraphs in bold for headings, as many people make them, below those with a style of their own. */
function withFakeHeadings(parts: readonly Bold[]): Part[] {
  const hasTitle = parts.some((part) => part.kind === 'heading' && part.level <= 1);
  let titled = hasTitle;
  return parts.map(({ allBold, ...part }) => {
    const words = part.kind === 'item' ? `${part.marker} ${part.text}` : part.text;
    const numbered = part.kind !== 'item' || /^\d/.test(part.marker);
    if (allBold !== true || part.kind === 'heading' || !numbered || !couldBeHeading(words)) return part;
    const level = titled ? 5 : 1;
    titled = true;
    return { kind: 'heading', level, text: words };
  });
}

/** Moves each list out as far as it goes: Word counts a numbered heading above it as a level. */
function withOutermostAtZero(parts: readonly Part[]): Part[] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.kind === 'item' && part.kind === 'item') last.push(part);
    else runs.push([part]);
  }
  return runs.flatMap((run) => {
    const outermost = Math.min(...run.map((part) => (part.kind === 'item' ? part.level : 0)));
    return run.map((part) => (part.kind === 'item' ? { ...part, level: part.level - outermost } : part));
  });
}
