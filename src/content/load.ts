import path from 'node:path';
import type { z } from 'zod';
import {
  ADDRESSES_FILE,
  addressesSchema,
  type Registry,
  registryProblems,
  splitWaiting,
} from '../addresses/registry.ts';
import { readLanguages } from '../checker/languages/load.ts';
import type { Language } from '../checker/languages/schema.ts';
import { type CheckerWords, checkerSchema, type Elsewhere, elsewhereSchema } from '../checker/schema.ts';
import { EMERGENCY_WORDS_FILE, readEmergencyWords } from '../checker/training/emergencyWords.ts';
import { countPhrases, PHRASES_FOLDER, readPhrases } from '../checker/training/phrases.ts';
import { readWordGroups, WORD_GROUPS_FILE } from '../checker/training/wordGroups.ts';
import { type Clause, CODE_PAGE, clausesOf, type Documents, documentsOf } from '../code/document.ts';
import type { Edition } from '../code/edition.ts';
import { readEditions } from '../code/editions.ts';
import { type BodyWords, bodyWords, nameBody, nameBodyThroughout } from '../school/body.ts';
import { type Contacts, contactsSchema, type Help, helpSchema } from '../school/contacts.ts';
import { SCHOOL_FILE, type School, schoolSchema } from '../school/school.ts';
import { oncePerBuild } from '../shared/buildCache.ts';
import { ContentError, collectProblems, stopAt } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';
import {
  ROUTE_MAP_FILE,
  type RouteMapFile,
  routeMapProblems,
  routeMapSchema,
} from '../situations/routeMap.ts';
import { type Groups, groupsSchema, type SituationFile, situationSchema } from '../situations/schema.ts';
import { appendicesOf, bytesOf, editionSources, filesOf, mdxIn, readCode } from './documents.ts';
import { PAGE_TEXTS_FILE, type PageTexts, pageTextsSchema } from './pageTexts.ts';
import { POSTER_FILE, type Poster, posterProblems, posterSchema } from './poster.ts';
import { brokenReferences } from './references.ts';
import { readStatement, type Statement } from './statement.ts';

/** Everything under `content/`, read and checked. */
export interface Content extends Documents {
  school: School;
  /** Who adopts the Code, in words. All texts name it already. */
  body: BodyWords;
  /** All clauses by anchor, in order. */
  clauses: ReadonlyMap<string, Clause>;
  /** The edition in force. */
  edition: Edition;
  /** Every edition, oldest first, drafts last. */
  editions: Edition[];
  situations: ReadonlyMap<string, SituationFile>;
  groups: Groups;
  routeMap: RouteMapFile;
  poster: Poster;
  /** The paragraphs of the pages, by page. */
  pageTexts: PageTexts;
  contacts: Contacts;
  help: Help;
  checker: CheckerWords;
  /** What no situation is about, and who to ask instead. */
  elsewhere: Elsewhere[];
  /** What the checker asks if answers are close. */
  /** The languages in which parents who read little English are helped, by their English names. */
  languages: Language[];
  /** Pages about the site itself, such as privacy, by name. */
  statements: Statement[];
  /** How many training phrases each situation has, by id. */
  phraseCounts: ReadonlyMap<string, number>;
  addresses: Registry;
  /** Addresses of clauses that are forwarded once a draft without them is adopted. */
  waiting: ReadonlySet<string>;
}

/**
 * The content below `root`, read once for everything in one build: pages, modules for the browser, proof. To see later
 * changes, call {@link loadContent}.
 *
 * @throws ContentError with every mistake found in every file
 */
export function loadOnce(root: string): Content {
  return oncePerBuild(`content of ${root}`, () => loadContent(root));
}

/**
 * Reads and checks the folder `content/` below `root`.
 *
 * @throws ContentError with every mistake found in every file
 */
