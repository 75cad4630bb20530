import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { parseDocument, stringify } from 'yaml';
import { type Adoption, adopt, type Draft, draftFrom } from '../adopt/adopt.ts';
import { UnreadablePolicy } from '../adopt/policy.ts';
import type { AdoptQuestion } from '../adopt/questions.ts';
import { LEFT_OPEN, matchQuestion, sectionQuestion, shortened } from '../adopt/questions.ts';
import { readPolicy } from '../adopt/readPolicy.ts';
import { adoptionReport, type Report } from '../adopt/report.ts';
import { droppedOf, keptOf, nameOf, reviewsOf, withoutClauseOf } from '../adopt/review.ts';
import { withoutName } from '../adopt/schoolName.ts';
import { STRUCK } from '../adopt/sections.ts';
import { readStock, STOCK_FOLDER, type Stock, stockFolder } from '../adopt/stock.ts';
import { newDocumentsOf } from '../adopt/structure.ts';
import { loadContent } from '../content/load.ts';
import { readFonts } from '../pdf/fonts.ts';
import { missingGlyphs } from '../pdf/missingGlyphs.ts';
import { SCHOOL_FILE, schoolSchema } from '../school/school.ts';
import { ROOT } from '../shared/environment.ts';
import { readYaml } from '../shared/yaml.ts';
import { ask, askWhatIsMissing, choicesOf, confirm, lookThrough, type Missing } from './askPerson.ts';
import { runCommand } from './runCommand.ts';

const HELP = `npm run adopt -- policy.docx                         reads a school’s own Code (.docx, .odt, .pdf, .md, .txt) and writes content-new/
npm run adopt -- policy.docx --answers answers.yaml  takes the answers from a file, and asks nothing
npm run adopt < policy.txt                           reads plain text from standard input
  --use                                              puts it in place of content/, which becomes content-stock/
  --replace                                          replaces a content-new/ that’s already there`;

const NEW = 'content-new';

/** Where the new content is put together and checked before it’s moved. */
const WORKSHOP = '.build/adopt';

const REPORT = 'adopted.txt';

/** The answers are kept with the new content, to be changed and used again. */
const ANSWERS = 'answers.yaml';

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      answers: { type: 'string' },
      use: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const [file, ...more] = positionals;
  if (more.length > 0)
    throw new UnreadablePolicy('Name one file. If its name has spaces, put it in quotation marks.');
  if (file === undefined && process.stdin.isTTY) return console.log(HELP);
  if (existsSync(path.join(ROOT, NEW)) && !values.replace)
    throw new UnreadablePolicy(
      `There’s already a folder ${NEW}/. Rename it, or add --replace to write over it.`,
    );
  const name = file === undefined ? 'pasted.txt' : path.basename(file);
  const bytes = file === undefined ? await buffer(process.stdin) : readFile(file);
  const stock = readStock(stockFolder(ROOT));
  const policy = await readPolicy(name, bytes);
  const asked = draftFrom(policy, stock, undefined, name);
  refuseMissingGlyphs(asked);
  const asks =
    values.answers === undefined && file !== undefined && process.stdin.isTTY && process.stdout.isTTY;
  const answers =
    values.answers !== undefined
      ? answersIn(values.answers, asked, stock)
      : asks
        ? await ask(asked.questions)
        : new Map<string, string>();
  if (asks) console.log('\nWorking it out …');
  const draft = draftFrom(policy, stock, answers.get('title'), name);
  if (!draft.structure.isTitleInText) refuseMissingGlyphs(draft);
  const adoption = asks ? await reviewed(draft, stock, answers) : adopt(draft, stock, answers);
  if (asks) console.log('\nPutting it together …');
  const unanswered = draft.questions.map(({ id }) => id).filter((id) => !answers.has(id));
  const report = adoptionReport(draft, adoption, stock, unanswered);
  write(stock.folder, adoption, report, answersFile(draft, adoption, stock, answers));
  const old = unusedFolder([STOCK_FOLDER, 'content-before']);
  console.log(
    `${report.toCheck}\nWritten to ${NEW}/, with this report and what’s only for the record in ${REPORT}. Nothing else has changed.`,
  );
  const use = values.use || (asks && (await confirm(`Use it now? content/ becomes ${old}/.`)));
  if (use) {
    renameSync(path.join(ROOT, 'content'), path.join(ROOT, old));
    renameSync(path.join(ROOT, NEW), path.join(ROOT, 'content'));
  }
  console.log(
    use
      ? `It’s in content/ now, and what was there is in ${old}/. Next:\n  npm run check`
      : `To use it:\n  mv content ${old} && mv ${NEW} content\n  npm run check`,
  );
}

