import { plainText } from './plain.ts';
import type { Language } from './schema.ts';
import { type Signs, signsOf, worthOf } from './signs.ts';

/** What was learned from a language's example lines, by `learnDanger.ts`. */
export interface LearnedDanger {
  signs: Signs;
  /** What a sign of worth 1 adds, and what every text starts from, in log-odds. */
  step: number;
  start: number;
}

/** Danger is told by words, and by runs of this many letters: fewer where there are no spaces between words. */
export const DANGER_RUNS = [3, 4] as const;
export const DANGER_RUNS_WITHOUT_SPACES = [1, 2] as const;

/** In log-odds: from here, a text brings up the panel. */
const LEAST = 0.35;

/**
 * Makes the function that says whether a text in a language tells of danger: one of the language's entries is in it, or
 * its words and letters are more like those of the example lines that do.
 *
 * An entry matches where a word starts so; one in several parts needs them all, in any order.
 */
export function createDangerFinder(
  { danger, attached, spaces }: Pick<Language, 'danger' | 'attached' | 'spaces'>,
  learned: LearnedDanger | undefined,
): (text: string) => boolean {
  const plain = (text: string): string => (spaces ? plainText(text) : plainText(text).replace(/ /g, ''));
  const entries = danger.map((entry) =>
    entry.split('+').map((part) => {
      const start = plain(part).trimEnd();
      return spaces
        ? [start, ...attached.map((word) => ` ${plainText(word).trim()}${start.trim()}`)]
        : [start];
    }),
  );
  const worth = worthOf(learned?.signs ?? {});
  return (text) => {
    const words = plain(text);
    if (entries.some((parts) => parts.every((forms) => forms.some((form) => words.includes(form)))))
      return true;
    if (learned === undefined) return false;
    const signs = new Set(signsOf(text, spaces ? DANGER_RUNS : DANGER_RUNS_WITHOUT_SPACES));
    let sum = 0;
    for (const sign of signs) sum += worth.get(sign) ?? 0;
    return learned.start + (sum * learned.step) / Math.sqrt(Math.max(1, signs.size)) >= LEAST;
  };
}
