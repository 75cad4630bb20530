import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Clause, type CodeDocument, documentsOf } from '../../src/code/document.ts';
import { sectionsOf } from '../../src/code/sections.ts';
import { type Content, loadContent } from '../../src/content/load.ts';
import { resolveSituations } from '../../src/situations/resolve.ts';
import {
  type Quotation,
  READER_LABELS,
  READERS,
  type SituationPage,
  type Step,
} from '../../src/situations/situation.ts';

/** A page, as every generator we compare with gets it. */
export interface PageOfWords {
  /** Its path among the sources without its extension, e.g. `situations/index`. */
  name: string;
  title: string;
  description: string;
  /** Markdown, without its title. */
  body: string;
}

/**
 * The words of `content/` as Markdown, page for page, with the same words wherever a documentation generator can show
 * them.
 *
 * @param root folder whose `content/` is read
 */
export function pagesOfWords(root: string): PageOfWords[] {
  const content = loadContent(root);
  const situations = resolveSituations({ ...content, base: '/' });
  const page = (name: string, title: string, description: string, body: readonly string[]): PageOfWords => ({
    name,
    title,
    description,
    body: body.join('\n\n'),
  });
  const { checker, school } = content;
  return [
    ...documentsOf(content).map((document) =>
      page(
        document.page.slice(1, -1) || 'index',
        document.title,
        `The whole ${document.title} of ${school.name}.`,
        documentBody(document),
      ),
    ),
    page('situations/index', 'Situations', `What can happen at ${school.name}.`, situationList(content)),
    ...situations.map((situation) =>
      page(`situations/${situation.id}`, situation.title, situation.summary, situationBody(situation)),
    ),
    // They have no checker, and their search is a dialog. Instead, these pages have what ours show without script.
    page('check', checker.label, checker.withoutScript, [plain(checker.privacy), ...situationList(content)]),
    page('search', 'Search', 'Every section.', [
      ...documentsOf(content).flatMap(documentIndex),
      bullets(situations.map((situation) => link(situation.title, situation.href))),
    ]),
    ...content.statements.map(({ name, title, description, file }) => ({
      name,
      title,
      description,
      body: readFileSync(path.join(root, file), 'utf8').replace(/^---.*?^---$/ms, ''),
    })),
  ];
}

/**
 * Writes pages as files.
 *
 * @param folder where they go; anything there is deleted
 * @param titled whether each file has to start with its title, for generators that don't add it
 */
export function writePages(pages: readonly PageOfWords[], folder: string, titled: boolean): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { name, title, description, body } of pages) {
    const file = path.join(folder, `${name}.md`);
    mkdirSync(path.dirname(file), { recursive: true });
    const head = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n`;
    writeFileSync(file, `${head}\n${titled ? `${heading(1, title)}\n\n` : ''}${body}\n`);
  }
}

/** Adds made-up pages, each a copy of the last situation, until there are `count`. */
export function filledUp(pages: readonly PageOfWords[], count: number): PageOfWords[] {
  const pattern = pages.findLast(({ name }) => name.startsWith('situations/'));
  if (pattern === undefined) throw new Error('There’s no situation to copy.');
  const made = Array.from({ length: Math.max(0, count - pages.length) }, (_, index) => ({
    ...pattern,
    name: `situations/made-up-${index + 1}`,
    title: `Made up, number ${index + 1}`,
  }));
  return [...pages, ...made];
}

function documentBody(document: CodeDocument): string[] {
  const words = (clause: Clause): string =>
    clause.runs.map(({ text, href }) => (href === undefined ? plain(text) : link(text, href))).join('');
  return document.blocks.flatMap((block) => {
    // The generator shows the title.
    if (block.kind === 'heading') return block.depth === 1 ? [] : [heading(block.depth, block.text)];
    const text = block.clauses.map(words).join(' ');
    return [block.kind === 'item' ? bullets([text]) : text];
  });
}

function documentIndex(document: CodeDocument): string[] {
  const entries = sectionsOf(document).map((section) =>
    link(section.heading || document.title, document.page),
  );
  return [heading(2, document.title), bullets(entries)];
}

function situationList({ groups, situations }: Content): string[] {
  return groups.flatMap((group) => [
    heading(2, group.title),
    plain(group.intro),
    bullets(
      group.situations.map((id) => {
        const { title = id, summary = '' } = situations.get(id) ?? {};
        return `${link(title, `/situations/${id}/`)}: ${plain(summary)}`;
      }),
    ),
  ]);
}

function situationBody(situation: SituationPage): string[] {
  return [
    plain(situation.summary),
    heading(2, 'What it can look like'),
    bullets(situation.looksLike.map(plain)),
    ...(situation.quotations.length > 0 ? [heading(2, 'What the Code says')] : []),
    ...situation.quotations.map(quotation),
    heading(2, 'Why it matters'),
    plain(situation.why),
    heading(2, 'What to do'),
    ...READERS.flatMap((reader) => [
      heading(3, READER_LABELS[reader]),
      situation.routes[reader].steps.map((step, index) => `${index + 1}. ${stepBody(step)}`).join('\n'),
    ]),
    ...(situation.tellApart.length > 0 ? [heading(2, 'Is it something else?')] : []),
    bullets(situation.tellApart.map(({ when, title, href }) => `${plain(when)} ${link(title, href)}`)),
  ];
}

function stepBody(step: Step): string {
  const { who, how, say, next, quotation: quoted, details, unset, help } = step;
  const parts = [`**${plain(who)}**`, plain(how)];
  if (say !== undefined) parts.push(`What to say or bring: ${plain(say)}`);
  if (next !== undefined) parts.push(`What happens next: ${plain(next)}`);
  if (quoted !== undefined) parts.push(quotation(quoted));
  if (unset !== undefined) parts.push(plain(unset));
  for (const { label, text, href } of details)
    parts.push(`${label}: ${href === undefined ? plain(text) : link(text, href)}`);
  for (const { name, what, url, phone, hours } of help) {
    parts.push([link(name, url), phone, what, hours].filter((part) => part !== undefined).join(' '));
  }
  // Indented, so that it's all part of the list item.
  return parts.join('\n\n   ');
}

function quotation({ text, href }: Quotation): string {
  return `> ${plain(text)} ${link('The Code', href)}`;
}

function heading(depth: number, text: string): string {
  return `${'#'.repeat(depth)} ${plain(text)}`;
}

function bullets(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join('\n');
}

function link(text: string, href: string): string {
  return `[${plain(text)}](${href})`;
}

/** Escapes text for Markdown. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#~|]/g, '\\$&');
}
