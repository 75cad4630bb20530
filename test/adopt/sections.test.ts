import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readMarkdown } from '../../src/adopt/readText.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { PHONE_NUMBER } from '../../src/checker/training/phrases.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));

const adopted = (text: string) =>
  adopt(
    draftFrom(readMarkdown('policy.md', `# Parent Code of Conduct\n\n${text}\n`), stock),
    stock,
    new Map(),
  );

/** The pages of a Code’s headings by title, with the words that each quotes. */
function pagesIn(text: string): Record<string, string[]> {
  const { sections } = adopted(text);
  return Object.fromEntries(
    sections
      .filter(({ why }) => why === undefined)
      .map(({ title, clauses }) => [title, clauses.map((clause) => clause.text)]),
  );
}

test('a heading has a page for all that’s under it if no situation quotes some of it, whoever is to do it', () => {
  const text = `## 3. At the pond

Our pond is deep.

Parents must not:

- feed the ducks
- swear at staff
- splash

Staff will ring the bell at noon.`;
  expect(pagesIn(text)).toEqual({
    'At the pond': [
      'Our pond is deep.',
      'Parents must not:',
      'feed the ducks',
      'swear at staff',
      'splash',
      'Staff will ring the bell at noon.',
    ],
  });
});

test('a question is a heading too, and its answer isn’t quoted without it', () => {
  expect(pagesIn('## May I row?\n\nOnly if the keeper agrees. Please ask first.')).toEqual({
    'May I row?': ['Only if the keeper agrees. Please ask first.'],
  });
});

test('a step has a page, whatever it says, and so has what’s not tolerated above the first heading', () => {
  const step =
    '## Procedure\n\nPlease read this.\n\n### Step 1 – Pond\n\nThe ducks are moved. A note is kept.';
  expect(pagesIn(step)['Procedure: Step 1 – Pond']).toEqual(['The ducks are moved. A note is kept.']);
  const opening = 'We have a zero tolerance of whistling at ducks.';
  expect(Object.values(pagesIn(`${opening}\n\n## Boats\n\nPlease row slowly.`))).toContainEqual([opening]);
});

describe('a page’s title', () => {
  test('is the heading after the one above it', () => {
    const text =
      '## On the pond\n\n### Boats\n\nPlease row slowly.\n\n### Oars\n\nPlease dry them.\n\n## Ducks';
    expect(Object.keys(pagesIn(text))).toEqual(['On the pond: Boats', 'On the pond: Oars']);
  });

  test('has dots where its list finishes it', () => {
    expect(Object.keys(pagesIn('## Parents will:\n\n- feed the ducks'))).toEqual(['Parents will …']);
  });

  test('is never too long, and the address says all of it that there’s room for', () => {
    const heading =
      'What you must not do on the pond when the ducks have just had young and the keeper is away';
    const { sections } = adopted(`## ${heading} ${heading}\n\nPlease row slowly.`);
    expect(sections[0]?.title).toMatch(/ …$/);
    expect(sections[0]?.title.length).toBeLessThanOrEqual(100);
    expect(sections[0]?.id).toBe('what-you-must-not-do-on-the-pond-when-the-ducks-have-just-had');
  });

  test('says what it is where there’s no heading', () => {
    expect(Object.keys(pagesIn('Please row slowly.\n\nPlease dry the oars.'))).toEqual([
      'Another part of the Code',
    ]);
  });

  test('differs from others, and from ids of the stock’s', () => {
    const text = '## Sanctions\n\nPlease dry the oars.\n\n## Sanctions\n\nPlease row slowly.';
    const ids = adopted(text).sections.map(({ id }) => id);
    expect(ids).toEqual(['sanctions-2', 'sanctions-3']);
  });
});

