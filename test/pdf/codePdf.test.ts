import { describe, expect, test } from 'vitest';
import { clausesOf, documentsOf } from '../../src/code/document.ts';
import { differenceFromEdition } from '../../src/code/proof.ts';
import { loadContent } from '../../src/content/load.ts';
import { codePdf } from '../../src/pdf/codePdf.ts';
import { readFonts } from '../../src/pdf/fonts.ts';
import { readBack } from '../../src/pdf/readBack.ts';
import { ContentError } from '../../src/shared/problem.ts';
import { asEdition, long, madeUpAppendix, madeUpCode, STRUCTURES } from './madeUp.ts';
import { hasQpdf, qpdfCheck } from './qpdf.ts';

const fonts = readFonts();
const { school, code, appendices, edition } = loadContent(process.cwd());
const ours = { school: school.name, code, appendices };
const pdf = await codePdf(ours, fonts);
const read = await readBack(pdf);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

const small = {
  school: 'Pond School',
  code: madeUpCode('<Clause anchor="one" />One (see [the reeds](/appendix-1/)) and [a frog](/frogs/).'),
  appendices: [madeUpAppendix('<Clause anchor="two" />Two, see [one](/#one).')],
};

describe('the PDF of a Code with everything a Code can hold', async () => {
  const made = madeUpCode(STRUCTURES);
  const back = await readBack(await codePdf({ school: 'Pond School', code: made, appendices: [] }, fonts));

  test('has its words, how deep in lists they are and where its tables’ cells end', () => {
    expect(differenceFromEdition(asEdition(made), back.blocks)).toBeUndefined();
    const flat = asEdition(made).replaceAll(/^ +- /gm, '- ');
    expect(differenceFromEdition(flat, back.blocks)).toContain('[---] {+--+} (i) hitting');
  });

  test('has a list inside an item of another, and tables of rows', () => {
    const inner = back.blocks.find(({ words }) => words.includes('near'));
    expect(inner?.within.filter((role) => role === 'L' || role === 'LI')).toEqual([
      'L',
      'LI',
      'L',
      'LI',
      'L',
    ]);
    expect(back.roles.filter((role) => role === 'Table')).toHaveLength(2);
    expect(back.roles.filter((role) => role === 'TH')).toHaveLength(5);
    expect([...back.places.keys()]).toEqual(expect.arrayContaining(['deep', 'head', 'ban', 'owner']));
  });

  test('breaks no word of a narrow column beside long ones', async () => {
    const words = 'to keep to the path by the pond, and not to feed the swans '.repeat(9).trim();
    const code = madeUpCode(
      `| <Clause anchor="where" />WHERE | Rights | Duties |\n|---|---|---|\n| <Clause anchor="talk" />COMMUNICATIONS | ${words} | ${words} |`,
    );
    const read = await readBack(await codePdf({ school: 'Pond School', code, appendices: [] }, fonts));
    expect(differenceFromEdition(asEdition(code), read.blocks)).toBeUndefined();
  });

  test('has the same words where lists and tables run over many pages', async () => {
    const code = madeUpCode(
      Array.from({ length: 12 }, (_, part) => STRUCTURES.replaceAll(/anchor="/g, `anchor="p${part}-`)).join(
        '\n\n## Part\n\n',
      ),
    );
    const many = await readBack(await codePdf({ school: 'Pond School', code, appendices: [] }, fonts));
    expect(many.pages).toBeGreaterThan(3);
    expect(differenceFromEdition(asEdition(code), many.blocks)).toBeUndefined();
  });
});

describe('the PDF of the Code', () => {
  test('has the adopted words and no others', () => {
    expect(differenceFromEdition(edition.text, read.blocks)).toBeUndefined();
  });

  test('is one sheet: the Code on one side and its appendix on the other', () => {
    expect(read.pages).toBe(2);
    const sides = (page: number) => read.blocks.filter((block) => block.page === page && block.role === 'H1');
    expect(sides(1).map(({ words }) => words.join(' '))).toEqual([code.title]);
    expect(sides(2).map(({ words }) => words.join(' '))).toEqual([appendices[0]?.title]);
  });

  test('tells a screen reader its title, its language and its structure', () => {
    expect(read).toMatchObject({ title: code.title, language: 'en-GB', tagged: true });
    expect(text(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text(pdf)).toContain('/DisplayDocTitle true');
    const headings = code.blocks.flatMap((block) => (block.kind === 'heading' ? [`H${block.depth}`] : []));
    expect(read.roles.filter((role) => /^H\d$/.test(role))).toEqual([...headings, 'H1']);
    const items = code.blocks.filter(({ kind }) => kind === 'item').length;
    for (const role of ['LI', 'Lbl', 'LBody'])
      expect(read.roles.filter((found) => found === role)).toHaveLength(items);
    expect(read.blocks.every(({ within }) => within.includes('Art'))).toBe(true);
  });

  test('has bookmarks for both titles and each heading, in order', () => {
    const headings = code.blocks.flatMap((block) =>
      block.kind === 'heading' && block.depth > 1 ? [{ title: block.text, page: 1, items: [] }] : [],
    );
    expect(read.outline).toEqual([
      { title: code.title, page: 1, items: headings },
      { title: appendices[0]?.title, page: 2, items: [] },
    ]);
  });

  test('links to the appendix on its reverse, and describes the link', () => {
    expect(read.roles).toContain('Link');
    expect(read.links.length).toBeGreaterThan(0);
    for (const { page, target, contents } of read.links) {
      expect([page, contents]).toEqual([1, appendices[0]?.title]);
      expect(read.places.get(target)).toBe(2);
    }
  });

  test('has a named place for every clause', () => {
    for (const { anchor } of clausesOf(code)) expect(read.places.get(anchor)).toBe(1);
    for (const { anchor } of documentsOf(ours).slice(1).flatMap(clausesOf))
      expect(read.places.get(anchor)).toBe(2);
  });

  test('sorts its places by bytes, which is how programs look them up', async () => {
    const anchors = ['ab', 'a-c', 'a-a', 'aa'].map((anchor) => `<Clause anchor="${anchor}" />Word.`);
    const bytes = await codePdf({ ...small, code: madeUpCode(anchors.join('\n\n')) }, fonts);
    const names = [...text(bytes).matchAll(/^\s+\(([^)]*)\) \[\d+ 0 R \/XYZ/gm)].map(([, name]) => name);
    expect(names).toEqual(['/', '/appendix-1/', 'a-a', 'a-c', 'aa', 'ab', 'two']);
  });

  test('has the same bytes each time, and no date', async () => {
    expect(Buffer.compare(await codePdf(ours, fonts), pdf)).toBe(0);
    expect(text(pdf)).not.toMatch(/CreationDate|ModDate|CreateDate/);
  });

  test('has another ID if its content differs', async () => {
    const id = (bytes: Uint8Array) => /\/ID \[<(\w+)>/.exec(text(bytes))?.[1];
    expect(id(await codePdf({ ...ours, review: '2030-01-01' }, fonts))).not.toBe(id(pdf));
  });

  test('shows “Draft” on every page of a draft, but not as part of the Code', async () => {
    const draft = await readBack(await codePdf({ ...ours, draft: true }, fonts));
    expect(draft.title).toBe(`${code.title} (draft)`);
    expect(draft.furniture.filter((line) => line.includes('Draft'))).toHaveLength(2);
    expect(read.furniture.join(' ')).not.toContain('Draft');
    expect(differenceFromEdition(edition.text, draft.blocks)).toBeUndefined();
  });

  test('shows the school, and dates and address if known, in the footer', async () => {
    const known = { adopted: '2031-02-03', review: '2032-03-04', site: 'https://pond.example/code/' };
    const foot = (await readBack(await codePdf({ ...small, ...known }, fonts))).furniture.join(' ');
    for (const part of ['Pond School', '3 February 2031', '4 March 2032', known.site])
      expect(foot).toContain(part);
    const without = (await readBack(await codePdf(small, fonts))).furniture.join(' ');
    expect(without).toContain('Pond School');
    expect(without).not.toMatch(/\d{4}|https|undefined/);
  });

  test('links to other pages of the site only if its address is known', async () => {
    const targets = async (site?: string) =>
      (await readBack(await codePdf({ ...small, site }, fonts))).links.map(({ target }) => target);
    expect(await targets()).toEqual(['/appendix-1/', 'one']);
    expect(await targets('https://pond.example/code/')).toEqual([
      '/appendix-1/',
      'https://pond.example/code/frogs/',
      'one',
    ]);
  });

  test('runs a long Code over more pages without losing a word', async () => {
    const documents = [madeUpCode(long(60)), madeUpAppendix(long(5).replaceAll('clause-', 'reed-'))] as const;
    const [longCode, shortAppendix] = documents;
    const flowed = await readBack(
      await codePdf({ ...small, code: longCode, appendices: [shortAppendix] }, fonts),
    );
    expect(flowed.pages).toBeGreaterThan(4);
    expect(flowed.blocks.filter(({ role }) => role === 'H1').map(({ page }) => page)).toEqual([
      1,
      flowed.pages,
    ]);
    expect(differenceFromEdition(asEdition(...documents), flowed.blocks)).toBeUndefined();
    expect(flowed.furniture.join(' ')).toContain(`Page 2 of ${flowed.pages}`);
  });

  test('keeps a paragraph that’s longer than a page as one paragraph', async () => {
    const words = Array.from({ length: 2_000 }, (_, word) => `word${word}`).join(' ');
    const code = madeUpCode(`<Clause anchor="one" />${words}`);
    const flowed = await readBack(await codePdf({ ...small, code }, fonts));
    expect(flowed.pages).toBeGreaterThan(2);
    expect(differenceFromEdition(asEdition(code, ...small.appendices), flowed.blocks)).toBeUndefined();
  });

  test('stops the build at a character its font can’t show, and names it and its place', async () => {
    const code = madeUpCode('<Clause anchor="one" />A frog is 蛙 here.');
    const made = codePdf({ ...small, code }, fonts);
    await expect(made).rejects.toThrow(ContentError);
    await expect(made).rejects.toThrow(/^\/#one\n.*“蛙” \(U\+86D9\).*“A frog is 蛙 here\.”/);
    await expect(codePdf({ ...small, school: '蛙' }, fonts)).rejects.toThrow(/^content\/school\.yaml\n/);
  });

  test('escapes the school’s name in its metadata', async () => {
    const bytes = await codePdf({ ...small, school: 'Pond & <Reed>' }, fonts);
    expect(text(bytes)).toContain('<rdf:li>Pond &amp; &lt;Reed&gt;</rdf:li>');
  });

  test.skipIf(!hasQpdf())('passes qpdf’s check', () => {
    expect(qpdfCheck(pdf)).toContain('No syntax or stream encoding errors');
  });
});
