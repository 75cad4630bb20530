import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ContentError, type Problem } from '../../shared/problem.ts';
import { remember } from '../../shared/remember.ts';
import { TELLERS, type Teller } from '../reading/model.ts';
import { wordsOf } from '../reading/words.ts';

/** What the line above a run of phrases says of them. */
interface Heading {
  /** Who wrote them. Figures are measured on authors whose lines weren't trained on. */
  author: string;
  /** Whose story they tell, where that's been said. */
  teller?: Teller;
  /** Other situations that would be right too. */
  also: readonly string[];
  /** Id of what they're about, in content/elsewhere.yaml. */
  topic?: string;
}

/** One line that trains the checker, or measures it. */
export interface Phrase extends Heading {
  text: string;
  /** The id of the situation it is an example of: the name of its file. */
  situation: string;
  /** Path of its file as shown to whoever edits it. */
  file: string;
  /** Line in that file, from 1. */
  line: number;
}

/** Where phrases stand, seen from the project's folder. */
export const PHRASES_FOLDER = 'content/phrases';

/** Who wrote the lines above the first heading. */
const NOBODY_NAMED = 'school';

/** `# a01`, or `# a01 teller=staff topic=uniform also=sanctions,raise-a-concern`: who wrote the lines below, and more. */
const HEADING = /^#\s+(\S+)((?:\s+[a-z]+=\S+)*)$/;

/** `# Any longer remark`, or a hash alone, is a note. `#hashtag`, with no space, is a phrase like any other. */
const NOTE = /^#(\s|$)/;

const EMAIL_ADDRESS = /[^\s@]@[^\s@]+\.[a-z]{2}/iu;

/** Nine digits or more in a row, with or without the signs people put between them. */
export const PHONE_NUMBER = /\d(?:[\s().-]{0,2}\d){8}/u;

/**
 * Reads every phrase of a folder, a file a situation.
 *
 * @param folder path of the folder; each `<situation>.txt` in it is one situation.
 * @param shownAs the folder's name in messages.
 * @returns the phrases, situations in the order of their ids, lines in the order of their files.
 * @throws ContentError naming every line that cannot stay, all at once: a phrase that stands twice,
 *   an email address, a phone number, a file without phrases, a folder without files.
 */
export function readPhrases(folder: string, shownAs: string = PHRASES_FOLDER): Phrase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  // Plain comparison of code units: the order, and with it the model, is the same in every locale.
  files.sort((a, b) => (a < b ? -1 : 1));
  const phrases: Phrase[] = [];
  const problems: Problem[] = [];
  for (const name of files) {
    const found = phrasesIn(
      readFileSync(join(folder, name), 'utf8'),
      basename(name, '.txt'),
      `${shownAs}/${name}`,
    );
    if (found.length === 0) problems.push(withoutPhrases(`${shownAs}/${name}`));
    phrases.push(...found);
  }
  if (files.length === 0) problems.push(withoutFiles(shownAs));
  problems.push(...phrases.flatMap(privateDetails), ...repetitions(phrases));
  if (problems.length > 0) throw new ContentError(problems);
  return phrases;
}

/**
 * The phrases in one file's text.
 *
 * @param text the whole file; any line ends, with or without a byte order mark.
 */
export function phrasesIn(text: string, situation: string, file: string): Phrase[] {
  const phrases: Phrase[] = [];
  let heading: Heading = { author: NOBODY_NAMED, also: [] };
  for (const [index, raw] of text.split(/\r\n|\n|\r/u).entries()) {
    const line = raw.trim();
    const [, author, rest = ''] = HEADING.exec(line) ?? [];
    if (author !== undefined) heading = headingOf(author, rest);
    else if (line !== '' && !NOTE.test(line))
      phrases.push({ ...heading, text: line, situation, file, line: index + 1 });
  }
  return phrases;
}

