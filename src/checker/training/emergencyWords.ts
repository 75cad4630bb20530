import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type Problem, stopAt } from '../../shared/problem.ts';
import { wordsOf } from '../reading/words.ts';

/** Where the list stands, seen from the project's folder. */
export const EMERGENCY_WORDS_FILE = 'content/checker/emergency-words.yaml';

/** What an entry has to say. */
const KEYS = ['words', 'reason'] as const;

/**
 * Reads the words, and runs of words, that always bring the emergency panel.
 *
 * @param path of a YAML file: a list of entries, each with `words` and the `reason` why they count.
 * @param shownAs the file's name in messages.
 * @returns the runs, in the spelling that `createAlarm` in `reading/` expects.
 * @throws ContentError naming every entry that cannot stay.
 */
export function readEmergencyWords(path: string, shownAs: string = EMERGENCY_WORDS_FILE): string[] {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const problems: Problem[] = document.errors.map((error) => ({
    file: shownAs,
    line: error.linePos?.[0].line ?? 1,
    wrong: `This cannot be read: ${error.message.split('\n')[0]}`,
    instead: 'Compare the line with those around it: every entry looks the same.',
  }));
  const runs: string[] = [];
  const entries = isSeq(document.contents) ? document.contents.items : [];
  if (problems.length === 0 && !isSeq(document.contents) && document.contents !== null) {
    problems.push(notAnEntry(shownAs, 1));
  }
  for (const entry of entries) {
    const start = (isMap(entry) || isScalar(entry)) && entry.range ? entry.range[0] : 0;
    const line = lines.linePos(start).line;
    const said = isMap(entry) ? textsIn(entry.toJSON()) : undefined;
    if (said === undefined) problems.push(notAnEntry(shownAs, line));
    else runs.push(asForms(said.words));
  }
  stopAt(problems);
  return runs;
}

/** An entry's texts, or nothing if it is not just a text under each of {@link KEYS}. */
function textsIn(entry: Record<string, unknown>): { words: string; reason: string } | undefined {
  const { words, reason, ...others } = entry;
  const whole = typeof words === 'string' && typeof reason === 'string' && Object.keys(others).length === 0;
  return whole && asForms(words) !== '' && reason.trim() !== '' ? { words, reason } : undefined;
}

/** The words as the reading knows them: `don't` becomes `dont`. */
function asForms(words: string): string {
  const places = words.split(/\s+/u).map((alternatives) => wordsOf(alternatives).map(({ form }) => form));
  return places
    .filter((forms) => forms.length > 0)
    .map((forms) => forms.join('/'))
    .join(' ');
}

const notAnEntry = (file: string, line: number): Problem => ({
  file,
  line,
  wrong: `An entry is not just a text for each of: ${KEYS.join(', ')}.`,
  instead:
    'Write "- words: wants to die" and below it, two blanks further in, "reason: why it always counts".',
});
