import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../src/content/load.ts';
import { problemsOf } from '../shared/problemsOf.ts';
import { ROOT } from '../support/buildSite.ts';
import { changeFile, copyContent, thinPhrases } from '../support/copyProject.ts';

const FILE = 'content/addresses.yaml';
const CLAUSES = 'content/code/3-school-expectations.mdx';

let root: string;
beforeEach(() => {
  root = thinPhrases(copyContent(), 20);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['src/commands/addresses.ts', ...args], { cwd: root, encoding: 'utf8' });
const read = (): string => readFileSync(path.join(root, FILE), 'utf8');
const change = (file: string, before: string | RegExp, after: string): void =>
  changeFile(path.join(root, file), before, after);

describe('`npm run addresses`', () => {
  test('changes nothing where all is up to date', () => {
    const before = read();
    expect(run().stdout).toBe(`${FILE} is up to date.\n`);
    expect(read()).toBe(before);
  });

  test('starts the list with everything the site publishes', () => {
    const { published } = parse(read());
    writeFileSync(path.join(root, FILE), '# Ours.\npublished:\nforwarded:\n');
    expect(problemsOf(() => loadContent(root)).map(({ wrong }) => wrong)).toEqual([
      'The list of published addresses is empty.',
    ]);
    expect(run().status).toBe(0);
    expect(parse(read()).published.sort()).toEqual(published.sort());
    expect(read()).toMatch(/^# Ours\.\npublished:\n {2}# Pages and files\n {2}- \/\n/);
    expect(loadContent(root).addresses.forwarded).toEqual({});
  });

  test('makes the file where there’s none', () => {
    rmSync(path.join(root, FILE));
    expect(run().status).toBe(0);
    expect(loadContent(root).addresses.published).toContain('/#sanctions');
  });

  test('forwards what’s gone and adds what’s new, and never takes out a line', () => {
    const before = read();
    change(CLAUSES, 'anchor="meetings"', 'anchor="urgent-meetings"');
    change('content/appendix/1-social-networking-sites.mdx', '# Appendix 1 –', '# Annex –');
    // Only what has an address need be right.
    rmSync(path.join(root, 'content/situations/sanctions.yaml'));
    const trial = run('--dry-run');
    expect(trial.stdout).toContain('/#meetings: /#urgent-meetings');
    expect(read()).toBe(before);
    const { status, stdout } = run();
    expect(status).toBe(0);
    expect(stdout).toContain('/#meetings: /#urgent-meetings');
    const lines = new Set(read().split('\n'));
    expect(before.split('\n').filter((line) => !lines.has(line))).toEqual([]);
    const { published, forwarded } = parse(read());
    expect(published).toEqual(expect.arrayContaining(['/annex/', '/annex/#libel', '/c/urgent-meetings/']));
    expect(forwarded).toMatchObject({
      '/#meetings': '/#urgent-meetings',
      '/appendix-1/': '/annex/',
      '/appendix-1/#libel': '/annex/#libel',
      '/situations/sanctions/': '/situations/not-covered/',
    });
    expect(problemsOf(() => loadContent(root)).filter(({ file }) => file === FILE)).toEqual([]);
    expect(run().stdout).toBe(`${FILE} is up to date.\n`);
  });

  test('with another school’s Code in place, leaves no address lost', () => {
    const others = path.join(ROOT, 'test/fixtures/other-school/content');
    rmSync(root, { recursive: true, force: true });
    root = copyContent(others);
    const old = readFileSync(path.join(ROOT, FILE), 'utf8');
    writeFileSync(path.join(root, FILE), old);
    const before = problemsOf(() => loadContent(root));
    expect(before.map(({ file }) => file)).toEqual([FILE, FILE, FILE]);
    for (const { instead } of before) expect(instead).toContain('npm run addresses');
    expect(run().status).toBe(0);
    expect(problemsOf(() => loadContent(root))).toEqual([]);
    expect(parse(read()).published).toEqual(expect.arrayContaining(parse(old).published));
  });
});
