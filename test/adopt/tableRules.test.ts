import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { newDocumentsOf, structureOf } from '../../src/adopt/structure.ts';
import { rulesInTables, type TableRule } from '../../src/adopt/tableRules.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const read = (text: string) => readPolicy('policy.md', new TextEncoder().encode(text));

/** What the rows of a Code’s tables say, and whether that’s wanted. */
async function rulesOf(text: string): Promise<string[]> {
  return (await inTables(text)).map(({ texts, above }) => `${above.means}: ${texts[0]}`);
}

async function inTables(text: string): Promise<TableRule[]> {
  const [code] = newDocumentsOf(structureOf((await read(`# Our Code\n\nBe kind.\n\n${text}`)).parts));
  return code === undefined ? [] : [...rulesInTables(code).values()];
}

const table = (head: string, ...rows: string[]): string =>
  ['', `| ${head} |`, '|---|---|---|', ...rows.map((row) => `| ${row} |`), ''].join('\n');
const ROWS = ['By phone | hanging up on staff | A letter', 'On site | climbing our fence | A talk'] as const;
const UNWANTED = ['not-tolerated: hanging up on staff', 'not-tolerated: climbing our fence'];

describe('the rows of a table are rules', () => {
  test.each([
    ['a heading', `## Behaviour that is not acceptable\n${table('Where | Examples | Response', ...ROWS)}`],
    [
      'a sentence before it',
      `## Our day\n\nWe will not tolerate:\n${table('Where | Behaviour | Then', ...ROWS)}`,
    ],
    ['the name of a column', `## Our day\n${table('Where | Unacceptable behaviour | Sanction', ...ROWS)}`],
    [
      'a heading of what’s done about it',
      `## If our Code is broken\n${table('Where | Examples | Response', ...ROWS)}`,
    ],
    [
      'a sentence after it',
      `## Our day\n${table('Where | Examples | Response', ...ROWS)}\nConduct of these kinds will not be tolerated.`,
    ],
  ])('where %s says that they aren’t wanted', async (_, text) => {
    expect(await rulesOf(text)).toEqual(UNWANTED);
  });

  test.each([
    ['At home', 'At school'],
    ['Families will', 'The school will'],
    ['What we ask of you', 'What we do'],
    ['We ask parents to', 'The school will'],
  ])('where a column is the parents’: %s', async (theirs, ours) => {
    const rows = table(` | ${theirs} | ${ours}`, 'Oars | Dry them at night. Bring a cloth. | We count them.');
    expect(await rulesOf(`## Our day\n${rows}`)).toEqual(['expected: Dry them at night. Bring a cloth.']);
  });

  test('in all cells below a sentence that says so, even where one is of actions', async () => {
    const rows = table('Words | Actions | Posts', 'mocking | splashing | gossip');
    expect(await rulesOf(`## Our day\n\nWe will not accept any of the following:\n${rows}`)).toEqual([
      'not-tolerated: mocking; splashing; gossip',
    ]);
  });

  test('but not where they say what to do if one wants something', async () => {
    const rows = table('If you want to | Please | Where', 'come in | ring our bell | At the gate');
    expect(await rulesOf(`## Our day\n${rows}`)).toEqual([]);
  });

  test('where one column says what’s asked, and one beside it what isn’t accepted', async () => {
    const rows = table(
      'We ask adults to … | We cannot accept … | If this happens we may …',
      'Ring our bell. | Waking the swans. | Ask you to leave.',
    );
    expect((await inTables(rows)).map(({ above, texts }) => [above.means, ...texts])).toEqual([
      ['expected', 'Ring our bell.', 'Do not waking the swans.'],
    ]);
  });

  test('where one column says what to do, and one beside it what not to', async () => {
    const rows = table(
      'When | Please | Please don’t',
      'Mornings | Ring our bell. | Wake the swans. Row alone.',
    );
    expect((await inTables(rows)).map(({ texts }) => texts)).toEqual([
      ['Ring our bell.', 'Do not wake the swans. Row alone.'],
    ]);
  });

  test('whichever of the two comes first, and with signs', async () => {
    const rows = table('✘ No thank you | ✔ Yes please | ', 'Wake the swans | Whisper | ');
    expect((await inTables(rows)).map(({ texts }) => texts)).toEqual([['Whisper', 'Do not wake the swans']]);
  });

  test('with the examples of what a column names', async () => {
    const rows = table('Behaviour | For example | Response', 'Noise | hooting, whistling | A talk');
    expect(await rulesOf(`## What we don’t accept\n${rows}`)).toEqual([
      'not-tolerated: Noise; hooting, whistling',
    ]);
  });

  test('where a sentence says that parents are to do so', async () => {
    const rows = table('When | What this looks like | Who helps', 'Mornings | ring our bell | Office');
    expect(await rulesOf(`## Our day\n\nParents are expected to:\n${rows}`)).toEqual([
      'expected: ring our bell',
    ]);
  });

  test('where a column says what something looks like for parents', async () => {
    const rows = table(
      'Value | How it looks | What this looks like for our staff | What this looks like for families',
      'Care | hugs | hear you out | ring our bell',
    );
    expect(await rulesOf(`## Our values\n${rows.replace('---|\n', '---|---|\n')}`)).toEqual([
      'expected: ring our bell',
    ]);
    const others = table(
      'Level | What this looks like for parents | Response',
      'One | ring our bell | A talk',
    );
    expect(await rulesOf(`## Our levels\n${others}`)).toEqual([]);
  });

  test('without what only names a row above', async () => {
    const rows = table(
      'Level | Unacceptable behaviour | Then',
      '2 | climbing our fence; repeat of Level 1 | A talk',
    );
    expect(await rulesOf(`## Our day\n${rows}`)).toEqual(['not-tolerated: climbing our fence']);
  });

  test('where they say what parents do, and nobody else', async () => {
    const rows = [
      'Governors | Read our logs | ',
      'Parents and carers | Ring our bell | ',
      'Visitors | A badge | ',
    ];
    expect(await rulesOf(`## Who does what\n${table('Who | Responsibility | When', ...rows)}`)).toEqual([
      'expected: Ring our bell',
    ]);
  });

  test('where the sentence above is of all its cells, but not where it only comes before them', async () => {
    const rows = table(
      'On the pond | On the bank | By letter',
      'splashing ducks | chasing swans | rude rhymes',
    );
    expect(await rulesOf(`## Our pond\n\nExamples of conduct that is not acceptable are:\n${rows}`)).toEqual([
      'not-tolerated: splashing ducks; chasing swans; rude rhymes',
    ]);
    expect(await rulesOf(`## Our pond\n\nThis is not acceptable.\n${rows}`)).toEqual([]);
  });

  test.each([
    ['nothing says whether they’re wanted', `## Our day\n${table('Where | Examples | Response', ...ROWS)}`],
    ['they’re what others do', `## Our day\n\nStaff will:\n${table('Where | Behaviour | Then', ...ROWS)}`],
    [
      'no column says what people do',
      `## Behaviour that is not acceptable\n${table('Where | Who to tell | Response', ...ROWS)}`,
    ],
    [
      'it’s about what happens then',
      `## Managing bad behaviour\n${table('Where | Examples | Response', ...ROWS)}`,
    ],
    [
      'what comes after is about something else',
      `## Our day\n${table('Where | Examples | Response', ...ROWS)}\nSmoking will not be tolerated.`,
    ],
  ])('but not where %s', async (_, text) => {
    expect(await rulesOf(text)).toEqual([]);
  });
});

