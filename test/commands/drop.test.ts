import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { destinationOf } from '../../src/addresses/registry.ts';
import { readPhrases } from '../../src/checker/training/phrases.ts';
import { loadContent } from '../../src/content/load.ts';
import { changeFile, copyContent, thinPhrases } from '../support/copyProject.ts';

let root: string;
beforeEach(() => {
  root = thinPhrases(copyContent(), 20);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const drop = (...args: string[]) =>
  spawnSync(process.execPath, ['src/commands/drop.ts', ...args], { cwd: root, encoding: 'utf8' });
const place = (file: string): string => path.join(root, 'content', file);
const read = (file: string): string => readFileSync(place(file), 'utf8');
const change = (file: string, before: string | RegExp, after: string): void =>
  changeFile(place(file), before, after);
const contents = (): Map<string, string> =>
  new Map(globSync('**/*.*', { cwd: place('') }).map((file) => [file, read(file)]));
const whereTo = (address: string): string => {
  const { addresses, clauses } = loadContent(root);
  return destinationOf(address, addresses, clauses.values());
};

describe('`npm run drop`', () => {
  test('takes situations out everywhere, and touches nothing else', () => {
    const before = contents();
    const { status, stdout, stderr } = drop('cyberbullying', 'sanctions');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const after = contents();
    const { situations, languages, phraseCounts } = loadContent(root);
    const also = readPhrases(place('phrases')).flatMap((phrase) => phrase.also);
    for (const id of ['cyberbullying', 'sanctions']) {
      expect([situations.has(id), phraseCounts.has(id), also.includes(id)]).toEqual([false, false, false]);
      expect(languages.filter((language) => id in language.situations)).toEqual([]);
      expect(read('adopt/policy-wording.yaml')).not.toContain(`situations: [${id}]`);
      expect([existsSync(place(`situations/${id}.yaml`)), existsSync(place(`phrases/${id}.txt`))]).toEqual([
        false,
        false,
      ]);
    }
    // Lines only go, but for those that name others too, and the forwards.
    for (const [file, text] of after) {
      const old = before.get(file);
      if (old === text) expect(stdout).not.toContain(`content/${file}\n`);
      else expect(stdout).toContain(`changed  content/${file}\n`);
      const known = new Set(old?.split('\n'));
      const made = text.split('\n').filter((line) => !known.has(line));
      const expected =
        /situations: \[|^# \w+|^ {2}\/situations\/(?:cyberbullying|sanctions)\/: \/situations\/not-covered\/$/;
      expect(made.filter((line) => !expected.test(line))).toEqual([]);
    }
  });

  test('forwards the addresses, to “not-covered” or to the situation it’s told', () => {
    expect(drop('threat-to-post').status).toBe(0);
    expect(whereTo('/s/threat-to-post/')).toBe('/situations/not-covered/');
    expect(drop('cyberbullying', '--to', 'raise-a-concern').status).toBe(0);
    expect(whereTo('/situations/cyberbullying/')).toBe('/situations/raise-a-concern/');
    // What already led to it follows.
    expect(drop('raise-a-concern', '--to', 'concern-unresolved').status).toBe(0);
    expect(whereTo('/s/cyberbullying/')).toBe('/situations/concern-unresolved/');
  });

  test('lists the links to it, with their lines', () => {
    change('pages/privacy.mdx', /$/, '\nSee [this](/situations/sanctions/).\n');
    const line =
      read('pages/privacy.mdx')
        .split('\n')
        .findIndex((text) => text.startsWith('See [this]')) + 1;
    expect(drop('sanctions').stdout).toContain(
      `content/pages/privacy.mdx, line ${line}: See [this](/situations/sanctions/).`,
    );
  });

  test('finishes what someone began by hand', () => {
    rmSync(place('situations/sanctions.yaml'));
    expect(drop('sanctions').status).toBe(0);
    expect(loadContent(root).groups.flatMap(({ situations }) => situations)).not.toContain('sanctions');
  });

  test('can be used while a new Code still leaves other mistakes', () => {
    change('code/3-school-expectations.mdx', 'anchor="meetings"', 'anchor="urgent-meetings"');
    const { status, stdout } = drop('unreasonable-meeting');
    expect(status).toBe(0);
    expect(stdout).toContain('still has other mistakes');
    expect(existsSync(place('situations/unreasonable-meeting.yaml'))).toBe(false);
  });

  test.each<[string, string[], string]>([
    ['what every site needs', ['sanctions', 'emergency'], '“emergency” can’t be dropped'],
    ['an unknown id', ['sanction'], 'Did you mean “sanctions”?'],
    ['an id like no other', ['zzz'], 'There are: about-the-code, '],
    ['a wrong destination', ['sanctions', '--to', 'verbal-abus'], 'Did you mean “verbal-abuse”?'],
    ['a destination that’s dropped too', ['sanctions', '--to', 'sanctions'], 'is dropped as well'],
  ])('refuses %s, and changes nothing', (_what, args, message) => {
    const before = contents();
    const { status, stderr } = drop(...args);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) });
    expect(contents()).toEqual(before);
  });

  test('changes nothing where something else would be wrong then', () => {
    writeFileSync(
      place('who-to-talk-to.yaml'),
      read('who-to-talk-to.yaml').replace(
        /^lines:[\s\S]*/m,
        'lines:\n  - situation: sanctions\n    route: affected\n    steps: [1]\n',
      ),
    );
    const before = contents();
    const { status, stderr } = drop('sanctions');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('content/who-to-talk-to.yaml'),
    });
    expect(contents()).toEqual(before);
  });
});
