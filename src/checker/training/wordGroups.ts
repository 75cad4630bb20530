import { readFileSync } from 'node:fs';
import { type Problem, stopAt } from '../../shared/problem.ts';

/** Where the groups stand, seen from the project's folder. */
export const WORD_GROUPS_FILE = 'content/checker/word-groups.txt';

/** `name: word word beginning*`. */
const GROUP = /^[\w -]+:\s*(\S.*)$/u;

/** A word as the reading knows it, perhaps with any ending. */
const WORD = /^[\p{Ll}\p{N}]+\*?$/u;

const NOTE = /^#(\s|$)/u;

/**
 * Reads the groups of words of like meaning.
 *
 * @param path of the file; @param shownAs the file's name in messages.
 * @returns each group's words with single blanks between, as `createGroups` in `reading/` expects.
 * @throws ContentError naming every line that cannot stay.
 */
export function readWordGroups(path: string, shownAs: string = WORD_GROUPS_FILE): string[] {
  const problems: Problem[] = [];
  const groups: string[] = [];
  for (const [index, raw] of readFileSync(path, 'utf8')
    .split(/\r\n|\n|\r/u)
    .entries()) {
    const line = raw.trim();
    if (line === '' || NOTE.test(line)) continue;
    const words = GROUP.exec(line)?.[1]?.split(/\s+/u);
    if (words === undefined) problems.push(notAGroup(shownAs, index + 1));
    else {
      const wrong = words.filter((word) => !WORD.test(word));
      if (wrong.length > 0) problems.push(notWords(shownAs, index + 1, wrong));
      groups.push(words.join(' '));
    }
  }
  stopAt(problems);
  return groups;
}

const notAGroup = (file: string, line: number): Problem => ({
  file,
  line,
  wrong: 'This line is neither a group of words nor a note.',
  instead: 'Write the name of the group, a colon and its words, for example "hit: hit hits punch* slap*".',
});

const notWords = (file: string, line: number, words: readonly string[]): Problem => ({
  file,
  line,
  wrong: `Not words that the checker could meet: ${words.join(' ')}.`,
  instead:
    'Write small letters only, no apostrophes, commas or accents: "dont", not "don’t". A star may end a word.',
});
