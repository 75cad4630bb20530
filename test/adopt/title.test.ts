import { expect, test } from 'vitest';
import type { Part } from '../../src/adopt/policy.ts';
import { splitTitle } from '../../src/adopt/title.ts';

const heading = (text: string, level = 1): Part => ({ kind: 'heading', level, text });
const paragraph = (text: string): Part => ({ kind: 'paragraph', text });
const rules = paragraph('Please be kind and calm to everybody you meet in our school.');

test.each([
  ['greets its readers', 'Dear Parents and Carers'],
  ['asks why there’s a policy', 'WHY WE HAVE THIS POLICY'],
  ['lists schools', 'Hill Infants · Hill Juniors · Pond Lane Primary'],
])('a line that %s is no title', (_, text) => {
  const parts = [heading('Conduct of Parents and Other Adults on Site'), heading(text, 2), rules];
  expect(splitTitle(parts).title).toBe('Conduct of Parents and Other Adults on Site');
  expect(splitTitle([heading(text), rules]).isInText).toBe(false);
});

test.each([
  ['the school’s name', [heading('Hill Top Primary School'), heading('Parent Code of Conduct')]],
  ['a name without “School”', [heading('Our Lady of Victories'), heading('Policy on Visitors', 2)]],
  [
    'a name and a motto',
    [paragraph('Hill Top School'), paragraph('“Learn, love, live”'), heading('Parent Code of Conduct')],
  ],
  [
    'a name, in plain text, whose headings are alike',
    [heading('Our Lady of Victories'), heading('Parent Code of Conduct', 2)],
  ],
  ['a name with its place', [heading('Hill Top School, Lower Borley'), heading('How We Treat One Another')]],
  [
    'what kind of school it is',
    [
      paragraph('Hill Top School'),
      paragraph('A special school for pupils from 3 to 19 with very many and very different needs'),
      heading('Working Together: Parents and Visitors'),
    ],
  ],
  [
    'two names',
    [paragraph('Hill Academy Trust'), paragraph('HILL TOP COLLEGE'), heading('BEHAVIOUR POLICY (PARENTS)')],
  ],
  [
    'the policy’s number and dates',
    [paragraph('Policy Number: 84'), paragraph('Issue Date 1/08/2024'), heading('Parent Charter')],
  ],
  [
    'the head teacher’s name',
    [
      paragraph('Hill Top School'),
      paragraph('Head Teacher: Mrs Fern Hill'),
      heading('Conduct of adults by the pond'),
    ],
  ],
  [
    'a policy of no subject',
    [heading('A Hill Top School Policy'), paragraph('Managing Violent and Abusive Visitors Policy')],
  ],
  [
    'a name, above a long title',
    [
      heading('Hill Top School'),
      paragraph(
        'Policy for Dealing with Unacceptable Behaviour by Parents and Visitors on the Premises of Our School',
      ),
    ],
  ],
])('leaves out %s above the title', (_, lines) => {
  const parts = [rules, heading('Why we have this', 2), rules];
  const { above, title, rest, titles } = splitTitle([...lines, ...parts]);
  expect([...above, title]).toEqual(lines.map(({ text }) => text));
  expect(rest).toEqual(parts);
  expect(titles).toEqual([]);
});

test('takes the school’s name right below the title for no heading', () => {
  const parts = [rules, heading('Why we have this', 2), heading('Hill Top School', 2), rules];
  const { title, rest } = splitTitle([
    heading('Parent Code of Conduct'),
    heading('Hill Top School', 2),
    ...parts,
  ]);
  expect(title).toBe('Parent Code of Conduct');
  expect(rest).toEqual([paragraph('Hill Top School'), ...parts]);
});

test('keeps who it’s for with the title', () => {
  const lines = [paragraph('Learning Together'), heading('Parents and Carers'), heading('Code of Conduct')];
  expect(splitTitle([...lines, rules])).toMatchObject({
    above: ['Learning Together'],
    title: 'Parents and Carers Code of Conduct',
  });
});

test('keeps who it’s for below the title, and its version, with it', () => {
  const lines = [heading('Code of Conduct'), paragraph('for Parents and Visitors')];
  expect(splitTitle([...lines, rules]).title).toBe('Code of Conduct for Parents and Visitors');
  expect(splitTitle([heading('Parent Code of Conduct (v2)'), rules]).title).toBe(
    'Parent Code of Conduct (v2)',
  );
});

