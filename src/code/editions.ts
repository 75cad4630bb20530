import type { School } from '../school/school.ts';
import { ContentError, type Problem, stopAt } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';
import { type Edition, editionSchema } from './edition.ts';
import { fingerprint } from './fingerprint.ts';

const FOLDER = 'content/editions';

/** The two files of one edition as they lie in the folder; the one that is not there is missing. */
export interface EditionSource {
  /** Name of both files without their ending. */
  name: string;
  metadata: string | undefined;
  words: Uint8Array | undefined;
}

/** What content/school.yaml says of dates, and its text, to find their lines. */
export type SchoolDates = Pick<School, 'adopted' | 'review'> & { text: string };

/**
 * Reads and checks every edition.
 *
 * @returns the editions, that in force with the day of its adoption also where only school.yaml says it, oldest first: in the natural order of their names (`edition-2` before `edition-10`),
 *   drafts after all others, because none of them is in force yet
 * @throws ContentError with every mistake in every edition
 */
export function readEditions(sources: readonly EditionSource[], school: SchoolDates): Edition[] {
  const problems: Problem[] = [];
  const editions: Edition[] = [];
  for (const source of sources) {
    try {
      editions.push(readEdition(source));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
    }
  }
  const natural = new Intl.Collator('en', { numeric: true });
  const last = (edition: Edition): number => (edition.status === 'draft' ? 1 : 0);
  editions.sort((a, b) => last(a) - last(b) || natural.compare(a.name, b.name));
  // An edition that could not be read would be missed by everything that asks for it.
  if (problems.length === 0) {
    const texts = new Map(sources.map(({ name, metadata }) => [name, metadata ?? '']));
    const lineOf: LineOf = ({ name }, key) => lineOfKey(texts.get(name) ?? '', key);
    problems.push(
      ...inForce(editions, lineOf),
      ...inOrder(editions, lineOf),
      ...dates(editions, lineOf),
      ...schoolDates(editions, school),
    );
  }
  stopAt(problems);
  return editions.map((edition) => {
    const adopted = edition.adopted ?? (edition.status === 'adopted' ? school.adopted : undefined);
    return adopted === undefined ? edition : { ...edition, adopted };
  });
}

function readEdition({ name, metadata, words }: EditionSource): Edition {
  const file = `${FOLDER}/${name}.txt`;
  const problems: Problem[] = [];
  if (metadata === undefined)
    problems.push({
      file: `${FOLDER}/${name}.yaml`,
      wrong: `There are words in ${file}, but this file, which says what they are, is missing.`,
      instead: 'Write it with two lines: `title:` and `status: draft`, or take the words out.',
    });
  if (words === undefined)
    problems.push({
      file,
      wrong: 'This file, which holds the words of the edition, is missing.',
      instead: `Put the words into it to the letter, or take ${FOLDER}/${name}.yaml out.`,
    });
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const read =
    metadata === undefined
      ? undefined
      : attempt(() => readYaml(`${FOLDER}/${name}.yaml`, metadata, editionSchema));
  const text = words === undefined ? undefined : attempt(() => textOf(file, words));
  stopAt(problems);
  if (read === undefined || text === undefined || words === undefined)
    throw new Error('What could not be read must have been reported.');
  return { ...read, name, file, text, sha256: fingerprint(words) };
}

/** The text of an edition's file; refuses what a reader could not see, or would see as something else. */
function textOf(file: string, bytes: Uint8Array): string {
  const broken = lineThatIsNotUtf8(bytes);
  if (broken !== undefined)
    throw new ContentError([
      {
        file,
        line: broken,
        wrong: 'There are signs here that are not written as UTF-8, so they would show as others.',
        instead: 'Save the file again with the encoding UTF-8, and look at its quotation marks and dashes.',
      },
    ]);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.trim() === '')
    throw new ContentError([
      { file, wrong: 'There is not one word in this file.', instead: 'Put the edition’s words into it.' },
    ]);
  stopAt(
    text.split(/\r?\n/).flatMap((line, index) => {
      const [sign] = /[\p{Cc}\p{Cf}]/u.exec(line) ?? [];
      if (sign === undefined) return [];
      const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return [
        {
          file,
          line: index + 1,
          wrong:
            sign === '\t'
              ? 'There is a tab in it.'
              : `There is a sign in it that nobody can see (U+${code}).`,
          instead: 'Take it out, or write a space in its place.',
        },
      ];
    }),
  );
  return text;
}

function lineThatIsNotUtf8(bytes: Uint8Array): number | undefined {
  let line = 1;
  let start = 0;
  while (start <= bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end < 0 ? undefined : end));
    } catch {
      return line;
    }
    if (end < 0) return undefined;
    start = end + 1;
    line += 1;
  }
  return undefined;
}

