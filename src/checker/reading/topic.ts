import type { Word } from './words.ts';

/** Something no situation is about, and how people speak of it. */
export interface Topic {
  id: string;
  /** Words and runs of words: see `matchesOf` for how they match. */
  words: readonly string[];
}

/**
 * The topic whose words a text has most of; a run of several words counts as many times as it has words.
 *
 * @param words the text's words
 * @param topics each entry of their `words` is a run of forms with blanks between; a star stands for any ending
 * @returns nothing where no topic's words are there; of equals, the first
 */
export function topicOf<T extends Topic>(words: readonly Word[], topics: readonly T[]): T | undefined {
  const forms = words.map(({ form }) => form);
  let best: T | undefined;
  let most = 0;
  for (const topic of topics) {
    const points = topic.words.reduce((sum, run) => sum + pointsFor(run.split(' '), forms), 0);
    if (points > most) {
      most = points;
      best = topic;
    }
  }
  return best;
}

function pointsFor(run: readonly string[], forms: readonly string[]): number {
  const last = forms.length - run.length;
  for (let at = 0; at <= last; at += 1)
    if (run.every((word, n) => fits(word, forms[at + n] ?? ''))) return run.length;
  return 0;
}

const fits = (word: string, form: string): boolean =>
  word.endsWith('*') ? form.startsWith(word.slice(0, -1)) : form === word;
