import type { Claim } from './wording.ts';

/** What claims something about a Code: no stock sentence with it may be left when it’s about another one. */
const CLAIMING =
  /\b(?:the|our) Code (?:says|doesn’t say|speaks|lists|objects|has a list|takes|is only|asks|means)\b(?! about| can happen| anything| nothing|\.)|\bappendix\b|(?:\bgovernors|\{body\}) (?:don’t )?(?:think|consider|believe)\b|\bone part\b|\banother part\b|\bthe part about\b|\b(?:two|three|four|five) (?:parts|sections)\b/i;

/** Said by the site’s own frame around a quotation, and true of any. */
const FRAME = /^(?:This is what our Code says:|.*marked “The Code says”.*)$/;

/** A sentence that was replaced, or that a person has to read. */
export interface Reworded {
  file: string;
  was: string;
  /** Undefined if it’s still there and has to be read. */
  now: string | undefined;
}

/**
 * Replaces the claims in a value’s texts, however deep, and finds any that are left.
 *
 * @param file shown in the list
 * @returns the value with empty texts left out, and what changed
 */
export function neutralise<T>(
  file: string,
  value: T,
  claims: readonly Claim[],
): { value: T; reworded: Reworded[] } {
  const reworded: Reworded[] = [];
  const rewrite = (text: string): string => {
    let now = text;
    for (const { claim, neutral } of claims) {
      const found = claim.includes(' ') ? now.includes(claim) : now === claim;
      if (!found) continue;
      reworded.push({ file, was: claim, now: neutral });
      now = now.replaceAll(claim, neutral);
    }
    if (now !== text) now = tidied(now);
    for (const sentence of now.split(/(?<=[.!?:])\s+|\n/))
      if (CLAIMING.test(sentence) && !FRAME.test(sentence))
        reworded.push({ file, was: sentence, now: undefined });
    return now;
  };
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return rewrite(part);
    if (Array.isArray(part)) return part.map(walk).filter((each) => each !== '');
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part)
        .map(([key, inner]) => [key, walk(inner)] as const)
        .filter(([, inner]) => inner !== ''),
    );
  };
  return { value: walk(value) as T, reworded };
}

/** A text without the gaps that sentences left. */
function tidied(text: string): string {
  return text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/^ +| +$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimStart();
}
