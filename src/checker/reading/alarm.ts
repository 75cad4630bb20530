import type { Word } from './words.ts';

/** How many other words may stand between two words of a run. */
const BETWEEN = 2;

/** One run: for each of its places the forms that fit there. */
type Run = readonly ReadonlySet<string>[];

/**
 * Makes the test for words that always bring the emergency panel.
 *
 * @param runs each some words in order, with a blank between; `hit/hits/hitting me` allows any of the
 *   forms that a stroke parts.
 * @returns whether a text's words hold one of the runs within one sentence, in order, with at most two
 *   other words after each. Takes time in proportion to the number of words.
 */
export function createAlarm(runs: readonly string[]): (words: readonly Word[]) => boolean {
  const byFirst = new Map<string, Run[]>();
  for (const run of runs) {
    const places = run.split(' ').map((forms) => new Set(forms.split('/')));
    for (const form of places[0] ?? []) byFirst.set(form, [...(byFirst.get(form) ?? []), places]);
  }
  return (words) =>
    words.some(({ form }, at) => byFirst.get(form)?.some((run) => continues(run, 1, words, at)) ?? false);
}

/** Whether the rest of a run, from one place on, follows the word at `at`. */
function continues(run: Run, place: number, words: readonly Word[], at: number): boolean {
  const forms = run[place];
  if (forms === undefined) return true;
  const sentence = words[at]?.sentence;
  for (let next = at + 1; next <= at + 1 + BETWEEN; next += 1) {
    const word = words[next];
    if (word === undefined || word.sentence !== sentence) return false;
    if (forms.has(word.form) && continues(run, place + 1, words, next)) return true;
  }
  return false;
}
