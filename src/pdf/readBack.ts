import { getDocumentProxy } from 'unpdf';
import { CELL_END } from '../code/cells.ts';

import { type TextBlock, wordsOf } from '../code/edition.ts';
import { BULLET } from './styles.ts';

/** A block of a PDF's text. */
export interface ReadBlock extends TextBlock {
  /** Its role in the PDF's structure, such as `H1`, `P`, `LI` or `TD`; `untagged` if it has none. */
  role: string;
  /** The roles of its ancestors, outermost first. */
  within: string[];
  /** From 1. */
  page: number;
}

/** A bookmark. */
export interface ReadBookmark {
  title: string;
  /** From 1; 0 if it leads nowhere. */
  page: number;
  items: ReadBookmark[];
}

/** A link on a page. */
export interface ReadLink {
  /** From 1. */
  page: number;
  /** A web address, or a named place in the PDF. */
  target: string;
  /** Its description for screen readers. */
  contents: string;
}

/** The content of a PDF, read from its bytes as any program would. */
export interface ReadBack {
  title: string;
  language: string;
  tagged: boolean;
  pages: number;
  outline: ReadBookmark[];
  links: ReadLink[];
  /** The page of each named place, from 1. */
  places: ReadonlyMap<string, number>;
  /** All roles in the structure, in order, page by page. */
  roles: string[];
  /** The text in the order of the structure, without labels and artifacts. */
  blocks: ReadBlock[];
  /** The text of each artifact that has any: headers, footers and the like. */
  furniture: string[];
}

/**
 * Reads a PDF back.
 *
 * @param upTo a named place; its page and those after it aren't read, unless there's no such place
 * @throws if it isn't a PDF
 */
export async function readBack(bytes: Uint8Array, upTo?: string): Promise<ReadBack> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const numberOf = async (destination: unknown): Promise<number> => {
    const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
    return Array.isArray(explicit) ? (await pdf.getPageIndex(explicit[0])) + 1 : 0;
  };
  const bookmarks = async (items: readonly Bookmark[]): Promise<ReadBookmark[]> =>
    Promise.all(
      items.map(async (item) => ({
        title: item.title,
        page: await numberOf(item.dest),
        items: await bookmarks(item.items),
      })),
    );
  const read: Pick<ReadBack, 'links' | 'roles' | 'blocks' | 'furniture'> = {
    links: [],
    roles: [],
    blocks: [],
    furniture: [],
  };
  const named = Object.entries((await pdf.getDestinations()) as Record<string, unknown>);
  const places = new Map(
    await Promise.all(named.map(async ([name, to]) => [name, await numberOf(to)] as const)),
  );
  const end = (upTo === undefined ? undefined : places.get(upTo)) ?? pdf.numPages + 1;
  for (let number = 1; number < end; number++) {
    const page = await pdf.getPage(number);
    read.links.push(
      ...((await page.getAnnotations()) as Annotation[]).flatMap((link) => linkOf(link, number)),
    );
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const { texts, artifacts } = textsOf(content.items);
    read.furniture.push(...artifacts);
    readStructure(await page.getStructTree(), texts, number, read);
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const result: ReadBack = {
    ...read,
    title: info.Title ?? '',
    language: info.Language ?? '',
    tagged: ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    pages: pdf.numPages,
    outline: await bookmarks(((await pdf.getOutline()) as Bookmark[] | null) ?? []),
    places,
  };
  await pdf.loadingTask.destroy();
  return result;
}

/* The parts of pdf.js's results that are used here and missing from its types. */
interface Bookmark {
  title: string;
  dest: unknown;
  items: Bookmark[];
}
interface Annotation {
  subtype: string;
  dest?: unknown;
  url?: string;
  contentsObj?: { str: string };
}
interface StructureNode {
  role?: string;
  children?: StructureNode[];
  type?: string;
  id?: string;
}

function linkOf({ subtype, url, dest, contentsObj }: Annotation, page: number): ReadLink[] {
  if (subtype !== 'Link') return [];
  return [{ page, target: url ?? (typeof dest === 'string' ? dest : ''), contents: contentsObj?.str ?? '' }];
}

/** The role of text that's neither in the structure nor an artifact. */
const UNTAGGED = 'untagged';

