import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aboveOf } from '../../src/adopt/above.ts';
import { textParts } from '../../src/adopt/boldParts.ts';
import { type Part, tidy } from '../../src/adopt/policy.ts';
import { firstDifference } from '../../src/adopt/proveAdoption.ts';
import { newClausesOf, structureOf } from '../../src/adopt/structure.ts';
import { documentFiles } from '../../src/adopt/writeDocuments.ts';
import { parseDocument } from '../../src/code/document.ts';
import { blocksOfEdition, wordsOf } from '../../src/code/edition.ts';

const heading = (text: string, level = 2): Part => ({ kind: 'heading', level, text });
const paragraph = (text: string): Part => ({ kind: 'paragraph', text });
const item = (marker: string, text: string, level = 0): Part => ({ kind: 'item', level, marker, text });
const title = heading('Our Code of Conduct', 1);

test('gives each clause an anchor from its words, and never one twice', () => {
  const { code } = structureOf([
    title,
    paragraph('1.1 Please be very kind.'),
    paragraph('Be very kind!'),
    paragraph('It is so.'),
  ]);
  expect(newClausesOf(code).map(({ anchor }) => anchor)).toEqual([
    'please-very-kind',
    'very-kind',
    'it-is-so',
  ]);
});

test('leaves the school’s name above the title out of the Code', () => {
  const { above, code } = structureOf([heading('Hill Top Primary School', 1), title, paragraph('Be kind.')]);
  expect(above).toEqual(['Hill Top Primary School']);
  expect(code.title).toBe('Our Code of Conduct');
});

test('headings are of one level where only the aims’ looks larger', () => {
  const parts = [title, paragraph('We are kind.'), heading('Aims', 2), paragraph('To be kind.')];
  const others = ['At the gate', 'Online'].flatMap((text) => [heading(text, 3), paragraph('Be kind.')]);
  const depths = ({ code }: ReturnType<typeof structureOf>) =>
    code.blocks.flatMap((block) => (block.kind === 'heading' ? [block.depth] : []));
  expect(depths(structureOf([...parts, ...others]))).toEqual([2, 2, 2]);
  const named = parts.map((part) => (part.text === 'Aims' ? heading('Our pond') : part));
  expect(depths(structureOf([...named, ...others]))).toEqual([2, 3, 3]);
});

test('headings that come again below others are parts of these', () => {
  const sections = (...names: string[]) => names.flatMap((name) => [heading(name), paragraph('Be kind.')]);
  const depths = (...names: string[]) =>
    structureOf([title, ...sections(...names)]).code.blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.depth] : [],
    );
  expect(depths('At sea', 'You will', 'We will', 'On land', 'You will:', 'We will:')).toEqual([
    2, 3, 3, 2, 3, 3,
  ]);
  expect(depths('You will', 'At sea', 'You will')).toEqual([2, 2, 2]);
  expect(depths('At sea', 'You will', 'You will')).toEqual([2, 2, 2]);
});

test('a heading above a list that would be of a fourth depth is a paragraph, after what the one above it says', () => {
  const made = structureOf([
    title,
    heading('Part B', 2),
    paragraph('Please read it.'),
    heading('What we don’t accept', 3),
    heading('Level 1', 4),
    item('•', 'Shouting'),
    heading('Level 2', 4),
    item('•', 'Hitting'),
    heading('Part C', 2),
    paragraph('Please keep it.'),
  ]);
  const marks = new Map(made.bareLists.map(({ anchor }) => [anchor, 'headed'] as const));
  const files = [...documentFiles(made, marks)].filter(([file]) => file.startsWith('code/'));
  const { blocks } = parseDocument(
    '/',
    files.map(([file, text]) => ({ file, text })),
  );
  expect(
    blocks.map((block) =>
      block.kind === 'heading'
        ? `${'#'.repeat(block.depth)} ${block.text}`
        : block.clauses.map(({ leadIn = '', text: words }) => `${leadIn}|${words}`).join(),
    ),
  ).toEqual([
    '# Our Code of Conduct',
    '## Part B',
    '|Please read it.',
    '### What we don’t accept',
    '|Level 1',
    'What we don’t accept: Level 1|Shouting',
    '|Level 2',
    'What we don’t accept: Level 2|Hitting',
    '## Part C',
    '|Please keep it.',
  ]);
});

