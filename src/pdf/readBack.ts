import { getDocumentProxy } from 'unpdf';
import { type TextBlock, wordsOf } from '../code/edition.ts';

/** A block of a PDF's words. */
export interface ReadBlock extends TextBlock {
  /** Its role in the PDF's structure: `H1`, `P`, `LI`, `TD` and the like; `untagged` where it has none. */
  role: string;
  /** The roles of what it stands in, from the outside in. */
  within: string[];
  /** From 1. */
  page: number;
}

/** A bookmark. */
export interface ReadBookmark {
  title: string;
  /** From 1; 0 where it leads nowhere. */
  page: number;
  items: ReadBookmark[];
}

/** A link on a page. */
export interface ReadLink {
  /** The page on which it stands, from 1. */
  page: number;
  /** An address on the web, or the name of a place in the PDF. */
  target: string;
  /** What a screen reader says of it. */
  contents: string;
}

/** What a PDF holds, read from its bytes as any reader would read it. */
export interface ReadBack {
  title: string;
  language: string;
  tagged: boolean;
  pages: number;
  outline: ReadBookmark[];
  links: ReadLink[];
  /** The page of each named place, from 1. */
  places: ReadonlyMap<string, number>;
  /** The roles of the structure, in order, page by page. */
  roles: string[];
  /** The words, in the order of the structure, without page furniture, labels and other artifacts. */
  blocks: ReadBlock[];
  /** What stands on the pages and is no part of the words: the text of each artifact that has any. */
  furniture: string[];
}

/**
 * Reads a PDF back.
 *
 * @param bytes the file; left as it is
 * @param upTo the name of a place: what stands on its page and after it is not read; all is where there is no such place
 * @throws where it is no PDF
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

/* What pdf.js answers, as far as it is used here: its own types leave these open. */
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

/** Where words stand that are in no part of the structure and are no artifact either. */
const UNTAGGED = 'untagged';

/** The words of a page by the identity of the marked content in which they stand, and those of its artifacts. */
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
    // Marked without an identity: it belongs to what it stands in.
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
  /** All words of an element but its labels, which are taken all the same, so that they do not count as untagged. */
  const textOf = (node: StructureNode): string => {
    if (node.role === undefined) return node.type === 'content' ? take(node.id) : '';
    roles.push(node.role);
    const text = (node.children ?? []).map(textOf).join('');
    return node.role === 'Lbl' ? '' : text;
  };
  const walk = (node: StructureNode, within: readonly string[]): void => {
    if (!isHere(node)) return;
    if (node.role === undefined) {
      const words = wordsOf(node.type === 'content' ? take(node.id) : '');
      const role = within.at(-1) ?? UNTAGGED;
      if (words.length > 0) blocks.push({ role, within: [...within], page, item: false, words, line: 0 });
    } else if (BLOCK_ROLES.has(node.role)) {
      const words = wordsOf(textOf(node));
      const last = blocks.at(-1);
      // A block that goes on from the page before starts with a Span: see writeLines.
      if (blocks.length === blocksBefore && last !== undefined && startsWithSpan(node))
        last.words.push(...words);
      else
        blocks.push({ role: node.role, within: [...within], page, item: node.role === 'LI', words, line: 0 });
    } else {
      if (node.role !== 'Root') roles.push(node.role);
      for (const child of node.children ?? []) walk(child, [...within, node.role]);
    }
  };
  if (root !== null) walk(root, []);
  for (const text of texts.values()) {
    const words = wordsOf(text);
    if (words.length > 0) blocks.push({ role: UNTAGGED, within: [], page, item: false, words, line: 0 });
  }
}

/** An element that goes over several pages is in the structure of each, there without what stands on the others. */
function isHere({ role, type, children }: StructureNode): boolean {
  return role === undefined ? type === 'content' : (children ?? []).some(isHere);
}

function startsWithSpan({ role, children }: StructureNode): boolean {
  const first = children?.find(isHere);
  if (first?.role === 'Span') return true;
  return role === 'LI' && first?.role === 'LBody' && startsWithSpan(first);
}
