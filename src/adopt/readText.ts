import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { withParagraphsInItems } from './itemParagraphs.ts';
import { couldBeHeading, isMidSentence, levelsByMarker, numberDepth, splitMarker } from './markers.ts';
import { withNumberedHeadings } from './numberedHeadings.ts';
import { checkLength, type Part, type Policy, tidy } from './policy.ts';
import { inReadingOrder, partsOfTable, withColumnTitles } from './tables.ts';

/**
 * Reads plain text. An empty line ends a block, as does a line with a marker, or any line if each is a paragraph, as Word
 * saves them; a short line of its own without a full stop is a heading, and the first of them the title.
 *
 * @param name shown in messages
 * @throws UnreadablePolicy if there are no words, or far too many
 */
export function readText(name: string, text: string): Policy {
  checkLength(name, text);
  const lines = text.replaceAll('\r\n', '\n');
  const blocks = (hasLinePerParagraph(lines) ? lines.replaceAll('\n', '\n\n') : lines)
    .split(/\n[ \t\f]*\n|\f/)
    .map((block) => partsOfLines(block.split('\n')))
    .filter((parts) => parts.length > 0);
  const next = (index: number): Part | undefined => blocks[index + 1]?.[0];
  // If one is above a paragraph, none only introduces a list.
  const haveLabels = blocks.some(
    ([only, more], index) =>
      only?.kind === 'paragraph' &&
      more === undefined &&
      LABEL.test(only.text) &&
      next(index)?.kind === 'paragraph',
  );
  const parts = blocks.flatMap((block, index) => {
    const [only, more] = block;
    if (only === undefined || more !== undefined || index === blocks.length - 1) return block;
    const words = wordsOfPart(only);
    if (!(haveLabels && LABEL.test(words)) && !couldBeHeading(words.replace(QUESTION, '$1'))) return block;
    // `3. Meetings` is a heading if no other number of its list comes next.
    const follows = next(index);
    if (only.kind === 'item' && (!/^\d+(?:\.\d+)?\.?$/.test(only.marker) || sameList(only, follows)))
      return block;
    if (only.kind === 'paragraph' && follows === undefined) return block;
    return [{ kind: 'heading' as const, level: index === 0 ? 1 : headingLevel(only), text: words }];
  });
  return { parts: levelsByMarker(withNumberedHeadings(parts)), source: text, hasSpaces: true, notes: [] };
}

/**
 * Reads Markdown.
 *
 * @param name shown in messages
 * @throws UnreadablePolicy if there are no words, or far too many
 */
export function readMarkdown(name: string, text: string): Policy {
  checkLength(name, text);
  const body = text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
  const tree = markdownToMdast(body);
  const notes: string[] = [];
  const parts = tree.type === 'root' ? tree.children.flatMap((node) => partsOfNode(node, 0, notes)) : [];
  return {
    parts: levelsByMarkerWhereFlat(withParagraphsInItems(withColumnTitles(parts))),
    source: withCellsInOrder(
      body.replaceAll(/\]\([^)\s]*\)/g, '').replaceAll(/^[ \t]*(?:[-*+>]|#{1,6})[ \t]+/gm, ''),
    ).replaceAll(LINE_BREAK, ' '),
    hasSpaces: true,
    ignored: '*_`|[]\\',
    notes,
  };
}

/** How Markdown writes a line break inside a cell. */
const LINE_BREAK = /<br ?\/?>/gi;

/** A row of a table, or the one with only lines below its headings. */
const TABLE_ROW = /^[ \t]*\|?.*(?<!\\)\|.*$/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Markdown’s words with each table’s cells, one a line, in the order in which they’re read. */
function withCellsInOrder(text: string): string {
  const lines = text.split(/\r?\n/);
  const written: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!TABLE_ROW.test(line) || !TABLE_RULE.test(lines[at + 1] ?? '')) {
      written.push(line);
      continue;
    }
    const end = lines.findIndex((each, index) => index > at && !TABLE_ROW.test(each));
    const rows = [line, ...lines.slice(at + 2, end < 0 ? lines.length : end)].map(cellsOf);
    const heads = rows[0]?.some(({ blocks }) => blocks.length > 0) === true ? rows : rows.slice(1);
    written.push(...inReadingOrder(heads, (words) => words).flatMap(({ blocks }) => blocks));
    at = (end < 0 ? lines.length : end) - 1;
  }
  return written.join('\n');
}

function cellsOf(row: string): { blocks: string[] }[] {
  const cells = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);
  return cells.map((cell) => ({ blocks: cell.split(LINE_BREAK).filter((words) => words.trim() !== '') }));
}

/** A line that’s longer than this hasn’t been broken to fit anywhere. */
const BROKEN_LINE = 120;

