import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Clause, type CodeDocument, documentsOf } from '../../../src/code/document.ts';
import { sectionsOf } from '../../../src/code/sections.ts';
import { type Content, loadContent } from '../../../src/schemas/content.ts';
import { resolveSituations } from '../../../src/situations/resolve.ts';
import {
  type Quotation,
  READER_LABELS,
  READERS,
  type Situation,
  type Step,
} from '../../../src/situations/situation.ts';

/**
 * The site's own package: with it Astro keeps the caches in the site's folder, and learns from its dependencies
 * that Starlight's files are to be bundled. What is installed is found in the project around it.
 */
const PACKAGE = { private: true, type: 'module', dependencies: { astro: '*', '@astrojs/starlight': '*' } };

/**
 * Writes a Starlight site with the words of `content/`, page for page: each page of ours has its like, with the
 * same words where Starlight has a way to show them. Its 404 page is Starlight's own.
 *
 * @param root folder whose `content/` is read
 * @param folder where the site's sources go; what stood there goes, its caches excepted
 */
export function writeStarlight(root: string, folder: string): void {
  const content = loadContent(root);
  const situations = resolveSituations({ ...content, base: '/' });
  const docs = path.join(folder, 'src/content/docs');
  rmSync(path.join(folder, 'src'), { recursive: true, force: true });
  mkdirSync(path.join(docs, 'situations'), { recursive: true });
  cpSync(path.join(import.meta.dirname, 'astro.config.mjs'), path.join(folder, 'astro.config.mjs'));
  cpSync(path.join(import.meta.dirname, 'content.config.ts'), path.join(folder, 'src/content.config.ts'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(PACKAGE));
  cpSync(path.join(root, 'content/pages'), docs, { recursive: true });

  const page = (name: string, title: string, description: string, body: readonly string[]): void => {
    const head = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n`;
    writeFileSync(path.join(docs, `${name}.md`), `${head}\n${body.join('\n\n')}\n`);
  };
  const { code, appendix, checker, school } = content;
  page('index', code.title, `The whole ${code.title} of ${school.name}.`, documentBody(code));
  if (appendix !== undefined) {
    const name = appendix.page.slice(1, -1);
    page(name, appendix.title, `The whole appendix of ${school.name}.`, documentBody(appendix));
  }
  page('situations/index', 'Situations', `What can happen at ${school.name}.`, situationList(content));
  for (const situation of situations) {
    page(`situations/${situation.id}`, situation.title, situation.summary, situationBody(situation));
  }
  // Starlight has no checker, and its search is a dialogue on every page: in their place, what ours show without script.
  page('check', checker.heading, checker.label, [plain(checker.privacy), ...situationList(content)]);
  page('search', 'Search', 'Every section.', [
    ...documentsOf(content).flatMap(documentIndex),
    bullets(situations.map((situation) => link(situation.title, situation.href))),
  ]);
}

function documentBody(document: CodeDocument): string[] {
  const words = (clause: Clause): string =>
    clause.runs.map(({ text, href }) => (href === undefined ? plain(text) : link(text, href))).join('');
  return document.blocks.flatMap((block) => {
    // The title is Starlight's to show.
    if (block.kind === 'heading') return block.depth === 1 ? [] : [heading(block.depth, block.text)];
    if (block.kind === 'paragraph') return [block.clauses.map(words).join(' ')];
    return [bullets(block.items.map((item) => item.map(words).join(' ')))];
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

function situationBody(situation: Situation): string[] {
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
      situation.routes[reader].map((step, index) => `${index + 1}. ${stepBody(step)}`).join('\n'),
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
  // Indented, so that it all belongs to the list's entry.
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

/** Words as Markdown that means nothing but the words. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#~|]/g, '\\$&');
}
