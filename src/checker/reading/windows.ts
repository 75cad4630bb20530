import type { Word } from './words.ts';

/** A longer sentence is read in pieces of so many words, each starting so many after the one before. */
const LONGEST = 20;
const STRIDE = 10;
/** A sentence this much longer is still read whole. */
const SLACK = 4;

/**
 * A text's sentences, the long ones in overlapping pieces: people on phones write without full stops. One short clause
 * may be all that matters in a long story, and is weighed here by itself.
 *
 * @returns runs of the words given, in order; none for no words
 */
export function windowsOf(words: readonly Word[]): (readonly Word[])[] {
  const windows: (readonly Word[])[] = [];
  for (let from = 0; from < words.length; ) {
    const sentence = words[from]?.sentence;
    let end = from;
    while (end < words.length && words[end]?.sentence === sentence) end += 1;
    if (end - from <= LONGEST + SLACK) windows.push(words.slice(from, end));
    else {
      for (let start = from; ; start += STRIDE) {
        windows.push(words.slice(start, Math.min(start + LONGEST, end)));
        if (start + LONGEST >= end) break;
      }
    }
    from = end;
  }
  return windows;
}
