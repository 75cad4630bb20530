import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A text that taught nobody, with the answers that a careful member of staff would accept. */
const caseSchema = z.object({
  text: z.string(),
  situation: z.string(),
  also: z.array(z.string()),
});
export type Case = z.output<typeof caseSchema>;

/** Where the cases stand, seen from the project's folder. */
export const CASES_FILE = 'test/cases.jsonl';

/**
 * The cases that measure the checker. They must never teach it.
 *
 * @param root the project's folder
 * @returns none where there is no such file: a school that has none publishes no figures
 * @throws an error where a line is not a case
 */
export function readCases(root: string): Case[] {
  const file = path.join(root, CASES_FILE);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => caseSchema.parse(JSON.parse(line)));
}

/**
 * The situations of which cases tell but which are not there. If there is any, the cases were written for another
 * Code, and what they would measure would be wrong.
 *
 * @param situations ids of the situations there are
 */
export function strangeSituations(cases: readonly Case[], situations: Iterable<string>): string[] {
  const known = new Set(situations);
  return [...new Set(cases.map(({ situation }) => situation))].filter((id) => !known.has(id));
}
