import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aboveOf } from '../../src/adopt/above.ts';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readMarkdown } from '../../src/adopt/readText.ts';
import { rulesIn } from '../../src/adopt/rules.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { newClausesOf, newDocumentsOf } from '../../src/adopt/structure.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));

const draftOf = (text: string) =>
  draftFrom(readMarkdown('policy.md', `# Parent Code of Conduct\n\n${text}\n`), stock);

/** The clauses that are rules, whatever they’re about, and what they mean. */
function rulesOf(text: string): [text: string, means: string | undefined][] {
  const { structure, above } = draftOf(text);
  const lists = new Map(
    structure.bareLists.map(({ anchor, guess, said }) => [anchor, { means: guess, said }]),
  );
  const also = { ...stock.alsoSays, most: 100 };
  const { rules } = rulesIn(
    newDocumentsOf(structure),
    above,
    () => false,
    () => false,
    (anchor) => lists.get(anchor),
    new Set(),
    also,
  );
  return rules.map(({ clause, means }) => [clause.text, means]);
}

const list = (...items: string[]): string => items.map((item) => `- ${item}`).join('\n');

describe('what others do isn’t a rule for parents', () => {
  const theirs = list('greet families at the gate', 'never use a mobile phone in the hall');

  test.each([
    ['a sentence', 'The school agrees to:'],
    ['“they” after a sentence', 'All our staff know how much a welcome matters. They will:'],
    ['“they” after a paragraph', 'Our teachers are friendly.\n\nThey will:'],
    ['what’s forbidden', 'Staff and volunteers must not:'],
    ['what children can expect', 'Children can expect:'],
    ['what children wish for', 'The ducks’ view: As children we expect:'],
    ['governors', 'Governors will:-'],
    ['“we”', 'We will:'],
    ['what the school asks of others', 'We expect pupils to:'],
    ['a heading', '## What you can expect from us'],
    ['a heading that the list finishes', '## The children agree to:'],
    ['a heading of duties', '## Our responsibilities'],
    ['a heading of what a child agrees to', '## Parents\n\n### The child agrees to:'],
    ['a heading of rights', '## Parents’ rights'],
    ['a sentence of rights', 'Parents have the right to:'],
    ['a heading of a name', '## The governing body'],
    ['a heading above the next', '## Staff\n\n### Every morning'],
    ['a heading above “we”', '## Our staff\n\nWe will:'],
    ['a heading above nothing else', '## What children can expect\n\nThese are:'],
    ['a heading of support', '## Support from the school:'],
    ['a heading of rights and duties', '## Rights and responsibilities of parents'],
    ['a heading below that', '## Rights and responsibilities of parents\n\n### In the hall'],
    ['what the head does then', 'The head may close the hall. Before doing so he will:'],
    ['what happens as a rule', '## What will happen if I break the rules?\n\nNormally we will:'],
  ])('below %s', (_, above) => {
    expect(rulesOf(`${above}\n\n${theirs}`)).toEqual([]);
  });

  test.each([
    ['after a list of theirs', `The school agrees to:\n\n${theirs}\n\nParents agree to:`],
    ['below their heading', '## Our responsibilities\n\nAs parents, we will:'],
    ['below a heading of both', '## Staff and parents\n\nParents and visitors are asked to:'],
    ['after their heading', `## Staff\n\n${theirs}\n\n## Parents and carers\n\nWe will:`],
    ['of helpers', '## On trips\n\nVisitors and volunteers must:'],
    ['below a heading alone', '## What the school expects of parents'],
    ['below “Do”', 'Do'],
    ['of “they”', 'Parents are welcome in the hall. They should:'],
  ])('but a list of parents’ is, %s', (_, above) => {
    const badge = 'Sign in at reception and wear a visitor’s badge';
    expect(rulesOf(`${above}\n\n${list(badge, 'Fold buggies in the hall')}`)).toEqual([
      [badge, 'expected'],
      ['Fold buggies in the hall', 'expected'],
    ]);
  });

  test('but a parents’ “must” is beside a sentence on what others do', () => {
    const text = 'The office will lend badges. Visitors must wear their badge.';
    expect(rulesOf(`## Visitors\n\n${text}`)).toEqual([[text, 'expected']]);
    expect(rulesOf(`## Our playground\n\n${text}`)).toEqual([[text, 'expected']]);
  });

  test.each([
    'Any parent wishing to speak to a governor must write to the clerk.',
    'Visitors must not park in the governors’ bay.',
  ])('or a sentence of their own, below whatever heading: %s', (text) => {
    expect(rulesOf(`## Governors\n\n${text}`).map(([rule]) => rule)).toEqual([text]);
  });

  test('and each of the lists inside a list has its own', () => {
    const nested = [
      '- Staff to:\n  - greet families\n  - ring the bell',
      '- Parents to:\n  - close the gate\n  - wait by the wall',
      '- Pupils must not:\n  - climb the wall',
      '- Visitors must not:\n  - feed the ducks',
    ];
    expect(rulesOf(`Our school expects:\n\n${nested.join('\n')}`)).toEqual([
      ['feed the ducks', 'not-tolerated'],
      ['close the gate', 'expected'],
      ['wait by the wall', 'expected'],
    ]);
  });

  test('and what’s wanted stays so, whatever else isn’t', () => {
    const texts = [
      'leave bicycles in the rack, not on the path',
      'be quiet by the pond and never feed the ducks',
    ];
    expect(rulesOf(`Parents are asked to:\n\n${list(...texts, 'never climb the fence')}`)).toEqual([
      ['never climb the fence', 'not-tolerated'],
      ...texts.map((text) => [text, 'expected']),
    ]);
  });

  test.each([
    'Fairness: The school will ring the bell for every family.',
    'In muddy weather a teacher will lend boots.',
    'Pupil conduct: Children are expected to ring the bell.',
    'What we will do: Where a parent feeds the ducks, these steps will be followed.',
    'Stage 2 – The headteacher will write to whoever feeds the ducks. The letter will say what happened.',
  ])('nor is what has a label: %s', (text) => {
    expect(rulesOf(text)).toEqual([]);
    expect(rulesOf(`## Our pond\n\n${list(text)}`)).toEqual([]);
  });

  test('nor is what’s said of only some parents, or what happens then', () => {
    const conditions = [
      'If a parent is a registered childminder, they should tell the office which bicycles are theirs.',
      'Where a parent is a member of staff, the handbook on bicycles should be followed.',
      'Parents who are also governors will declare their bicycles.',
      'Should a parent block the drive, the head will ask for the bicycle’s owner.',
      'If bicycles block the drive, the caretaker will move them.',
    ];
    expect(rulesOf(conditions.join('\n\n'))).toEqual([]);
    expect(rulesOf(`Parents are asked to:\n\n${list(...conditions)}`)).toEqual([]);
  });

  test.each([
    ['Signed (Pupil): ______', []],
    ['Child’s signature', []],
    ['Signed (Parent/Carer): ______', ['feed the ducks', 'shut the gate']],
    ['Signed by parent and pupil', ['feed the ducks', 'shut the gate']],
  ])('“I will” is whose signature is below it: %s', (signature, rules) => {
    const items = list('feed the ducks', 'shut the gate');
    for (const above of ['## I will:', 'I will:'])
      expect(rulesOf(`${above}\n\n${items}\n\n${signature}`).map(([text]) => text)).toEqual(rules);
  });

  test('or a child’s that speaks of its teacher', () => {
    expect(rulesOf(`## I will:\n\n${list('feed the ducks', 'listen to my teachers')}`)).toEqual([]);
    expect(
      rulesOf(`## I will:\n\n${list('bring my child on time', 'talk to my child’s teacher')}`),
    ).toHaveLength(2);
  });

  test('nor are steps that staff take, whatever heading is above them', () => {
    const text = `## Please refrain from:\n\n${list('splashing the ducks')}\n\nIf a member of staff sees you splash they will:\n\n${list('ask you to stop', 'write to you')}`;
    expect(rulesOf(text)).toEqual([['splashing the ducks', 'not-tolerated']]);
  });

  test('but a plain “must” is, whenever it holds', () => {
    const rules = [
      'If you cycle to school, you must push bicycles through the gate.',
      'Any parent who works at the school must lock their bicycle.',
      'Where possible, parents should walk their bicycles.',
      'When visiting for assembly, parents must leave bicycles outside.',
    ];
    expect(rulesOf(rules.join('\n\n')).map(([text]) => text)).toEqual(rules);
  });

  test('and no situation on what parents do rests on it', () => {
    const topicsOf = (text: string) => draftOf(text).matches.map(({ topic }) => topic);
    const shouting = list('shout at anybody or use offensive language');
    expect(topicsOf(`Parents must not:\n\n${shouting}`)).toContain('verbal-abuse');
    for (const above of ['Staff must not:', 'Pupils will not:', '## Staff conduct'])
      expect(topicsOf(`${above}\n\n${shouting}`)).toEqual([]);
    expect(topicsOf(`Staff must not:\n\n${list('post defamatory comments about families')}`)).toEqual([]);
    expect(topicsOf(`Governors may:\n\n${list('ban a parent from the premises')}`)).toContain('sanctions');
    expect(topicsOf(`## Staff will\n\n${list('treat parents with courtesy and respect')}`)).toContain(
      'respect-from-school',
    );
  });
});

