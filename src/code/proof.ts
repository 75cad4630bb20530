import { HTMLElement, type Node, NodeType, parse } from 'node-html-parser';
import { CELL_END, cellsInOneLine, namedCells } from './cells.ts';
import { type BlockPlace, type DifferenceRow, differenceBetween, type WordRun } from './difference.ts';
import { type Clause, headingsOf } from './document.ts';
import { blocksOfEdition, type TextBlock, wordsOf } from './edition.ts';
import {
  HEADING_ATTRIBUTE,
  LEAD_IN_ATTRIBUTE,
  OURS_ATTRIBUTE,
  QUOTATION_ATTRIBUTE,
  WORDS_ATTRIBUTE,
} from './marks.ts';

/**
 * The words of the Code on a built page, block by block.
 *
 * @param part value of the words attribute: which of the page's documents to read
 */
export function blocksOfPage(html: string, part: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const root of parsed(html).querySelectorAll(`[${WORDS_ATTRIBUTE}="${part}"]`)) {
    for (const ours of root.querySelectorAll(`[${OURS_ATTRIBUTE}]`)) ours.remove();
    collectBlocks(root, blocks);
  }
  return blocks;
}

/** Parses a page. Left to itself, the parser takes what's inside `pre` for text, tags included. */
const parsed = (html: string): HTMLElement =>
  parse(html, { blockTextElements: { script: true, style: true } });

const UNSEEN_TAGS = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);

const isUnseen = (element: HTMLElement): boolean =>
  UNSEEN_TAGS.has(element.tagName) || element.hasAttribute('hidden');

/** The text that a reader would see: the parser's own also has scripts, templates and hidden elements. */
function seenText(node: Node): string {
  if (node.nodeType === NodeType.TEXT_NODE) return node.text;
  if (!(node instanceof HTMLElement) || isUnseen(node)) return '';
  return node.tagName === 'BR' ? '\n' : node.childNodes.map(seenText).join('');
}

const BLOCK_TAGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P']);
const LIST_TAGS = new Set(['UL', 'OL']);

/** @param level how many lists the element is in */
function collectBlocks(element: HTMLElement, blocks: TextBlock[], level = 0): void {
  if (isUnseen(element)) return;
  const { tagName, childNodes } = element;
  const add = (text: string, at: number): void => {
    blocks.push({ level: at, words: wordsOf(text), line: 0 });
  };
  const isList = (node: Node): node is HTMLElement =>
    node instanceof HTMLElement && LIST_TAGS.has(node.tagName);
  if (BLOCK_TAGS.has(tagName)) add(seenText(element), 0);
  else if (tagName === 'TR') add(element.querySelectorAll('th, td').map(seenText).join(` ${CELL_END} `), 0);
  else if (tagName === 'LI') {
    add(childNodes.map((child) => (isList(child) ? ' ' : seenText(child))).join(''), level);
    for (const list of childNodes.filter(isList)) collectBlocks(list, blocks, level);
  } else {
    // Words directly inside a container count as a block, so that they aren't missed.
    for (const child of childNodes) {
      if (child instanceof HTMLElement) collectBlocks(child, blocks, level + (isList(element) ? 1 : 0));
      else if (seenText(child).trim() !== '') add(seenText(child), 0);
    }
  }
}

/**
 * Compares the words on the pages with the adopted text, character by character.
 *
 * @param edition the adopted text
 * @param shown the blocks of the pages, in order
 * @returns a readable difference with the line of each change; `undefined` if the two are the same
 */
export function differenceFromEdition(edition: string, shown: readonly TextBlock[]): string | undefined {
  const { rows } = differenceBetween(blocksOfEdition(edition), shown);
  const report = rows.filter(({ kind }) => kind !== 'same').map(formatRow);
  return report.length === 0 ? undefined : report.join('\n');
}

/** One block with `[-adopted-]` and `{+shown+}` for its changes, and the rest shortened. */
function formatRow({ older, newer, runs }: DifferenceRow): string {
  const words = [...listMarker(older, newer), ...runs];
  const plain = words.map((run) => run.words.join(' ')).join(' ');
  if (newer === undefined) return `line ${older?.line ?? 0}, missing on the page:\n  ${plain}`;
  if (older === undefined) return `on the page, but not adopted:\n  ${plain}`;
  const marked = words.map(({ kind, words }) => {
    const text = words.join(' ');
    if (kind === 'removed') return `[-${text}-]`;
    if (kind === 'added') return `{+${text}+}`;
    return words.length > 12 ? `${words.slice(0, 5).join(' ')} … ${words.slice(-5).join(' ')}` : text;
  });
  return `line ${older.line}:\n  ${marked.join(' ')}`;
}

/** A hyphen for each list that an item is in. */
function listMarker(older?: BlockPlace, newer?: BlockPlace): WordRun[] {
  const before = '-'.repeat((older ?? newer)?.level ?? 0);
  const after = '-'.repeat((newer ?? older)?.level ?? 0);
  if (before === after) return before === '' ? [] : [{ kind: 'same', words: [before] }];
  const runs: WordRun[] = [
    { kind: 'removed', words: [before] },
    { kind: 'added', words: [after] },
  ];
  return runs.filter(({ words }) => words[0] !== '');
}

/**
 * Compares each quotation on a page with its clause, and each sentence or heading above one with the clause's own.
 *
 * @param clauses by anchor
 * @returns a message for each quotation that differs from its clause
 */
export function wrongQuotations(html: string, clauses: ReadonlyMap<string, Clause>): string[] {
  // Most pages quote nothing, and parsing is slow.
  if (![QUOTATION_ATTRIBUTE, LEAD_IN_ATTRIBUTE, HEADING_ATTRIBUTE].some((each) => html.includes(each)))
    return [];
  const page = parsed(html);
  const wrong = (
    attribute: string,
    what: string,
    wordsIn: (clause: Clause) => (string | undefined)[],
  ): string[] =>
    page.querySelectorAll(`[${attribute}]`).flatMap((quotation) => {
      const anchor = quotation.getAttribute(attribute) ?? '';
      const clause = clauses.get(anchor);
      const proper = clause === undefined ? [] : wordsIn(clause).filter((words) => words !== undefined);
      const shown = wordsOf(seenText(quotation)).join(' ');
      if (proper.some((words) => wordsOf(words).join(' ') === shown)) return [];
      return [`The ${what} “${anchor}” reads “${shown}”.`];
    });
  return [
    ...wrong(QUOTATION_ATTRIBUTE, 'quotation of', (clause) => [clause.text, ...formsOfRow(clause)]),
    ...wrong(LEAD_IN_ATTRIBUTE, 'sentence before', ({ leadIn }) => [leadIn]),
    ...wrong(HEADING_ATTRIBUTE, 'heading above', (clause) => [headingsOf(clause)]),
  ];
}

/** A row's words as they're shown cell by cell, each after the name of its column: below each other, and on one line. */
function formsOfRow(clause: Clause): string[] {
  const cells = namedCells(clause);
  if (cells === undefined) return [];
  return [cells.flatMap(({ name, words }) => [name, words]).join(' '), cellsInOneLine(cells)];
}