test('headings of the third depth alone are of the second', () => {
  const { code, appendices } = structureOf([
    title,
    heading('At the gate', 3),
    paragraph('Be kind.'),
    heading('Appendix 1', 2),
    heading('Online', 2),
    paragraph('Be calm.'),
  ]);
  for (const { blocks } of [code, ...appendices])
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.depth] : []))).toEqual([2]);
});

test('asks what a list is of where only a heading is above it', () => {
  const { bareLists } = structureOf([
    title,
    heading('In the playground'),
    item('•', 'Running'),
    heading('What won’t be tolerated'),
    item('•', 'Shouting'),
    paragraph('We ask that you:'),
    item('•', 'listen'),
  ]);
  expect(bareLists.map(({ under, guess, said }) => [under, guess, said])).toEqual([
    ['In the playground', 'expected', false],
    ['What won’t be tolerated', 'not-tolerated', true],
  ]);
});

test('takes what a list is of from the heading where only a name is between them', () => {
  const { bareLists, code } = structureOf([
    title,
    heading('What won’t be tolerated'),
    paragraph('Noise'),
    item('•', 'Shouting'),
    paragraph('Parents must not'),
    item('•', 'Smoke'),
  ]);
  expect(bareLists.map(({ under, guess, said }) => [under, guess, said])).toEqual([
    ['Noise', 'not-tolerated', true],
  ]);
  const leadIns = code.blocks.map((block) => (block.kind === 'item' ? block.clause.leadIn : ''));
  expect(leadIns).toEqual(['', '', undefined, '', 'Parents must not']);
});

test('knows the names of a table’s rows from clauses, unless they say whose the list is', () => {
  const label = (text: string): Part => ({ kind: 'paragraph', text, label: 2 });
  const { code } = structureOf([
    title,
    heading('What won’t be tolerated'),
    ...[label('Noise'), item('•', 'Shouting'), label('Staff'), item('•', 'Smoke'), label('Other children')],
    paragraph('Telling them off.'),
  ]);
  const labels = code.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.names !== undefined ? [block] : [],
  );
  expect(labels.map(({ clause }) => clause.text)).toEqual(['Noise', 'Other children']);
  const above = aboveOf(code);
  expect(labels.map(({ clause }) => above.get(clause.anchor)?.means)).toEqual([undefined, undefined]);
});

test('has a line of the cover above the others no higher than they are', () => {
  const depths = (...parts: Parameters<typeof structureOf>[0]): number[] =>
    structureOf([title, ...parts]).code.blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.depth] : [],
    );
  const rest = [heading('Our day', 3), paragraph('Be early.'), heading('Our gate', 3), paragraph('Be calm.')];
  expect(depths(heading('How we treat each other', 2), paragraph('May 2030'), ...rest)).toEqual([2, 2, 2]);
  expect(depths(heading('Part one', 2), ...rest, heading('Part two', 2), paragraph('Thank you.'))).toEqual([
    2, 3, 3, 2,
  ]);
  // It’s a part of its own where there’s text above it.
  expect(depths(paragraph('Be kind.'), heading('By the pond', 2), paragraph('Be calm.'), ...rest)).toEqual([
    2, 3, 3,
  ]);
  const appendix = [heading('Appendix A: our map', 2), paragraph('The gate is green.')];
  expect(depths(heading('What we’re here for', 2), paragraph('To learn.'), ...rest, ...appendix)).toEqual([
    2, 2, 2,
  ]);
});

