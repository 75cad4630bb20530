import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ContentError, type Problem } from './problem.ts';

/**
 * Reads one YAML file against its schema.
 *
 * @param file path shown in messages
 * @param text the file's text
 * @param schema the shape; each field's `.describe()` becomes the advice when that field is wrong
 * @returns the parsed value
 * @throws ContentError naming the line of every mistake
 */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new ContentError(
      document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        wrong: `This is not written as YAML: ${firstLine(error.message)}`,
        instead:
          'Write `key: value`, with two spaces before what belongs under a key. Put text with a colon in it in quotation marks.',
      })),
    );
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const lineOf = (path: readonly PropertyKey[]): number => {
    const offset = offsetOf(document.contents, path);
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  throw new ContentError(result.error.issues.flatMap((issue) => problemsOf(issue, schema, file, lineOf)));
}

/** Offset of the deepest part of `path` that is there, so that a missing key points at its parent. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = root;
  let offset: number | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(step));
      if (pair === undefined) break;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else if (typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items)) {
      node = node.items[Number(step)];
      offset = rangeStart(node) ?? offset;
    } else break;
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
    return undefined;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : undefined;
}

function problemsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  const name = issue.path.map(String).join(' → ');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      wrong: `“${key}” is not something this file can say.`,
      instead: `Check its spelling, or take the line out. What can stand here: ${known.join(', ')}.`,
    }));
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  const advice = descriptionAt(schema, issue.path);
  return [
    {
      file,
      line: lineOf(issue.path),
      wrong: missing ? `“${name}” is missing.` : `“${name}” is not right: ${issue.message}`,
      instead: advice === undefined ? 'Look at the same line in one of its neighbours.' : `Write ${advice}`,
    },
  ];
}

/** The schema that governs `path`, looked up through optional, objects, arrays and records. */
function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  let current: z.core.$ZodType = schema;
  const passed: z.core.$ZodType[] = [current];
  for (const step of path) {
    current = unwrapped(current, passed);
    if (current instanceof z.ZodObject) {
      const next: z.core.$ZodType | undefined = current.shape[String(step)];
      if (next === undefined) break;
      current = next;
    } else if (current instanceof z.ZodArray) current = current.element;
    else if (current instanceof z.ZodRecord) current = current.valueType;
    else break;
    passed.push(current);
  }
  unwrapped(current, passed);
  return passed;
}

function unwrapped(schema: z.core.$ZodType, passed: z.core.$ZodType[]): z.core.$ZodType {
  let current = schema;
  for (;;) {
    if (current instanceof z.ZodOptional) current = current.unwrap();
    else if (current instanceof z.ZodPipe) current = current.out;
    else return current;
    passed.push(current);
  }
}

function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  return schemaAt(schema, path)
    .map((passed) => z.globalRegistry.get(passed)?.description)
    .findLast((description) => description !== undefined);
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path).at(-1);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
