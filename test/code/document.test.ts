import { describe, expect, test } from 'vitest';
import { clausesOf, headingsOf, parseDocument } from '../../src/code/document.ts';
import { problemsOf } from '../shared/problemsOf.ts';

const read = (text: string) => parseDocument('/', [{ file: 'content/code/1.mdx', text }]);

describe('a document of the Code', () => {
  test('has its headings, paragraphs and lists in order, each clause from its marker to the next', () => {
    const document = read(
      '# Title\n\n## Part\n\n<Clause anchor="one" />First. <Clause anchor="two" />Second.\n\n- <Clause anchor="three" />Third',
    );
    expect(document.title).toBe('Title');
    expect(document.blocks.map((block) => block.kind)).toEqual(['heading', 'heading', 'paragraph', 'item']);
    expect(clausesOf(document).map(({ anchor, text, heading }) => [anchor, text, heading])).toEqual([
      ['one', 'First.', 'Part'],
      ['two', 'Second.', 'Part'],
      ['three', 'Third', 'Part'],
    ]);
  });

  test('quotes a clause with its heading where that says what it is, and no other mark', () => {
    const marked = (mark: string) => read(`# T\n\n## Not allowed\n\n<Clause anchor="a" ${mark} />Dogs`);
    expect(clausesOf(marked('headed')).map(({ leadIn }) => leadIn)).toEqual(['Not allowed']);
    const titled = read('# Not allowed\n\n<Clause anchor="a" headed />Dogs');
    expect(clausesOf(titled).map(({ leadIn, heading }) => [leadIn, heading])).toEqual([['Not allowed', '']]);
    for (const mark of ['allowed', 'headed notTolerated', 'headed="yes"', 'headed headed', 'anchor="b"'])
      expect(problemsOf(() => marked(mark))).toHaveLength(2);
  });

  test('has clauses under a heading and the one above it', () => {
    const text =
      '# T\n\n### A\n\n<Clause anchor="a" />A\n\n## B:\n\n<Clause anchor="b" />B\n\n### C\n\n<Clause anchor="c" />C\n\n### D\n\n<Clause anchor="d" />D';
    expect(clausesOf(read(text)).map(headingsOf)).toEqual(['A', 'B:', 'B: C', 'B: D']);
  });

  test('keeps straight quotation marks, dashes and links as written', () => {
    const [clause] = clausesOf(
      read('# T\n\n<Clause anchor="a" />It\'s "so" – ([see](/appendix-1/)) -- ... ok.'),
    );
    expect(clause?.text).toBe('It\'s "so" – (see) -- ... ok.');
    expect(clause?.runs).toContainEqual({ text: 'see', href: '/appendix-1/' });
  });

  test('has lists inside lists, whose items come with all that they finish', () => {
    const { blocks } = read(
      '# T\n\n<Clause anchor="a" />We won’t tolerate:\n\n- <Clause anchor="b" />violence, such as\n  - <Clause anchor="c" />hitting\n    - <Clause anchor="d" />hard\n- <Clause anchor="e" />threats',
    );
    const items = blocks.flatMap((block) =>
      block.kind === 'item' ? [[block.level, block.clauses[0]?.text, block.clauses[0]?.leadIn]] : [],
    );
    expect(items).toEqual([
      [1, 'violence, such as', 'We won’t tolerate:'],
      [2, 'hitting', 'We won’t tolerate: violence, such as'],
      [3, 'hard', 'We won’t tolerate: violence, such as hitting'],
      [1, 'threats', 'We won’t tolerate:'],
    ]);
  });

  test('keeps the numbers of a list as they’re written', () => {
    const document = read(
      '# T\n\n2. <Clause anchor="a" />A\n2. <Clause anchor="b" />B\n5) <Clause anchor="c" />C',
    );
    expect(clausesOf(document).map(({ text }) => text)).toEqual(['2. A', '2. B', '5) C']);
  });

  test('has tables, a clause to each row, with or without a head', () => {
    const { blocks } = read(
      '# T\n\n| <Clause anchor="a" />Step | Who |\n|---|---|\n| <Clause anchor="b" />1. **First** | A \\| B |\n\n> <Clause anchor="c" />Said',
    );
    expect(blocks.slice(1)).toMatchObject([
      { kind: 'row', starts: true, names: 'columns', clauses: [{ anchor: 'a', text: 'Step | Who' }] },
      {
        kind: 'row',
        starts: false,
        clauses: [{ anchor: 'b', text: '1. First | A | B', leadIn: 'Step | Who' }],
        cells: [[{ text: '1. ' }, { text: 'First', bold: true }], [{ text: 'A | B' }]],
      },
      { kind: 'paragraph', quoted: true, clauses: [{ text: 'Said' }] },
    ]);
  });

  test('keeps bold, italics and line breaks, which aren’t words', () => {
    const [clause] = clausesOf(read('# T\n\n<Clause anchor="a" />**Be *kind*:** to\\\nall<br />always.'));
    expect(clause).toMatchObject({
      text: 'Be kind: to all always.',
      runs: [
        { text: 'Be ', bold: true },
        { text: 'kind', bold: true, italic: true },
        { text: ':', bold: true },
        { text: ' to' },
        { text: '\n' },
        { text: 'all' },
        { text: '\n' },
        { text: 'always.' },
      ],
    });
  });

  test('says what isn’t tolerated where no words of the Code say so', () => {
    const clauses = clausesOf(
      read(
        '# T\n\n## At the gate\n\n- <Clause anchor="a" notTolerated />Shouting\n  - <Clause anchor="b" />at staff\n- <Clause anchor="c" />Listening',
      ),
    );
    expect(clauses.map(({ leadIn }) => leadIn)).toEqual([
      'At the gate [not tolerated]',
      'At the gate [not tolerated] Shouting',
      'At the gate',
    ]);
  });

  test('says of a row what its columns are, and whether it’s not tolerated', () => {
    const rows =
      '| <Clause anchor="a" />When | Please don’t |\n|---|---|\n| <Clause anchor="b" />Mornings | Row |\n| <Clause anchor="c" notTolerated />Nights | Sing |';
    expect(clausesOf(read(`# T\n\n${rows}`)).map(({ leadIn }) => leadIn)).toEqual([
      undefined,
      'When | Please don’t',
      'When | Please don’t [not tolerated]',
    ]);
    const headless = rows.replace('|---|---|\n', '');
    expect(clausesOf(read(`# T\n\n${headless}`))[1]?.leadIn).toBeUndefined();
  });

  test.each([
    ['words outside a clause', '# T\n\nNo marker.', 3, 'aren’t in any clause'],
    ['a marker without an anchor', '# T\n\n<Clause />Words.', 3, 'marker'],
    ['an anchor with capitals', '# T\n\n<Clause anchor="Vision" />Words.', 3, 'marker'],
    ['a clause without words', '# T\n\n<Clause anchor="a" /> <Clause anchor="b" />B.', 3, 'has no words'],
    ['a picture', '# T\n\n<Clause anchor="a" />Some ![](a.png) words.', 3, 'image'],
    ['code', '# T\n\n```\ncode\n```', 3, 'code'],
    ['a list in a quotation', '# T\n\n> - quoted', 3, 'blockquote'],
    [
      'words outside a clause in a table',
      '# T\n\n| <Clause anchor="a" />A | 1 |\n| B | 2 |',
      4,
      'any clause',
    ],
    [
      'two markers in a row',
      '# T\n\n| <Clause anchor="a" />A | <Clause anchor="b" />B |',
      3,
      'more than one',
    ],
    [
      'rows of different lengths',
      '# T\n\n| <Clause anchor="a" />A | B |\n| <Clause anchor="b" />C |',
      4,
      'has 1 cell,',
    ],
    ['two paragraphs in an item', '# T\n\n- <Clause anchor="a" />A\n\n  B', 3, 'more than one paragraph'],
    ['an unknown word in a marker', '# T\n\n<Clause anchor="a" tolerated />Words.', 3, 'marker'],
    ['no title', '<Clause anchor="a" />Words.', 1, 'title is missing'],
    ['two titles', '# T\n\n# U', 1, 'more than one title'],
  ])('refuses %s, with its line', (_what, text, line, wrong) => {
    const problems = problemsOf(() => read(text));
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'content/code/1.mdx', line, wrong: expect.stringContaining(wrong) }),
    );
    for (const problem of problems) expect(problem.instead).not.toBe('');
  });
});
