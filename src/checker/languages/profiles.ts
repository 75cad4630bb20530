import { byWorth, signsOf } from './signs.ts';
import { ENGLISH, type Profile, TELLING_RUNS } from './tell.ts';

/** The signs kept of a language that parents are helped in, of one that's only recognised, and of English. */
const MOST = 300;
const MOST_OF_OTHERS = 120;
const MOST_OF_ENGLISH = 600;

/** A sign in fewer places than this is chance. */
const RAREST = 2;

/** Counts are in doublings, from one to this. */
const HIGHEST = 7;

/** What a sign that a language doesn't have is taken for there, in occurrences a sign. */
const UNSEEN = 2e-5;

/**
 * Finds what languages are told by: the words and runs of letters that are commoner in one than in all others on average.
 *
 * @param lines texts by language (BCP 47), English among them
 * @param helped the languages that parents are helped in
 */
export function profilesOf(
  lines: ReadonlyMap<string, readonly string[]>,
  helped: ReadonlySet<string>,
): Profile[] {
  const shares = new Map<string, Map<string, number>>();
  const all = new Map<string, number>();
  for (const [language, texts] of lines) {
    const counts = new Map<string, number>();
    let total = 0;
    for (const text of texts)
      for (const sign of signsOf(text, TELLING_RUNS)) {
        counts.set(sign, (counts.get(sign) ?? 0) + 1);
        total += 1;
      }
    const own = new Map<string, number>();
    for (const [sign, count] of counts) {
      all.set(sign, (all.get(sign) ?? 0) + count / total);
      if (count >= RAREST) own.set(sign, count / total);
    }
    shares.set(language, own);
  }
  return [...shares].map(([language, own]) => {
    const telling = [...own]
      .map(([sign, share]) => {
        const elsewhere = ((all.get(sign) ?? 0) - share) / (shares.size - 1) + UNSEEN;
        const doublings = Math.log2(share / elsewhere);
        return { sign, worth: share * doublings, count: Math.min(HIGHEST, Math.round(doublings)) };
      })
      .filter(({ count }) => count > 1)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, language === ENGLISH ? MOST_OF_ENGLISH : helped.has(language) ? MOST : MOST_OF_OTHERS);
    return { language, signs: byWorth(telling.map(({ sign, count }) => [sign, count])) };
  });
}