describe('there’s no page', () => {
  test.each([
    ['where nothing says what anybody does', '## Our pond\n\nThe pond was dug by hand. It has many ducks.'],
    ['for what a Code is for', '## Introduction\n\nThe ducks will love this pond for ever.'],
    ['for what’s before the first heading', 'Our ducks will be glad of it.\n\n## Our pond\n\nIt is deep.'],
    ['for a form', '## Our pond\n\nIt is deep.\n\n## Reply slip\n\nPlease return this slip.\n\nSigned: ____'],
    ['for what the Code says of itself', '## Our Code\n\nThis Code will be looked at again in May.'],
    ['for who agreed it', '## Our pond\n\nReviewed: governors, May 2024\n\nPerson responsible: Head'],
  ])('%s', (_, text) => {
    expect(pagesIn(text)).toEqual({});
  });

  test('but where its heading says what parents can’t expect', () => {
    expect(pagesIn('## Families can not expect\n\n- A swan on each visit')).toEqual({
      'Families can not expect': ['A swan on each visit'],
    });
  });

  test('but where its heading says that something’s expected', () => {
    expect(pagesIn('## Expectation\n\nThat swans are fed by all.')).toEqual({
      Expectation: ['That swans are fed by all.'],
    });
  });

  test('but where a table there says what to do and not', () => {
    const rows = '| Please do | Please don’t |\n|---|---|\n| whisper | hoot |\n| row | swim |';
    expect(pagesIn(`${rows}\n\n## Our pond\n\nIt is deep.`)).toEqual({
      'Another part of the Code': ['whisper | hoot', 'row | swim'],
    });
  });

  test('but where a Code says there what parents should do', () => {
    const ask = 'We expect parents to shut the gate.';
    expect(pagesIn(`## Introduction\n\nThe pond is deep.\n\n${ask}`)).toEqual({
      Introduction: ['The pond is deep.', ask],
    });
    expect(pagesIn(`${ask}\n\n## Our pond\n\nIt is deep.`)).toEqual({ 'Another part of the Code': [ask] });
    const reply = 'If you disagree with this Code you may write to the keeper.';
    expect(pagesIn(`## Right of reply\n\n${reply}`)).toEqual({ 'Right of reply': [reply] });
  });
});

test('a table’s rows are quoted, whoever they’re about, but not the names of its columns', () => {
  const table = '| About | Ask |\n|---|---|\n| ducks | the keeper |\n| oars | the office |';
  expect(pagesIn(`## Boats\n\n${table}`)).toEqual({ Boats: ['ducks | the keeper', 'oars | the office'] });
});

test('an item that a situation quotes takes its points along, but for those that are about something else', () => {
  const text = `## Parents must not

- push, hit or spit at anybody, such as
  - with an oar
  - swearing or using offensive language
- splash`;
  const { files, sections } = adopted(text);
  const cited = (id: string) =>
    /^cites:\n((?: {2}- .*\n)+)/m.exec(files.get(`situations/${id}.yaml`) ?? '')?.[1];
  expect(cited('physical-abuse')).toBe('  - push-hit-spit-anybody\n  - oar\n');
  expect(cited('verbal-abuse')).toContain('swearing-using-offensive-language');
  expect(sections.flatMap(({ open }) => open.map((clause) => clause.text))).toEqual(['splash']);
});

test('what leads to lines that are no list is quoted with them, and so is what’s below a heading that says they’re unwanted', () => {
  const lines = ['Splashing', 'Whistling at swans'];
  expect(pagesIn(`## Boats\n\nThe keeper does not want:\n\n${lines.join('\n\n')}\n\nBoats are old.`)).toEqual(
    {},
  );
  expect(pagesIn(`## Boats\n\nWe do not tolerate:\n\n${lines.join('\n\n')}`)).toEqual({
    Boats: ['We do not tolerate:', ...lines],
  });
  const inParts = `## What is not acceptable\n\n### In boats\n\n${lines.join('\n\n')}\n\n## Swans`;
  expect(pagesIn(inParts)).toEqual({ 'What is not acceptable: In boats': lines });
});

test('a heading that names a topic says what all below it is about, if nothing else surely is', () => {
  const table = '| About | Ask |\n|---|---|\n| ducks | the keeper |\n| oars | the office |';
  const cited = (text: string) =>
    (adopted(text).files.get('situations/raise-a-concern.yaml') ?? '').match(/^ {2}- (?:ducks|oars)-.*$/gm);
  expect(cited(`## Who to contact\n\n${table}`)).toHaveLength(2);
  expect(cited(`## Concerns about another parent\n\n${table}`)).toBeNull();
  expect(
    cited(`## Who to contact\n\n${table}\n\n## Worries\n\nPlease speak to the class teacher first.`),
  ).toBeNull();
});

test('no phrase has a phone number, however it’s written', () => {
  const { files } = adopted(
    '## About ducks\n\nPlease ring 01632 960 417 or (01632) 960-418 about the ducks.',
  );
  const phrases = files.get('phrases/about-ducks.txt') ?? '';
  expect(phrases).toContain('About ducks');
  expect(phrases).not.toMatch(PHONE_NUMBER);
});

test('the words of a section train the checker, wanted or not', () => {
  const { files } = adopted(
    '## At the pond\n\nParents must not:\n\n- feed the ducks\n\nPlease shut the gate.',
  );
  const phrases = files.get('phrases/at-the-pond.txt') ?? '';
  expect(phrases).toMatch(/^am I allowed to feed the ducks/m);
  expect(phrases).toMatch(/^do I have to shut the gate/m);
});
