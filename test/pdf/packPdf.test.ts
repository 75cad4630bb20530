import { describe, expect, test } from 'vitest';
import { differenceFromEdition } from '../../src/code/proof.ts';
import { readFonts } from '../../src/pdf/fonts.ts';
import { type Pack, packPdf } from '../../src/pdf/packPdf.ts';
import { type ReadBack, readBack } from '../../src/pdf/readBack.ts';
import { asEdition, madeUpAppendix, madeUpCode } from './madeUp.ts';
import { hasQpdf, qpdfCheck } from './qpdf.ts';

const fonts = readFonts();
const code = madeUpCode(
  '## Frogs\n\n<Clause anchor="one" />One, see [the reeds](/appendix-1/).\n\n- <Clause anchor="two" />Two',
);
const appendix = madeUpAppendix('<Clause anchor="three" />Three.');
const numbered = (count: number) => Array.from({ length: count }, (_, row) => [`frog ${row}`, `${row * 7}`]);
const pack: Pack = {
  school: 'Pond School',
  title: 'The pack of the pond',
  facts: {
    caption: 'What was adopted',
    head: [],
    rows: [
      ['Title', 'The Pond Rules'],
      ['Words', '12'],
    ],
  },
  code,
  appendices: [appendix],
  changes: {
    summary: 'One word is new and one has gone.',
    blocks: [
      {
        where: 'Frogs, item 1',
        runs: [
          { text: 'Every ', kind: 'same' },
          { text: 'green', kind: 'removed' },
          { text: 'small', kind: 'added' },
          { text: ' frog.', kind: 'same' },
        ],
      },
    ],
  },
  coverage: [{ caption: 'All the frogs', head: ['Frog', 'Leaps'], rows: numbered(90), widths: [3, 1] }],
  figures: [
    {
      caption: 'How far',
      head: ['Pond', 'Metres'],
      rows: [
        ['Mill', '3.5'],
        ['', ''],
      ],
    },
  ],
  notes: { coverage: ['A note on the frogs.'] },
};
const bytes = await packPdf(pack, fonts);
const read = await readBack(bytes);
const texts = ({ blocks }: ReadBack) => blocks.map(({ role, words }) => `${role} ${words.join(' ')}`);
const cells = (table: number) => {
  const from = read.blocks.filter(({ role }) => role === 'Caption')[table];
  const start = from === undefined ? read.blocks.length : read.blocks.indexOf(from) + 1;
  const end = read.blocks.findIndex(({ within }, index) => index >= start && !within.includes('Table'));
  return read.blocks
    .slice(start, end < 0 ? undefined : end)
    .filter(({ role }) => role === 'TH' || role === 'TD')
    .map(({ role, words }) => [role, words.join(' ')]);
};

