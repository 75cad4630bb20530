import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildSite, ROOT } from '../support/buildSite.ts';

// The project, copied, with a last good site in it and one mistake put into its content.
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'project-'));
  for (const part of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  mkdirSync(path.join(root, 'dist'));
  writeFileSync(path.join(root, 'dist/index.html'), 'the last good site');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const change = (file: string, before: string | RegExp, after: string): void => {
  const place = path.join(root, file);
  const text = readFileSync(place, 'utf8');
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${file} does not hold “${before}”.`);
  writeFileSync(place, changed);
};

const ADDRESSES = 'content/addresses.yaml';
const EXPECTATIONS = 'content/code/3-school-expectations.mdx';

describe('the build stops, says why, and leaves the last good site as it was', () => {
  test.each<[string, () => void, string[]]>([
    [
      'one changed word',
      () => change(EXPECTATIONS, 'treated with courtesy', 'treated with respect'),
      ['content/editions/edition-1.txt', '[-courtesy-] {+respect+}'],
    ],
    [
      'one curled quotation mark',
      () => change(EXPECTATIONS, "School's Complaint", 'School’s Complaint'),
      ["[-School's-] {+School’s+}"],
    ],
    [
      'one dropped bullet',
      () => change(EXPECTATIONS, '- <Clause anchor="physical-abuse" />Physical abuse\n', ''),
      ['content/addresses.yaml', '/#physical-abuse was published'],
    ],
    [
      'one bullet whose words are gone while its anchor stays',
      () =>
        change(
          EXPECTATIONS,
          '- <Clause anchor="physical-abuse" />Physical abuse\n- ',
          '- <Clause anchor="physical-abuse" />',
        ),
      [EXPECTATIONS, '“physical-abuse” has no words'],
    ],
    [
      'forwarding that goes round in a circle',
      () =>
        change(
          ADDRESSES,
          /^forwarded:$/m,
          'forwarded:\n  /situations/sanctions/: /s/sanctions/\n  /s/sanctions/: /situations/sanctions/',
        ),
      [`${ADDRESSES}, line`, '/situations/sanctions/ → /s/sanctions/ → /situations/sanctions/'],
    ],
    [
      'a published address that leads nowhere any more',
      () => change(ADDRESSES, '  - /check/\n', '  - /check/\n  - /once-here/\n'),
      [`${ADDRESSES}, line 8`, 'write `/once-here/: /where-it-is-now/` under `forwarded:`'],
    ],
    [
      'a sign that the PDF’s font does not have',
      () => change('content/school.yaml', 'name: ', 'name: 蛙 '),
      ['The site was not built.', 'content/school.yaml\n', 'U+86D9', 'What to do:'],
    ],
    [
      'an unknown key in school.yaml',
      () => change('content/school.yaml', 'phone:', 'telephone:'),
      ['content/school.yaml, line 6', 'What to do:'],
    ],
  ])('%s', async (_what, spoil, messages) => {
    spoil();
    const failure = await buildSite({ base: '/', out: 'dist', root }).then(
      () => '',
      (error: { stderr?: string }) => error.stderr ?? '',
    );
    for (const message of messages) expect(failure).toContain(message);
    expect(readFileSync(path.join(root, 'dist/index.html'), 'utf8')).toBe('the last good site');
  });
});
