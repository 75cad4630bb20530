import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { ADDRESSES_FILE, addressesSchema } from '../addresses/registry.ts';
import { checkerSchema, elsewhereSchema } from '../checker/schema.ts';
import { readAppendices } from '../code/appendices.ts';
import { type Clause, CODE_PAGE, clausesOf, documentsOf, parseDocument } from '../code/document.ts';
import { POSTER_FILE, posterSchema } from '../content/poster.ts';
import { ContentError } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';
import { ROUTE_MAP_FILE, routeMapSchema } from '../situations/routeMap.ts';
import { groupsSchema, situationSchema } from '../situations/schema.ts';
import { ALSO_SAYS_FILE, alsoSaysSchema } from './alsoSays.ts';
import { APPEAL_FILE, appealSchema } from './appeal.ts';
import { RULE_PHRASES_FILE, rulePhrasesSchema } from './rulePhrases.ts';
import {
  CLAIMS_FILE,
  claimsSchema,
  RULES_FILE,
  rulesSchema,
  WORDING_FILE,
  wordingSchema,
} from './wording.ts';

/** The content that new ones are made from, once it has been replaced itself. */
export const STOCK_FOLDER = 'content-stock';

/** The folder with the stock content: kept aside after the first adoption, or else the site’s own. */
export function stockFolder(root: string): string {
  return path.join(root, existsSync(path.join(root, STOCK_FOLDER)) ? STOCK_FOLDER : 'content');
}

/** The stock’s files that a new Code changes. */
export type Stock = ReturnType<typeof readStock>;

/**
 * Reads the stock’s files that a new Code changes.
 *
 * @param folder the content folder itself
 * @throws ContentError with the first mistake
 */
export function readStock(folder: string) {
  const text = (file: string): string => {
    const place = path.join(folder, file.replace(/^content\//, ''));
    if (existsSync(place)) return readFileSync(place, 'utf8');
    throw new ContentError([
      {
        file,
        wrong: 'This file is missing, so a new Code can’t be adopted from here.',
        instead: 'Restore it from the project’s history.',
      },
    ]);
  };
  const yaml = <S extends z.ZodType>(file: string, schema: S): z.output<S> =>
    readYaml(file, text(file), schema);
  const inFolder = (name: string, ending: string): string[] =>
    globSync(`${name}/*${ending}`, { cwd: folder })
      .map((file) => `content/${file.replaceAll(path.sep, '/')}`)
      .sort();
  const mdx = (name: string) => inFolder(name, '.mdx').map((file) => ({ file, text: text(file) }));
  const code = parseDocument(CODE_PAGE, mdx('code'));
  const appendices = readAppendices(mdx('appendix'), new Set());
  return {
    folder,
    text,
    clauses: documentsOf({ code, appendices }).flatMap(clausesOf) as readonly Clause[],
    appendixPages: appendices.map(({ page }) => page),
    topics: yaml(WORDING_FILE, wordingSchema),
    claims: yaml(CLAIMS_FILE, claimsSchema),
    elsewhereRules: yaml(RULES_FILE, rulesSchema),
    situations: new Map(
      inFolder('situations', '.yaml').map((file) => [
        path.basename(file, '.yaml'),
        yaml(file, situationSchema),
      ]),
    ),
    groups: yaml('content/groups.yaml', groupsSchema),
    routeMap: yaml(ROUTE_MAP_FILE, routeMapSchema),
    poster: yaml(POSTER_FILE, posterSchema),
    checker: yaml('content/checker/words.yaml', checkerSchema),
    addresses: yaml(ADDRESSES_FILE, addressesSchema),
    pages: mdx('pages'),
    appeal: yaml(APPEAL_FILE, appealSchema),
    alsoSays: yaml(ALSO_SAYS_FILE, alsoSaysSchema),
    rulePhrases: yaml(RULE_PHRASES_FILE, rulePhrasesSchema),
    elsewhere: yaml('content/elsewhere.yaml', elsewhereSchema),
    /** The text of each file of phrases, by situation. */
    phrases: new Map(
      inFolder('phrases', '.txt').map((file) => [path.basename(file, '.txt'), text(file)]),
    ) as ReadonlyMap<string, string>,
  };
}
