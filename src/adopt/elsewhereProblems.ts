import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Elsewhere } from '../checker/schema.ts';
import type { Clause } from '../code/document.ts';
import { fingerprintOf } from '../content/readBeside.ts';
import { lineWhere, type Problem } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';
import { mentions } from './matchTopics.ts';
import { stockFolder } from './stock.ts';
import { RULES_FILE, rulesSchema } from './wording.ts';

const ELSEWHERE_FILE = 'content/elsewhere.yaml';

/**
 * The topics about which the site sends people elsewhere, though a clause may be about them. A person can say
 * that it’s right all the same: that the topic was read beside that clause.
 *
 * @param root the project's folder; without the wording of rules in it, nothing is found
 * @throws ContentError if that wording can’t be read
 */
export function elsewhereProblems(
  { elsewhere, clauses }: { elsewhere: readonly Elsewhere[]; clauses: ReadonlyMap<string, Clause> },
  root: string,
): Problem[] {
  const rulesFile = path.join(stockFolder(root), path.relative('content', RULES_FILE));
  if (!existsSync(rulesFile)) return [];
  const rules = readYaml(RULES_FILE, readFileSync(rulesFile, 'utf8'), rulesSchema);
  const text = readFileSync(path.join(root, ELSEWHERE_FILE), 'utf8');
  return elsewhere.flatMap(({ id, topic, readBeside = {} }) => {
    const cues = rules[id] ?? [];
    return [...clauses.values()]
      .filter(
        (clause) => mentions([clause.text], cues) && readBeside[clause.anchor] !== fingerprintOf(clause),
      )
      .map((clause) => ({
        file: ELSEWHERE_FILE,
        line: lineWhere(text, (line) => line.trim() === `- id: ${id}`),
        wrong: `This sends people elsewhere about ${topic}, but the clause “${clause.anchor}” may be about it: ${clause.text}`,
        instead: `Delete this entry. If the clause isn’t about it, write \`readBeside:\` under \`ask:\`, and below that, further in, \`${clause.anchor}: "${fingerprintOf(clause)}"\`.`,
      }));
  });
}
