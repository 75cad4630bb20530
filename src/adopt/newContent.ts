import { parse, stringify } from 'yaml';
import { shortAddressOfClause, shortAddressOfSituation } from '../addresses/registry.ts';
import { addressOfTitle } from '../code/sections.ts';
import { withoutTies } from '../content/readBeside.ts';
import type { Groups, SituationFile } from '../situations/schema.ts';
import { addSections } from './addSections.ts';
import type { Details } from './details.ts';
import { type Confirmed, keepSituations, type NewCitations } from './keepSituations.ts';
import { isAbout, mentions } from './matchTopics.ts';
import { neutralise, neutraliseYaml, type Reworded } from './neutral.ts';
import type { Section } from './sections.ts';
import type { Stock } from './stock.ts';
import { type NewClause, newClausesOf, newDocumentsOf, type Structure } from './structure.ts';
import { documentFiles, type Files, type Marks } from './writeDocuments.ts';

/** What the new content is made of. */
export interface Decisions extends Pick<NewCitations, 'confirmed' | 'nearest' | 'quotable' | 'appeal'> {
  structure: Structure;
  details: Details;
  marks: Marks;
  /** What’s under the headings that get a situation of their own. */
  sections: readonly Section[];
}

/** The new content’s files that differ from the stock’s, and what a person should know about them. */
export interface NewContent {
  files: Files;
  /** Ids of the situations that aren’t there any more. */
  dropped: string[];
  /** The situations made for sections, by id. */
  made: ReadonlyMap<string, SituationFile>;
  reworded: Reworded[];
  /** Topics that the new Code does mention, so that nothing says it doesn’t. */
  covered: string[];
}

const SOURCES = 'phrases/sources.yaml';

/** The poster’s sheet has room for about so many clauses, and for so many lines of so many characters. */
const ON_POSTER = 8;
const POSTER_LINES = 15;
const POSTER_LINE = 75;

/** Makes the new content’s files, without reading or writing any. */
export function newContent(
  stock: Stock,
  { structure, details, confirmed, nearest, appeal, marks, sections, quotable }: Decisions,
): NewContent {
  const documents = newDocumentsOf(structure);
  const files = documentFiles(structure, marks);
  const reworded: Reworded[] = [];
  const clauses = documents.flatMap(newClausesOf);
  const anchors = clauses.map(({ anchor }) => anchor);
  const kept = keepSituations(stock, stock.topics, { confirmed, nearest, appeal, anchors, quotable });
  const asWritten = (file: string, value: unknown): void => {
    files.set(file, `${headOf(fileOrNothing(stock, file))}${stringify(value, { lineWidth: 0 })}`);
  };
  const yaml = (file: string, value: unknown): void => {
    const neutral = neutralise(file, value, stock.claims);
    reworded.push(...neutral.reworded);
    asWritten(file, neutral.value);
  };
  const left = new Map([...stock.phrases].filter(([id]) => !kept.dropped.includes(id)));
  const added = addSections({
    sections,
    also: stock.alsoSays,
    rulePhrases: stock.rulePhrases,
    kept: new Set(kept.situations.keys()),
    phrases: left,
    sources: stock.text(`content/${SOURCES}`),
    elsewhere: stock.elsewhere,
    elsewhereRules: stock.elsewhereRules,
  });
  const situations = new Map([...kept.situations, ...added.situations]);
  for (const [file, text] of added.files) files.set(file, text);
  for (const [id, situation] of kept.situations) yaml(`situations/${id}.yaml`, situation);
  // These say nothing of a Code but its own headings.
  for (const [id, situation] of added.situations) asWritten(`situations/${id}.yaml`, situation);
  yaml('groups.yaml', withGroups(kept.groups, added.groups));
  yaml('who-to-talk-to.yaml', kept.routeMap);
  yaml('poster.yaml', {
    ...stock.poster,
    brief: onPoster(clauses, confirmed, quotable),
  });
  const about = (text: string): string[] =>
    stock.topics.filter((topic) => isAbout(text, topic)).flatMap(({ situations }) => situations);
  const examples = stock.checker.examples.filter((example) => {
    const situations = about(example);
    return situations.length === 0 || situations.some((id) => !kept.dropped.includes(id));
  });
  yaml('checker/words.yaml', {
    ...stock.checker,
    examples: examples.length > 0 ? examples : ['I told the teacher and nothing has changed'],
  });
  for (const { file, text } of stock.pages) {
    const neutral = neutralise(file, withoutTies(text), stock.claims);
    reworded.push(...neutral.reworded);
    files.set(file.replace('content/', ''), neutral.value.replaceAll(/^- (.*?) +$/gm, '- $1'));
  }
  const withNotes = (file: string): string => {
    const neutral = neutraliseYaml(file, stock.text(`content/${file}`), stock.claims);
    reworded.push(...neutral.reworded);
    return neutral.value;
  };
  for (const file of ['contacts.yaml', 'help.yaml', 'page-texts.yaml']) files.set(file, withNotes(file));
  const { text: elsewhere, covered } = elsewhereFor(
    withNotes('elsewhere.yaml'),
    mentioned(
      stock,
      clauses.map(({ text }) => text),
    ),
  );
  files.set('elsewhere.yaml', elsewhere);
  files.set('school.yaml', schoolFile(stock.text('content/school.yaml'), details));
  files.set(
    'editions/edition-1.yaml',
    stringify({
      title: structure.code.title,
      status: 'adopted',
      ...(details.adopted === undefined ? {} : { adopted: details.adopted }),
    }),
  );
  const pages = documents.map(({ title }, index) => (index === 0 ? '/' : (addressOfTitle(title) ?? '/')));
  files.set(
    'addresses.yaml',
    addressesFile(stock, [
      ...pages.slice(1),
      ...[...situations.keys()].flatMap((id) => [`/situations/${id}/`, shortAddressOfSituation(id)]),
      ...documents.flatMap((document, index) =>
        newClausesOf(document).map(({ anchor }) => `${pages[index]}#${anchor}`),
      ),
      ...clauses.map(({ anchor }) => shortAddressOfClause(anchor)),
    ]),
  );
  return { files, dropped: kept.dropped, made: added.situations, reworded, covered };
}