describe('the governors’ pack', () => {
  test('shows the Code’s words in its articles and nowhere else', () => {
    const articles = read.blocks.filter(({ within }) => within.includes('Art'));
    expect(differenceFromEdition(asEdition(code, appendix), articles)).toBeUndefined();
  });

  test('can be read up to the end of the Code without missing anything before it', async () => {
    const end = read.places.get('changes') ?? 0;
    const { blocks } = await readBack(bytes, 'changes');
    expect(blocks).toEqual(read.blocks.filter(({ page }) => page < end));
    expect(blocks.filter(({ within }) => within.includes('Art'))).toEqual(
      read.blocks.filter(({ within }) => within.includes('Art')),
    );
  });

  test('tells a screen reader its title, its language and its structure', () => {
    expect(read).toMatchObject({ title: pack.title, language: 'en-GB', tagged: true });
    const headings = texts(read).filter((line) => /^H\d/.test(line));
    expect(headings).toEqual([
      'H1 The pack of the pond',
      'H2 In this pack',
      'H2 The Pond Rules',
      'H3 Frogs',
      'H2 The Reeds',
      'H2 Changes since the last edition',
      'H3 Frogs, item 1',
      'H2 Which situations use each clause',
      'H2 How well the checker works',
    ]);
  });

  test('lists its sections with links and page numbers', () => {
    const entries = read.links.filter(({ page }) => page === 1).map(({ target }) => read.places.get(target));
    const numbers = read.blocks
      .filter(({ role }) => role === 'TOCI')
      .map(({ words }) => Number(words.at(-1)));
    expect(entries).toHaveLength(5);
    expect(numbers).toEqual(entries);
    expect(read.outline.slice(1).map(({ page }) => page)).toEqual(entries);
  });

  test('keeps every table cell in order, with row or column headings', () => {
    expect(cells(0)).toEqual([
      ['TH', 'Title'],
      ['TD', 'The Pond Rules'],
      ['TH', 'Words'],
      ['TD', '12'],
    ]);
    expect(cells(1)).toEqual([
      ['TH', 'Frog'],
      ['TH', 'Leaps'],
      ...numbered(90)
        .flat()
        .map((cell) => ['TD', cell]),
    ]);
    expect(cells(2)).toEqual([
      ['TH', 'Pond'],
      ['TH', 'Metres'],
      ['TD', 'Mill'],
      ['TD', '3.5'],
      ['TD', ''],
      ['TD', ''],
    ]);
  });

  test('repeats a table’s head on each page, as an artifact', () => {
    const pages = new Set(read.blocks.filter(({ role }) => role === 'TD').map(({ page }) => page));
    expect(pages.size).toBeGreaterThan(3);
    expect(read.furniture.filter((text) => /Frog\s+Leaps/.test(text)).length).toBeGreaterThan(1);
  });

  test('keeps every word of a row that’s taller than a page', async () => {
    const words = Array.from({ length: 1_500 }, (_, word) => `leap${word}`);
    const high = { caption: 'High', head: ['Frog', 'Leaps'], rows: [['one', words.join(' ')]] };
    const { blocks } = await readBack(await packPdf({ ...pack, figures: [high] }, fonts));
    expect(blocks.flatMap((block) => block.words).filter((word) => word.startsWith('leap'))).toEqual(words);
  });

  test('marks added and removed words in words too', () => {
    expect(texts(read)).toContain('P Every [removed: green] [added: small] frog.');
    expect(texts(read)).toContain('P One word is new and one has gone.');
  });

  test('says if there’s no earlier edition', async () => {
    const first = await readBack(await packPdf({ ...pack, changes: undefined }, fonts));
    expect(texts(first)).toContain('P There’s no earlier edition to compare this one with.');
  });

  test('leaves out a section without tables', async () => {
    const without = await readBack(await packPdf({ ...pack, coverage: [], figures: [] }, fonts));
    expect(without.outline.map(({ title }) => title)).toEqual([
      'The pack of the pond',
      'The Pond Rules',
      'The Reeds',
      'Changes since the last edition',
    ]);
  });

  test('shows page numbers, and whether it’s a draft, on each page', async () => {
    const pages = Array.from({ length: read.pages }, (_, page) => `Page ${page + 1} of ${read.pages}`);
    for (const page of pages) expect(read.furniture.join('\n')).toContain(page);
    const draft = await readBack(await packPdf({ ...pack, draft: true }, fonts));
    expect(draft.furniture.filter((text) => text.includes('Draft'))).toHaveLength(draft.pages);
  });

  test('has the same bytes each time', async () => {
    expect(Buffer.compare(await packPdf(pack, fonts), bytes)).toBe(0);
  });

  test('stops at a character its font can’t show, and names the table', async () => {
    const facts = { caption: 'The facts', head: [], rows: [['蛙', '']] };
    await expect(packPdf({ ...pack, facts }, fonts)).rejects.toThrow(/the table “The facts”[\s\S]*U\+86D9/);
  });

  test.skipIf(!hasQpdf())('passes qpdf’s check', () => {
    expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors');
  });
});