test('a row that’s a rule is matched, or its section quotes it with the names of its columns', async () => {
  const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));
  const rows = [
    'By voice | Shouting, swearing or insults | A letter',
    'On site | Climbing our fence or digging up flower beds | A talk',
  ];
  const text = `# Our Code\n\nBe kind.\n\n## Behaviour that is not acceptable\n${table('Where | Examples | Response', ...rows)}`;
  const draft = draftFrom(await read(text), stock);
  const { about, made, files } = adopt(draft, stock, new Map());
  const anchorOf = (words: string): string | undefined =>
    draft.clauses.find((clause) => clause.text.includes(words))?.anchor;
  expect(about).toContainEqual(
    expect.objectContaining({ topic: 'verbal-abuse', anchor: anchorOf('Shouting') }),
  );
  expect([...made.values()].map(({ title, cites }) => [title, cites])).toEqual([
    ['Behaviour that is not acceptable', [anchorOf('Shouting'), anchorOf('Climbing')]],
  ]);
  expect([...files.values()].join('\n')).toContain(
    `<Clause anchor="${anchorOf('Climbing')}" notTolerated />On site | Climbing our fence`,
  );
});

test('each part of a cell is matched by itself', async () => {
  const stock = readStock(path.join(ROOT, 'content'));
  const row = 'On site | digging up flower beds; smoking or vaping; swearing and shouting | A talk';
  const text = `# Our Code\n\nBe kind.\n\n## Behaviour that is not acceptable\n${table('Where | Examples | Response', row)}`;
  const draft = draftFrom(await read(text), stock);
  const found = draft.matches.filter(({ topic }) => topic === 'verbal-abuse');
  expect(found).toEqual([expect.objectContaining({ score: expect.any(Number) })]);
  expect(found[0]?.score).toBeGreaterThan(0.6);
});

test('a column is the parents’ that says “as parents you will”', async () => {
  const rows = table(
    ' | As parents and carers you will | We will',
    'Oars | Dry them at night. | Count them.',
  );
  expect(await rulesOf(`## Our day\n${rows}`)).toEqual(['expected: Dry them at night.']);
});
