import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { ContentError } from '../../src/shared/problem.ts';
import { buildSite } from '../support/buildSite.ts';
import { changeFile, copyProject, thinPhrases } from '../support/copyProject.ts';

// The project, copied, with a last good site in it and one mistake put into its content.
let root: string;
beforeEach(() => {
  root = thinPhrases(copyProject(), 20);
  mkdirSync(path.join(root, 'dist'));
  writeFileSync(path.join(root, 'dist/index.html'), 'the last good site');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const change = (file: string, before: string | RegExp, after: string): void =>
  changeFile(path.join(root, file), before, after);

/** Another edition beside the real one: its words, changed, and what is said of them. */
const addEdition = (
  name: string,
  metadata: string,
  words: (text: string) => string = (text) => text,
): void => {
  const text = readFileSync(path.join(root, 'content/editions/edition-1.txt'), 'utf8');
  writeFileSync(path.join(root, `content/editions/${name}.txt`), words(text));
  writeFileSync(path.join(root, `content/editions/${name}.yaml`), `title: Made up\n${metadata}`);
};

const ADDRESSES = 'content/addresses.yaml';
const EXPECTATIONS = 'content/code/3-school-expectations.mdx';

describe('content that cannot stay as it is is refused as it is read, with the reason', () => {
  test.each<[string, () => void, string[]]>([
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
      'an appendix whose title leads to the address of another page',
      () => change('content/appendix/1-social-networking-sites.mdx', '# Appendix 1 –', '# Staff –'),
      ['content/appendix/1-social-networking-sites.mdx, line 1', 'the address /staff/, and another page'],
    ],
    [
      'an unknown key in school.yaml',
      () => change('content/school.yaml', 'phone:', 'telephone:'),
      ['content/school.yaml, line 9', 'What to do:'],
    ],
    [
      'two editions in force',
      () => addEdition('edition-2', 'status: adopted'),
      ['content/editions/edition-2.yaml, line 2', 'Two editions are marked as adopted'],
    ],
    [
      'editions whose dates are out of order',
      () => {
        addEdition('edition-0', 'status: superseded\nadopted: 2020-05-01');
        change('content/editions/edition-1.yaml', 'status: adopted', 'status: adopted\nadopted: 2019-05-01');
      },
      ['content/editions/edition-1.yaml, line 5', 'which is before edition-0'],
    ],
    [
      'an edition that is not written as one',
      () => addEdition('edition-0', 'status: superseded\nadoption: 2020-05-01', (text) => `${text}\t`),
      ['content/editions/edition-0.yaml, line 3', 'content/editions/edition-0.txt, line', 'a tab'],
    ],
  ])('%s', (_what, spoil, messages) => {
    spoil();
    const refusal = refusalOf(root);
    for (const message of messages) expect(refusal).toContain(message);
  });
});

describe('the build stops, says why, and leaves the last good site as it was', () => {
  test.each<[string, () => void, string[]]>([
    [
      'one changed word and one curled quotation mark',
      () => {
        change(EXPECTATIONS, 'treated with courtesy', 'treated with respect');
        change(EXPECTATIONS, "School's Complaint", 'School’s Complaint');
      },
      ['content/editions/edition-1.txt', '[-courtesy-] {+respect+}', "[-School's-] {+School’s+}"],
    ],
    [
      'guidance beside a clause whose words have changed, and a published address that leads nowhere any more',
      () => {
        change(ADDRESSES, '  - /check/\n', '  - /check/\n  - /once-here/\n');
        for (const file of [EXPECTATIONS, 'content/editions/edition-1.txt'])
          change(file, 'the school premises', 'the school premises, and dogs stay outside');
      },
      [
        'content/situations/sanctions.yaml, line',
        'content/groups.yaml, line',
        'content/elsewhere.yaml, line',
        'write `sanctions: "',
        `${ADDRESSES}, line 8`,
        '/once-here/ was published',
        '`npm run addresses`',
      ],
    ],
    [
      'a sign that the PDF’s font does not have',
      () => change('content/school.yaml', 'name: ', 'name: 蛙 '),
      ['content, as governors/pack.pdf shows it\n', 'U+86D9', 'What to do:'],
    ],
  ])('%s', async (_what, spoil, messages) => {
    spoil();
    await expectFailure(messages);
  });

  test('a draft that loses a published address, in the draft copy', async () => {
    addEdition('draft-2', 'status: draft', (text) => text.replace('- Physical abuse\n', ''));
    await expectFailure(['content/editions/draft-2.txt, line', '/#physical-abuse', 'forwarded:'], true);
  });
});

/** The build must stop with these messages, and leave the last good site. */
async function expectFailure(messages: readonly string[], draft = false): Promise<void> {
  const failure = await buildSite({ base: '/', out: 'dist', root, draft }).then(
    () => '',
    (error: { stderr?: string }) => error.stderr ?? '',
  );
  for (const message of messages) expect(failure).toContain(message);
  expect(readFileSync(path.join(root, 'dist/index.html'), 'utf8')).toBe('the last good site');
}

/** What reading the content says against it. */
function refusalOf(folder: string): string {
  try {
    loadContent(folder);
    return '';
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
}
