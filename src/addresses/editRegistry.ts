import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';

/** Where an old address leads from now on. */
export interface Forward {
  from: string;
  to: string;
}

/** The kinds of addresses, in the order in which a new list has them, and the note above each. */
const KINDS = [
  'Pages and files',
  'Situations',
  'Clauses',
  'Short addresses of clauses',
  'Short addresses of situations',
] as const;
type Kind = (typeof KINDS)[number];

function kindOf(address: string): Kind {
  if (address.includes('#')) return 'Clauses';
  if (/^\/c\/./.test(address)) return 'Short addresses of clauses';
  if (/^\/s\/./.test(address)) return 'Short addresses of situations';
  return /^\/situations\/./.test(address) ? 'Situations' : 'Pages and files';
}

/** What addresses have in common that are next to one another. */
function neighbourhood(address: string): string {
  return address.includes('#') ? (address.split('#')[0] ?? '') : kindOf(address);
}

/**
 * Adds addresses to the published ones, each after the last of its kind. Every line that’s there stays as it is.
 *
 * @param text of the whole file; it has to be valid
 */
export function addPublished(text: string, added: readonly string[]): string {
  const { text: block, node } = asBlock(text, 'published');
  const listed = isSeq(node)
    ? node.items.flatMap((item) =>
        isScalar(item) ? [{ address: String(item.value), end: endOfLine(block, item) }] : [],
      )
    : [];
  const first = isSeq(node) && isNode(node.items[0]) ? (node.items[0].range?.[0] ?? 0) : undefined;
  const indent =
    first === undefined ? '  ' : (/[^\S\n]*(?=-[^\S\n]*$)/.exec(block.slice(0, first))?.[0] ?? '  ');
  const endOf = (fits: (address: string) => boolean): number | undefined =>
    listed.findLast(({ address }) => fits(address))?.end;
  const insertions = new Map<number, string>();
  const newKinds: string[] = [];
  for (const kind of KINDS) {
    const ofKind = added.filter((address) => kindOf(address) === kind);
    const endOfKind = endOf((address) => kindOf(address) === kind);
    const lineOf = (address: string): string => `${indent}- ${address}\n`;
    if (endOfKind !== undefined)
      for (const address of ofKind) {
        const at = endOf((other) => neighbourhood(other) === neighbourhood(address)) ?? endOfKind;
        insertions.set(at, (insertions.get(at) ?? '') + lineOf(address));
      }
    else if (ofKind.length > 0) newKinds.push(`${indent}# ${kind}\n${ofKind.map(lineOf).join('')}`);
  }
  const end = listed.at(-1)?.end ?? endOfKey(block, 'published');
  if (newKinds.length > 0)
    insertions.set(end, (insertions.get(end) ?? '') + (listed.length > 0 ? '\n' : '') + newKinds.join('\n'));
  return inserted(block, insertions);
}

/**
 * Adds addresses to the forwarded ones, after the last. Every line that’s there stays as it is.
 *
 * @param text of the whole file; it has to be valid
 */
export function addForwarded(text: string, forwards: readonly Forward[]): string {
  if (forwards.length === 0) return text;
  const { text: block, node } = asBlock(text, 'forwarded');
  const last: Pair | undefined = isMap(node) ? node.items.at(-1) : undefined;
  const at =
    last !== undefined && isNode(last.value) ? endOfLine(block, last.value) : endOfKey(block, 'forwarded');
  return inserted(block, new Map([[at, forwards.map(({ from, to }) => `  ${from}: ${to}\n`).join('')]]));
}

/** The text with what’s under a key on lines of its own, as a node. A missing key is added at the end. */
function asBlock(text: string, key: string): { text: string; node: unknown } {
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const document = parseDocument(ended);
  if (!document.has(key)) return { text: `${ended}\n${key}:\n`, node: undefined };
  const node: unknown = document.get(key, true);
  if (!isCollection(node) || node.flow !== true) return { text: ended, node };
  const [start = 0, end = start] = node.range ?? [];
  const lines = node.items.map((item: unknown) =>
    isPair(item) ? `\n  ${item.key}: ${item.value}` : `\n  - ${item}`,
  );
  return asBlock(ended.slice(0, start).trimEnd() + lines.join('') + ended.slice(end), key);
}

function endOfLine(text: string, { range }: Node): number {
  return text.indexOf('\n', Math.max(0, (range?.[1] ?? 1) - 1)) + 1;
}

/** The end of the line with an empty key. */
function endOfKey(text: string, key: string): number {
  return text.indexOf('\n', text.search(new RegExp(`^${key}:`, 'm'))) + 1;
}

function inserted(text: string, insertions: ReadonlyMap<number, string>): string {
  return [...insertions]
    .sort(([a], [b]) => b - a)
    .reduce((left, [at, lines]) => left.slice(0, at) + lines + left.slice(at), text);
}