describe('what only names something is a rule by what’s above it', () => {
  test.each([
    ['a heading', '## Behaviour that will not be tolerated'],
    ['a heading of what isn’t acceptable', '## 4. Unacceptable behaviour'],
    ['a heading of what leads to a ban', '## Behaviour which may lead to a ban'],
    ['a sentence', 'We will not accept:-'],
    ['what the school considers so', 'Behaviour online which we consider inappropriate:'],
    ['what it won’t put up with', 'We won’t put up with:'],
    ['what it finds so', 'The governors find unacceptable:'],
    ['a numbered sentence', '2.1 The following is never allowed on the site:'],
    ['a sentence on people', 'Parents must not be seen:'],
    ['a silent sentence below a heading', '## Unacceptable behaviour\n\nThese include:'],
    [
      'a sentence on how far the heading goes',
      '## Unacceptable behaviour\n\nThis also applies at sea, including:',
    ],
  ])('in paragraphs below %s', (_, above) => {
    const names = [
      'Climbing over the fence when the gate is locked.',
      '2.2 Deliberately feeding the ducks in the pond.',
    ];
    expect(rulesOf([above, ...names].join('\n\n'))).toEqual(names.map((name) => [name, 'not-tolerated']));
  });

  test.each(['## What we ask of you', '## Parents and carers must', '## What the school expects of parents'])(
    'in orders below a heading that asks: %s',
    (heading) => {
      const below = (...texts: string[]) => rulesOf([heading, ...texts].join('\n\n'));
      expect(below('3.1 Collect your child by the pond.', '3.2 Keep dogs off the field.')).toEqual([
        ['3.1 Collect your child by the pond.', 'expected'],
        ['3.2 Keep dogs off the field.', 'expected'],
      ]);
      expect(below('Our pond is deep.', 'A few words about ducks.')).toEqual([]);
    },
  );

  test('in orders below a sentence that forbids or asks', () => {
    const orders = ['Park on the zigzag lines.', 'Light fires on the field.'];
    const below = (above: string) => rulesOf([above, ...orders].join('\n\n'));
    expect(below('Parents must not:')).toEqual(orders.map((order) => [order, 'not-tolerated']));
    expect(below('Parents are asked to:')).toEqual(orders.map((order) => [order, 'expected']));
    expect(below('Staff must not:')).toEqual([]);
    expect(below('## On the site')).toEqual([]);
  });

  test('together with things of which nobody says what’s done', () => {
    const names = ['Climbing over the fence.', 'Dogs off their leads.'];
    const below = (heading: string) => rulesOf([heading, ...names].join('\n\n')).map(([text]) => text);
    expect(below('## Unacceptable behaviour')).toEqual(names);
    expect(below('## Our playground')).toEqual([]);
    const things = ['4.1 Drones and kites.', '4.2 Ball games before the bell.'];
    for (const heading of ['Not allowed', 'Prohibited', 'What we won’t accept'])
      expect(rulesOf(`## 4. ${heading}\n\n${things.join('\n\n')}`)).toEqual(
        things.map((thing) => [thing, 'not-tolerated']),
      );
    expect(rulesOf(`## 4. Our field\n\n${things.join('\n\n')}`)).toEqual([]);
  });

  test.each([
    ['an introduction', '## Unacceptable behaviour', 'We know that anybody can lose patience at the gate.'],
    ['a sentence with a verb', '## Unacceptable behaviour', 'Climbing is tiring for everybody.'],
    ['what refers to the rest', '## Unacceptable behaviour', 'Such things upset the ducks.'],
    ['what happens then', '## Dealing with unacceptable behaviour', 'Writing a letter on ducks.'],
    ['what happens if a rule is broken', '## If parents do not keep the rules', 'Talking about ducks.'],
    ['what parents do well', '## Our expectations', 'Walking to the pond.'],
    ['what staff mustn’t do', '## Staff must not', 'Feeding the ducks.'],
  ])('but not %s', (_, heading, text) => {
    expect(rulesOf(`${heading}\n\n${text}`)).toEqual([]);
  });

  test('nor who signed it, nor a letter, nor what the school does', () => {
    const draft = draftOf(
      [
        '## Unacceptable behaviour',
        'Feeding the ducks.',
        'Mrs A. Drake Headteacher',
        '## Letter',
        'Dear Parent',
        'You must not come to the pond.',
        list('The ban will be reviewed in May.'),
      ].join('\n\n'),
    );
    const { files } = adopt(draft, stock, new Map());
    const code = [...files].flatMap(([file, text]) => (file.startsWith('code/') ? [text] : [])).join('');
    expect([...code.matchAll(/notTolerated \/>(.*)/g)].map(([, text]) => text)).toEqual([
      'Feeding the ducks.',
    ]);
  });

  test('until something else is said', () => {
    const text =
      'Parents must not:\n\nFeed the ducks.\n\nParents should water the tomatoes.\n\nPick the tomatoes.';
    expect(rulesOf(text)).toEqual([
      ['Feed the ducks.', 'not-tolerated'],
      ['Parents should water the tomatoes.', 'expected'],
    ]);
  });

  test('and so are items below a sentence that only says they’re examples', () => {
    const below = (above: string) => rulesOf(`${above}\n\n${list('Dogs in the pond')}`);
    expect(below('## Unacceptable behaviour\n\nExamples include:')).toEqual([
      ['Dogs in the pond', 'not-tolerated'],
    ]);
    expect(below('We do not tolerate risks. This will include:')).toEqual([
      ['Dogs in the pond', 'not-tolerated'],
    ]);
    expect(below('## What we ask of you\n\nThese are:')).toEqual([['Dogs in the pond', 'expected']]);
    expect(below('## Our pond\n\nThese are:')).toEqual([]);
  });

  test('also where a second sentence only says that these are examples', () => {
    const lead = 'Visitors will not be allowed to stay for:';
    expect(
      rulesOf(`${lead}\n\nThese are only examples of such behaviour:\n\nSplashing\n\nQuacking at staff`),
    ).toEqual([
      ['Splashing', 'not-tolerated'],
      ['Quacking at staff', 'not-tolerated'],
    ]);
  });

  test('but not the cases in which someone is banned', () => {
    const draft = draftOf(
      `There are circumstances when a parent or carer will automatically be banned from the pond. These include:\n\n${list('where a parent or carer is on the heron’s list', 'where there’s a court order')}`,
    );
    expect(adopt(draft, stock, new Map()).unquoted).toEqual([]);
  });

  test('and says so wherever it’s quoted without what’s above it', () => {
    const draft = draftOf(
      [
        '## Unacceptable behaviour',
        'Swearing, or using offensive language.',
        'Examples also include:',
        list('shouting at staff'),
        '## Language',
        'Rudeness is not acceptable.',
        list('cursing'),
        '## What we won’t accept',
        list('yelling at people'),
        'We do not allow:',
        list('insulting staff'),
        '## Parents are asked to',
        list('speak politely'),
      ].join('\n\n'),
    );
    const made = adopt(draft, stock, new Map());
    const code = [...made.files].flatMap(([file, text]) => (file.startsWith('code/') ? [text] : [])).join('');
    const marked = [...code.matchAll(/notTolerated \/>(.*)/g)].map(([, text]) => text);
    expect(marked).toEqual(['Swearing, or using offensive language.', 'shouting at staff', 'cursing']);
    expect(made.unquoted).toEqual(marked);
    expect(made.about.map(({ anchor }) => anchor)).toContain('swearing-using-offensive-language');
  });
});

