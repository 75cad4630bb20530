import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { asMarkdown, asText } from '../adopt/asFiles.ts';
import { APPENDICES, TICKS, TRUST } from '../adopt/codes.ts';
import { atTerminal } from '../support/atTerminal.ts';
import { copyContent, thinPhrases } from '../support/copyProject.ts';

/** Runs `npm run adopt` in a project, without a terminal. */
function adopt(root: string, args: readonly string[], input?: string | Uint8Array) {
  return spawnSync(process.execPath, ['src/commands/adopt.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
}

/** Every file of a folder by its path, without the report, which also says how the document was read. */
function filesIn(folder: string): Map<string, string> {
  return new Map(
    globSync('**/*.*', { cwd: folder })
      .filter((file) => file !== 'adopted.txt')
      .sort()
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

describe('one at a time', () => {
  let root: string;
  beforeAll(() => {
    root = thinPhrases(copyContent(), 20);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const place = (file: string): string => path.join(root, file);

  test('asks what a document without a title is called, and takes the default without an answer', () => {
    const untitled = 'Please be kind to everyone in our school, whoever they are.\n\nThank you all.\n';
    writeFileSync(place('untitled.txt'), untitled);
    const { status, stdout } = adopt(root, ['untitled.txt', '--replace']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('What’s this document called? → Parent/Carer Code of Conduct  [title]'),
    });
    writeFileSync(place('called.yaml'), 'title: How We Treat Each Other\n');
    expect(adopt(root, ['untitled.txt', '--answers', 'called.yaml', '--replace']).status).toBe(0);
    expect(readFileSync(place('content-new/editions/edition-1.txt'), 'utf8')).toBe(
      `How We Treat Each Other\n\n${untitled}`,
    );
  });

  test('takes pasted text and the defaults for what nobody answers, puts it in place if it’s told to, and keeps what was there', () => {
    const before = filesIn(place('content'));
    const { status, stdout } = adopt(root, ['--replace', '--use'], asText(TICKS));
    expect({ status, next: stdout.trim().split('\n').at(-1)?.trim() }).toEqual({
      status: 0,
      next: 'npm run check',
    });
    expect(stdout).toContain('Nobody has answered these');
    expect(filesIn(place('content-stock'))).toEqual(before);
    expect(readFileSync(place('content/school.yaml'), 'utf8')).toContain('name: Windle Brook Primary School');
    adopt(root, ['--replace', '--use'], asText(TICKS));
    expect(existsSync(place('content-before'))).toBe(true);
    expect(filesIn(place('content-stock'))).toEqual(before);
    for (const folder of ['content', 'content-before']) rmSync(place(folder), { recursive: true });
    renameSync(place('content-stock'), place('content'));
  });

  test('lets a person strike what was worked out and add what’s missing, and takes that again from the file of answers', async () => {
    writeFileSync(place('trust.md'), asMarkdown(TRUST));
    const printed = await atTerminal(
      root,
      ['src/commands/adopt.ts', 'trust.md', '--replace'],
      [
        '',
        'back',
        '',
        '',
        '',
        '',
        '',
        '9 and 99',
        '1',
        '2',
        'the',
        'badgers',
        'educating children',
        '16',
        'educating children',
        '17',
        'educating children',
        '1',
        '',
        'no',
      ],
    );
    expect(printed).toContain('These clauses seem to be about these situations.');
    expect(printed).toContain('Write numbers from 1 to');
    expect(printed).toContain('Expectations: “(a) treat all members of the school community …”: as you said');
    expect(printed).toContain('These headings have no page');
    expect(printed).toContain('17. None of these: take back what you’ve just said of this clause');
    expect(printed).toContain('Taken back.');
    expect(printed).toContain('Noted: it’s quoted for “');
    expect(printed).toContain('More than one clause has these words:');
    expect(printed).toContain('No clause has these words.');
    const first = filesIn(place('content-new'));
    renameSync(place('content-new/answers.yaml'), place('struck.yaml'));
    const answers = readFileSync(place('struck.yaml'), 'utf8');
    expect(answers).toMatch(/^section-expectations: no$/m);
    expect(answers).toMatch(/^section-consequences: yes$/m);
    expect(answers.match(/^about-\S+-harrow-vale-learning-trust-believes: yes$/gm)).toHaveLength(1);
    const { status, stdout } = adopt(root, ['trust.md', '--answers', 'struck.yaml', '--replace']);
    expect(status).toBe(0);
    expect(stdout).not.toContain('Nobody has answered these');
    expect(filesIn(place('content-new'))).toEqual(first);
  });

  test('names the trustees, with the dates that the Code gives', () => {
    expect(readFileSync(place('content-new/school.yaml'), 'utf8')).toMatch(
      /^body: trustees$[\s\S]*^adopted: 2025-07-14$[\s\S]*^review: 2028-07-14$/m,
    );
  });

  test('never quotes what’s forbidden as if it were wanted', () => {
    writeFileSync(place('three.md'), asMarkdown(APPENDICES));
    expect(adopt(root, ['three.md', '--replace']).status).toBe(0);
    renameSync(place('content'), place('content-stock'));
    renameSync(place('content-new'), place('content'));
    const { situations, clauses, code } = loadContent(root);
    const items = code.blocks.flatMap((block) => (block.kind === 'item' ? block.clauses : []));
    expect(items.filter(({ leadIn }) => leadIn === undefined)).toEqual([]);
    const quoted = [...situations.values()]
      .flatMap(({ cites }) => cites)
      .map((anchor) => clauses.get(anchor));
    expect(quoted.map((clause) => `${clause?.leadIn}: ${clause?.text}`)).toContain(
      'Unacceptable behaviour: Using loud or offensive language, swearing, cursing or displaying temper',
    );
  });

  test.each([
    ['a file that isn’t there', ['none.docx'], 'There’s no file none.docx.'],
    ['a folder', ['content'], 'content is a folder. Name the file in it'],
    ['an empty paste', [], 'pasted.txt is empty.'],
    ['answers that aren’t a list', ['long.md', '--answers', 'broken.yaml'], 'isn’t a list of answers'],
    ['a wrong answer', ['long.md', '--answers', 'wrong.yaml'], 'Write one of: governors, trustees, local'],
    ['an unknown answer', ['long.md', '--answers', 'unknown.yaml'], 'Asked are: school, body'],
  ])('stops at %s, and writes nothing', (_, args, message) => {
    rmSync(place('content-new'), { recursive: true, force: true });
    writeFileSync(place('long.md'), '# Our Code\n\nPlease be kind.\n');
    writeFileSync(place('broken.yaml'), 'body: [governors\n');
    writeFileSync(place('wrong.yaml'), 'body: the head\n');
    writeFileSync(place('unknown.yaml'), 'colour: red\n');
    const { status, stderr } = adopt(root, args, '');
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) });
    expect(existsSync(place('content-new'))).toBe(false);
  });

  test('doesn’t write over what’s there unless it’s told to', () => {
    expect(adopt(root, ['long.md']).status).toBe(0);
    expect(adopt(root, ['long.md']).stderr).toContain('There’s already a folder content-new/');
  });
});