function headingOf(author: string, rest: string): Heading {
  const said = new Map([...rest.matchAll(/([a-z]+)=(\S+)/g)].map(([, key = '', value = '']) => [key, value]));
  const teller = TELLERS.find((each) => each === said.get('teller'));
  const topic = said.get('topic');
  return {
    author,
    also: said.get('also')?.split(',') ?? [],
    ...(teller === undefined ? {} : { teller }),
    ...(topic === undefined ? {} : { topic }),
  };
}

/** How many phrases teach each situation, by its id. */
export function countPhrases(phrases: readonly Pick<Phrase, 'situation'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { situation } of phrases) counts.set(situation, (counts.get(situation) ?? 0) + 1);
  return counts;
}

/** What makes two phrases the same to the checker: their words, whatever the case or the signs. */
export const sameness = remember((text) => {
  const forms = wordsOf(text).map(({ form }) => form);
  return forms.length > 0 ? forms.join(' ') : text;
});

/** By the code of each ASCII character: that of its letter in lower case, or of its digit; 0 for all others. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(character) ? character.charCodeAt(0) : 0;
});

/**
 * A number made of a text’s letters and digits, without what’s between them: the same for all that are the same to the
 * checker, and hardly ever for others. By FNV-1a (Fowler, Noll and Vo).
 */
function hashOfLetters(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const plain = text[at] === '’' ? 0 : PLAIN[text.charCodeAt(at)];
    if (plain === undefined) return hashOfLetters(plainForms(text));
    if (plain !== 0) hash = Math.imul(hash ^ plain, 0x01000193);
  }
  return hash;
}

/** A text’s words as the checker sees them, without the letters of other alphabets. */
const plainForms = (text: string): string => sameness(text).replaceAll(/[^a-z0-9]/g, '');

function repetitions(phrases: readonly Phrase[]): Problem[] {
  // Looking at the letters of all and at the words of a few takes a fraction of the time.
  const alike = Map.groupBy(phrases, ({ text }) => hashOfLetters(text));
  const first = new Map<string, Phrase>();
  const problems: Problem[] = [];
  for (const phrase of [...alike.values()].filter((some) => some.length > 1).flat()) {
    const key = sameness(phrase.text);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, phrase);
    else problems.push(repeated(phrase, earlier));
  }
  return problems;
}

function repeated(phrase: Phrase, earlier: Phrase): Problem {
  const { file, line } = phrase;
  const where = `${earlier.file}, line ${earlier.line}`;
  return earlier.situation === phrase.situation
    ? {
        file,
        line,
        wrong: `The phrase "${phrase.text}" already stands in ${where}.`,
        instead: 'Delete one of the two lines.',
      }
    : {
        file,
        line,
        wrong: `The phrase "${phrase.text}" also stands under another situation (${where}), so it teaches two answers.`,
        instead: 'Decide which situation it belongs to and delete the line in the other file.',
      };
}

function privateDetails({ file, line, text }: Phrase): Problem[] {
  const problems: Problem[] = [];
  if (EMAIL_ADDRESS.test(text)) {
    problems.push({
      file,
      line,
      wrong: 'The phrase holds an email address.',
      instead: 'Phrases are published with the site: write "my email" or leave the address out.',
    });
  }
  if (PHONE_NUMBER.test(text)) {
    problems.push({
      file,
      line,
      wrong: 'The phrase holds what looks like a phone number.',
      instead: 'Phrases are published with the site: write "my number" or leave the number out.',
    });
  }
  return problems;
}

const withoutPhrases = (file: string): Problem => ({
  file,
  wrong: 'This is a situation without phrases, so the checker could never give it as an answer.',
  instead: 'Write at least one phrase, better twenty, each on a line of its own; or delete the file.',
});

const withoutFiles = (file: string): Problem => ({
  file,
  wrong: 'There is no phrase file in this folder.',
  instead: 'Add a file for each situation, named after its id, for example emergency.txt.',
});
