import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { asDocx } from '../adopt/asFiles.ts';
import { MADE_CODES } from '../adopt/codes.ts';
import { buildEnvironment } from './buildSite.ts';
import type { BuiltSite } from './globalSetup.ts';
import type { AdoptedName } from './sites.ts';
import { ADOPTED_STORIES } from './stories.ts';

/** Where it’s published unless that’s said: without an address there’s no feed. */
const SITE = 'https://code.example.org';

/**
 * Adopts a made-up Code from a Word file, and builds its site, by the commands that a school is told to run.
 *
 * @param name of the Code
 * @param root folder of a copy of the project
 * @param site address at which it will be published
 * @throws an error with `stderr` if a command stops
 */
export async function adoptedSite(
  name: AdoptedName,
  root: string,
  site = SITE,
): Promise<Omit<BuiltSite, 'url'>> {
  const code = MADE_CODES.find((made) => made.name === name);
  if (code === undefined) throw new Error(`There’s no made-up Code “${name}”.`);
  writeFileSync(path.join(root, 'answers.yaml'), stringify(code.answers));
  writeFileSync(path.join(root, 'policy.docx'), await asDocx(code));
  const run = async (command: string, ...args: string[]): Promise<string> => {
    const env = { ...buildEnvironment(), SITE: site };
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [`src/commands/${command}.ts`, ...args],
      { cwd: root, env },
    );
    return stdout + stderr;
  };
  const printed = [
    await run('adopt', 'policy.docx', '--answers', 'answers.yaml', '--use'),
    await run('check'),
  ].join('');
  return {
    root,
    folder: path.join(root, '.build/check'),
    base: '/',
    site,
    printed,
    stories: ADOPTED_STORIES[name],
  };
}