test('keeps both lines of a title together where the second goes on with the first', () => {
  const part = heading('Why we have this', 5);
  const name = heading('Hill Top School');
  for (const [one, two] of [
    ['Dealing with Angry Visitors', 'and a Code of Behaviour for Parents'],
    ['Parents’ Code of Behaviour', 'and Dealing with Angry Visitors'],
  ] as const)
    for (const above of [[], [name], [paragraph('Hill Top School')]])
      expect(
        splitTitle([...above, heading(one, 5), heading(two, 5), rules, part, rules, part, rules]),
      ).toMatchObject({ above: above.map(({ text }) => text), title: `${one} ${two}` });
});

test('keeps both lines together too where the second looks like a part’s heading', () => {
  const [one, two] = ['Dealing with Angry Visitors', 'and a Code of Behaviour for Parents'];
  const part = heading('Policy on swans and their visitors', 2);
  expect(
    splitTitle([heading(one), heading(two, 2), paragraph('Reviewed: May 2024'), part, rules, part, rules]),
  ).toMatchObject({ above: [], title: `${one} ${two}` });
});

test('takes a title that ends in a full stop, but no sentence', () => {
  for (const line of [heading('Parent Code of Conduct.'), paragraph('Parent Code of Conduct.')])
    expect(splitTitle([paragraph('Hill Top School'), line, rules])).toMatchObject({
      above: ['Hill Top School'],
      title: 'Parent Code of Conduct.',
      isInText: true,
      rest: [rules],
      titles: [],
    });
  for (const text of ['This is our Parent Code of Conduct.', 'Please read our behaviour policy.'])
    expect(splitTitle([paragraph(text), rules])).toMatchObject({
      isInText: false,
      rest: [paragraph(text), rules],
    });
});

test('takes neither the school’s name nor the first part’s heading for the title', () => {
  const parts = [heading('Hill Top Primary School'), heading('Introduction', 2), rules];
  expect(splitTitle(parts)).toMatchObject({ above: ['Hill Top Primary School'], isInText: false });
});

test('takes no part’s heading for the title', () => {
  const parts = [
    heading('Home and School'),
    heading('Why we have this Code', 2),
    rules,
    heading('Our expectations of parents', 2),
    rules,
  ];
  expect(splitTitle(parts).title).toBe('Home and School');
});

test('never takes a date or a version for the title, nor leaves out a sentence', () => {
  for (const parts of [
    [paragraph('Issue Date of This Version 1/08/2024'), rules],
    [rules, heading('Parent Code of Conduct')],
  ])
    expect(splitTitle(parts)).toMatchObject({ above: [], isInText: false, rest: parts });
});

test('without a title, takes what somebody says, what it calls itself or its file’s name', () => {
  const [untitled, named] = ['See the rules of our school.', 'All keep to our Parent and Visitor Charter.'];
  const titleOf = (text: string, ...more: string[]) =>
    splitTitle([heading('Introduction'), paragraph(text)], ...more).title;
  expect(titleOf(named, 'Our Way of Doing Things')).toBe('Our Way of Doing Things');
  expect(titleOf(named, ' ', 'policy.pdf')).toBe('Parent and Visitor Charter');
  expect(splitTitle([paragraph(untitled)], undefined, 'Parent-Conduct_Policy-v2-2024.docx').title).toBe(
    'Parent Conduct Policy',
  );
  expect(splitTitle([paragraph(untitled)], undefined, 'scan 12.docx').title).toBe(
    'Parent/Carer Code of Conduct',
  );
  expect(() => titleOf(named, 'long '.repeat(30))).toThrow('longer than 120 characters');
});

test('offers the lines that could be the title where none names a code, and takes the chosen one', () => {
  const parts = [heading('Learning Together'), heading('Being Kind at the Gate'), rules, heading('Why')];
  expect(splitTitle(parts)).toMatchObject({
    title: 'Learning Together',
    titles: ['Learning Together', 'Being Kind at the Gate'],
  });
  expect(splitTitle(parts, 'Being Kind at the Gate')).toMatchObject({
    above: ['Learning Together'],
    title: 'Being Kind at the Gate',
  });
});

test('a title goes on in a line that says towards whom', () => {
  const { title } = splitTitle([
    heading('Poor Behaviour'),
    heading('Towards People Who Work Here', 5),
    rules,
  ]);
  expect(title).toBe('Poor Behaviour Towards People Who Work Here');
});

test('a letterhead and a date are no title, and are above it', () => {
  const lines = [
    paragraph('Hill Top School 3 Hill Lane, Hilltown HT4 7XX Tel: 01632 960000'),
    paragraph('3rd May 2024'),
  ];
  expect(splitTitle([...lines, heading('A kind word'), rules, heading('Ducks', 2), rules])).toMatchObject({
    above: lines.map(({ text }) => text),
    title: 'A kind word',
  });
});