export function loadContent(root: string): Content {
  const { problems, attempt } = collectProblems();
  const bytes = (file: string): Buffer | undefined => bytesOf(root, file);
  const text = (file: string): string => {
    const found = bytes(file);
    if (found !== undefined) return found.toString('utf8');
    throw new ContentError([
      { file, wrong: 'This file is missing.', instead: 'Restore it from the project’s history.' },
    ]);
  };
  const filesIn = (folder: string, extension: string): string[] => filesOf(root, folder, extension);

  const code = attempt(() => readCode(root)) ?? { page: CODE_PAGE, title: '', blocks: [] };
  const appendices = attempt(() => appendicesOf(root)) ?? [];
  const clauses = documentsOf({ code, appendices }).flatMap(clausesOf);
  const clausesAreRead = problems.length === 0;
  const school = attempt(() => readYaml(SCHOOL_FILE, text(SCHOOL_FILE), schoolSchema)) ?? { name: '' };
  const body = bodyWords(school.body);
  const yaml = <S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined =>
    attempt(() => nameBodyThroughout(readYaml(file, text(file), schema), body));
  const editions =
    attempt(() =>
      readEditions(editionSources(root), { ...school, text: bytes(SCHOOL_FILE)?.toString('utf8') ?? '' }),
    ) ?? [];
  const edition = editions.find(({ status }) => status === 'adopted');
  const texts = new Map<string, string>();
  const situations = new Map<string, SituationFile>();
  for (const file of filesIn('content/situations', '.yaml')) {
    const id = path.basename(file, '.yaml');
    texts.set(id, text(file));
    const situation = yaml(file, situationSchema);
    if (situation !== undefined) situations.set(id, situation);
  }
  const statements = mdxIn(root, 'content/pages').flatMap(
    (source) => attempt(() => readStatement({ ...source, text: nameBody(source.text, body) })) ?? [],
  );
  const groups = yaml('content/groups.yaml', groupsSchema) ?? [];
  const routeMap = yaml(ROUTE_MAP_FILE, routeMapSchema);
  const poster = yaml(POSTER_FILE, posterSchema);
  const pageTexts = yaml(PAGE_TEXTS_FILE, pageTextsSchema);
  const contacts = yaml('content/contacts.yaml', contactsSchema) ?? {};
  const help = yaml('content/help.yaml', helpSchema) ?? {};
  const checker = yaml('content/checker/words.yaml', checkerSchema);
  const elsewhere = yaml('content/elsewhere.yaml', elsewhereSchema) ?? [];
  const languages = attempt(() => readLanguages(root)) ?? [];
  const listed = yaml(ADDRESSES_FILE, addressesSchema);
  const { today: addresses = listed, waiting = new Set<string>() } =
    listed !== undefined && editions.some(({ status }) => status === 'draft')
      ? splitWaiting(listed, clauses)
      : {};
  // These files only train the checker, so they're read here just to check them.
  for (const [file, read] of [
    [WORD_GROUPS_FILE, readWordGroups],
    [EMERGENCY_WORDS_FILE, readEmergencyWords],
  ] as const)
    attempt(() => {
      text(file);
      read(path.join(root, file));
    });
  const phraseCounts = countPhrases(attempt(() => readPhrases(path.join(root, PHRASES_FOLDER))) ?? []);
  const allAreRead = problems.length === 0;
  if (addresses !== undefined && clausesAreRead)
    problems.push(...registryProblems(addresses, text(ADDRESSES_FILE), clauses, [...texts.keys()]));
  // A file that couldn't be read would be reported again by everything that refers to it.
  if (allAreRead) {
    problems.push(
      ...brokenReferences({
        checkerHelp: checker?.danger.help ?? [],
        situations,
        texts,
        groups,
        clauses,
        contacts,
        help,
        withPhrases: [...phraseCounts.keys()],
      }),
    );
    if (routeMap !== undefined) problems.push(...routeMapProblems(routeMap, situations));
    if (poster !== undefined) problems.push(...posterProblems(poster, clauses));
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
    throw new Error('A file that couldn’t be read must have been reported.');
  return {
    school,
    body,
    code,
    appendices,
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
    elsewhere,
    languages,
    statements,
    phraseCounts,
    addresses,
    waiting,
  };
}

function inGroupOrder(
  situations: ReadonlyMap<string, SituationFile>,
  groups: Groups,
): Map<string, SituationFile> {
  return new Map(
    groups
      .flatMap((group) => group.situations)
      .flatMap((id) => {
        const situation = situations.get(id);
        return situation === undefined ? [] : [[id, situation] as const];
      }),
  );
}