/** Whether each line is a paragraph: most follow each other directly, few go on in small letters, and some are long. */
function hasLinePerParagraph(text: string): boolean {
  const lines = text.split('\n');
  const following = lines.filter(
    (line, index) => line.trim() !== '' && (lines[index - 1] ?? '').trim() !== '',
  );
  const goingOn = following.filter((line) => /^\s*\p{Ll}/u.test(line) && splitMarker(line).marker === '');
  return (
    following.length * 2 > lines.filter((line) => line.trim() !== '').length &&
    goingOn.length * 4 < following.length &&
    lines.some((line) => line.trim().length > BROKEN_LINE)
  );
}

/** A word or two above what they’re about: “Rationale:” */
const LABEL = /^\p{Lu}\p{L}+(?: (?:and |& )?\p{L}+)?\s?:$/u;

/** A heading that asks what the text below it answers. */
const QUESTION = /^((?:what|how|when|where|who|why|which|can|do|does|is|are|will|should|must)\b.*)\?$/i;

/** A line that ends this far before the longest one ends its paragraph. */
const SHORT_LINE = 0.6;

function partsOfLines(written: readonly string[]): Part[] {
  // A bullet in a line starts another item.
  const lines = written.flatMap((line) => line.split(/(?<=\S)\s+(?=[•●▪➢]\s)/));
  const parts: Part[] = [];
  const longest = Math.max(...lines.map((line) => tidy(line).length));
  let before = '';
  for (const [index, line] of lines.entries()) {
    if (tidy(line) === '') continue;
    const { marker, text } = splitMarker(line);
    const last = parts.at(-1);
    const next = splitMarker(lines[index + 1] ?? '').marker;
    if (last !== undefined && before.length > 0.8 * longest && isMidSentence(marker, parts, next)) {
      last.text = `${last.text} ${tidy(line)}`;
      before = tidy(line);
      continue;
    }
    const ended = before.length < SHORT_LINE * longest && /^[\p{Lu}\d]/u.test(text);
    const indent = Math.round((/^\s*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0) / 2);
    if (marker !== '') parts.push({ kind: 'item', level: indent, marker, text });
    else if (last === undefined || (ended && last.kind === 'paragraph'))
      parts.push({ kind: 'paragraph', text });
    else last.text = `${last.text} ${text}`;
    before = tidy(line);
  }
  return parts;
}

function wordsOfPart(part: Part): string {
  return part.kind === 'item' ? `${part.marker} ${part.text}` : part.text;
}

function headingLevel(part: Part): number {
  return part.kind === 'item' && numberDepth(part.marker) > 1 ? 3 : 2;
}

function sameList({ marker }: Extract<Part, { kind: 'item' }>, next: Part | undefined): boolean {
  return next?.kind === 'item' && /^\d/.test(next.marker) && numberDepth(next.marker) === numberDepth(marker);
}

/** Levels from markers where Markdown itself had no nested list. */
function levelsByMarkerWhereFlat(parts: Part[]): Part[] {
  return parts.some((part) => part.kind === 'item' && part.level > 0) ? parts : levelsByMarker(parts);
}

function partsOfNode(node: Nodes, level: number, notes: string[]): Part[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, text: tidy(wordsOf(node)) }];
    case 'paragraph':
      return partsOfLines(wordsOf(node).split('\n'));
    case 'list': {
      let number = node.start ?? 1;
      return node.children.flatMap((item) => {
        const marker = node.ordered === true ? `${number++}.` : '•';
        const [first, ...rest] = item.children.flatMap((child) =>
          child.type === 'list' ? partsOfNode(child, level + 1, notes) : partsOfNode(child, level, notes),
        );
        if (first === undefined) return [];
        // `- ✔ Be kind` and `- (a) be kind` have a marker of their own.
        const own = splitMarker(first.text);
        const marked = first.kind === 'item' ? first : own;
        const written = marked.marker === '' ? marker : marked.marker;
        const below = rest.findIndex(({ kind }) => kind !== 'paragraph');
        const inside = rest.map((part, at) =>
          part.kind === 'paragraph' && (below < 0 || at < below) ? { ...part, inside: true as const } : part,
        );
        return [{ kind: 'item' as const, level, marker: written, text: marked.text }, ...inside];
      });
    }
    case 'table': {
      const rows = node.children.map((row) =>
        row.children.map((cell) => ({
          blocks: wordsOf(cell)
            .split('\n')
            .flatMap((line) => partsOfLines([line])),
          span: 1,
        })),
      );
      const [heads = []] = rows;
      // Some programs write an empty row where a table has no headings.
      const hasHeads = heads.some(({ blocks }) => blocks.length > 0);
      const shown = hasHeads ? rows : rows.slice(1);
      const canBeRows = shown.every(({ length }) => length === heads.length);
      const { parts, note } = partsOfTable(shown, canBeRows, hasHeads ? 1 : 0);
      notes.push(note);
      return parts;
    }
    case 'blockquote':
      return node.children.flatMap((child) => partsOfNode(child, level, notes));
    default:
      return 'value' in node ? partsOfLines(node.value.split('\n')) : [];
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break' || (node.type === 'html' && node.value.replace(LINE_BREAK, '') === ''))
    return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
