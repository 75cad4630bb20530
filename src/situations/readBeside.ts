import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Clause } from '../code/document.ts';
import { lineWhere, type Problem } from '../shared/problem.ts';
import type { SituationFile } from './schema.ts';

/**
 * A short fingerprint of a clause's words, with the sentence that a list item finishes. An anchor alone would let a clause
 * change its meaning under the guidance that rests on it.
 *
 * @returns six hexadecimal digits
 */
export function fingerprintOf({ text, leadIn = '' }: Pick<Clause, 'text' | 'leadIn'>): string {
  const words = `${leadIn}\n${text}`.split(/\s+/).join(' ').trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 6);
}

type Tied = Pick<SituationFile, 'cites' | 'readBeside'>;

/**
 * The clauses whose words aren't those that a situation's guidance was last read beside. Only a person can say whether
 * what's written is still true; they say it once, by the fingerprint.
 *
 * @param root the project's folder, for the lines of the files
 */
export function readBesideProblems(
  { situations, clauses }: { situations: ReadonlyMap<string, Tied>; clauses: ReadonlyMap<string, Clause> },
  root: string,
): Problem[] {
  return [...situations].flatMap(([id, { cites, readBeside }]) => {
    if (readBeside === undefined) return [];
    const file = `content/situations/${id}.yaml`;
    const text = readFileSync(path.join(root, file), 'utf8');
    const line = (anchor: string): number | undefined =>
      lineWhere(text, (each) => each.trim().startsWith(`${anchor}: `)) ??
      lineWhere(text, (each) => each.startsWith('readBeside:'));
    return [
      ...cites.flatMap((anchor): Problem[] => {
        const clause = clauses.get(anchor);
        const fingerprint = clause && fingerprintOf(clause);
        if (clause === undefined || readBeside[anchor] === fingerprint) return [];
        const known = readBeside[anchor] !== undefined;
        return [
          {
            file,
            line: line(anchor),
            wrong: known
              ? `The words of the clause “${anchor}” have changed since this was read beside them. They’re now: ${clause.text}`
              : `This cites the clause “${anchor}”, but doesn’t say that it was read beside it.`,
            instead: `Read everything in this file again. Once it’s true beside the clause as it is now, write \`${anchor}: "${fingerprint}"\` under \`readBeside:\`.`,
          },
        ];
      }),
      ...Object.keys(readBeside)
        .filter((anchor) => !cites.includes(anchor))
        .map((anchor) => ({
          file,
          line: line(anchor),
          wrong: `“${anchor}” is under \`readBeside:\`, but not under \`cites:\`.`,
          instead:
            'Delete this line, and read the file again: what rested on that clause may no longer be true.',
        })),
    ];
  });
}
