import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import {
  ADDRESSES_FILE,
  addressesSchema,
  partWaiting,
  type Registry,
  registryProblems,
} from '../addresses/registry.ts';
import { questionProblems, questionsSchema, resolveQuestions } from '../checker/questionsSchema.ts';
import type { Question } from '../checker/reading/questions.ts';
import { type CheckerWords, checkerSchema } from '../checker/schema.ts';
import { EMERGENCY_WORDS_FILE, readEmergencyWords } from '../checker/training/emergencyWords.ts';
import { countPhrases, PHRASES_FOLDER, readPhrases } from '../checker/training/phrases.ts';
import { readWordGroups, WORD_GROUPS_FILE } from '../checker/training/wordGroups.ts';
import { readAppendix } from '../code/appendix.ts';
import {
  type Clause,
  clausesOf,
  type Documents,
  documentsOf,
  parseDocument,
  type SourceFile,
} from '../code/document.ts';
import type { Edition } from '../code/edition.ts';
import { readEditions } from '../code/editions.ts';
import { type Contacts, contactsSchema, type Help, helpSchema } from '../school/contacts.ts';
import { type School, schoolSchema } from '../school/school.ts';
import { oncePerBuild } from '../shared/buildCache.ts';
import { ContentError, type Problem, stopAt } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';
import {
  ROUTE_MAP_FILE,
  type RouteMapFile,
  routeMapProblems,
  routeMapSchema,
} from '../situations/routeMapSchema.ts';
import { type Groups, groupsSchema, type SituationFile, situationSchema } from '../situations/schema.ts';
import { PAGE_TEXTS_FILE, type PageTexts, pageTextsSchema } from './pageTexts.ts';
import { POSTER_FILE, type Poster, posterProblems, posterSchema } from './poster.ts';
import { brokenReferences } from './references.ts';
import { readStatement, type Statement } from './statement.ts';

/** Address of the Code from the site's root. The appendix takes its own from its title. */
export const CODE_PAGE = '/';

/** Everything under `content/`, read and checked. */
export interface Content extends Documents {
  school: School;
  /** The clauses of all documents, by anchor, in order. */
  clauses: ReadonlyMap<string, Clause>;
  /** The edition in force. */
  edition: Edition;
  /** Every edition, oldest first; drafts at the end. */
  editions: Edition[];
  situations: ReadonlyMap<string, SituationFile>;
  groups: Groups;
  /** What the picture of the routes shows. */
  routeMap: RouteMapFile;
  poster: Poster;
  /** The paragraphs of the pages, by page. */
  pageTexts: PageTexts;
  contacts: Contacts;
  help: Help;
  checker: CheckerWords;
  /** What the checker asks when answers are close. */
  questions: Question[];
  /** The pages in `content/pages/`, in the order of their names. */
  statements: Statement[];
  /** How many phrases each situation has, by id. */
  phraseCounts: ReadonlyMap<string, number>;
  /** Every address ever published, and where those that have gone are forwarded to. */
  addresses: Registry;
  /** Addresses of clauses that will be forwarded once a draft without them is adopted. */
  waiting: ReadonlySet<string>;
}

/**
 * The content below `root`, read once for everything one build makes of it: pages, modules for the browser, proof. To
 * see later changes, call {@link loadContent}.
 *
 * @throws ContentError with every mistake found in every file
 */
export function loadOnce(root: string): Content {
  return oncePerBuild(`content of ${root}`, () => loadContent(root));
}

/**
 * Reads the folder `content/` below `root`.
 *
 * @throws ContentError with every mistake found in every file
 */
export function loadContent(root: string): Content {
  const problems: Problem[] = [];
  /** What `read` returns. If it finds mistakes, they're collected, and `fallback` is returned. */
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
  const mdxIn = (folder: string): SourceFile[] =>
    filesIn(folder, '.mdx').map((file) => ({ file, text: text(file) }));

  const code = attempt(() => parseDocument(CODE_PAGE, mdxIn('content/code')), {
    page: CODE_PAGE,
    title: '',
    blocks: [],
  });
  const appendix = attempt(() => readAppendix(mdxIn('content/appendix'), otherPages(root)), undefined);
  const clauses = documentsOf({ code, appendix }).flatMap(clausesOf);
  const clausesRead = problems.length === 0;
  const school = attempt(() => yaml('content/school.yaml', schoolSchema), { name: '' });
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
  const statements = mdxIn('content/pages').flatMap((source) => attempt(() => [readStatement(source)], []));
  const groups = attempt(() => yaml('content/groups.yaml', groupsSchema), []);
  const routeMap = attempt(() => yaml(ROUTE_MAP_FILE, routeMapSchema), undefined);
  const poster = attempt(() => yaml(POSTER_FILE, posterSchema), undefined);
  const pageTexts = attempt(() => yaml(PAGE_TEXTS_FILE, pageTextsSchema), undefined);
  const contacts = attempt(() => yaml('content/contacts.yaml', contactsSchema), {});
  const help = attempt(() => yaml('content/help.yaml', helpSchema), {});
  const checker = attempt(() => yaml('content/checker/words.yaml', checkerSchema), undefined);
  const questions = attempt(() => yaml('content/checker/questions.yaml', questionsSchema), []);
  const listed = attempt(() => yaml(ADDRESSES_FILE, addressesSchema), undefined);
  const { today: addresses = listed, waiting = new Set<string>() } =
    listed !== undefined && editions.some(({ status }) => status === 'draft')
      ? partWaiting(listed, clauses)
      : {};
  // The files that only train the checker are read just to find their mistakes.
  for (const [file, read] of [
    [WORD_GROUPS_FILE, readWordGroups],
    [EMERGENCY_WORDS_FILE, readEmergencyWords],
  ] as const)
    attempt(() => {
      text(file);
      return read(path.join(root, file));
    }, []);
  const phraseCounts = countPhrases(attempt(() => readPhrases(path.join(root, PHRASES_FOLDER)), []));
  if (addresses !== undefined && clausesRead)
    problems.push(...registryProblems(addresses, text(ADDRESSES_FILE), clauses, [...situations.keys()]));
  // Otherwise, a file that can't be read would be reported again by everything that refers to it.
  if (problems.length === 0) {
    problems.push(
      ...brokenReferences({
        checkerHelp: checker?.danger.help ?? [],
        situations,
        texts,
        groups,
        clauses,
        contacts,
        help,
        taught: [...phraseCounts.keys()],
      }),
    );
    if (routeMap !== undefined) problems.push(...routeMapProblems(routeMap, situations));
    if (poster !== undefined)
      problems.push(
        ...posterProblems(
          poster,
          clauses.map(({ anchor }) => anchor),
        ),
      );
    problems.push(...questionProblems(questions, [...situations.keys()]));
  }
  stopAt(problems);
  if (
    edition === undefined ||
    checker === undefined ||
    addresses === undefined ||
    routeMap === undefined ||
    poster === undefined ||
    pageTexts === undefined
  )
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
    routeMap,
    poster,
    pageTexts,
    contacts,
    help,
    checker,
    questions: resolveQuestions(questions, [...situations.keys()]),
    statements,
    phraseCounts,
    addresses,
    waiting,
  };
}

/** Addresses directly below the root that an appendix can't have. */
function otherPages(root: string): Set<string> {
  const files = globSync(['src/pages/*', 'content/pages/*'], { cwd: root });
  return new Set(files.map((file) => `/${path.parse(file).name}/`));
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