type LineOf = (edition: Edition, key: string) => { line?: number };

/** Line of a key at the left edge of a YAML file, ready to be put into a problem. */
function lineOfKey(text: string, key: string): { line?: number } {
  const index = text.split('\n').findIndex((line) => line.startsWith(`${key}:`));
  return index < 0 ? {} : { line: index + 1 };
}

const metadataOf = ({ name }: Edition): string => `${FOLDER}/${name}.yaml`;

function inForce(editions: readonly Edition[], lineOf: LineOf): Problem[] {
  const [first, ...more] = editions.filter(({ status }) => status === 'adopted');
  const instead =
    'Write `status: adopted` for the one in force, and `status: superseded` for those before it.';
  if (first === undefined) return [{ file: FOLDER, wrong: 'No edition is marked as adopted.', instead }];
  return more.map((edition) => ({
    file: metadataOf(edition),
    ...lineOf(edition, 'status'),
    wrong: `Two editions are marked as adopted: ${first.name} and ${edition.name}.`,
    instead,
  }));
}

/** Those that are no drafts, one after another: the last is in force, and each was adopted after those before it. */
function inOrder(editions: readonly Edition[], lineOf: LineOf): Problem[] {
  const past = editions.filter(({ status }) => status !== 'draft');
  const last = past.at(-1);
  const problems: Problem[] = [];
  for (const edition of past) {
    if (edition.status === 'adopted' && last !== undefined && last.status === 'superseded')
      problems.push({
        file: metadataOf(edition),
        ...lineOf(edition, 'status'),
        wrong: `${edition.name} is in force, but ${last.name} comes after it and is superseded.`,
        instead:
          'Look at the `status` of both. The order is that of the file names, so name the newest edition with the highest number.',
      });
    const earlier = past
      .slice(0, past.indexOf(edition))
      .findLast(
        ({ adopted }) => adopted !== undefined && edition.adopted !== undefined && adopted > edition.adopted,
      );
    if (earlier !== undefined)
      problems.push({
        file: metadataOf(edition),
        ...lineOf(edition, 'adopted'),
        wrong: `${edition.name} was adopted on ${edition.adopted}, which is before ${earlier.name} (${earlier.adopted}), although it comes after it.`,
        instead:
          'Look at the dates of both. The order is that of the file names, so name the newest edition with the highest number.',
      });
  }
  return problems;
}

function dates(editions: readonly Edition[], lineOf: LineOf): Problem[] {
  return editions.flatMap((edition) => {
    const { status, adopted, superseded } = edition;
    const problem = (key: string, wrong: string, instead: string): Problem => ({
      file: metadataOf(edition),
      ...lineOf(edition, key),
      wrong,
      instead,
    });
    return [
      ...(status === 'draft' && adopted !== undefined
        ? [
            problem(
              'adopted',
              'This is a draft, yet it has a date of adoption.',
              'Take the line `adopted:` out, or write `status: adopted` once the governors have adopted it.',
            ),
          ]
        : []),
      ...(status !== 'superseded' && superseded !== undefined
        ? [
            problem(
              'superseded',
              `There is a date from which this edition was no longer in force, yet it is marked as ${status}.`,
              'Take the line `superseded:` out, or write `status: superseded`.',
            ),
          ]
        : []),
      ...(adopted !== undefined && superseded !== undefined && superseded < adopted
        ? [
            problem(
              'superseded',
              `It ends on ${superseded}, which is before it was adopted (${adopted}).`,
              'Look at both dates; the year comes first, then the month, then the day.',
            ),
          ]
        : []),
    ];
  });
}

function schoolDates(editions: readonly Edition[], { adopted, review, text }: SchoolDates): Problem[] {
  const edition = editions.find(({ status }) => status === 'adopted');
  if (edition === undefined) return [];
  const file = 'content/school.yaml';
  const since = edition.adopted ?? adopted;
  return [
    ...(adopted !== undefined && edition.adopted !== undefined && adopted !== edition.adopted
      ? [
          {
            file,
            ...lineOfKey(text, 'adopted'),
            wrong: `Here the Code was adopted on ${adopted}, but in ${metadataOf(edition)} on ${edition.adopted}.`,
            instead: 'Write the same date in both files, or leave it empty here.',
          },
        ]
      : []),
    ...(review !== undefined && since !== undefined && review < since
      ? [
          {
            file,
            ...lineOfKey(text, 'review'),
            wrong: `The review is due on ${review}, which is before the Code was adopted (${since}).`,
            instead: 'Write the date of the next review, as year-month-day.',
          },
        ]
      : []),
  ];
}