test('puts each appendix on a page of its own, unless it has no words or no address of its own', () => {
  const one = [title, paragraph('Be kind.'), heading('Appendix 1 – Online'), paragraph('Post kindly.')];
  const titles = (...more: Part[]) => structureOf([...one, ...more]).appendices.map((each) => each.title);
  expect(titles()).toEqual(['Appendix 1 – Online']);
  expect(titles(heading('Appendix 2 – Form'), paragraph('Sign here.'))).toEqual([
    'Appendix 1 – Online',
    'Appendix 2 – Form',
  ]);
  expect(titles(heading('Appendix 1: Form'), paragraph('Sign here.'))).toEqual(['Appendix 1 – Online']);
  expect(titles(heading('Appendix 2 – Form'))).toEqual(['Appendix 1 – Online']);
});

test('puts lists inside lists, each with its own words and those before it', () => {
  const { code } = structureOf([
    title,
    paragraph('We won’t tolerate:'),
    item('•', 'violence, including:'),
    item('○', 'hitting', 1),
    item('(i)', 'hard', 2),
    item('•', 'threats'),
  ]);
  const items = code.blocks.flatMap((block) =>
    block.kind === 'item' ? [[block.level, block.clause.text, block.clause.leadIn]] : [],
  );
  expect(items).toEqual([
    [1, 'violence, including:', 'We won’t tolerate:'],
    [2, 'hitting', 'We won’t tolerate: violence, including:'],
    [3, '(i) hard', 'We won’t tolerate: violence, including: hitting'],
    [1, 'threats', 'We won’t tolerate:'],
  ]);
});

