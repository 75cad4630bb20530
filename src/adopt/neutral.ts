import { parseDocument, visit } from 'yaml';
import { withoutTies } from '../content/readBeside.ts';
import type { Claim } from './wording.ts';

/** What follows “the Code” where a sentence claims something about it. */
const VERBS =
  'is|isn’t|was|has|says?|doesn’t|does|can|can’t|will|won’t|speaks?|lists?|objects?|takes?|asks?|means?|covers?|expects?|applies|allows?|forbids?|wants?|tells?|names?|starts?|ends?|prints?|treats?|requires?|mentions?|calls?|gives?|sets?|lets?|protects|comes';

/** What claims something about a Code, its parts, its appendix or the views of those who adopt it. */
const CLAIMING = new RegExp(
  [
    `\\b(?:[Tt]he|[Oo]ur|[Yy]our) Code(?:’s (?:own )?words)?(?: itself| only| also| never| always)? (?:${VERBS})\\b(?! about| can happen| anything|\\.|$)`,
    '\\b(?:[Aa]gainst|[Uu]nder) (?:the|our) Code\\b',
    '\\b[Aa]ppendi(?:x|ces)\\b(?!\\}|:)',
    '(?:\\b[Gg]overnors|\\b[Tt]rustees|\\{body\\}) (?:don’t |have |will |can )*(?:think|consider|believe|want|expect|feel|say|decided?|wrote|agree)\\b',
    '\\b(?:[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\\d+) (?:part|section|clause)s?\\b',
    '\\b[Tt]he part (?:about|on)\\b',
  ].join('|'),
);

const IS_ID = /^[a-z]+(?:-[a-z0-9]+)+$/;

/** A sentence that was replaced, or that a person has to read. */
export interface Reworded {
  file: string;
  was: string;
  /** Undefined if it’s still there and has to be read. */
  now: string | undefined;
}

/** The sentences of a text that claim something about a Code, but for those known to be true of any. */
export function claimingIn(text: string, claims: readonly Claim[]): string[] {
  if (IS_ID.test(text)) return [];
  const known = claims.flatMap((each) => ('holds' in each ? [each.claim] : []));
  return text
    .split(/(?<=[.!?:])\s+|\n/)
    .filter((sentence) => CLAIMING.test(known.reduce((left, claim) => left.replaceAll(claim, ''), sentence)));
}

/**
 * Replaces the claims in a value’s texts, however deep, and finds any that are left. What was read beside the old Code’s
 * clauses wasn’t read beside the new one’s, so nothing says so any more.
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
    for (const each of claims) {
      if ('holds' in each) continue;
      const { claim, neutral } = each;
      const found = claim.includes(' ') ? now.includes(claim) : now === claim;
      if (!found) continue;
      reworded.push({ file, was: claim, now: neutral });
      now = now.replaceAll(claim, neutral);
    }
    if (now !== text) now = tidied(now);
    for (const was of claimingIn(now, claims)) reworded.push({ file, was, now: undefined });
    return now;
  };
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return rewrite(part);
    if (Array.isArray(part)) return part.map(walk).filter((each) => each !== '');
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([key]) => key !== 'readBeside')
        .map(([key, inner]) => [key, walk(inner)] as const)
        .filter(([, inner]) => inner !== ''),
    );
  };
  return { value: walk(value) as T, reworded };
}

/** The same for a YAML file as it’s written, with its notes. */
export function neutraliseYaml(
  file: string,
  text: string,
  claims: readonly Claim[],
): { value: string; reworded: Reworded[] } {
  const untied = withoutTies(text);
  const document = parseDocument(untied);
  const reworded: Reworded[] = [];
  visit(document, {
    Scalar: (place, node) => {
      if (place === 'key') return;
      const neutral = neutralise(file, node.value, claims);
      reworded.push(...neutral.reworded);
      node.value = neutral.value;
    },
  });
  const isChanged = reworded.some(({ now }) => now !== undefined);
  return { value: isChanged ? document.toString({ lineWidth: 0 }) : untied, reworded };
}

/** A text without the gaps that sentences left. */
function tidied(text: string): string {
  return text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/^ +| +$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimStart();
}
