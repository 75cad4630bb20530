import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aboveOf } from '../../src/adopt/above.ts';
import { leadsOn } from '../../src/adopt/acts.ts';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readMarkdown } from '../../src/adopt/readText.ts';
import { meansOf } from '../../src/adopt/sections.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { newClausesOf } from '../../src/adopt/structure.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));

const draftOf = (text: string) =>
  draftFrom(readMarkdown('policy.md', `# Parent Code of Conduct\n\n${text}\n`), stock);

/** Whose each clause is that leads to no other, and whether it’s wanted, if what’s above it says so. */
function saidIn(text: string): { text: string; doer: string | undefined; means: string | undefined }[] {
  const { structure, above, clauses } = draftOf(text);
  const lists = new Map(
    structure.bareLists.map(({ anchor, guess, said }) => [anchor, said ? guess : undefined]),
  );
  return clauses
    .filter((clause) => !leadsOn(clause.text))
    .map((clause) => ({
      text: clause.text,
      doer: above.get(clause.anchor)?.doer,
      means: meansOf(clause, { above, meaningOf: (anchor) => lists.get(anchor) }),
    }));
}

const meansIn = (text: string): (string | undefined)[] => saidIn(text).map(({ means }) => means);
/** Of the last list. */
const doersIn = (text: string): (string | undefined)[] =>
  saidIn(text)
    .slice(-2)
    .map(({ doer }) => doer);

const list = (...items: string[]): string => items.map((item) => `- ${item}`).join('\n');

describe('whose a list is', () => {
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
  ])('others’, below %s', (_, above) => {
    for (const doer of doersIn(`${above}\n\n${theirs}`)) expect(['school', 'pupils']).toContain(doer);
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
  ])('nobody else’s, %s', (_, above) => {
    const doers = doersIn(`${above}\n\n${list('Sign in at reception', 'Fold buggies in the hall')}`);
    for (const doer of doers) expect(['parents', undefined]).toContain(doer);
  });

  test('each of the lists inside a list has its own', () => {
    const nested = [
      '- Staff to:\n  - greet families',
      '- Parents to:\n  - close the gate',
      '- Pupils must not:\n  - climb the wall',
      '- Visitors must not:\n  - feed the ducks',
    ];
    expect(saidIn(`Our school expects:\n\n${nested.join('\n')}`).map(({ doer }) => doer)).toEqual([
      'school',
      'parents',
      'pupils',
      'parents',
    ]);
  });

  test.each([
    ['Signed (Pupil): ______', 'pupils'],
    ['Child’s signature', 'pupils'],
    ['Signed (Parent/Carer): ______', 'parents'],
    ['Signed by parent and pupil', 'parents'],
  ])('“I will” is whose signature is below it: %s', (signature, doer) => {
    const items = list('I will be kind to ducks', 'I will shut the gate');
    const found = saidIn(`## I will\n\n${items}\n\n${signature}`);
    expect(found[0]?.doer).toBe(doer);
  });
});

