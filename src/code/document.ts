import type { List, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { readMdx } from '../shared/mdx.ts';
import { type Problem, stopAt } from '../shared/problem.ts';
import { CELL_END, introduced } from './cells.ts';
import { tableFrom } from './tableLines.ts';

/** Address of the Code from the site's root. An appendix's comes from its title. */
export const CODE_PAGE = '/';

/** A run of a clause's words; a line break is `\n`. */
export interface Run {
  text: string;
  /** For a link to another page of the site: its address from the site's root. */
  href?: string;
  bold?: true;
  italic?: true;
}

/** The headings that a clause is under, the outer first, as they're quoted. */
export function headingsOf({ heading, outerHeading }: Pick<Clause, 'heading' | 'outerHeading'>): string {
  return outerHeading === undefined ? heading : `${outerHeading.replace(/[\s:]+$/, '')}: ${heading}`;
}

/** A part of the Code with its own anchor. */
export interface Clause {
  /** Unique across the Code and its appendix; never changes once published. */
  anchor: string;
  /** Address of its page from the site's root, e.g. `/appendix-1/`. */
  page: string;
  /** The heading it's under; empty for what's under none but the Code's own title. */
  heading: string;
  /** The heading that's under, below the title. */
  outerHeading?: string;
  runs: Run[];
  /** The runs' words as one string, on one line. */
  text: string;
  /**
   * For a list item, the sentence that it finishes, or else the heading right above its list; for a row of a table, the
   * names of its columns. {@link NOT_TOLERATED} is added if neither says that what the item names is forbidden, or, before
   * it, the heading if that does.
   */
  leadIn?: string;
}

/** What holds clauses: consecutive items are a list, and rows a table. */
export type WordsBlock =
  | { kind: 'paragraph'; clauses: Clause[]; quoted: boolean }
  /** `level` is 1 for an item of a list, 2 for one of a list inside an item, and so on. */
  | { kind: 'item'; clauses: Clause[]; level: number }
  /**
   * Its one clause has all its cells' words, with {@link CELL_END} between them. `starts` is true for the first row of a
   * table. `names` says what cells are names of: all of them of columns, or the first of its row.
   */
  | { kind: 'row'; clauses: [Clause]; cells: Run[][]; starts: boolean; names?: 'columns' | 'row' };

export type Row = Extract<WordsBlock, { kind: 'row' }>;

export type Block = { kind: 'heading'; depth: 1 | 2 | 3; text: string } | WordsBlock;

/** Ours, as square brackets in a quotation say. */
const NOT_TOLERATED = '[not tolerated]';

/** The Code or an appendix, in order. */
export interface CodeDocument {
  page: string;
  title: string;
  blocks: Block[];
}

/** Everything the governors adopted. */
export interface Documents {
  code: CodeDocument;
  /** In order; none if the Code has none. */
  appendices: CodeDocument[];
}

/** One MDX file of a document. */
export interface SourceFile {
  file: string;
  text: string;
}

/**
 * Reads the files of one document, in order.
 *
 * Each clause runs from its marker, `<Clause anchor="…" />`, to the next marker or the end of its paragraph, list item or
 * row. The words come from the syntax tree, so nothing curls a quotation mark. A row of a table is a line between two
 * `|`; a line of hyphens below the first row makes that the head. A number before a list item is part of its words.
 *
 * @throws ContentError if a file isn't MDX, words are outside a clause, a marker is wrong, or anything is used but
 *   headings, paragraphs, quotations, lists, tables, links, bold, italics and line breaks
 */
export function parseDocument(page: string, sources: readonly SourceFile[]): CodeDocument {
  const problems: Problem[] = [];
  const blocks: Block[] = [];
  /** The one above, and what clauses are under: not the Code's own title. */
  let [lastHeading, heading] = ['', ''];
  let [section, outerHeading]: (string | undefined)[] = [];
  const under = () => ({ heading, ...(outerHeading === undefined ? {} : { outerHeading }) });
  for (const { file, text } of sources) {
    const report: Report = (node, wrong, instead) => {
      problems.push({ file, line: node.position?.start.line ?? 1, wrong, instead });
    };
    const clausesOf = (node: Nodes, children: readonly PhrasingContent[]): Clause[] =>
      splitAtMarkers(node, runsOf(children, report), { page, lastHeading, under: under(), report });
    const addParagraph = (node: Paragraph, quoted: boolean): void => {
      const table = tableFrom(linesOf(node, text));
      if (table === undefined)
        blocks.push({ kind: 'paragraph', clauses: clausesOf(node, node.children), quoted });
      else for (const row of rowsOf(node, table)) blocks.push(row);
    };
    const rowsOf = (node: Paragraph, { rows, headed }: NonNullable<ReturnType<typeof tableFrom>>): Row[] => {
      let head: string | undefined;
      return rows.flatMap(({ cells, below }, index): Row[] => {
        const reportRow: Report = (_, wrong, instead) => {
          problems.push({ file, line: (node.position?.start.line ?? 1) + below, wrong, instead });
        };
        const pieces = cells.map((cell) => runsOf(inlineOf(file, cell), reportRow));
        const inOne = pieces.flatMap((cell, column) =>
          column === 0 ? cell : [{ text: ` ${CELL_END} ` }, ...cell],
        );
        const [clause, ...more] = splitAtMarkers(node, inOne, {
          page,
          lastHeading,
          under: under(),
          report: reportRow,
        });
        const columns = rows[0]?.cells.length;
        if (cells.length !== columns)
          reportRow(
            node,
            `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the first has ${columns}.`,
            'Give each row as many cells, with nothing between two | for one that’s empty.',
          );
        if (more.length > 0)
          reportRow(
            node,
            'A row of a table has more than one marker.',
            'Leave only the one in its first cell.',
          );
        if (clause === undefined) return [];
        const words = pieces.map((cell) => cell.filter((piece): piece is Run => !isMarker(piece)));
        const starts = index === 0;
        if (starts && headed) head = clause.text;
        const named = starts ? clause : { ...clause, ...leadInFrom(head, clause.leadIn) };
        const names = starts && headed ? 'columns' : !headed && cells.length === 2 ? 'row' : undefined;
        return [{ kind: 'row', clauses: [named], cells: words, starts, ...(names && { names }) }];
      });
    };
    const addList = (list: List, level: number, above: string | undefined): void => {
      for (const item of list.children) {
        const [first, ...inner] = item.children;
        const lists = inner.filter((child) => child.type === 'list');
        if (first?.type !== 'paragraph' || lists.length < inner.length) {
          report(
            item,
            'A list item has more than one paragraph.',
            'Write each item on its own line, starting with a hyphen. A list inside it starts two spaces further in.',
          );
          continue;
        }
        const number = list.ordered === true ? numberAt(text, item) : '';
        const clauses = clausesOf(item, first.children).map((clause, index) => ({
          ...(index === 0 ? withNumber(clause, number) : clause),
          // What its heading says comes before the name of its part: “We won’t accept: Level 1”.
          ...(above !== undefined && clause.leadIn === lastHeading
            ? { leadIn: introduced(lastHeading, above) }
            : leadInFrom(above, clause.leadIn)),
        }));
        blocks.push({ kind: 'item', clauses, level });
        for (const innerList of lists)
          addList(innerList, level + 1, leadInFrom(clauses.at(-1)?.leadIn, clauses.at(-1)?.text).leadIn);
      }
    };
    const tree = readMdx(file, text);
    if (tree.type !== 'root') continue;
    for (const node of tree.children) {
      if (node.type === 'heading') {
        lastHeading = plainText(node.children);
        heading = node.depth === 1 && page === CODE_PAGE ? '' : lastHeading;
        if (node.depth < 3) section = node.depth === 2 ? lastHeading : undefined;
        outerHeading = node.depth < 3 ? undefined : section;
        if (node.depth > 3)
          report(node, 'A heading has more than three # characters.', 'Write one to three.');
        else blocks.push({ kind: 'heading', depth: node.depth as 1 | 2 | 3, text: lastHeading });
      } else if (node.type === 'paragraph') addParagraph(node, false);
      else if (node.type === 'list') addList(node, 1, leadInOf(blocks.at(-1)));
      else if (node.type === 'blockquote' && node.children.every((child) => child.type === 'paragraph'))
        for (const child of node.children) addParagraph(child, true);
      else
        report(
          node,
          `The Code can’t contain this (${node.type}).`,
          'Use headings, paragraphs, quotations, lists and tables only.',
        );
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

type Report = (node: Nodes, wrong: string, instead: string) => void;

interface Context {
  page: string;
  lastHeading: string;
  under: Pick<Clause, 'heading' | 'outerHeading'>;
  report: Report;
}

type Marker = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>;

/** Words, or the marker before a clause. */
type Piece = Run | Marker;

const isMarker = (piece: Piece): piece is Marker => 'type' in piece;

/** The words and markers in order; bold and italics may be around several. */
function runsOf(
  children: readonly PhrasingContent[],
  report: Report,
  style: Pick<Run, 'bold' | 'italic'> = {},
): Piece[] {
  return children.flatMap((child): Piece[] => {
    switch (child.type) {
      case 'text':
        return [{ text: child.value.replaceAll('\n', ' '), ...style }];
      case 'break':
        return [{ text: '\n' }];
      case 'link':
        return [{ text: plainText(child.children), href: child.url, ...style }];
      case 'strong':
        return runsOf(child.children, report, { ...style, bold: true });
      case 'emphasis':
        return runsOf(child.children, report, { ...style, italic: true });
      case 'mdxJsxTextElement':
        return child.name === 'br' ? [{ text: '\n' }] : [child];
      default:
        report(
          child,
          `A clause can’t contain this (${child.type}).`,
          'Use words, links, bold, italics and line breaks only.',
        );
        return [];
    }
  });
}

function splitAtMarkers(
  block: Nodes,
  pieces: readonly Piece[],
  { page, lastHeading, under, report }: Context,
): Clause[] {
  const clauses: Clause[] = [];
  for (const piece of pieces) {
    const current = clauses.at(-1);
    if (isMarker(piece)) {
      const marker = readMarker(piece, lastHeading);
      if (marker === undefined) {
        report(
          piece,
          'The marker of a clause isn’t right.',
          'Write it as `<Clause anchor="an-id" />`, with only lower-case letters, digits and hyphens in the id; for what isn’t tolerated, as `<Clause anchor="an-id" notTolerated />`, or with `headed` where its heading says so.',
        );
      } else clauses.push({ ...marker, page, ...under, runs: [], text: '' });
    } else if (current === undefined) {
      report(
        block,
        'These words aren’t in any clause.',
        'Put `<Clause anchor="an-id" />` before the first word.',
      );
      return clauses;
    } else current.runs.push(piece);
  }
  for (const clause of clauses) {
    const last = clause.runs.at(-1);
    // The space before the next marker belongs to neither clause.
    if (last !== undefined) last.text = last.text.trimEnd();
    clause.text = clause.runs
      .map((run) => run.text)
      .join('')
      .replaceAll('\n', ' ')
      .trim();
    if (clause.text === '')
      report(block, `The clause “${clause.anchor}” has no words.`, 'Write its words after its marker.');
  }
  return clauses;
}

/** The lines of the file that a node was read from. */
function linesOf({ position }: Nodes, text: string): string[] {
  return text.split(/\r?\n/).slice((position?.start.line ?? 1) - 1, position?.end.line ?? 1);
}

/** Parses the words of a cell. */
function inlineOf(file: string, cell: string): PhrasingContent[] {
  // With a full stop before it, nothing at its start makes it a heading or a list.
  const tree = readMdx(file, `.${cell}`);
  const [paragraph] = tree.type === 'root' ? tree.children : [];
  const [first, ...rest] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  if (first?.type !== 'text') return rest;
  return first.value === '.' ? rest : [{ ...first, value: first.value.slice(1) }, ...rest];
}

/** An item's number as it's written in the file: Markdown itself would count on from the first. */
function numberAt(text: string, item: ListItem): string {
  const [line = ''] = linesOf(item, text);
  return /^\s*(\d+[.)])/.exec(line.slice((item.position?.start.column ?? 1) - 1))?.[1] ?? '';
}

function withNumber(clause: Clause, number: string): Clause {
  if (number === '') return clause;
  return { ...clause, text: `${number} ${clause.text}`, runs: [{ text: `${number} ` }, ...clause.runs] };
}

/** A clause's lead-in from its parts, if it has any. */
function leadInFrom(...parts: readonly (string | undefined)[]): Pick<Clause, 'leadIn'> {
  const given = parts.filter((part) => part !== undefined);
  return given.length === 0 ? {} : { leadIn: given.join(' ') };
}

/** What a list is a list of: the end of the paragraph before it, or the heading right above it. */
function leadInOf(before: Block | undefined): string | undefined {
  if (before?.kind === 'heading' && before.depth > 1) return before.text;
  return before?.kind === 'paragraph' ? openWords(before.clauses.at(-1)?.text ?? '') : undefined;
}

/** A sentence that says nothing without the one before it: “We ask that they are used for …” */
const POINTS_BACK = /^(?:they|these|it|this)\b|\b(?:ask|expect) that (?:they|these|it|this)\b/i;

/** The last sentence of a text, if a list finishes it, with those before it that it needs. */
function openWords(text: string): string | undefined {
  const open = openSentence(text);
  if (open === undefined) return undefined;
  const sentences = text.split(SENTENCE_END);
  let first = sentences.length - 1;
  while (first > 0 && POINTS_BACK.test(sentences[first] ?? '')) first -= 1;
  return sentences.slice(first).join(' ');
}

/** After the end of a sentence. */
const SENTENCE_END = /(?<=[.!?])\s+/;

/** Dots that something is still to come after: “We ask you to ...” */
const GOES_ON = /\b(?:to|will|must|should|not|can|may|that|by|are|is)\s?(?:\.{3}|…)\s*$/i;

/** The last sentence of a text, if a list finishes it: it ends in a colon, in dots or in no punctuation mark of its own. */
export function openSentence(text: string): string | undefined {
  if (text === '' || (/[.!?…]['"’”)]*$/.test(text) && !GOES_ON.test(text))) return undefined;
  return text.split(SENTENCE_END).at(-1);
}

function readMarker(
  { name, attributes }: Marker,
  heading: string,
): Pick<Clause, 'anchor' | 'leadIn'> | undefined {
  const values = new Map(
    attributes.map((each) => (each.type === 'mdxJsxAttribute' ? [each.name, each.value] : ['', ''])),
  );
  const anchor = values.get('anchor');
  const [mark, ...more] = [...values].filter(([each]) => each !== 'anchor');
  if (name !== 'Clause' || typeof anchor !== 'string' || !/^[a-z][a-z0-9-]*$/.test(anchor)) return undefined;
  // None is written twice.
  if (values.size < attributes.length) return undefined;
  if (mark === undefined) return { anchor };
  if (more.length > 0 || mark[1] != null) return undefined;
  if (mark[0] === 'notTolerated') return { anchor, leadIn: NOT_TOLERATED };
  return mark[0] === 'headed' ? { anchor, leadIn: heading } : undefined;
}

function plainText(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => ('value' in child ? child.value : 'children' in child ? plainText(child.children) : ''))
    .join('');
}

/** The Code, then its appendices. */
export function documentsOf({ code, appendices }: Documents): CodeDocument[] {
  return [code, ...appendices];
}

/** All clauses of a document, in order. */
export function clausesOf({ blocks }: Pick<CodeDocument, 'blocks'>): Clause[] {
  return blocks.flatMap((block) => (block.kind === 'heading' ? [] : block.clauses));
}

/** How deep in lists a block is: 0 if it isn’t a list item. */
export function levelOf(block: Block): number {
  return block.kind === 'item' ? block.level : 0;
}