test('a list inside an item of others’ is theirs, and one inside an item of parents’ is parents’', () => {
  const { structure } = draftOf(
    '- Staff will:\n  - ring the bell\n- Parents will:\n  - wait by the wall\n- Everybody is kind',
  );
  const above = aboveOf(structure.code);
  const doers = newClausesOf(structure.code).map(({ text, anchor }) => [text, above.get(anchor)?.doer]);
  expect(doers).toEqual([
    ['Staff will:', undefined],
    ['ring the bell', 'school'],
    ['Parents will:', undefined],
    ['wait by the wall', 'parents'],
    ['Everybody is kind', undefined],
  ]);
});

describe('whether something is wanted is said by what people do first', () => {
  test.each([
    ['Parents are asked to walk round the pond and not to stand on the wall.', 'expected'],
    ['Visitors are expected to love swans and to avoid noise.', 'expected'],
    ['Parents are also asked to remember that swans cannot swim fast.', 'expected'],
    ['Row slowly; do not splash the swans.', 'expected'],
    ['Parents must refrain from splashing.', 'not-tolerated'],
    ['Under no circumstances should a visitor climb the willow.', 'not-tolerated'],
    ['Splashing is not allowed.', 'not-tolerated'],
  ])('%s', (text, means) => {
    expect(rulesOf(text)).toEqual([[text, means]]);
  });

  test('below “must” too, where an item can begin with “not”', () => {
    expect(
      rulesOf(`## By the pond, parents must\n\n${list('keep to the path', 'not climb the willow')}`),
    ).toEqual([
      ['not climb the willow', 'not-tolerated'],
      ['keep to the path', 'expected'],
    ]);
  });

  test('below a heading of expectations, which a sentence goes on with', () => {
    const that = 'That visitors and families wear wellies by the pond.';
    expect(rulesOf(`## Expectations\n\n${that}\n\nThat swans are fed.`)).toEqual([[that, 'expected']]);
    expect(rulesOf(`## Our pond\n\n${that}`)).toEqual([]);
  });

  test('but not by a sentence before a list that isn’t about it', () => {
    const items = list('splash the swans');
    expect(rulesOf(`Splashing will always be told to the keeper.\n\n${items}`)).toEqual([]);
    expect(rulesOf(`The following may lead to a ban.\n\n${items}`)).toEqual([
      ['splash the swans', 'not-tolerated'],
    ]);
  });
});

