import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Question } from '../checker/reading/questions.ts';
import { readPhrases } from '../checker/teaching/phrases.ts';
import { type Clause, type CodeDocument, clausesOf, parseDocument } from '../code/document.ts';
import type { Edition } from '../code/edition.ts';
import { type CheckerWords, checkerSchema } from './checker.ts';
import { readEditions } from './editions.ts';
import { type Contacts, contactsSchema, type Help, helpSchema } from './help.ts';
import { ContentError, type Problem, stopAt } from './problem.ts';
import { questionProblems, questionsSchema, resolveQuestions } from './questions.ts';
import { brokenReferences } from './references.ts';
import { type School, schoolSchema } from './school.ts';
import { type Groups, groupsSchema, type SituationFile, situationSchema } from './situation.ts';
import { readYaml } from './yaml.ts';

/** Addresses from the site's root of the two documents. */
export const CODE_PAGE = '/';
export const APPENDIX_PAGE = '/appendix-1/';

/** Everything under `content/`, read and checked. */
export interface Content {
  school: School;
  code: CodeDocument;
  appendix: CodeDocument;
  /** The clauses of both documents, by anchor, in order. */
  clauses: ReadonlyMap<string, Clause>;
  /** The edition in force. */
  edition: Edition;
  /** Every edition, oldest first; drafts at the end. */
  editions: Edition[];
  situations: ReadonlyMap<string, SituationFile>;
  groups: Groups;
  contacts: Contacts;
  help: Help;
  checker: CheckerWords;
  /** What the checker asks where answers are close. */
  questions: Question[];
  /** Every anchor that was ever published, by the page on which it stands. */
  addresses: Record<string, string[]>;
}

const addressesSchema = z
  .record(z.string(), z.array(z.string()))
  .describe('a page’s address, a colon, and its anchors each on a line with a hyphen.');

/**
 * Reads the folder `content/` below `root`.
 *
 * @throws ContentError with every mistake found in every file
 */
export function loadContent(root: string): Content {
  const problems: Problem[] = [];
  /** What `read` returns; or, where it finds mistakes, `fallback`, with the mistakes kept for the end. */
  const attempt = <T>(read: () => T, fallback: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return fallback;
    }
  };
  const bytes = (file: string): Buffer | undefined =>
    existsSync(path.join(root, file)) ? readFileSync(path.join(root, file)) : undefined;
  const text = (file: string): string => {
    const found = bytes(file);
    if (found !== undefined) return found.toString('utf8');
    throw new ContentError([
      { file, wrong: 'This file is missing.', instead: 'Put it back from the project’s history.' },
    ]);
  };
  const filesIn = (folder: string, ending: string): string[] => {
    const place = path.join(root, folder);
    const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith(ending)) : [];
    return names.sort().map((name) => `${folder}/${name}`);
  };
  const yaml = <S extends z.ZodType>(file: string, schema: S): z.output<S> =>
    readYaml(file, text(file), schema);
  const document = (page: string, folder: string): CodeDocument =>
    attempt(
      () =>
        parseDocument(
          page,
          filesIn(folder, '.mdx').map((file) => ({ file, text: text(file) })),
        ),
      { page, title: '', blocks: [] },
    );

  const school = attempt(() => yaml('content/school.yaml', schoolSchema), { name: '' });
  const code = document(CODE_PAGE, 'content/code');
  const appendix = document(APPENDIX_PAGE, 'content/appendix');
  const clauses = [...clausesOf(code), ...clausesOf(appendix)];
  const editionNames = new Set(
    ['.yaml', '.txt']
      .flatMap((ending) => filesIn('content/editions', ending))
      .map((file) => path.parse(file).name),
  );
  const editions = attempt(
    () =>
      readEditions(
        [...editionNames].map((name) => ({
          name,
          metadata: bytes(`content/editions/${name}.yaml`)?.toString('utf8'),
          words: bytes(`content/editions/${name}.txt`),
        })),
        { ...school, text: bytes('content/school.yaml')?.toString('utf8') ?? '' },
      ),
    [],
  );
  const edition = editions.find(({ status }) => status === 'adopted');
  const texts = new Map<string, string>();
  const situations = new Map<string, SituationFile>();
  for (const file of filesIn('content/situations', '.yaml')) {
    const id = path.basename(file, '.yaml');
    texts.set(id, text(file));
    attempt(() => situations.set(id, yaml(file, situationSchema)), undefined);
  }
  const groups = attempt(() => yaml('content/groups.yaml', groupsSchema), []);
  const contacts = attempt(() => yaml('content/contacts.yaml', contactsSchema), {});
  const help = attempt(() => yaml('content/help.yaml', helpSchema), {});
  const checker = attempt(() => yaml('content/checker/words.yaml', checkerSchema), undefined);
  const questions = attempt(() => yaml('content/checker/questions.yaml', questionsSchema), []);
  const addresses = attempt(() => yaml('content/addresses.yaml', addressesSchema), {});
  const phrases = attempt(() => readPhrases(path.join(root, 'content/phrases')), []);
  problems.push(...lostAnchors(addresses, clauses));
  // A file that could not be read would be reported again by everything that names it.
  if (problems.length === 0) {
    const taught = [...new Set(phrases.map((phrase) => phrase.situation))];
    problems.push(
      ...brokenReferences({
        checkerHelp: checker?.danger.help ?? [],
        situations,
        texts,
        groups,
        clauses,
        contacts,
        help,
        taught,
      }),
    );
    problems.push(...questionProblems(questions, [...situations.keys()]));
  }
  stopAt(problems);
  if (edition === undefined || checker === undefined)
    throw new Error('What could not be read must have been reported.');
  return {
    school,
    code,
    appendix,
    clauses: new Map(clauses.map((clause) => [clause.anchor, clause])),
    edition,
    editions,
    situations: inGroupOrder(situations, groups),
    groups,
    contacts,
    help,
    checker,
    questions: resolveQuestions(questions, [...situations.keys()]),
    addresses,
  };
}

function lostAnchors(addresses: Record<string, string[]>, clauses: readonly Clause[]): Problem[] {
  return Object.entries(addresses).flatMap(([page, anchors]) =>
    anchors
      .filter((anchor) => !clauses.some((clause) => clause.page === page && clause.anchor === anchor))
      .map((anchor) => ({
        file: 'content/addresses.yaml',
        wrong: `${page}#${anchor} was published, but no clause has that anchor any more. Links in emails would break.`,
        instead: `Put \`<Clause anchor="${anchor}" />\` back before the words it named, or before those that took their place.`,
      })),
  );
}

function inGroupOrder(
  situations: ReadonlyMap<string, SituationFile>,
  groups: Groups,
): Map<string, SituationFile> {
  const ordered = new Map<string, SituationFile>();
  for (const id of groups.flatMap((group) => group.situations)) {
    const situation = situations.get(id);
    if (situation !== undefined) ordered.set(id, situation);
  }
  return ordered;
}
