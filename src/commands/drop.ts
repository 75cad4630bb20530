import { cpSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import { EMERGENCY, NOT_COVERED } from '../checker/reading/reader.ts';
import { type DroppedSituations, dropSituations, fileOf, situationsIn } from '../content/dropSituations.ts';
import { loadContent } from '../content/load.ts';
import { ROOT } from '../shared/environment.ts';
import { ContentError, type Problem, stopAt } from '../shared/problem.ts';
import { runCommand } from './runCommand.ts';

const HELP = `npm run drop -- situation                 takes a situation out of everything that names it, such as: npm run drop -- sanctions
npm run drop -- one another               takes out several at once
npm run drop -- situation --to another    forwards their addresses to another situation, rather than to “${NOT_COVERED}”`;

/** Where the content without the situations is put together and checked. */
const WORKSHOP = '.build/drop';

/** What can’t be dropped, as a sentence. */
class CannotDrop extends Error {}

function main(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { to: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const ids = [...new Set(positionals)];
  if (values.help || ids.length === 0) {
    console.log(HELP);
    return;
  }
  const files = readContent();
  const known = situationsIn(files);
  for (const id of ids) {
    if (id === EMERGENCY || id === NOT_COVERED)
      throw new CannotDrop(`“${id}” can’t be dropped: the checker and many pages lead to it.`);
    if (!known.includes(id)) throw unknown(id, known);
  }
  const to = values.to ?? NOT_COVERED;
  if (ids.includes(to))
    throw new CannotDrop(`“${to}” is dropped as well. Name another situation after --to.`);
  if (!files.has(fileOf(to)))
    throw unknown(
      to,
      known.filter((id) => files.has(fileOf(id))),
    );
  const dropped = dropSituations(files, ids, `/situations/${to}/`);
  const others = write(dropped);
  console.log(reportOf(dropped, others));
}

function unknown(id: string, known: readonly string[]): CannotDrop {
  const [nearest] = new Fuse(known, { threshold: 0.5 }).search(id);
  return new CannotDrop(
    nearest === undefined
      ? `There’s no situation “${id}”. There are: ${known.join(', ')}.`
      : `There’s no situation “${id}”. Did you mean “${nearest.item}”?`,
  );
}

/** Every text file of the content, by its path from the project’s folder. */
function readContent(): Map<string, string> {
  return new Map(
    globSync('content/**/*.{yaml,txt,mdx,md}', { cwd: ROOT })
      .map((file) => file.replaceAll(path.sep, '/'))
      .sort()
      .map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]),
  );
}

/**
 * Changes a copy of the content, checks that it can be read whole, and only then takes its changed files over.
 *
 * @returns what was wrong with the content before, and still is
 * @throws ContentError if something else would be wrong; then nothing is written
 */
function write({ files }: DroppedSituations): readonly Problem[] {
  const workshop = path.join(ROOT, WORKSHOP);
  rmSync(workshop, { recursive: true, force: true });
  cpSync(path.join(ROOT, 'content'), path.join(workshop, 'content'), { recursive: true });
  // The names of the site’s own pages, which the appendix can’t take.
  cpSync(path.join(ROOT, 'src/pages'), path.join(workshop, 'src/pages'), { recursive: true });
  for (const [file, text] of files) {
    if (text === undefined) rmSync(path.join(workshop, file));
    else writeFileSync(path.join(workshop, file), text);
  }
  const before = problemsIn(ROOT);
  const after = problemsIn(workshop);
  // A new Code may have left mistakes that dropping a situation is a step towards mending.
  stopAt(after.filter(({ file }) => !before.some((problem) => problem.file === file)));
  for (const [file, text] of files) {
    if (text === undefined) rmSync(path.join(ROOT, file));
    else renameSync(path.join(workshop, file), path.join(ROOT, file));
  }
  rmSync(workshop, { recursive: true, force: true });
  return after;
}

function problemsIn(root: string): readonly Problem[] {
  try {
    loadContent(root);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

function reportOf({ files, forwarded, mentions }: DroppedSituations, others: readonly Problem[]): string {
  const lines = [...files].map(([file, text]) => `  ${text === undefined ? 'deleted' : 'changed'}  ${file}`);
  if (forwarded.length > 0)
    lines.push('', 'Forwarded', ...forwarded.map(({ from, to }) => `  ${from}: ${to}`));
  if (mentions.length > 0)
    lines.push(
      '',
      'These still link to what’s been dropped. The links work, because they’re forwarded, but please reword them:',
      ...mentions.map(({ file, line, text }) => `  ${file}, line ${line}: ${text}`),
    );
  lines.push(
    '',
    others.length === 0
      ? 'The content has been checked. To look at the site: npm run dev'
      : `The content still has other mistakes, as it had before. To list them: npm run check`,
  );
  return ['Dropped', ...lines].join('\n');
}

await runCommand(async (args) => {
  try {
    main(args);
  } catch (error) {
    if (error instanceof ContentError)
      console.error('Nothing has been changed, because of these mistakes:\n');
    if (!(error instanceof CannotDrop)) throw error;
    console.error(`${error.message} Nothing has been changed.`);
    process.exitCode = 1;
  }
}, HELP);