test.each([
  'Our pupils will show the pond to every visitor.',
  'Pupils are asked to hold the gate for visitors.',
  '## What if a swan bites me?\n\nPlease tell the keeper of the swans.',
  'The keeper may use the boat. Please ring first.',
  'Any splashing, such as with oars, will be reported to the keeper.',
  'Please note that boats will be logged with the keeper.',
])('isn’t a rule for parents: %s', (text) => {
  expect(rulesOf(text)).toEqual([]);
});

describe('what leads to several headings counts for the list below each', () => {
  const lists = (start: string): string =>
    `## Our pond\n\n${start}\n\n### Oars\n\n${list('sell oars at the gate', 'row to the island')}\n\n### Nets\n\n${list('mend nets')}`;

  test('so it’s wanted or not, and nobody’s asked', () => {
    const wanted = lists('We expect all parents to:');
    expect(rulesOf(wanted).map(([, means]) => means)).toEqual(['expected', 'expected', 'expected']);
    const unwanted = lists('The following are examples of conduct which is not acceptable:');
    expect(rulesOf(unwanted).map(([, means]) => means)).toEqual([
      'not-tolerated',
      'not-tolerated',
      'not-tolerated',
    ]);
    for (const text of [wanted, unwanted])
      expect(draftOf(text).questions.filter(({ id }) => id.startsWith('list-'))).toEqual([]);
  });

  test('or it’s the school’s, and no rule', () => {
    const theirs = lists('Pond End Primary School commits to:');
    expect(rulesOf(theirs)).toEqual([]);
    expect(draftOf(theirs).questions.filter(({ id }) => id.startsWith('list-'))).toEqual([]);
  });

  test('and goes on after a lead-in that only names its list', () => {
    const text = `${lists('Pond End Primary School commits to:')}\n\nShare the pond openly:\n\n${list('a newsletter')}\n\n### Paths\n\n${list('sweep the path')}`;
    expect(rulesOf(text)).toEqual([]);
  });

  test('but not after a paragraph, nor what an item says itself', () => {
    const text = `${lists('We expect all parents to:')}\n- never sell nets\n\nThe pond is old.\n\n### Boats\n\n${list('rowing at night')}`;
    expect(rulesOf(text).find(([words]) => words === 'never sell nets')?.[1]).toBe('not-tolerated');
    expect(rulesOf(text).find(([words]) => words === 'rowing at night')?.[1]).toBeUndefined();
  });
});

