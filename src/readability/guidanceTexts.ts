import type { Nodes } from 'mdast';
import type { Block, CodeDocument } from '../code/document.ts';
import type { Content } from '../content/load.ts';
import type { Statement } from '../content/statement.ts';
import { parseReply } from '../situations/reply.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';

/** A text to measure. */
export interface NamedText {
  name: string;
  /** The file or folder it comes from. */
  file: string;
  /** A line per heading, paragraph or list item. */
  text: string;
}

/** Everything but the governors' own words: the school office can change it if it's hard to read. */
export function guidanceTexts(content: Content): NamedText[] {
  const { situations, groups, contacts, help, checker, statements } = content;
  return [
    ...[...situations].flatMap(([id, situation]) => situationTexts(id, situation)),
    named(
      'The situations’ groups',
      'content/groups.yaml',
      groups.flatMap(({ title, intro }) => [title, intro]),
    ),
    named('What the checker says', 'content/checker/words.yaml', [
      checker.label,
      ...checker.examples,
      checker.privacy,
      checker.withoutScript,
      checker.danger.call,
      checker.danger.tell,
      checker.danger.line,
      checker.emergency.saidSafe,
      checker.emergency.heading,
      checker.emergency.line,
      checker.concern.line,
      checker.closest,
      checker.notCovered,
      checker.elsewhere,
      checker.otherLanguage,
      checker.failed,
      checker.reopen,
      ...checker.sure.map(({ says }) => says),
    ]),
    named(
      'How to reach people at school',
      'content/contacts.yaml',
      Object.values(contacts).map(({ unset }) => unset),
    ),
    named(
      'Help from outside the school',
      'content/help.yaml',
      Object.values(help).flatMap(({ what, hours }) => [what, hours]),
    ),
    ...statements.map((statement) => ({
      name: `The statement “${statement.title}”`,
      file: statement.file,
      text: statementText(statement),
    })),
  ];
}

/** The governors' words, which nobody may change for this. */
export function governorsTexts({ code, appendices }: Content): NamedText[] {
  return [
    documentText(code, 'content/code'),
    ...appendices.map((appendix) => documentText(appendix, 'content/appendix')),
  ];
}

function situationTexts(id: string, situation: SituationFile): NamedText[] {
  const { title, summary, start, looksLike, why, tellApart, routes, reply } = situation;
  const file = `content/situations/${id}.yaml`;
  const starts = READERS.map((reader) => routes[reader].start);
  const steps = READERS.flatMap((reader) => routes[reader].steps);
  return [
    named(title, file, [
      title,
      summary,
      start,
      ...starts,
      ...looksLike,
      why,
      ...tellApart.map(({ when }) => when),
      ...steps.flatMap(({ who, what, how, say, next }) => [who, what, how, say, next]),
    ]),
    named(`The reply to ${reply.to}`, file, replyLines(reply.text)),
  ];
}

/** A reply's own words, without those it takes from the clause and the route. */
function replyLines(text: string): string[] {
  return parseReply(text).flatMap((paragraph) =>
    paragraph.kind === 'text'
      ? [paragraph.runs.map((run) => ('text' in run ? run.text : run.place)).join('')]
      : [],
  );
}

function named(name: string, file: string, lines: readonly (string | undefined)[]): NamedText {
  return { name, file, text: lines.filter((line) => line !== undefined).join('\n') };
}

/** A statement's words without markup and code. */
export function statementText({
  title,
  description,
  tree,
}: Pick<Statement, 'title' | 'description' | 'tree'>): string {
  return [title, description, ...linesOfTree(tree)].join('\n');
}

function linesOfTree(node: Nodes): string[] {
  if (!('children' in node)) return [];
  if (node.children.some((child) => child.type === 'text' || child.type === 'link')) return [textOf(node)];
  return node.children.flatMap(linesOfTree);
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function documentText({ title, blocks }: CodeDocument, file: string): NamedText {
  return named(title, file, blocks.map(lineOfBlock));
}

function lineOfBlock(block: Block): string {
  return block.kind === 'heading' ? block.text : block.clauses.map(({ text }) => text).join(' ');
}
