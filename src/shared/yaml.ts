import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ContentError, type Problem } from './problem.ts';

/**
 * Reads a YAML file and checks it against its schema.
 *
 * @param file path shown in messages
 * @param schema its fields' `.describe()` say what to write if a field is wrong
 * @throws ContentError with the line of every mistake
 */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new ContentError(
      document.errors.map(({ pos: [start], message }) => ({
        file,
        line: lines.linePos(start).line,
        wrong: `This isn’t valid YAML: ${message.split('\n', 1)[0]}`,
        instead:
          'Write `key: value`, with two spaces before anything that belongs under a key. Put text with a colon in it in quotation marks.',
      })),
    );
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  throw new ContentError(
    result.error.issues.flatMap((issue) =>
      problemsOf(issue, schema).map(({ path, ...problem }) => ({
        file,
        line: lines.linePos(offsetOf(document.contents, path)).line,
        ...problem,
      })),
    ),
  );
}

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
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [
    {
      path,
      wrong: missing ? `“${name}” is missing.` : `“${name}” isn’t right: ${issue.message}`,
      instead: advice === undefined ? 'Compare it with a similar entry nearby.' : `Write ${advice}`,
    },
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