test('a sentence without a colon leads to its list too', () => {
  expect(
    rulesOf(`If the Code is broken, the Headteacher will\n\n${list('ring the parent', 'write to them')}`),
  ).toEqual([]);
});

test('what follows the children’s list isn’t theirs', () => {
  const { above, clauses } = draftOf(
    `## The children will:\n\n${list('feed the ducks')}\n\nWhere someone doesn’t keep to it, the governors can restrict their access to the pond.`,
  );
  expect(clauses.map(({ anchor }) => above.get(anchor)?.doer)).toEqual(['pupils', undefined]);
});

test('a rule that forbids something does so among what’s expected', () => {
  const found = rulesOf(
    `## What we expect of parents\n\n${list(
      'Visitors should not feed a duck other than their own in order to win it over.',
      'Every effort should be made not to splash the keepers.',
      'Boats should be rowed to the island quietly.',
    )}`,
  );
  expect(found.map(([, means]) => means)).toEqual(['not-tolerated', 'expected', 'expected']);
});

test('what parents are encouraged to do is expected, and to return a slip is no rule', () => {
  const found = rulesOf(
    `We encourage parents and carers to:\n\n${list('row to the island by noon', 'dry the oars')}\n\nPlease sign and return to the keeper of the boats`,
  );
  expect(found).toEqual([
    ['row to the island by noon', 'expected'],
    ['dry the oars', 'expected'],
  ]);
});

