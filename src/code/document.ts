import type { Nodes, PhrasingContent } from 'mdast';
import { readMdx } from '../shared/mdx.ts';
import { type Problem, stopAt } from '../shared/problem.ts';

/** A run of a clause's words: plain, or a link to another page of the site (`href` from the site's root). */
export interface Run {
  text: string;
  href?: string;
}

/** A part of the Code with its own anchor. */
export interface Clause {
  /** Unique across the Code and its appendix; never changes once published. */
  anchor: string;
  /** Address of its page from the site's root, e.g. `/appendix-1/`. */
  page: string;
  /** The heading it's under. */
  heading: string;
  runs: Run[];
  /** The runs' words as one string. */
  text: string;
  /** For a list item, the sentence that it finishes, or else the heading right above its list. */
  leadIn?: string;
}

export type Block =
  | { kind: 'heading'; depth: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; clauses: Clause[] }
  | { kind: 'list'; items: Clause[][] };

/** The Code or its appendix, in order. */
export interface CodeDocument {
  page: string;
  title: string;
  blocks: Block[];
}

/** Everything the governors adopted. */
export interface Documents {
  code: CodeDocument;
  /** Undefined if the Code has none. */
  appendix?: CodeDocument | undefined;
}

/** One MDX file of a document. */
export interface SourceFile {
  file: string;
  text: string;
}

/**
 * Reads the files of one document, in order.
 *
 * Each clause runs from its marker, `<Clause anchor="…" />`, to the next marker or the end of its paragraph or list item.
 * The words come from the syntax tree, so nothing curls a quotation mark.
 *
 * @throws ContentError if a file isn't MDX, words are outside a clause, a marker is wrong, or anything but headings,
 *   paragraphs, lists and links is used
 */
export function parseDocument(page: string, sources: readonly SourceFile[]): CodeDocument {
  const problems: Problem[] = [];
  const blocks: Block[] = [];
  let heading = '';
  for (const { file, text } of sources) {
    const report = (node: Nodes, wrong: string, instead: string): void => {
      problems.push({ file, line: node.position?.start.line ?? 1, wrong, instead });
    };
    const clausesOf = (node: Nodes, children: readonly PhrasingContent[]): Clause[] =>
      splitAtMarkers(node, children, { page, heading, report });
    const tree = readMdx(file, text);
    if (tree.type !== 'root') continue;
    for (const node of tree.children) {
      if (node.type === 'heading') {
        heading = plainText(node.children);
        if (node.depth > 3)
          report(node, 'A heading has more than three # characters.', 'Write one to three.');
        else blocks.push({ kind: 'heading', depth: node.depth as 1 | 2 | 3, text: heading });
      } else if (node.type === 'paragraph') {
        blocks.push({ kind: 'paragraph', clauses: clausesOf(node, node.children) });
      } else if (node.type === 'list') {
        const leadIn = leadInOf(blocks.at(-1));
        const items = node.children.map((item) => {
          const [only, more] = item.children;
          if (only?.type === 'paragraph' && more === undefined)
            return clausesOf(item, only.children).map((clause) => ({ ...clause, ...leadIn }));
          report(
            item,
            'A list item has more than one paragraph.',
            'Write each item on its own line, starting with a hyphen.',
          );
          return [];
        });
        blocks.push({ kind: 'list', items });
      } else {
        report(
          node,
          `The Code can’t contain this (${node.type}).`,
          'Use headings, paragraphs, lists and links only.',
        );
      }
    }
  }
  const titles = blocks.filter((block) => block.kind === 'heading' && block.depth === 1);
  const [title] = titles;
  if (title?.kind !== 'heading' || titles.length > 1) {
    problems.push({
      file: sources[0]?.file ?? page,
      line: 1,
      wrong: titles.length === 0 ? 'The title is missing.' : 'There is more than one title.',
      instead: 'Start the first file, and no other, with `# ` and the title on one line.',
    });
  }
  stopAt(problems);
  return { page, title: title?.kind === 'heading' ? title.text : '', blocks };
}

interface Context {
  page: string;
  heading: string;
  report: (node: Nodes, wrong: string, instead: string) => void;
}

function splitAtMarkers(
  block: Nodes,
  children: readonly PhrasingContent[],
  { page, heading, report }: Context,
): Clause[] {
  const clauses: Clause[] = [];
  for (const child of children) {
    const current = clauses.at(-1);
    if (child.type === 'mdxJsxTextElement') {
      const anchor = anchorOf(child);
      if (anchor === undefined) {
        report(
          child,
          'The marker of a clause isn’t right.',
          'Write it as `<Clause anchor="an-id" />`, with only lower-case letters, digits and hyphens in the id.',
        );
      } else clauses.push({ anchor, page, heading, runs: [], text: '' });
    } else if (child.type !== 'text' && child.type !== 'link') {
      report(child, `A clause can’t contain this (${child.type}).`, 'Use plain words and links only.');
    } else if (current === undefined) {
      report(
        block,
        'These words aren’t in any clause.',
        'Put `<Clause anchor="an-id" />` before the first word.',
      );
      return clauses;
    } else if (child.type === 'link') current.runs.push({ text: plainText(child.children), href: child.url });
    else current.runs.push({ text: child.value });
  }
  for (const clause of clauses) {
    const last = clause.runs.at(-1);
    // The space before the next marker belongs to neither clause.
    if (last !== undefined) last.text = last.text.trimEnd();
    clause.text = clause.runs
      .map((run) => run.text)
      .join('')
      .trim();
    if (clause.text === '')
      report(block, `The clause “${clause.anchor}” has no words.`, 'Write its words after its marker.');
  }
  return clauses;
}

/** What a list is a list of: the end of the paragraph before it, or the heading right above it. */
function leadInOf(before: Block | undefined): { leadIn?: string } {
  if (before?.kind === 'heading' && before.depth > 1) return { leadIn: before.text };
  const leadIn = before?.kind === 'paragraph' ? openSentence(before.clauses.at(-1)?.text ?? '') : undefined;
  return leadIn === undefined ? {} : { leadIn };
}

/** The last sentence of a text, if a list finishes it: it ends in a colon, or in no punctuation mark of its own. */
export function openSentence(text: string): string | undefined {
  if (text === '' || /[.!?…]['"’”)]*$/.test(text)) return undefined;
  return text.split(/(?<=[.!?])\s+/).at(-1);
}

function anchorOf(marker: Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>): string | undefined {
  const [attribute, more] = marker.attributes;
  if (marker.name !== 'Clause' || more !== undefined || attribute?.type !== 'mdxJsxAttribute')
    return undefined;
  const { name, value } = attribute;
  return name === 'anchor' && typeof value === 'string' && /^[a-z][a-z0-9-]*$/.test(value)
    ? value
    : undefined;
}

function plainText(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => ('value' in child ? child.value : 'children' in child ? plainText(child.children) : ''))
    .join('');
}

/** The Code, then its appendix if there is one. */
export function documentsOf({ code, appendix }: Documents): CodeDocument[] {
  return appendix === undefined ? [code] : [code, appendix];
}

/** All clauses of a document, in order. */
export function clausesOf(document: CodeDocument): Clause[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return block.clauses;
    return block.kind === 'list' ? block.items.flat() : [];
  });
}