describe('whether what only names something is wanted', () => {
  test.each([
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
  ])('not in paragraphs below %s', (_, above) => {
    const names = [
      'Climbing over the fence when the gate is locked.',
      '2.2 Deliberately feeding the ducks in the pond.',
    ];
    expect(meansIn([above, ...names].join('\n\n'))).toEqual(names.map(() => 'not-tolerated'));
  });

  test.each(['## What we ask of you', '## Parents and carers must', '## What the school expects of parents'])(
    'orders below a heading that asks: %s',
    (heading) => {
      const below = (...texts: string[]) => meansIn([heading, ...texts].join('\n\n'));
      expect(below('3.1 Collect your child by the pond.', '3.2 Keep dogs off the field.')).toEqual([
        'expected',
        'expected',
      ]);
      expect(below('Our pond is deep.')).toEqual([undefined]);
    },
  );

  test('orders below a sentence that forbids or asks', () => {
    const orders = ['Park on the zigzag lines.', 'Light fires on the field.'];
    const below = (above: string) => meansIn([above, ...orders].join('\n\n'));
    expect(below('Parents must not:')).toEqual(['not-tolerated', 'not-tolerated']);
    expect(below('Parents are asked to:')).toEqual(['expected', 'expected']);
    expect(below('## On the site')).toEqual([undefined, undefined]);
  });

  test.each([
    ['an introduction', '## Unacceptable behaviour', 'We know that anybody can lose patience at the gate.'],
    ['a sentence with a verb', '## Unacceptable behaviour', 'Climbing is tiring for everybody.'],
    ['what refers to the rest', '## Unacceptable behaviour', 'Such things upset the ducks.'],
    ['what happens then', '## Dealing with unacceptable behaviour', 'Writing a letter on ducks.'],
    ['what happens if a rule is broken', '## If parents do not keep the rules', 'Talking about ducks.'],
    ['what parents do well', '## Our expectations', 'Walking to the pond.'],
  ])('isn’t said of %s', (_, heading, text) => {
    expect(meansIn(`${heading}\n\n${text}`)).toEqual([undefined]);
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
    expect([...code.matchAll(/headed \/>(.*)/g)].map(([, text]) => text)).toEqual(['Feeding the ducks.']);
    expect(code).not.toContain('notTolerated');
  });

  test('until something else is said', () => {
    const text =
      'Parents must not:\n\nFeed the ducks.\n\nParents should water the tomatoes.\n\nPick the tomatoes.';
    expect(meansIn(text)).toEqual(['not-tolerated', undefined, undefined]);
  });

  test.each([
    ['## Unacceptable behaviour\n\nExamples include:', 'not-tolerated'],
    ['We do not tolerate risks. This will include:', 'not-tolerated'],
    ['## What we ask of you\n\nThese are:', 'expected'],
    ['## Our pond\n\nThese are:', undefined],
    ['## What’s not OK?\n\nThe following will be challenged:', 'not-tolerated'],
    ['A parent may be regarded as unreasonable when he or she:', 'not-tolerated'],
    ['Parents are asked that boats are not used to:', 'not-tolerated'],
    ['Parents should not hesitate to:', 'expected'],
    ['Parents must not forget to:', 'expected'],
    ['Parents must be careful not to harm people or to:', undefined],
  ])('below “%s”: %s', (above, means) => {
    expect(meansIn(`${above}\n\n${list('feed the ducks with bread')}`)).toEqual([means]);
  });

  test('an item’s own “not” counts among what’s expected', () => {
    expect(
      meansIn(`Parents are expected to:\n\n${list('avoid feeding the ducks', 'not fly kites')}`),
    ).toEqual(['expected', 'not-tolerated']);
  });

  test('a tick says so, but for an item’s own “not”', () => {
    expect(meansIn('## Parents will\n\n- ✓ Bring bread\n- ✓ Not feed swans')).toEqual([
      'expected',
      'not-tolerated',
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
    expect(marked).toEqual(['shouting at staff', 'cursing']);
    expect([...code.matchAll(/headed \/>(.*)/g)].map(([, text]) => text)).toEqual([
      'Swearing, or using offensive language.',
    ]);
    expect(made.unquoted).toEqual(marked);
    expect(made.about.map(({ anchor }) => anchor)).toContain('swearing-using-offensive-language');
  });
});

describe('what leads to several headings counts for the list below each', () => {
  const lists = (start: string): string =>
    `## Our pond\n\n${start}\n\n### Oars\n\n${list('sell oars at the gate', 'row to the island')}\n\n### Nets\n\n${list('mend nets')}`;

  test.each([
    ['We expect all parents to:', 'expected'],
    ['The following are examples of conduct which is not acceptable:', 'not-tolerated'],
  ])('so it’s wanted or not, and nobody’s asked: %s', (start, means) => {
    expect(meansIn(lists(start))).toEqual([means, means, means]);
    expect(draftOf(lists(start)).questions.filter(({ id }) => id.startsWith('list-'))).toEqual([]);
  });

  test('or it’s the school’s', () => {
    const theirs = lists('Pond End Primary School commits to:');
    expect(saidIn(theirs).map(({ doer }) => doer)).toEqual(['school', 'school', 'school']);
    expect(draftOf(theirs).questions.filter(({ id }) => id.startsWith('list-'))).toEqual([]);
  });

  test('but not after a paragraph', () => {
    const text = `${lists('We expect all parents to:')}\n\nThe pond is old.\n\n### Boats\n\n${list('rowing at night')}`;
    expect(meansIn(text).at(-1)).toBeUndefined();
  });
});

describe('what the heading above other headings says', () => {
  const below = (heading: string) =>
    meansIn(
      `## Behaviour which is not acceptable\n\n### ${heading}\n\n${list('whistling at swans', 'kites over the pond')}`,
    );

  test('holds for the lists below the names of its parts', () => {
    expect(below('On the pond')).toEqual(['not-tolerated', 'not-tolerated']);
  });

  test.each(['What to do instead', 'Good boating', 'How we respond'])('but not below “%s”', (heading) => {
    expect(below(heading)).not.toContain('not-tolerated');
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

test('what follows the children’s list isn’t theirs', () => {
  const { above, clauses } = draftOf(
    `## The children will:\n\n${list('feed the ducks')}\n\nWhere someone doesn’t keep to it, the governors can restrict their access to the pond.`,
  );
  expect(clauses.map(({ anchor }) => above.get(anchor)?.doer)).toEqual(['pupils', undefined]);
});

test('a remark on how far an item goes is about nothing by itself', () => {
  const { matches, clauses } = draftOf(
    `We will not tolerate:\n\n- kites over the pond\n  - This applies to class WhatsApp groups too\n`,
  );
  expect(clauses).toHaveLength(3);
  expect(matches).toEqual([]);
});