/**
 * Works out the new content and shows what it rests on, and again what follows from what the person has said of that.
 *
 * @param answers those so far; what the person says is added
 */
async function reviewed(draft: Draft, stock: Stock, answers: Map<string, string>): Promise<Adoption> {
  const seen = new Set(answers.keys());
  for (let isAgain = false, isComplete = false; ; isAgain = true) {
    const adoption = adopt(draft, stock, answers);
    const reviews = reviewsOf(draft, adoption, stock, seen, isAgain);
    const struck = await lookThrough(reviews);
    for (const id of reviews.flatMap(({ entries }) => entries.map((each) => each.id))) seen.add(id);
    // What may be missing is only known once nothing more is struck, as what’s struck may be.
    const said =
      struck.size > 0 || isComplete ? struck : await askWhatIsMissing(missingIn(draft, adoption, stock));
    if (struck.size === 0) isComplete = true;
    if (said.size === 0) return adoption;
    for (const [id, answer] of said) {
      answers.set(id, answer);
      seen.add(id);
    }
  }
}

/** What a person may say was missed. */
function missingIn(draft: Draft, adoption: Adoption, stock: Stock): Missing {
  return {
    dropped: droppedOf(adoption, stock),
    withoutClause: withoutClauseOf(adoption, stock),
    kept: keptOf(adoption, stock),
    clauses: draft.clauses,
    quoted: new Set(adoption.about.filter(({ unconfirmed }) => !unconfirmed).map(matchQuestion)),
    pageless: adoption.sections.filter(({ why }) => why !== undefined && why !== STRUCK),
  };
}

/** @throws UnreadablePolicy if there’s no such file, or it can’t be opened */
function readFile(file: string): Buffer {
  if (!existsSync(file)) throw new UnreadablePolicy(`There’s no file ${file}.`);
  if (statSync(file).isDirectory())
    throw new UnreadablePolicy(`${file} is a folder. Name the file in it that has the text.`);
  try {
    return readFileSync(file);
  } catch {
    throw new UnreadablePolicy(
      `${file} can’t be opened. Close it in other programs, check that you’re allowed to read it, and try again.`,
    );
  }
}

/** The first of some names, or else the last with a number, that no folder has: what a school wrote is never lost. */
function unusedFolder(names: readonly string[]): string {
  const isFree = (name: string): boolean => !existsSync(path.join(ROOT, name));
  const free = names.find(isFree);
  if (free !== undefined) return free;
  for (let number = 2; ; number += 1)
    if (isFree(`${names.at(-1)}-${number}`)) return `${names.at(-1)}-${number}`;
}

/** @throws UnreadablePolicy naming every character that the site’s PDFs can’t show, and its clause */
function refuseMissingGlyphs({ structure, clauses }: Draft): void {
  const documents = newDocumentsOf(structure);
  const headings = documents.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
  );
  const missing = missingGlyphs(
    structure.code.title,
    [...documents.map(({ title }) => title), ...headings, ...clauses.map(({ text }) => text)],
    readFonts(),
  );
  if (missing.length === 0) return;
  const lines = missing.map(
    ({ text, characters }) => `  ${characters.map((each) => `“${each}”`).join(', ')} in “${shortened(text)}”`,
  );
  throw new UnreadablePolicy(
    `No font of the site’s PDFs has these characters. Replace them in the document, and try again.\n${lines.join('\n')}`,
  );
}

