import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { z } from 'zod';
import { ContentError, type Problem } from './problem.ts';

/**
 * Reads a YAML file and checks it against its schema. No word of it is lost on the way: what YAML would drop or take for
 * something else, such as all after a `#`, is a mistake here.
 *
 * @param file path shown in messages
 * @param schema its fields' `.describe()` say what to write if a field is wrong
 * @throws ContentError with the line of every mistake
 */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const invalid = [...document.errors, ...document.warnings].map(({ pos: [start], message }) => ({
    file,
    line: lineOf(start),
    wrong: `This isn’t valid YAML: ${message.split('\n', 1)[0]}`,
    instead:
      'Write `key: value`, with two spaces before anything that belongs under a key. Put text with a colon in it in quotation marks.',
  }));
  const lost = lostWords(document, text).map(({ offset, ...problem }) => ({
    file,
    line: lineOf(offset),
    ...problem,
  }));
  if (invalid.length > 0 || lost.length > 0) throw new ContentError(lost.length > 0 ? lost : invalid);
  const result = schema.safeParse(document.toJS(), { reportInput: true });
  if (result.success) return result.data;
  throw new ContentError(
    result.error.issues.flatMap((issue) =>
      problemsOf(issue, schema, document, text).map(({ path, ...problem }) => ({
        file,
        line: lineOf(offsetOf(document.contents, path)),
        ...problem,
      })),
    ),
  );
}

type Lost = Pick<Problem, 'wrong' | 'instead'> & { offset: number };

/** What YAML would drop or read as something else without a word: comments beside a value, anchors, aliases and tags. */
function lostWords(document: Document, text: string): Lost[] {
  const lost: Lost[] = [];
  const add = (node: Node, wrong: string, instead: string): void => {
    lost.push({ offset: node.range?.[0] ?? 0, wrong, instead });
  };
  visit(document, {
    Alias: (_, node) =>
      add(
        node,
        `“*${node.source}” would be left out, because a * at the start means something else in YAML.`,
        QUOTE,
      ),
    Node: (_, node) => {
      if (isAlias(node)) return;
      if (node.anchor !== undefined)
        add(
          node,
          `“&${node.anchor}” would be left out, because an & at the start means something else in YAML.`,
          QUOTE,
        );
      if (node.tag !== undefined)
        add(
          node,
          `“${node.tag}” would be left out, because a ! at the start means something else in YAML.`,
          QUOTE,
        );
      if (isCollection(node) || isBlock(node)) return;
      if (isScalar(node) && node.value === null && node.source)
        add(node, `“${node.source}” would be left out, because it means “nothing” in YAML.`, QUOTE);
      const [beside = ''] = text.slice(node.range?.[1] ?? 0, node.range?.[2] ?? 0).split('\n', 1);
      if (beside.includes('#'))
        add(
          node,
          `“${beside.trim()}” would be left out, because a # after a space starts a note in YAML.`,
          'If it belongs to the text, put quotation marks round all of the text. If it’s a note, put it on a line of its own, above this one.',
        );
    },
  });
  return lost;
}

const QUOTE = 'Put quotation marks round all of the text.';

/** Text over several lines, after `|` or `>`: what follows that sign on its line is a note. */
const isBlock = (node: Node): boolean =>
  isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');

type Path = readonly PropertyKey[];
type JSONSchema = z.core.JSONSchema.JSONSchema;

/** Offset of the deepest part of `path` in the file, so that a missing key points at its parent. */
function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = 0;
  for (const step of path) {
    const child = isMap(node)
      ? node.items.find(({ key }) => String(key) === String(step))
      : isSeq(node) && node.items[Number(step)];
    const named = isPair(child) ? child.key : child;
    if (isNode(named)) offset = named.range?.[0] ?? offset;
    node = isPair(child) ? child.value : child;
  }
  return offset;
}

function problemsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  document: Document,
  text: string,
): (Pick<Problem, 'wrong' | 'instead'> & { path: Path })[] {
  const { path } = issue;
  const { keys, advice } = documentationOf(schema, path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      wrong: `“${key}” isn’t a recognised key.`,
      instead: `Check its spelling, or delete the line. The keys that can go here are ${keys.join(', ')}.`,
    }));
  const name = path.map(String).join(' → ');
  const written = document.getIn(path, true);
  const instead = advice === undefined ? 'Compare it with a similar entry nearby.' : `Write ${advice}`;
  if (issue.code === 'invalid_type' && issue.expected === 'string' && isNode(written) && written.range) {
    const source = text.slice(written.range[0], written.range[1]);
    const [first = ''] = source.split('\n', 1);
    const kind = isCollection(written)
      ? 'a list or group'
      : typeof issue.input === 'number'
        ? 'a number'
        : 'yes or no';
    if (source !== '')
      return [
        {
          path,
          wrong: `“${name}” is read as ${kind}: ${first}`,
          instead: source.includes('\n')
            ? instead
            : `Put quotation marks round it, so that it stays as it is: '${source}'`,
        },
      ];
  }
  const missing = issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null);
  return [
    { path, wrong: missing ? `“${name}” is missing.` : `“${name}” isn’t right: ${issue.message}`, instead },
  ];
}

/** The keys that `path` may have, and the description of the deepest part of it that has one. */
function documentationOf(schema: z.ZodType, path: Path): { keys: string[]; advice: string | undefined } {
  let node: JSONSchema = z.toJSONSchema(schema, { unrepresentable: 'any' });
  let advice = node.description;
  for (const step of path) {
    node = childOf(node, String(step));
    advice = node.description ?? advice;
  }
  return { keys: Object.keys(node.properties ?? {}), advice };
}

function childOf({ properties, items, additionalProperties }: JSONSchema, step: string): JSONSchema {
  const child = properties?.[step] ?? items ?? additionalProperties;
  return typeof child === 'object' && !Array.isArray(child) ? child : {};
}