/** Each block after the title: a list item behind a hyphen and indented, as the Code has it. */
const blocksOf = (...parts: Part[]): string[] =>
  structureOf([title, ...parts]).code.blocks.map((block) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.depth)} ${block.text}`;
    return block.kind === 'item'
      ? `${'  '.repeat(block.level - 1)}- ${block.clause.text}`
      : block.clause.text;
  });

describe('items that follow each other', () => {
  test('are all in a list if most are no sentences', () => {
    const list = ['Be kind', 'Keep your dog at home. We mean it.', 'Park well', 'Call us'];
    const items = list.map((text, index) => item(`${index + 1}.`, text));
    expect(blocksOf(heading('At the gate'), ...items).slice(1)).toEqual(
      list.map((text, index) => `- ${index + 1}. ${text}`),
    );
    const points = ['using rude words;', 'shouting at staff; and', 'threatening anyone.'];
    const letters = points.map((text, index) => item(`(${'abc'[index]})`, text));
    expect(blocksOf(heading('Not tolerated'), ...letters)[1]).toBe('- (a) using rude words;');
  });

  test('are all paragraphs if most are sentences', () => {
    const clauses = ['Parents come in by the blue gate.', 'Please be calm', 'Dogs stay outside.'];
    const items = clauses.map((text, index) => item(`1.${index + 1}`, text));
    expect(blocksOf(...items)).toEqual(clauses.map((text, index) => `1.${index + 1} ${text}`));
  });

  test('are in a list whatever they are if a sentence or an item in a list is before them', () => {
    expect(
      blocksOf(
        paragraph('We ask you:'),
        item('1.', 'To be kind.'),
        item('(a)', 'At the gate.', 1),
        item('(b)', 'By phone', 1),
        item('2.', 'To be calm'),
      ),
    ).toEqual([
      'We ask you:',
      '- 1. To be kind.',
      '  - (a) At the gate.',
      '  - (b) By phone',
      '- 2. To be calm',
    ]);
  });

  test('are judged by themselves if their markers are of another kind or level', () => {
    expect(
      blocksOf(
        item('1.', 'We want everybody to be kind.'),
        item('(a)', 'Be kind', 1),
        item('(b)', 'Be calm', 1),
        item('2.', 'We want everybody to be safe.'),
        heading('Also'),
        item('3.', 'Dogs stay outside.'),
        paragraph('Thank you.'),
        item('•', 'Dogs stay outside.'),
      ),
    ).toEqual([
      '1. We want everybody to be kind.',
      '- (a) Be kind',
      '- (b) Be calm',
      '2. We want everybody to be safe.',
      '## Also',
      '3. Dogs stay outside.',
      'Thank you.',
      '- Dogs stay outside.',
    ]);
  });
});

describe('a paragraph in a list', () => {
  test('is in its item, or a paragraph like that', () => {
    const parts = (text: string) => [item('1.', `${text}\nThank you.`), item('2.', text)];
    expect(blocksOf(heading('Please'), ...parts('Listen'))).toEqual([
      '## Please',
      '- 1. Listen Thank you.',
      '- 2. Listen',
    ]);
    expect(blocksOf(...parts('Please listen.'))).toEqual([
      '1. Please listen.',
      'Thank you.',
      '2. Please listen.',
    ]);
  });

  test('leaves what’s after it in a list of the same, which nothing says there', () => {
    const parts = [
      paragraph('We won’t accept:'),
      item('(a)', 'Dogs on our site;'),
      item('(b)', 'Cars in our yard.'),
      paragraph('Guide dogs are welcome.'),
      item('(c)', 'Bikes are to be left outside.'),
      item('(d)', 'Drones.'),
    ];
    expect(blocksOf(...parts).slice(3)).toEqual([
      'Guide dogs are welcome.',
      '- (c) Bikes are to be left outside.',
      '- (d) Drones.',
    ]);
    expect(structureOf([title, ...parts]).bareLists).toMatchObject([
      {
        under: 'We won’t accept:',
        guess: 'not-tolerated',
        said: false,
        items: ['(c) Bikes are to be left outside.', '(d) Drones.'],
      },
    ]);
  });

  test('leaves paragraphs what they are, and begins another list if it introduces one', () => {
    expect(
      blocksOf(
        item('1.', 'Our gates open at eight.'),
        item('2.', 'Our gates close at nine.'),
        paragraph('Ring the bell after that.'),
        item('3.', 'Please be calm'),
        paragraph('Please don’t:'),
        item('4.', 'Climb over the gate.'),
      ),
    ).toEqual([
      '1. Our gates open at eight.',
      '2. Our gates close at nine.',
      'Ring the bell after that.',
      '3. Please be calm',
      'Please don’t:',
      '- 4. Climb over the gate.',
    ]);
  });
});

test('stops without a text', () => {
  expect(() => structureOf([title, heading('Kindness')])).toThrow('no text below them');
});

const NASTY =
  'Use <b> & {x} *y* _z_ `code` [a](b) # \\ ~~s~~ | a@b.example www.c.example https://d.example "q" --- 1. x';

const row = (head: boolean, ...cells: string[]): Part => ({
  kind: 'row',
  head,
  cells,
  text: cells.join(' | '),
});

test('two tables right below one another stay two, where their rows differ', () => {
  const rows = [
    row(true, 'Version', 'Date', 'By'),
    row(false, '1', 'May', 'Head'),
    row(false, 'Next', 'June'),
  ];
  const { code } = structureOf([title, paragraph('Be kind.'), ...rows]);
  expect(code.blocks.flatMap((block) => (block.kind === 'row' ? [block.starts] : []))).toEqual([
    true,
    false,
    true,
  ]);
  const pages = [...documentFiles({ code, appendices: [] })].filter(([file]) => file.startsWith('code/'));
  const { blocks } = parseDocument(
    '/',
    pages.map(([file, text]) => ({ file: `content/${file}`, text })),
  );
  expect(blocks.flatMap((block) => (block.kind === 'row' ? [block.cells.length] : []))).toEqual([3, 3, 2]);
});

test('writes any characters so that they’re read back as they were', () => {
  const parts = [
    title,
    paragraph(NASTY),
    item('(a)', NASTY),
    item('•', `# ${NASTY}`, 1),
    row(true, NASTY, '1. Who'),
    row(false, `- ${NASTY}`, ''),
    paragraph(NASTY),
    row(false, 'a | b', 'c'),
  ];
  const { code } = structureOf(parts);
  const source = [
    'Our Code of Conduct',
    NASTY,
    `(a) ${NASTY}`,
    `# ${NASTY}`,
    `${NASTY} | 1. Who`,
    `- ${NASTY} |`,
    NASTY,
    'a | b | c',
  ].join('\n');
  expect(
    firstDifference(documentFiles({ code, appendices: [] }), { source, hasSpaces: true }, []),
  ).toBeUndefined();
});