test('a table’s row with the school’s name and a greeting are above the title', () => {
  const cells = ['Ysgol y Llyn\nPond Primary School', 'Pennaeth / Head: Mrs A. Fern'];
  const lines: Part[] = [
    { kind: 'row', text: cells.join(' | '), cells, head: false },
    paragraph('3rd May 2024'),
    paragraph('Annwyl Rieni / Dear Parents, Carers and Friends,'),
  ];
  const title = heading('Re: Parent Expectations – Ducks and Boats');
  const below = [rules, heading('Ducks', 5), rules];
  expect(splitTitle([...lines, title, ...below])).toMatchObject({
    above: lines.map(({ text }) => text),
    title: title.text,
    rest: below,
  });
  const named: Part = {
    kind: 'row',
    text: 'Pond School | Parent Charter',
    cells: ['Pond School', 'Parent Charter'],
    head: false,
  };
  expect(splitTitle([named, ...below]).title).toBe(named.text);
});

test('a letter above the Code isn’t part of it, but one that is the Code stays', () => {
  const letter = [
    paragraph('Hill Top School, HT4 7XX'),
    paragraph('Dear parents,'),
    paragraph('I’m sending you our new rules for the pond, which all of us have agreed on together.'),
    paragraph('Yours sincerely'),
    paragraph('Fern Hill'),
  ];
  const code = [rules, heading('Ducks', 2), rules];
  expect(splitTitle([...letter, heading('Code of Conduct for Parents'), ...code])).toMatchObject({
    above: letter.map(({ text }) => text),
    title: 'Code of Conduct for Parents',
    rest: code,
  });
  expect(splitTitle([...letter, ...code]).above).not.toContain('Yours sincerely');
});

test('the school’s mission is above the title where a heading names the Code below it', () => {
  const mission = [heading('Mission Statement'), paragraph('We row as one, in sun and in rain.')];
  const { title, above } = splitTitle([...mission, heading('Parent Code of Conduct'), rules]);
  expect([title, above]).toEqual([
    'Parent Code of Conduct',
    ['Mission Statement', 'We row as one, in sun and in rain.'],
  ]);
  expect(splitTitle([...mission, heading('Our pond'), rules]).title).toBe('Mission Statement');
});

test('a title’s own style makes one, whatever is above it and sounds more like one below', () => {
  const row = (label: string, words: string): Part => ({
    kind: 'row',
    text: `${label} | ${words}`,
    cells: [label, words],
    head: false,
  });
  const data = [row('Policy owner', 'Head of the pond and all of its ducks'), row('Version', '2')];
  const name = 'Good behaviour by the pond';
  for (const level of [0, 1]) {
    const parts = [...data, heading(name, level), heading('Our expectations', level + 1), rules];
    const { title, above, rest, titles } = splitTitle(parts);
    expect({ title, above: above.length, titles }).toEqual({ title: name, above: 2, titles: [] });
    expect(rest[0]?.text).toBe('Our expectations');
  }
});

test('asks about a line in a title’s style that may only name the school, and takes none before a code’s own', () => {
  const school = heading('Hill Top Early Years Unit', 0);
  expect(
    splitTitle([school, heading('Respect by the pond', 0), rules, heading('Why', 1), rules]).title,
  ).toContain('Hill Top');
  expect(splitTitle([school, heading('Parent Code of Conduct'), rules]).title).toBe('Parent Code of Conduct');
});

test('takes a numbered heading for the title where it’s the only one so high', () => {
  const title = heading('3.2 Code of conduct for visitors');
  expect(splitTitle([title, rules, heading('Please:', 5), rules])).toMatchObject({
    title: '3.2 Code of conduct for visitors',
    isInText: true,
  });
  expect(splitTitle([title, rules, heading('3.3 Ducks'), rules]).isInText).toBe(false);
});

test('takes a title’s style for the title that says who it’s about, and keeps the subtitle below it', () => {
  const subtitle = 'Code of Conduct for adults by the pond';
  const name = 'Kind Families, Calm Ducks';
  const below = [heading('1. Why', 2), rules, heading('2. Ducks', 2), rules];
  for (const lines of [
    [heading(name, 0), paragraph(subtitle)],
    [heading(name, 1), heading(subtitle, 3)],
  ])
    expect(splitTitle([...lines, ...below])).toMatchObject({
      above: [],
      title: name,
      rest: [paragraph(subtitle), ...below],
    });
});

test('takes a line that leads to the title into it', () => {
  const lines = [heading('Home School Agreement:'), heading('what families can expect of our ducks')];
  expect(splitTitle([...lines, rules, heading('Why', 2), rules])).toMatchObject({
    above: [],
    title: 'Home School Agreement: what families can expect of our ducks',
    rest: [rules, heading('Why', 2), rules],
  });
});
