import { type Features, NO_WORD } from './features.ts';
import type { Word } from './words.ts';

/** Rows up to this level are of what about one line in 1,400 has, or more. */
const COMMON = 4;

const NOT_LATIN = /[^\P{L}\p{Script=Latin}]/u;

/**
 * Whether a text may be in another language than English: most of its words are in another script, or at most half of them
 * are common in what the model was taught: of rare words it knows some of any language, as they share buckets with others. Names, slang and typing errors make some English texts look so too: which language it is, if any,
 * is told by `languages/tell.ts`, which isn't loaded before that's needed.
 *
 * @param words the text's words
 * @param features theirs, from `featuresOf`
 * @param rows of the features, from `rowsOf`
 * @param levels of the model's rows
 */
export function mayBeOtherLanguage(
  words: readonly Word[],
  features: Features,
  rows: Uint16Array,
  levels: Uint8Array,
): boolean {
  let different = 0;
  let common = 0;
  let otherScript = 0;
  let last = -1;
  for (const [at, index] of features.firstWords.entries()) {
    // A word's own feature comes first of those it brings.
    if (index === last || features.secondWords[at] !== NO_WORD) continue;
    last = index;
    different += 1;
    const row = rows[at] ?? 0;
    if (row > 0 && (levels[row] ?? 0) <= COMMON) common += 1;
    if (NOT_LATIN.test(words[index]?.form ?? '')) otherScript += 1;
  }
  return different > 0 && (otherScript * 2 > different || common * 2 <= different);
}
