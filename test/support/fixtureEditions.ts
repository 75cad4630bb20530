import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CodeDocument, parseDocument } from '../../src/code/document.ts';
import type { Edition } from '../../src/code/edition.ts';
import { type EditionSource, readEditions } from '../../src/code/editions.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/editions');

/** The files of the made-up editions, anew at each call, so that a test may spoil them. */
export function fixtureSources(): EditionSource[] {
  return globSync('*.yaml', { cwd: FOLDER }).map((file) => ({
    name: path.parse(file).name,
    metadata: readFileSync(path.join(FOLDER, file), 'utf8'),
    words: readFileSync(path.join(FOLDER, file.replace(/\.yaml$/, '.txt'))),
  }));
}

/** One of the made-up editions. */
export function fixtureEdition(name: string): Edition {
  const edition = readEditions(fixtureSources(), { text: '' }).find((each) => each.name === name);
  if (edition === undefined) throw new Error(`There is no edition ${name}.`);
  return edition;
}

/** The made-up edition in force with its clauses. */
export function fixtureDocument(): CodeDocument {
  const file = path.join(FOLDER, 'promise.mdx');
  return parseDocument('/', [{ file, text: readFileSync(file, 'utf8') }]);
}
