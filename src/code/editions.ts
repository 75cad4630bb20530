import { createHash } from 'node:crypto';
import { SCHOOL_FILE, type School } from '../school/school.ts';
import { ContentError, collectProblems, lineWhere, type Problem, stopAt } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';
import { type Edition, editionSchema } from './edition.ts';

const FOLDER = 'content/editions';

/** The two files of one edition; a file that isn't there is undefined. */
export interface EditionSource {
  /** Name of both files without their extension. */
  name: string;
  metadata: string | undefined;
  words: Uint8Array | undefined;
}

/** The dates in school.yaml, and its text, to find their lines. */
export type SchoolDates = Pick<School, 'adopted' | 'review'> & { text: string };

/**
 * Reads and checks every edition.
 *
 * @returns the editions, oldest first, in the natural order of their names (`edition-2` before `edition-10`); drafts come
 *   last, because none is in force yet. The one in force takes its date from school.yaml if it has none itself.
 * @throws ContentError with every mistake in every edition
 */
export function readEditions(sources: readonly EditionSource[], school: SchoolDates): Edition[] {
  const { problems, attempt } = collectProblems();
  const editions = sources.flatMap((source) => attempt(() => readEdition(source)) ?? []);
  const natural = new Intl.Collator('en', { numeric: true });
  const isDraft = ({ status }: Edition): number => (status === 'draft' ? 1 : 0);
  editions.sort((a, b) => isDraft(a) - isDraft(b) || natural.compare(a.name, b.name));
  // An edition that couldn't be read would cause misleading problems here.
  if (problems.length === 0) {
    const texts = new Map(sources.map(({ name, metadata }) => [name, metadata ?? '']));
    const problemAt: ProblemAt = ({ name }, key, wrong, instead) => ({
      file: metadataFile(name),
      line: lineOfKey(texts.get(name) ?? '', key),
      wrong,
      instead,
    });
    problems.push(
      ...statusProblems(editions, problemAt),
      ...orderProblems(editions, problemAt),
      ...editions.flatMap((edition) => dateProblems(edition, problemAt)),
      ...schoolDateProblems(editions, school),
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
  const { problems, attempt } = collectProblems();
  if (metadata === undefined)
    problems.push({
      file: metadataFile(name),
      wrong: `The words of an edition are in ${file}, but this file, which describes it, is missing.`,
      instead: `Create it with two lines, \`title:\` and \`status: draft\`, or delete ${file}.`,
    });
  if (words === undefined)
    problems.push({
      file,
      wrong: 'This file, with the words of the edition, is missing.',
      instead: `Create it with the edition’s exact words, or delete ${metadataFile(name)}.`,
    });
  const read =
    metadata === undefined ? undefined : attempt(() => readYaml(metadataFile(name), metadata, editionSchema));
  const text = words === undefined ? undefined : attempt(() => textOf(file, words));
  stopAt(problems);
  if (read === undefined || text === undefined || words === undefined)
    throw new Error('A part that couldn’t be read must have been reported.');
  return { ...read, name, file, text, sha256: fingerprint(words) };
}

/** The SHA-256 of a file in lower-case hexadecimal, as `sha256sum` prints it. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The text of an edition's file, without characters that a reader can't see or would see as others. */
function textOf(file: string, bytes: Uint8Array): string {
  const notUtf8 = lineThatIsNotUtf8(bytes);
  if (notUtf8 !== undefined)
    throw new ContentError([
      {
        file,
        line: notUtf8,
        wrong: 'This line isn’t saved as UTF-8, so some of its characters would be shown as others.',
        instead: 'Save the file with the encoding UTF-8, then check its quotation marks and dashes.',
      },
    ]);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.trim() === '')
    throw new ContentError([
      { file, wrong: 'There are no words in this file.', instead: 'Put the edition’s words in it.' },
    ]);
  stopAt(
    text.split(/\r?\n/).flatMap((line, index) => {
      const [character] = /[\p{Cc}\p{Cf}]/u.exec(line) ?? [];
      if (character === undefined) return [];
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return [
        {
          file,
          line: index + 1,
          wrong:
            character === '\t'
              ? 'There’s a tab in this line.'
              : `There’s an invisible character in this line (U+${code}).`,
          instead: 'Delete it, or replace it with a space.',
        },
      ];
    }),
  );
  return text;
}

function lineThatIsNotUtf8(bytes: Uint8Array): number | undefined {
  // Latin-1 keeps every byte as one character.
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const index = lines.findIndex((line) => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      decoder.decode(Buffer.from(line, 'latin1'));
      return false;
    } catch {
      return true;
    }
  });
  return index < 0 ? undefined : index + 1;
}