test.each(['- - - - - -', '-----', '✂ – – – –', '. . . . . .'])(
  'takes “%s” for no item of a list',
  (line) => {
    const { code, bareLists } = structureOf([title, paragraph('Be kind.'), ...textParts(line)]);
    expect(code.blocks.at(-1)?.kind).toBe('paragraph');
    expect(bareLists).toEqual([]);
    const files = documentFiles({ code, appendices: [] });
    const source = `Our Code of Conduct\nBe kind.\n${line}`;
    expect(firstDifference(files, { source, hasSpaces: true }, [])).toBeUndefined();
    const last = blocksOfEdition(files.get('editions/edition-1.txt') ?? '').at(-1);
    const pages = [...files].filter(([file]) => file.startsWith('code/'));
    const [block] = parseDocument(
      '/',
      pages.map(([file, text]) => ({ file: `content/${file}`, text })),
    ).blocks.slice(-1);
    const words = block?.kind === 'heading' ? [] : wordsOf(block?.clauses.at(-1)?.text ?? '');
    expect(last).toMatchObject({ level: 0, words });
  },
);

test('writes any text at all so that it’s read back as it was', () => {
  const texts = fc.array(
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map(tidy)
      .filter((text) => text !== ''),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(texts, (lines) => {
      const { code } = structureOf([title, ...lines.map(paragraph)]);
      const source = ['Our Code of Conduct', ...lines].join('\n');
      const text = documentFiles({ code, appendices: [] }).get('editions/edition-1.txt') ?? '';
      expect(text.split('\n\n').map(tidy)).toEqual(['Our Code of Conduct', ...lines]);
      expect(
        firstDifference(documentFiles({ code, appendices: [] }), { source, hasSpaces: true }, []),
      ).toBeUndefined();
    }),
  );
});

test('the proof names the first difference', () => {
  const { code } = structureOf([title, paragraph('Be kind to all.')]);
  const files = documentFiles({ code, appendices: [] });
  expect(
    firstDifference(files, { source: 'Our Code of Conduct Be kind to us all.', hasSpaces: true }, []),
  ).toContain('kind to us all.');
  files.set('editions/edition-1.txt', 'Our Code of Conduct\n\nBe kind to all.\n\nAnd calm.');
  expect(
    firstDifference(files, { source: 'Our Code of Conduct Be kind to all.', hasSpaces: true }, []),
  ).toContain('The edition');
});

test('the proof counts the lines above the title that are left out', () => {
  const lines = ['Hill Top School', '“Learn, love, live”'];
  const { code } = structureOf([...lines.map((line) => heading(line, 1)), title, paragraph('Be kind.')]);
  const proof = (source: string) =>
    firstDifference(documentFiles({ code, appendices: [] }), { source, hasSpaces: true }, lines);
  expect(proof(`${lines.join('\n')}\nOur Code of Conduct Be kind.`)).toBeUndefined();
  expect(proof(`Our Code of Conduct Be kind.\n${lines.join('\n')}`)).toBeUndefined();
  expect(proof(`${lines.join('\n')}\nOur Code of Conduct Be very kind.`)).toContain('Be very kind');
});