/** The text of a page by the ID of its marked content, and the text of its artifacts. */
function textsOf(items: readonly object[]): { texts: Map<string, string>; artifacts: string[] } {
  const texts = new Map<string, string>();
  const open: string[] = [];
  let artifacts = 0;
  for (const item of items) {
    if ('str' in item && 'hasEOL' in item) {
      const id = open.at(-1) ?? UNTAGGED;
      texts.set(id, `${texts.get(id) ?? ''}${String(item.str)}${item.hasEOL === true ? '\n' : ''}`);
    } else if ('type' in item && item.type === 'endMarkedContent') open.pop();
    else if ('tag' in item && item.tag === 'Artifact') open.push(`${ARTIFACT}${artifacts++}`);
    else if ('id' in item && typeof item.id === 'string') open.push(item.id);
    // Marked content without an ID belongs to its parent.
    else open.push(open.at(-1) ?? UNTAGGED);
  }
  const named = Map.groupBy(texts, ([id]) => id.startsWith(ARTIFACT));
  return { texts: new Map(named.get(false)), artifacts: (named.get(true) ?? []).map(([, text]) => text) };
}

const ARTIFACT = 'artifact ';
const BLOCK_ROLES = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P', 'LI', 'Caption', 'TH', 'TD', 'TOCI']);

function readStructure(
  root: StructureNode | null,
  texts: Map<string, string>,
  page: number,
  { roles, blocks }: Pick<ReadBack, 'roles' | 'blocks'>,
): void {
  const blocksBefore = blocks.length;
  const take = (id: string | undefined): string => {
    const text = texts.get(id ?? '') ?? '';
    texts.delete(id ?? '');
    return text;
  };
  /**
   * All text of an element but bullets, which are taken too, so that they don't count as untagged.
   *
   * @param lists gets the lists inside it, which aren't its own text
   */
  const textOf = (node: StructureNode, lists: StructureNode[]): string => {
    if (node.role === undefined) return node.type === 'content' ? take(node.id) : '';
    if (node.role === 'L') {
      lists.push(node);
      return '';
    }
    roles.push(node.role);
    const text = (node.children ?? []).map((child) => textOf(child, lists)).join('');
    if (node.role !== 'Lbl') return text;
    return text.trim() === BULLET ? '' : `${text} `;
  };
  const walk = (node: StructureNode, within: readonly string[]): void => {
    if (!isOnPage(node)) return;
    if (node.role === undefined) {
      const words = wordsOf(node.type === 'content' ? take(node.id) : '');
      const role = within.at(-1) ?? UNTAGGED;
      if (words.length > 0) blocks.push({ role, within: [...within], page, level: 0, words, line: 0 });
    } else if (BLOCK_ROLES.has(node.role) || (node.role === 'TR' && within.includes('Art'))) {
      const lists: StructureNode[] = [];
      const words = wordsOf(
        node.role === 'TR'
          ? (node.children ?? []).map((cell) => textOf(cell, lists)).join(` ${CELL_END} `)
          : textOf(node, lists),
      );
      const last = blocks.at(-1);
      // A block continued from the previous page starts with a Span: see writeLines.
      if (blocks.length === blocksBefore && last !== undefined && startsWithSpan(node))
        last.words.push(...words);
      // An item may have only the list inside it on this page.
      else if (words.length > 0 || lists.length === 0) {
        const level = node.role === 'LI' ? within.filter((role) => role === 'L').length : 0;
        blocks.push({ role: node.role, within: [...within], page, level, words, line: 0 });
      }
      for (const list of lists) walk(list, [...within, node.role]);
    } else {
      if (node.role !== 'Root') roles.push(node.role);
      for (const child of node.children ?? []) walk(child, [...within, node.role]);
    }
  };
  if (root !== null) walk(root, []);
  for (const text of texts.values()) {
    const words = wordsOf(text);
    if (words.length > 0) blocks.push({ role: UNTAGGED, within: [], page, level: 0, words, line: 0 });
  }
}

/** Whether an element has content on this page: the structure of each page has all elements that span pages. */
function isOnPage({ role, type, children }: StructureNode): boolean {
  return role === undefined ? type === 'content' : (children ?? []).some(isOnPage);
}

function startsWithSpan({ role, children }: StructureNode): boolean {
  const first = children?.find(isOnPage);
  if (first?.role === 'Span') return true;
  return role === 'LI' && first?.role === 'LBody' && startsWithSpan(first);
}
