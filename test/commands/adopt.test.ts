import { execFile, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { decode } from '../../src/checker/reading/model.ts';
import { createReader } from '../../src/checker/reading/reader.ts';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import { type Content, loadContent } from '../../src/content/load.ts';
import { asDocx, asMarkdown, asOdt, asPdf, asText } from '../adopt/asFiles.ts';
import { APPENDICES, MADE_CODES, type MadeCode, TICKS, TRUST } from '../adopt/codes.ts';
import { copyProject } from '../support/copyProject.ts';

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

const KINDS: [ending: string, write: (code: MadeCode) => Promise<Uint8Array | string>][] = [
  ['docx', asDocx],
  ['odt', async (code) => asOdt(code)],
  ['md', async (code) => asMarkdown(code)],
  ['pdf', asPdf],
];

/** What people say about a clause that no situation of the stock is about, and the one made for it. */
const ONLY_HERE: Record<string, [text: string, situation: string][]> = {
  ticks: [
    ['can I bring my dog to pick up', 'smoke-vape-bring-dogs-school'],
    ['theres a dad vaping by the gate every morning', 'smoke-vape-bring-dogs-school'],
  ],
  appendices: [
    ['I think I forgot to shut the gate behind me', 'leaving-gate-open'],
    ['I told off a child that isn’t mine at drop off', 'approaching-somebody-elses-child-discuss'],
  ],
};

describe.each(MADE_CODES)('the made-up Code “$name”', (code) => {
  let root: string;
  let printed: string;
  let content: Content;
  const made = new Map<string, Map<string, string>>();
  beforeAll(async () => {
    root = copyProject();
    writeFileSync(path.join(root, 'answers.yaml'), stringify(code.answers));
    for (const [ending, write] of KINDS) {
      writeFileSync(path.join(root, `policy.${ending}`), await write(code));
      const { status, stdout, stderr } = adopt(root, [
        `policy.${ending}`,
        '--answers',
        'answers.yaml',
        '--replace',
      ]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      if (ending === 'docx') printed = stdout;
      made.set(ending, filesIn(path.join(root, 'content-new')));
    }
    // The two commands that it prints.
    renameSync(path.join(root, 'content'), path.join(root, 'content-stock'));
    renameSync(path.join(root, 'content-new'), path.join(root, 'content'));
    content = loadContent(root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('becomes the same from a Word file, an OpenDocument text, Markdown and a PDF', () => {
    expect(made.get('odt')).toEqual(made.get('docx'));
    expect(made.get('md')).toEqual(made.get('docx'));
    expect(made.get('pdf')).toEqual(made.get('docx'));
  });

  test('keeps every word, number and mark, in order', () => {
    const words = asText(code)
      .replaceAll(/(?<=\s)[•○] /g, '')
      .split(/\s+/)
      .filter(Boolean);
    const edition = content.edition.text.replaceAll(/^ *- /gm, '').split(/\s+/).filter(Boolean);
    expect(edition).toEqual(words);
    expect(content.school.name).toBe(code.answers.school);
  });

  test('asks at most fifteen questions, and lists those that nobody answered', () => {
    const asked = readFileSync(path.join(root, 'content/answers.yaml'), 'utf8').match(/^\w[\w-]*:/gm) ?? [];
    expect(asked.length).toBeLessThanOrEqual(15);
    const open = asked.map((key) => key.slice(0, -1)).filter((id) => !(id in code.answers));
    expect(open.filter((id) => !printed.includes(`[${id}]`))).toEqual([]);
  });

  test('names no dropped situation anywhere', () => {
    const ids = [...content.situations.keys()];
    const dropped = globSync('*.yaml', { cwd: path.join(root, 'content-stock/situations') })
      .map((file) => path.basename(file, '.yaml'))
      .filter((id) => !ids.includes(id));
    expect(dropped.length).toBeGreaterThan(0);
    const files = [...(made.get('docx') ?? [])].filter(
      ([file]) => !/^(?:languages|answers|phrases\/.*\.md|README)/.test(file),
    );
    for (const id of dropped) {
      expect(existsSync(path.join(root, `content/phrases/${id}.txt`))).toBe(false);
      const naming = files.filter(
        ([file, text]) =>
          file.endsWith('.yaml') && new RegExp(`(?:[[ ,]|^)${id}(?:[\\],:]|$)`, 'm').test(text),
      );
      expect(naming.map(([file]) => file)).toEqual([]);
    }
  });

  test('says nothing of the old Code', () => {
    const guidance = [...(made.get('docx') ?? [])].filter(([file]) =>
      /^(?:situations|pages|groups|poster|page-texts|contacts|help|elsewhere|checker|who-to)/.test(file),
    );
    const claiming =
      /Leen Mills|Appendix 1|on reverse|nobody in our school should have to face|staff proactively|libellous or defamatory|Complaints Policy|readBeside/;
    expect(guidance.filter(([, text]) => claiming.test(text)).map(([file]) => file)).toEqual([]);
  });

  test('leads to the clauses that only it has', { timeout: 120_000 }, () => {
    const read = createReader(decode(cachedModel(root, path.join(root, '.build/model'))));
    const places = (ONLY_HERE[code.name] ?? []).map(([text, id]) =>
      read(text)
        .answers.slice(0, 3)
        .some(({ situation }) => situation === id),
    );
    expect(places).toEqual(places.map(() => true));
  });

  test('builds, as a trial copy, and passes `npm run check`', { timeout: 600_000 }, async () => {
    // Vitest's own would make Astro build for tests, and every page read all content again.
    const { NODE_ENV: _env, VITEST: _vitest, DEV: _dev, ...env } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, ['src/commands/check.ts'], {
      cwd: root,
      // Without an address there’s no feed.
      env: { ...env, SITE: 'https://code.example.org/' },
    });
    expect(stdout).toContain('The Code’s words are as adopted. All links work');
    expect(stdout).not.toContain('has only');
    expect(stdout).not.toContain('reading age');
  });

  test.runIf(code.answers.body !== 'governors')('names no governors, but in addresses', async () => {
    const built = path.join(root, '.build/check');
    const words = new Map<string, string>();
    for (const file of globSync('**/*.{html,xml,ics,txt,svg,webmanifest}', { cwd: built }))
      words.set(file, readFileSync(path.join(built, file), 'utf8'));
    for (const file of globSync('**/*.pdf', { cwd: built })) {
      const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path.join(built, file))));
      const { text } = await extractText(pdf, { mergePages: true });
      words.set(file, `${text} ${JSON.stringify(await getMeta(pdf))}`);
    }
    // What browsers’ scripts show comes from here, beside words to listen for.
    const { situations, checker, questions, elsewhere } = content;
    const shown = [...situations.values(), checker, questions, elsewhere.map(({ ask }) => ask)];
    words.set('answers', JSON.stringify(shown));
    const left = [...words].filter(([, text]) =>
      /governor/i.test(text.replaceAll(/\/governors\/|chair-of-governors/g, '')),
    );
    expect(left.map(([file]) => file)).toEqual([]);
    expect([...words.keys()]).toEqual(
      expect.arrayContaining(['governors/changes.xml', 'governors/review.ics', 'governors/pack.pdf']),
    );
    expect(words.get('governors/index.html')).toContain('>For trustees</h1>');
    expect(words.get('governors/pack.pdf')).toContain('Trustees’ pack');
    expect(words.get('governors/changes.xml')).toContain('The trustees adopted this edition.');
    expect(words.get('accessibility/index.html')).toContain('Only the trustees can change the Code’s words');
    expect(words.get('answers')).toContain('chair of trustees');
  });
});

describe('one at a time', () => {
  let root: string;
  beforeAll(() => {
    root = copyProject();
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const place = (file: string): string => path.join(root, file);

  test('takes pasted text, and the defaults for what nobody answers', () => {
    const { status, stdout } = adopt(root, ['--replace'], asText(TICKS));
    expect(status).toBe(0);
    expect(stdout).toContain('Nobody has answered these');
    expect(readFileSync(place('content-new/school.yaml'), 'utf8')).toContain(
      'name: Windle Brook Primary School',
    );
  });

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

  test('puts the new content in place if it’s told to, and keeps what was there', () => {
    const before = filesIn(place('content'));
    const { status, stdout } = adopt(root, ['--replace', '--use'], asText(TICKS));
    expect({ status, next: stdout.trim().split('\n').at(-1)?.trim() }).toEqual({
      status: 0,
      next: 'npm run check',
    });
    expect(filesIn(place('content-stock'))).toEqual(before);
    expect(readFileSync(place('content/school.yaml'), 'utf8')).toContain('name: Windle Brook Primary School');
    adopt(root, ['--replace', '--use'], asText(TICKS));
    expect(existsSync(place('content-before'))).toBe(true);
    expect(filesIn(place('content-stock'))).toEqual(before);
    for (const folder of ['content', 'content-before']) rmSync(place(folder), { recursive: true });
    renameSync(place('content-stock'), place('content'));
  });

  test('takes its own file of answers again', () => {
    writeFileSync(place('trust.md'), asMarkdown(TRUST));
    expect(adopt(root, ['trust.md', '--replace']).status).toBe(0);
    const first = filesIn(place('content-new'));
    renameSync(place('content-new/answers.yaml'), place('again.yaml'));
    const { status, stdout } = adopt(root, ['trust.md', '--answers', 'again.yaml', '--replace']);
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