describe('what the heading above other headings says', () => {
  const below = (heading: string) =>
    rulesOf(
      `## Behaviour which is not acceptable\n\n### ${heading}\n\n${list('whistling at swans', 'kites over the pond')}`,
    );

  test('holds for the lists below the names of its parts', () => {
    expect(below('On the pond').map(([, means]) => means)).toEqual(['not-tolerated', 'not-tolerated']);
  });

  test.each(['What to do instead', 'Good boating', 'How we respond'])('but not below “%s”', (heading) => {
    expect(below(heading).filter(([, means]) => means === 'not-tolerated')).toEqual([]);
  });
});

test('what’s to be avoided is expected among what’s expected, and “not” is still a ban', () => {
  expect(rulesOf(`Parents are expected to:\n\n${list('avoid feeding the ducks', 'not fly kites')}`)).toEqual([
    ['not fly kites', 'not-tolerated'],
    ['avoid feeding the ducks', 'expected'],
  ]);
});

test('a sentence that introduces a table is no rule', () => {
  expect(rulesOf('The table below shows conduct which must not happen on the pond.')).toEqual([]);
});

test.each([
  ['Parents must not:\n\n- fly flags which are likely to cause offence', 1],
  ['Flying flags is a criminal offence.', 0],
])('offence is the law’s only where it’s committed: %s', (text, count) => {
  expect(rulesOf(text)).toHaveLength(count);
});

test('a remark on how far an item goes is about nothing by itself', () => {
  const { matches, clauses } = draftOf(
    `We will not tolerate:\n\n- kites over the pond\n  - This applies to class WhatsApp groups too\n`,
  );
  expect(clauses).toHaveLength(3);
  expect(matches).toEqual([]);
});

describe('whether something’s wanted, and who from', () => {
  test.each([
    [
      'a don’t with a tick',
      '## Parents will\n\n- ✓ Bring bread\n- ✓ Not feed swans',
      ['not-tolerated', 'expected'],
    ],
    ['a name in brackets', '## I will… (children)\n\n- Stay near the pond\n- Wave to the ducks', []],
    ['a name in brackets in a lead-in', 'I will (pupil):\n\n- Stay near the pond\n- Wave to the ducks', []],
    ['parents in brackets', 'I will (parent):\n\n- Bring bread\n- Shut the gate', ['expected', 'expected']],
    ['a motto', '## At the pond\n\nTogether we will make the pond a place for every duck.', []],
    [
      '“they” of staff',
      '## At the pond\n\nAny teacher can close the pond. They will tell the ducks why.',
      [],
    ],
    [
      '“they” of parents',
      '## At the pond\n\nParents are glad of the pond. They must shut the gate.',
      ['expected'],
    ],
    [
      '“not OK”',
      '## What’s not OK?\n\nThe following will be challenged:\n\n- feeding swans',
      ['not-tolerated'],
    ],
    [
      'what’s challenged',
      '## The pond\n\nThe following will always be challenged:\n\n- feeding swans',
      ['not-tolerated'],
    ],
    [
      'orders',
      '## Please do\n\nShut the gate. Ducks must not get out.\n\nBring bread.\n\n## Please don’t\n\nFeed swans. They must find their own bread.\n\nExpect ducks to sing.',
      ['not-tolerated', 'not-tolerated', 'expected', 'expected'],
    ],
    [
      'what parents are called when',
      '## Letters\n\nA parent may be regarded as unreasonable when he or she:\n\n- writes to the ducks at night',
      ['not-tolerated'],
    ],
  ])('%s', (_, text, means) => {
    expect(rulesOf(text).map(([, meant]) => meant)).toEqual(means);
  });

  test('the reason for a don’t isn’t part of its title', () => {
    const { made } = adopt(
      draftOf('## The pond\n\nWe ask that you:\n\n- do not feed the swans, so that you can watch them'),
      stock,
      new Map(),
    );
    expect([...made.values()].map(({ title }) => title)).toEqual(['Don’t feed the swans']);
  });
});

/** The titles of a Code’s rules with what they mean, whatever stock situations are about them. */
function titlesOf(text: string, speaksOf = (_sentence: string) => true, isCovered = false): string[] {
  const { structure, above } = draftOf(text);
  const lists = new Map(
    structure.bareLists.map(({ anchor, guess, said }) => [anchor, { means: guess, said }]),
  );
  const { rules } = rulesIn(
    newDocumentsOf(structure),
    above,
    () => isCovered,
    (_, sentence) => speaksOf(sentence),
    (anchor) => lists.get(anchor),
    new Set(),
    { ...stock.alsoSays, most: 100 },
  );
  return rules.map(({ title, means }) => `${means}: ${title}`);
}

