import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { oncePerBuild } from '../../shared/buildCache.ts';
import { ROOT } from '../../shared/environment.ts';
import { keptOnDisk } from '../../shared/keptOnDisk.ts';
import { collectProblems, stopAt } from '../../shared/problem.ts';
import { readYaml } from '../../shared/yaml.ts';
import { decode } from '../reading/model.ts';
import { createReader } from '../reading/reader.ts';
import { PHRASES_FOLDER, readPhrases } from '../training/phrases.ts';
import { type AnyReading, createAnyReader, type LanguageData } from './anyLanguage.ts';
import { learnDanger } from './learnDanger.ts';
import { profilesOf } from './profiles.ts';
import { type Language, languageSchema } from './schema.ts';
import { ENGLISH } from './tell.ts';

/** Where the languages are, from the project's folder. */
export const LANGUAGES_FOLDER = 'content/languages';

/**
 * Reads every language that parents are helped in.
 *
 * @param root the project's folder
 * @returns by the languages' English names; none where there's no such folder
 * @throws ContentError with every mistake
 */
export function readLanguages(root: string): Language[] {
  const { problems, attempt } = collectProblems();
  const languages = globSync(`${LANGUAGES_FOLDER}/*.yaml`, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()
    .flatMap((file) => {
      const read = attempt(() => readYaml(file, readFileSync(path.join(root, file), 'utf8'), languageSchema));
      return read === undefined ? [] : [{ ...read, code: path.basename(file, '.yaml') }];
    });
  stopAt(problems);
  return languages.sort((a, b) => (a.english < b.english ? -1 : 1));
}

/**
 * The example lines that languages are told by, a file a language (BCP 47). In languages that parents are helped in, a
 * line starts with `! ` if it tells of danger and with `- ` if it doesn't.
 *
 * @returns by language; none where there's no such folder
 */
export function readExampleLines(root: string): Map<string, string[]> {
  const folder = path.join(root, LANGUAGES_FOLDER, 'examples');
  if (!existsSync(folder)) return new Map();
  return new Map(
    globSync('*.txt', { cwd: folder })
      .sort()
      .map((file) => [
        path.basename(file, '.txt'),
        readFileSync(path.join(folder, file), 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '' && !line.startsWith('#')),
      ]),
  );
}

/** Whether a line tells of danger. */
const MARK = /^[!-] /;

/** One English phrase in so many is enough to tell English by. */
const ENGLISH_PHRASES = 15;

/**
 * All that a text in any language is read with: what's in `content/languages/`, and the checker's own phrases, which are
 * English.
 *
 * @throws ContentError with every mistake
 */
export function languageData(root: string): LanguageData {
  const languages = readLanguages(root);
  if (languages.length === 0) return { languages, profiles: [], dangers: {} };
  const marked = readExampleLines(root);
  const examples = new Map(
    [...marked].map(([code, lines]) => [code, lines.map((line) => line.replace(MARK, ''))]),
  );
  const phrases = readPhrases(path.join(root, PHRASES_FOLDER)).map(({ text }) => text);
  examples.set(ENGLISH, [
    ...(examples.get(ENGLISH) ?? []),
    ...phrases.filter((_, index) => index % ENGLISH_PHRASES === 0),
  ]);
  const dangers = languages.flatMap(({ code, spaces }) => {
    const lines = (marked.get(code) ?? []).filter((line) => MARK.test(line));
    const told = lines.map((line) => ({ text: line.replace(MARK, ''), danger: line.startsWith('!') }));
    return told.length === 0 ? [] : [[code, learnDanger(told, spaces)] as const];
  });
  return {
    languages,
    profiles: profilesOf(examples, new Set(languages.map(({ code }) => code))),
    dangers: Object.fromEntries(dangers),
  };
}

/** The same, kept between builds until any of it changes: learning what tells of danger takes seconds. */
export function keptLanguageData(root: string): LanguageData {
  const files = [LANGUAGES_FOLDER, PHRASES_FOLDER].map((folder) => path.join(root, folder));
  return oncePerBuild(`languages of ${root}`, () =>
    keptOnDisk('languages', { files: [...files, CODE] }, () => languageData(root)),
  );
}

/** Code that the data depend on. */
const CODE = path.join(ROOT, 'src/checker');

/** @param encoded the model, from `cachedModel` */
export function anyReader(root: string, encoded: string): (text: string) => AnyReading {
  return createAnyReader(createReader(decode(encoded)), () => keptLanguageData(root));
}