type ProblemAt = (edition: Edition, key: string, wrong: string, instead: string) => Problem;

/** Line of a top-level key in a YAML file. */
function lineOfKey(text: string, key: string): number | undefined {
  return lineWhere(text, (line) => line.startsWith(`${key}:`));
}

function metadataFile(name: string): string {
  return `${FOLDER}/${name}.yaml`;
}

function statusProblems(editions: readonly Edition[], problemAt: ProblemAt): Problem[] {
  const [first, ...more] = editions.filter(({ status }) => status === 'adopted');
  const instead =
    'Write `status: adopted` for the edition in force, and `status: superseded` for those before it.';
  if (first === undefined) return [{ file: FOLDER, wrong: 'No edition is marked as adopted.', instead }];
  return more.map((edition) =>
    problemAt(
      edition,
      'status',
      `Two editions are marked as adopted: ${first.name} and ${edition.name}.`,
      instead,
    ),
  );
}

/** Apart from drafts, the last edition must be in force, and each must be adopted after those before it. */
function orderProblems(editions: readonly Edition[], problemAt: ProblemAt): Problem[] {
  const past = editions.filter(({ status }) => status !== 'draft');
  const last = past.at(-1);
  const order =
    'Editions are in the order of their file names, so the newest edition needs the highest number.';
  return past.flatMap((edition, index) => {
    const { name, status, adopted } = edition;
    const problems: Problem[] = [];
    if (status === 'adopted' && last?.status === 'superseded')
      problems.push(
        problemAt(
          edition,
          'status',
          `${name} is in force, but ${last.name} comes after it and is superseded.`,
          `Check the \`status\` of both. ${order}`,
        ),
      );
    const earlier = past
      .slice(0, index)
      .findLast((other) => other.adopted !== undefined && adopted !== undefined && other.adopted > adopted);
    if (earlier !== undefined)
      problems.push(
        problemAt(
          edition,
          'adopted',
          `${name} was adopted on ${adopted}, which is before ${earlier.name} (${earlier.adopted}), but it comes after it.`,
          `Check the dates of both. ${order}`,
        ),
      );
    return problems;
  });
}

function dateProblems(edition: Edition, problemAt: ProblemAt): Problem[] {
  const { status, adopted, superseded } = edition;
  const problems: Problem[] = [];
  if (status === 'draft' && adopted !== undefined)
    problems.push(
      problemAt(
        edition,
        'adopted',
        'This is a draft, but it has a date of adoption.',
        'Delete the line `adopted:`, or write `status: adopted` once it has been adopted.',
      ),
    );
  if (status !== 'superseded' && superseded !== undefined)
    problems.push(
      problemAt(
        edition,
        'superseded',
        `It has a date from which it was no longer in force, but is marked as ${status}.`,
        'Delete the line `superseded:`, or write `status: superseded`.',
      ),
    );
  if (adopted !== undefined && superseded !== undefined && superseded < adopted)
    problems.push(
      problemAt(
        edition,
        'superseded',
        `It was superseded on ${superseded}, before it was adopted (${adopted}).`,
        'Check both dates: the year comes first, then the month, then the day.',
      ),
    );
  return problems;
}

function schoolDateProblems(editions: readonly Edition[], { adopted, review, text }: SchoolDates): Problem[] {
  const edition = editions.find(({ status }) => status === 'adopted');
  if (edition === undefined) return [];
  const since = edition.adopted ?? adopted;
  const problems: Problem[] = [];
  if (adopted !== undefined && edition.adopted !== undefined && adopted !== edition.adopted)
    problems.push({
      file: SCHOOL_FILE,
      line: lineOfKey(text, 'adopted'),
      wrong: `The Code was adopted on ${adopted} here, but on ${edition.adopted} in ${metadataFile(edition.name)}.`,
      instead: 'Write the same date in both files, or leave it empty here.',
    });
  if (review !== undefined && since !== undefined && review < since)
    problems.push({
      file: SCHOOL_FILE,
      line: lineOfKey(text, 'review'),
      wrong: `The review is due on ${review}, before the Code was adopted (${since}).`,
      instead: 'Write the date of the next review, as year-month-day.',
    });
  return problems;
}
