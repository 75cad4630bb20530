import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Clause } from '../code/document.ts';
import { lineWhere, type Problem } from '../shared/problem.ts';
import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';
import { frontMatterOf } from './statement.ts';

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

/** A clause that something in a file was read beside. */
export interface Tie {
  file: string;
  line: number;
  anchor: string;
  fingerprint: string;
}

/**
 * The clauses under each `readBeside:` of a file, wherever in it.
 *
 * @param file a YAML file, or a page of which the front matter counts
 */
export function tiesIn(file: string, text: string): Tie[] {
  const lines = new LineCounter();
  const ties: Tie[] = [];
  visit(parseDocument(file.endsWith('.mdx') ? (frontMatterOf(text) ?? '') : text, { lineCounter: lines }), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.value !== 'readBeside' || !isMap(value)) return;
      for (const { key: anchor, value: fingerprint } of value.items)
        if (isScalar(anchor) && isScalar(fingerprint))
          ties.push({
            file,
            line: lines.linePos(anchor.range?.[0] ?? 0).line,
            anchor: String(anchor.value),
            fingerprint: String(fingerprint.value),
          });
    },
  });
  return ties;
}

/** A file’s text without any `readBeside:` and what’s under it; all else stays as it is. */
export function withoutTies(text: string): string {
  return text.replaceAll(/^( *)readBeside:.*\n(?:\1 +\S.*\n)*/gm, '');
}

type Clauses = ReadonlyMap<string, Clause>;

/** The ties to clauses that aren’t there any more, or whose words have changed. */
export function tieProblems(ties: readonly Tie[], clauses: Clauses): Problem[] {
  return ties.flatMap(({ file, line, anchor, fingerprint }): Problem[] => {
    const clause = clauses.get(anchor);
    if (clause !== undefined)
      return fingerprint === fingerprintOf(clause) ? [] : [changed(file, line, clause)];
    return [
      {
        file,
        line,
        wrong: `What’s written here was read beside the clause “${anchor}”, which isn’t in the Code.`,
        instead:
          'Read it again, and reword or delete what’s no longer true. Then delete this line, or write another clause that it rests on.',
      },
    ];
  });
}

function changed(file: string, line: number | undefined, clause: Clause): Problem {
  return {
    file,
    line,
    wrong: `The words of the clause “${clause.anchor}” have changed since this was read beside them. They’re now: ${clause.text}`,
    instead: `Read again what’s written here, or the whole file if it’s a situation or a page. ${onceTrue(clause)}`,
  };
}

function onceTrue(clause: Clause): string {
  return `Once it’s true beside the clause as it is now, write \`${clause.anchor}: "${fingerprintOf(clause)}"\` under \`readBeside:\`.`;
}

type Tied = Pick<SituationFile, 'cites' | 'readBeside' | 'routes'>;

/** All that was read beside clauses, and has to be read again. */
interface Guidance {
  situations: ReadonlyMap<string, Tied>;
  clauses: Clauses;
}

/**
 * The clauses whose words aren't those that guidance was last read beside. Only a person can say whether what's written is
 * still true; they say it once, by the fingerprint.
 *
 * @param root the project's folder
 */
export function readBesideProblems(guidance: Guidance, root: string): Problem[] {
  const files = globSync('content/{*.yaml,checker/*.yaml,pages/*.mdx}', { cwd: root }).sort();
  const ties = files.flatMap((file) =>
    tiesIn(file.replaceAll(path.sep, '/'), readFileSync(path.join(root, file), 'utf8')),
  );
  return [...situationProblems(guidance, root), ...tieProblems(ties, guidance.clauses)];
}

/**
 * The same for situations: one that was read beside any clause was read beside all that it cites and its steps quote.
 *
 * @param root the project's folder, for the lines of the files
 */
export function situationProblems({ situations, clauses }: Guidance, root: string): Problem[] {
  return [...situations].flatMap(([id, { cites, readBeside, routes }]) => {
    if (readBeside === undefined) return [];
    const quoted = READERS.flatMap((reader) => routes[reader].steps.flatMap(({ clause }) => clause ?? []));
    const restsOn = [...new Set([...cites, ...quoted])];
    const file = `content/situations/${id}.yaml`;
    const text = readFileSync(path.join(root, file), 'utf8');
    const line = (anchor: string): number | undefined =>
      lineWhere(text, (each) => each.trim().startsWith(`${anchor}: `)) ??
      lineWhere(text, (each) => each.startsWith('readBeside:'));
    return [
      ...restsOn.flatMap((anchor): Problem[] => {
        const clause = clauses.get(anchor);
        if (clause === undefined || readBeside[anchor] === fingerprintOf(clause)) return [];
        if (readBeside[anchor] !== undefined) return [changed(file, line(anchor), clause)];
        return [
          {
            file,
            line: line(anchor),
            wrong: `This cites or quotes the clause “${anchor}”, but doesn’t say that it was read beside it.`,
            instead: `Read everything in this file again. ${onceTrue(clause)}`,
          },
        ];
      }),
      ...Object.keys(readBeside)
        .filter((anchor) => !restsOn.includes(anchor))
        .map((anchor) => ({
          file,
          line: line(anchor),
          wrong: `“${anchor}” is under \`readBeside:\`, but not under \`cites:\`, and no step quotes it.`,
          instead:
            'Delete this line, and read the file again: what rested on that clause may no longer be true.',
        })),
    ];
  });
}
