import { diffArrays } from 'diff';
import { type HTMLElement, parse } from 'node-html-parser';
import type { Clause } from './document.ts';
import { blocksOfEdition, type TextBlock, wordsOf } from './edition.ts';
import { LEAD_IN_ATTRIBUTE, OURS_ATTRIBUTE, QUOTATION_ATTRIBUTE, WORDS_ATTRIBUTE } from './marks.ts';

/**
 * The words of the Code that a built page shows, block by block.
 *
 * @param html the page
 * @param part value of the words attribute: which of the page's documents is meant
 */
export function blocksOfPage(html: string, part: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const root of parse(html).querySelectorAll(`[${WORDS_ATTRIBUTE}="${part}"]`)) {
    for (const ours of root.querySelectorAll(`[${OURS_ATTRIBUTE}]`)) ours.remove();
    collect(root, blocks);
  }
  return blocks;
}

const BLOCK_TAGS = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'LI']);

function collect(element: HTMLElement, blocks: TextBlock[]): void {
  if (BLOCK_TAGS.has(element.tagName)) {
    blocks.push({ item: element.tagName === 'LI', words: wordsOf(element.text), line: 0 });
    return;
  }
  // Words straight inside a container would otherwise be passed over: they count as a block of their own.
  for (const child of element.childNodes) {
    if (child.nodeType === 1) collect(child as HTMLElement, blocks);
    else if (child.text.trim() !== '') blocks.push({ item: false, words: wordsOf(child.text), line: 0 });
  }
}

/**
 * Compares what the pages show with what was adopted, word by word and sign by sign.
 *
 * @param edition the adopted text
 * @param shown the blocks of the pages, in order
 * @returns a difference to read, each line that differs with its place; `undefined` if the two are the same
 */
export function differenceFromEdition(edition: string, shown: readonly TextBlock[]): string | undefined {
  const adopted = blocksOfEdition(edition);
  const changes = diffArrays(adopted.map(asLine), shown.map(asLine));
  if (changes.every((change) => !change.added && !change.removed)) return undefined;
  const report: string[] = [];
  let index = 0;
  for (const [position, change] of changes.entries()) {
    if (!change.added && !change.removed) {
      index += change.value.length;
      continue;
    }
    if (change.removed) {
      const next = changes[position + 1];
      for (const [offset, before] of change.value.entries()) {
        const after = next?.added ? next.value[offset] : undefined;
        const line = adopted[index + offset]?.line ?? 0;
        report.push(
          after === undefined
            ? `line ${line}, missing on the page:\n  ${before}`
            : `line ${line}:\n  ${wordDifference(before, after)}`,
        );
      }
      index += change.value.length;
      if (next?.added)
        report.push(
          ...next.value.slice(change.value.length).map((line) => `on the page, but not adopted:\n  ${line}`),
        );
    } else if (!changes[position - 1]?.removed) {
      report.push(...change.value.map((line) => `on the page, but not adopted:\n  ${line}`));
    }
  }
  return report.join('\n');
}

function asLine({ item, words }: TextBlock): string {
  return (item ? '- ' : '') + words.join(' ');
}

/** One line with `[-adopted-]` and `{+shown+}` where its words differ, the rest shortened. */
function wordDifference(before: string, after: string): string {
  return diffArrays(before.split(' '), after.split(' '))
    .map(({ value, added, removed }) => {
      const words = value.join(' ');
      if (removed) return `[-${words}-]`;
      if (added) return `{+${words}+}`;
      return value.length > 12 ? `${value.slice(0, 5).join(' ')} … ${value.slice(-5).join(' ')}` : words;
    })
    .join(' ');
}

/**
 * Compares each quotation on a page with its clause, and each sentence before one with that which the clause finishes.
 *
 * @param html the page
 * @param clauses by anchor
 * @returns a sentence for each quotation that is not its clause's words
 */
export function wrongQuotations(html: string, clauses: ReadonlyMap<string, Clause>): string[] {
  const page = parse(html);
  const wrong = (
    attribute: string,
    what: string,
    wordsIn: (clause: Clause) => string | undefined,
  ): string[] =>
    page.querySelectorAll(`[${attribute}]`).flatMap((quotation) => {
      const anchor = quotation.getAttribute(attribute) ?? '';
      const clause = clauses.get(anchor);
      const words = clause === undefined ? undefined : wordsIn(clause);
      const shown = wordsOf(quotation.text).join(' ');
      if (words !== undefined && wordsOf(words).join(' ') === shown) return [];
      return [`The ${what} “${anchor}” reads “${shown}”.`];
    });
  return [
    ...wrong(QUOTATION_ATTRIBUTE, 'quotation of', ({ text }) => text),
    ...wrong(LEAD_IN_ATTRIBUTE, 'sentence before', ({ leadIn }) => leadIn),
  ];
}