/** Reads a file of answers. */
function answersIn(file: string, draft: Draft, { topics }: Stock): Map<string, string> {
  const { questions, further } = draft;
  const others = furtherAnswers(draft, topics);
  const wrong = new UnreadablePolicy(
    `${file} isn’t a list of answers. Write a line each, such as \`body: trustees\`.`,
  );
  const document = parseDocument(readFile(file).toString());
  if (document.errors.length > 0) throw wrong;
  const read: unknown = document.toJS() ?? {};
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw wrong;
  const answers = new Map<string, string>();
  for (const [id, value] of Object.entries(read)) {
    const question: Pick<AdoptQuestion, 'options' | 'orElse'> | undefined =
      [...questions, ...further].find((each) => each.id === id) ??
      (others.has(id) ? { options: ['yes', 'no'] } : undefined);
    if (question === undefined)
      throw new UnreadablePolicy(
        `${file} answers “${id}”, which isn’t asked about this document. Asked are: ${questions.map((each) => each.id).join(', ')}.`,
      );
    if (value === null) continue;
    const answer = value === true ? 'yes' : value === false ? 'no' : String(value);
    const { options, orElse } = question;
    if (options.length > 0 && !options.includes(answer) && orElse?.test(answer) !== true)
      throw new UnreadablePolicy(
        `${file} answers “${id}” with “${answer}”. Write one of: ${options.join(', ')}${orElse === undefined ? '' : ', or a few other words without “the”'}.`,
      );
    answers.set(id, answer);
  }
  return answers;
}

/** The ids of what else can be said, with its words: that a clause is about a topic, or that a heading has a page. */
function furtherAnswers({ clauses, sections }: Draft, topics: Stock['topics']): Map<string, string> {
  return new Map([
    ...clauses.flatMap(({ anchor, text }) =>
      topics.map(({ id: topic }) => [matchQuestion({ topic, anchor }), shortened(text)] as const),
    ),
    ...sections.map((section) => [sectionQuestion(section.id), nameOf(section)] as const),
  ]);
}

/** All answers, with those that nobody gave and what was worked out, as a file to be changed and used again. */
function answersFile(
  draft: Draft,
  { about, sections }: Adoption,
  { topics }: Stock,
  answers: ReadonlyMap<string, string>,
): string {
  const line = (comment: string, id: string, answer: string): string =>
    `# ${comment}\n${stringify({ [id]: answer }, { lineWidth: 0 })}`;
  const { questions } = draft;
  const asked = questions.map(({ id, text, options, orElse, fallback }) =>
    line(`${text}${choicesOf(options, orElse)}`, id, answers.get(id) ?? fallback),
  );
  const worked = new Map([
    ...about.map((match) => [matchQuestion(match), match.unconfirmed ? LEFT_OPEN : 'yes'] as const),
    ...sections.map(({ id, why }) => [sectionQuestion(id), why === undefined ? 'yes' : 'no'] as const),
  ]);
  const further = [...furtherAnswers(draft, topics)]
    .filter(([id]) => (worked.has(id) || answers.has(id)) && !questions.some((each) => each.id === id))
    .map(([id, text]) => line(text, id, answers.get(id) ?? worked.get(id) ?? 'yes'));
  return [
    `# Change an answer, then: npm run adopt -- policy.docx --answers ${ANSWERS} --replace\n`,
    ...asked,
    ...(further.length === 0
      ? []
      : ['\n# Which situations each clause is quoted for, and which headings have a page\n']),
    ...further,
  ].join('');
}

/**
 * Puts the new content together, checks that it can be read whole, and only then moves it into its place.
 *
 * @throws ContentError if it can’t
 */
function write(stock: string, { files, dropped }: Adoption, report: Report, answers: string): void {
  const workshop = path.join(ROOT, WORKSHOP);
  const content = path.join(workshop, 'content');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  cpSync(stock, content, { recursive: true });
  for (const folder of ['code', 'appendix', 'editions', 'situations', 'adopt'])
    rmSync(path.join(content, folder), { recursive: true, force: true });
  for (const id of dropped) rmSync(path.join(content, `phrases/${id}.txt`), { force: true });
  const name = readSchoolName(stock);
  for (const file of globSync('phrases/*.txt', { cwd: content }))
    writeFileSync(
      path.join(content, file),
      withoutName(readFileSync(path.join(content, file), 'utf8'), name),
    );
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), text);
  }
  writeFileSync(
    path.join(content, REPORT),
    `${report.toCheck}\nThe rest is for the record.\n${report.record}`,
  );
  writeFileSync(path.join(content, ANSWERS), answers);
  loadContent(workshop);
  rmSync(path.join(ROOT, NEW), { recursive: true, force: true });
  renameSync(content, path.join(ROOT, NEW));
}

function readSchoolName(stock: string): string {
  return readYaml(SCHOOL_FILE, readFileSync(path.join(stock, 'school.yaml'), 'utf8'), schoolSchema).name;
}

await runCommand(async (args) => {
  try {
    await main(args);
  } catch (error) {
    if (!(error instanceof UnreadablePolicy)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}, HELP);