describe('whose a clause is', () => {
  test('is a child’s if it goes on after its own list', () => {
    const text = `### The child’s obligations:\n\n${list('I will be kind to ducks.')}\n\nAt the pond I will:\n\n${list('Keep to the path.', 'Not throw bread.')}`;
    expect(titlesOf(text)).toEqual([]);
  });

  test('is the parents’ if it’s misuse by parents, whoever calls it so', () => {
    const text = `## Online\n\nThe Trust considers the following to be misuse of the forum by parents and carers:\n\n${list('naming a duck keeper in a post', 'any other post likely to make a duck keeper fear that ducks may be moved')}`;
    expect(titlesOf(text)).toHaveLength(2);
    expect(titlesOf(text)[0]).toBe('not-tolerated: Naming a duck keeper in a post');
  });

  test('is towards staff if they needn’t put up with it', () => {
    const text = `## The pond\n\nOur staff should not have to put up with:\n\n${list('being followed to their own boats')}`;
    expect(titlesOf(text)).toEqual(['not-tolerated: Staff being followed to their own boats']);
  });
});

describe('several orders in one clause', () => {
  test('have a rule each, from their own words', () => {
    const text =
      '## Boats\n\nMost boats are red. Visitors must sign the boat book. Please do not feed the swans from a boat. Staff must mend the oars. The ferry is late on Sundays.';
    expect(titlesOf(text).sort()).toEqual([
      'expected: Sign the boat book',
      'not-tolerated: Don’t feed the swans from a boat',
    ]);
  });

  test('aren’t swallowed by a situation that’s about one of them', () => {
    const text = '## Boats\n\nVisitors must sign the boat book. Parents must not moor at the jetty.';
    expect(titlesOf(text, (sentence) => sentence.includes('book'), true)).toEqual([
      'not-tolerated: Don’t moor at the jetty',
    ]);
  });

  test('have ids of their own', () => {
    const { made } = adopt(
      draftOf('## Boats\n\nVisitors must label the red oars. Parents must not moor at the jetty.'),
      stock,
      new Map(),
    );
    expect(made.size).toBe(2);
    expect([...made.values()].map(({ cites }) => cites[0])).toEqual(
      Array.from({ length: 2 }, () => [...made.values()][0]?.cites[0]),
    );
  });

  test.each([
    ['a permission', 'Visitors may use the jetty. Parents can borrow an oar.'],
    ['what the school answers', 'Most boats are red. Letters will not be answered at night.'],
    ['a reason', 'Please note that boats get wet. You should be aware that oars are heavy.'],
  ])('aren’t %s', (_, sentences) => {
    expect(titlesOf(`## Boats\n\n${sentences}`)).toEqual([]);
  });

  test('aren’t what others than parents must do', () => {
    const text =
      '## The pond\n\nEach duck has a warden. The warden looks after the nests. They will help swans in many ways, from food to shelter. Please shut the gate behind you every day.';
    expect(titlesOf(text)).toEqual(['expected: Shut the gate behind you every day']);
    const letter = `## If our Code is broken\n\nThe keeper will write. The letter will:\n\n${list('say what was seen', 'explain what comes next')}`;
    expect(titlesOf(letter)).toEqual([]);
    const names = '## Who does what\n\nClub Chair: writes to rowers and decides who should not row.';
    expect(titlesOf(names)).toEqual([]);
    const then =
      '## The pond\n\nThe pond is shut where a parent has been banned. Parents will need to find another adult to row.';
    expect(titlesOf(then)).toEqual([]);
    const staff = '## What staff should do\n\nCall the warden. Never row alone with a visitor.';
    expect(titlesOf(staff)).toEqual([]);
  });

  test.each([
    'The purpose of this code is to say what swans must not eat.',
    'The code also says what the pond must be like.',
    'Please ring the mill if you would like to help with the boats.',
    'I cannot say strongly enough how much swans must be left alone.',
    'Please keep one copy of this and return the other to the mill.',
  ])('aren’t made of what tells of the Code, invites or isn’t an order: %s', (text) => {
    expect(titlesOf(`## The pond\n\nWe expect visitors to:\n\n${list('row slowly')}\n\n${text}`)).toEqual([
      'expected: Row slowly',
    ]);
  });

  test('are told below a heading that says whose child it’s about', () => {
    for (const heading of [
      'SOAR: Help your child to aim high',
      'SHINE: Expect the best of your child, as we do',
    ])
      expect(
        titlesOf(`## ${heading}\n\n${list('✓ row together each day', '✓ dry their oars')}`),
      ).toHaveLength(2);
  });

  test('are told below a heading of procedures that parents keep to', () => {
    const text = '## Security procedures\n\nGates are green. Parents must not prop the gate open.';
    expect(titlesOf(text)).toEqual(['not-tolerated: Don’t prop the gate open']);
  });

  test('are wanted for all that they’re not to do instead', () => {
    const text =
      '## What we ask of parents\n\nPlease keep letters short. Write to the pier and not to the rowers.';
    expect(titlesOf(text)).toContain('expected: Write to the pier and not to the rowers');
  });
});

