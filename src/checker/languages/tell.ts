import { type Signs, signsOf, worthOf } from './signs.ts';

/** What a language is told by: its commonest words and runs of letters, and how strongly each speaks for it. */
export interface Profile {
  /** BCP 47, such as `pl`. */
  language: string;
  signs: Signs;
}

/** Letters of a script that only one of the languages has. */
const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Gurmukhi}/u, 'pa'],
  [/\p{Script=Gujarati}/u, 'gu'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Telugu}/u, 'te'],
  [/\p{Script=Malayalam}/u, 'ml'],
  [/\p{Script=Kannada}/u, 'kn'],
  [/\p{Script=Sinhala}/u, 'si'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'ka'],
];

export const ENGLISH = 'en';
export const UNDETERMINED = 'und';

/** Languages are told by words, and by runs of this many letters. */
export const TELLING_RUNS = [2, 3] as const;

/** Beyond this many characters nothing more is learned. */
const ENOUGH = 600;

/** On average, a sign must count this much for the language, and this much more for it than for English. */
const LEAST = 0.75;
const LEAST_LEAD = 0.3;
/** All signs together must count this much more for it than for English, so that two odd words don't decide. */
const LEAST_LEAD_IN_ALL = 22;

/**
 * Makes the function that tells which language a text is in that doesn't look English. It adds up, for each language,
 * what the text's words and runs of letters count for it (after Cavnar and Trenkle, "N-Gram-Based Text Categorization",
 * 1994).
 *
 * @returns a function of the text: BCP 47, {@link UNDETERMINED} where it isn't English but can't be told, or null where
 *   it's English after all. Takes linear time.
 */
export function createLanguageTeller(profiles: readonly Profile[]): (text: string) => string | null {
  const counts = new Map<string, [language: number, count: number][]>();
  for (const [language, { signs }] of profiles.entries())
    for (const [sign, count] of worthOf(signs))
      counts.set(sign, [...(counts.get(sign) ?? []), [language, count]]);
  const english = profiles.findIndex(({ language }) => language === ENGLISH);
  return (text) => {
    const start = text.slice(0, ENOUGH);
    const letters = start.match(/\p{L}/gu) ?? [];
    const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
    const otherScript = foreign * 2 > letters.length;
    const alone = otherScript && BY_SCRIPT.find(([script]) => script.test(start));
    if (alone) return alone[1];
    const signs = signsOf(start, TELLING_RUNS);
    const sums = profiles.map(() => 0);
    for (const sign of signs)
      for (const [language, count] of counts.get(sign) ?? []) sums[language] = (sums[language] ?? 0) + count;
    let best = -1;
    for (const language of profiles.keys())
      if (language !== english && (best < 0 || (sums[language] ?? 0) > (sums[best] ?? 0))) best = language;
    const sum = sums[best] ?? 0;
    const lead = sum - (sums[english] ?? 0);
    const told = profiles[best]?.language ?? UNDETERMINED;
    if (otherScript) return sum === 0 ? UNDETERMINED : told;
    const clear =
      sum >= LEAST * signs.length && lead >= LEAST_LEAD * signs.length && lead >= LEAST_LEAD_IN_ALL;
    return clear ? told : null;
  };
}