/** Before the last group, which is about the Code itself. */
function withGroups(groups: Groups, added: Groups): Groups {
  return [...groups.slice(0, -1), ...added, ...groups.slice(-1)];
}

function fileOrNothing(stock: Stock, file: string): string {
  return file.startsWith('situations/') ? '' : stock.text(`content/${file}`);
}

/** The notes at the head of a file. */
function headOf(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#') && line.trim() !== '');
  return lines
    .slice(0, Math.max(0, end))
    .map((line) => `${line}\n`)
    .join('');
}

/** One clause for each topic, in the Code’s order, as long as there’s room for it. */
function onPoster(
  clauses: readonly NewClause[],
  confirmed: Confirmed,
  quotable: (anchor: string) => boolean,
): string[] {
  const best = new Set([...confirmed.values()].flatMap((about) => about.find(quotable) ?? []));
  const chosen: NewClause[] = [];
  let room = POSTER_LINES;
  for (const clause of clauses) {
    if (!best.has(clause.anchor) || chosen.length === ON_POSTER) continue;
    const { leadIn = '', text } = clause;
    // The items of a list share the sentence above it.
    const lines = [leadIn === chosen.at(-1)?.leadIn ? '' : leadIn, text];
    const taken = lines.reduce((sum, line) => sum + Math.ceil(line.length / POSTER_LINE), 0);
    if (taken > room) continue;
    room -= taken;
    chosen.push(clause);
  }
  return (chosen.length > 0 ? chosen : clauses.slice(0, 1)).map(({ anchor }) => anchor);
}

/** The ids of content/elsewhere.yaml that the Code has a rule on. */
function mentioned({ elsewhereRules }: Stock, clauses: readonly string[]): ReadonlySet<string> {
  return new Set(
    Object.entries(elsewhereRules).flatMap(([id, cues]) => (mentions(clauses, cues) ? [id] : [])),
  );
}

/** Drops the topics that the Code does mention: nothing may say that it doesn’t. */
function elsewhereFor(text: string, ids: ReadonlySet<string>): { text: string; covered: string[] } {
  const [head = '', ...entries] = text.split(/^(?=- id: )/m);
  const covered: string[] = [];
  const left = entries.filter((entry) => {
    const [{ id = '', topic = '' } = {}] = parse(entry) as { id: string; topic: string }[];
    if (!ids.has(id)) return true;
    covered.push(topic);
    return false;
  });
  return { text: head + (left.length > 0 ? left.join('') : '[]\n'), covered };
}

/** The stock’s file with this school’s details, and nothing of the old school’s. */
function schoolFile(stock: string, details: Details): string {
  const values: Record<string, unknown> = { ...details };
  return stock.replaceAll(/^(\w+):.*$/gm, (_, key: string) =>
    values[key] === undefined ? `${key}:` : stringify({ [key]: values[key] }, { lineWidth: 0 }).trimEnd(),
  );
}

/** The stock’s own pages, without its clauses and situations, and the new ones. */
function addressesFile({ addresses, appendixPages }: Stock, added: readonly string[]): string {
  const pages = addresses.published.filter(
    (address) =>
      !address.includes('#') &&
      !/^\/(?:c|s|situations)\/./.test(address) &&
      !(address in addresses.forwarded) &&
      !appendixPages.includes(address) &&
      !/^\/governors\/editions\/(?!edition-1\.txt)/.test(address),
  );
  return [
    '# Every address this site has ever published. People link to them in emails, so none can ever be lost.',
    '# Add to the list, but never delete a line. The build stops if one of them leads nowhere.',
    'published:',
    ...[...pages, ...added].map((address) => `  - ${address}`),
    '',
    '# Old addresses, and where each one leads now, for example: /#old-anchor: /#new-anchor',
    'forwarded:',
    '',
  ].join('\n');
}