test('a remark on the law doesn’t make a rule information', () => {
  const text = `## The pond\n\n${list('Fishing is not permitted in the pond. This is the law in Wales.', 'Boats are welcome.')}`;
  expect(titlesOf(text)).toContain('not-tolerated: Fishing is not permitted in the pond');
});

describe('a list’s “not” counts wherever it stands', () => {
  const acts = list('feed the ducks with bread', 'row across the pond');

  test.each([
    ['a cross after a heading', '### Please don’t ✗\n\nFeed the ducks with bread\n\nRow across the pond'],
    ['what something isn’t to be used to', `Parents are asked that boats are not used to:\n\n${acts}`],
  ])('%s', (_, text) => {
    expect(rulesOf(text).map(([, means]) => means)).not.toContain('expected');
  });

  test.each([
    ['a tick after a heading', '### Please do ✓\n\nFeed the ducks with bread\n\nWalk round the pond'],
    ['what nobody should hesitate to do', `Parents should not hesitate to:\n\n${acts}`],
    ['what nobody must forget', `Parents must not forget to:\n\n${acts}`],
  ])('but not in %s', (_, text) => {
    expect(rulesOf(text).map(([, means]) => means)).toEqual(['expected', 'expected']);
  });

  test('but not a “not” of what may be', () => {
    const text = `Parents are reminded:\n\n${list('To tell the keeper, by noon, if their child will not be in')}`;
    expect(rulesOf(text).map(([, means]) => means)).toEqual(['expected']);
  });

  test('below a cross, whatever comes after the verb', () => {
    const text =
      '### ✘ Please don’t\n\nShout, sing or dive\n\nKeep on about ducks after it has been answered';
    expect(rulesOf(text)).toEqual([
      ['Shout, sing or dive', 'not-tolerated'],
      ['Keep on about ducks after it has been answered', 'not-tolerated'],
    ]);
  });

  test('what “they” aren’t to be used to is no rule without their name', () => {
    expect(rulesOf(`Most boats are old. We ask that they are not used to:\n\n${acts}`)).toEqual([]);
  });
});

test('what only names a list right below it is no rule', () => {
  expect(rulesOf('NO THANK YOU\n\n- ✘ Dogs on the pond\n- ✘ Whistling')).toEqual([
    ['✘ Dogs on the pond', 'not-tolerated'],
    ['✘ Whistling', 'not-tolerated'],
  ]);
});

test('“to” at the end of a name leads to nothing', () => {
  const text =
    'These things are not acceptable:\n\n- rowing when you have been told not to\n- urging others to';
  expect(rulesOf(text).map(([words]) => words)).toHaveLength(2);
});

test('a list of who to turn to has no rules', () => {
  const text = 'Please go to\n\n1. Vice Keeper / Head of Boats\n2. Board of Governors (in writing)';
  expect(rulesOf(text.replace('Vice Keeper', 'Vice Principal'))).toEqual([]);
});

test.each([
  'Duck keepers write all of it down.\n\n- School staff follow the keepers’ handbook',
  '## What visitors can expect\n\nAll visitors should be met by a keeper who knows the way.',
  '## 7 What we do then\n\n### Step 2: Formal warning\n\nA letter which says what must change.',
  'what happens if a rule is broken\n\n- The person in charge will ask you to come to the hut',
  'The assessment should consider:\n\n- ponds, paths and other places after dark',
  'Best way first:\n\n- A note in the pond diary (parents are expected to show it to a keeper)',
  'C4 Nothing in Part C affects urgent notes, which will always be answered at once.',
  'Please understand:\n\n- a keeper may not be able to answer on the day that you ask\n- staff are not expected to row at night, and do not accept requests from parents',
  'A parent is banned by itself in these cases:\n\n- if a keeper was hit\n- a court says that they may not come near',
  'Q. Which way is it? A. We can show you the pond on a map. Ask for Mrs Reed.',
  'In an emergency ring the keeper and say what has happened. Do not rely on a note.',
])('%s: nothing that parents do', (text) => {
  expect(rulesOf(text)).toEqual([]);
});
