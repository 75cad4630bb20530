import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parse,
  parseDocument,
} from 'yaml';

/** Characters of a text, and what takes their place. */
interface Cut {
  start: number;
  end: number;
  instead?: string;
}

/**
 * Takes out of a YAML file what its value is to lose. All else stays as it is, character by character: notes, blank lines
 * and quotation marks. A note right above what’s taken out goes with it, unless it’s at the top of the file.
 *
 * @param after the file’s value without some entries of its lists and maps
 * @throws RangeError if it isn’t that, or if the file is laid out in a way this can’t change
 */
export function pruneYaml(text: string, after: unknown): string {
  const document = parseDocument(text);
  const pruned = cutsIn(document.contents, after, text, document)
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end, instead = '' }) => left.slice(0, start) + instead + left.slice(end), text)
    .replace(/\n+$/, '\n');
  const made: unknown = parse(pruned);
  if (isWithin(made, after) && isWithin(after, made)) return pruned;
  throw new RangeError('What’s left of the file isn’t what it should be.');
}

/** Whether a value is another without some of its entries. */
function isWithin(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) return Array.isArray(whole) && keptItems(whole, part).size === part.length;
  if (!isRecord(part)) return part === whole;
  return (
    isRecord(whole) &&
    Object.entries(part).every(
      ([key, value]) => value === undefined || (key in whole && isWithin(value, whole[key])),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What each item of a list that’s kept becomes, by its index. */
function keptItems(before: readonly unknown[], after: readonly unknown[]): Map<number, unknown> {
  const kept = new Map<number, unknown>();
  for (const [index, item] of before.entries()) {
    if (kept.size < after.length && isWithin(after[kept.size], item)) kept.set(index, after[kept.size]);
  }
  return kept;
}

function cutsIn(node: unknown, after: unknown, text: string, document: Document): Cut[] {
  const children = childrenOf(node, after, document);
  if (children === undefined) return [];
  const { flow, entries } = children;
  const gone = (index: number): boolean => entries[index]?.kept === false;
  if (entries.length > 0 && entries.every(({ kept }) => !kept)) return [emptied(node, text)];
  return entries.flatMap(({ start, end, kept, node: child, after: value }, index): Cut[] => {
    if (kept) return cutsIn(child, value, text, document);
    if (!flow) return [wholeLines(start, end, text)];
    const next = entries[index + 1];
    if (next !== undefined) return [{ start, end: next.start }];
    // With the comma before it, unless what's before it goes as well, comma and all.
    let last = index;
    while (last > 0 && gone(last - 1)) last -= 1;
    const comma = entries[last - 1]?.end ?? start;
    return last === index
      ? [{ start: comma, end }]
      : [
          { start, end },
          { start: comma, end: entries[last]?.start ?? end },
        ];
  });
}

interface Entry {
  start: number;
  end: number;
  node: unknown;
  kept: boolean;
  after: unknown;
}

/** The entries of a list or a map, and what’s to become of each; undefined for anything else. */
function childrenOf(
  node: unknown,
  after: unknown,
  document: Document,
): { flow: boolean; entries: Entry[] } | undefined {
  const rangeOf = (part: unknown): readonly number[] => (isNode(part) ? (part.range ?? []) : []);
  if (isSeq(node) && Array.isArray(after)) {
    const kept = keptItems(
      node.items.map((item) => (isNode(item) ? item.toJS(document) : item)),
      after,
    );
    return {
      flow: node.flow === true,
      entries: node.items.map((item, index) => {
        const [start = 0, end = start] = rangeOf(item);
        return { start, end, node: item, kept: kept.has(index), after: kept.get(index) };
      }),
    };
  }
  if (!isMap(node) || !isRecord(after)) return undefined;
  return {
    flow: node.flow === true,
    entries: node.items.map(({ key, value }: Pair) => {
      const name = String(isScalar(key) ? key.value : key);
      const [start = 0, keyEnd = start] = rangeOf(key);
      const [, end = keyEnd] = rangeOf(value);
      return { start, end, node: value, kept: after[name] !== undefined, after: after[name] };
    }),
  };
}

/** A list or map with nothing left in it. */
function emptied(node: unknown, text: string): Cut {
  const [start = 0, end = start] = isNode(node) ? (node.range ?? []) : [];
  const instead = isMap(node) ? '{}' : '[]';
  if (isCollection(node) && node.flow === true) return { start, end, instead };
  // From the colon of its key.
  const colon = text.lastIndexOf(':', start);
  return { start: colon + 1, end: endOfLines(start, end, text) - 1, instead: ` ${instead}` };
}

const isNote = (line: string): boolean => /^\s*#/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** The lines of an entry, with the note right above it, and the blank lines that would be left over. */
function wholeLines(start: number, end: number, text: string): Cut {
  const lines = text.slice(0, start).split('\n').slice(0, -1);
  let first = lines.length;
  while (first > 0 && isNote(lines[first - 1] ?? '')) first -= 1;
  if (first === 0) first = lines.length;
  const from = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  let to = endOfLines(start, end, text);
  if (isBlank(lines[first - 1] ?? '')) to += /^(?:[^\S\n]*\n)*/.exec(text.slice(to))?.[0].length ?? 0;
  return { start: from, end: to };
}

/** Where the last line of an entry ends that’s neither blank nor a note, after its line break. */
function endOfLines(start: number, end: number, text: string): number {
  const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
  const to = lineEnd < 0 ? text.length : lineEnd + 1;
  const lines = text.slice(start, to).split('\n').slice(0, -1);
  let left = lines.length;
  while (left > 1 && (isBlank(lines[left - 1] ?? '') || isNote(lines[left - 1] ?? ''))) left -= 1;
  return start + lines.slice(0, left).reduce((sum, line) => sum + line.length + 1, 0);
}
