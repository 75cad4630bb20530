import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actsOf, formsOfAct, orderIn } from '../../src/adopt/acts.ts';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { baseOf, formsOf } from '../../src/adopt/verbs.ts';
import { phrasesIn } from '../../src/checker/training/phrases.ts';
import { READERS } from '../../src/situations/situation.ts';
import { ROOT } from '../support/buildSite.ts';
import { asMarkdown } from './asFiles.ts';
import { APPENDICES, TICKS } from './codes.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = readStock(path.join(ROOT, 'content'));

const few = withFewPhrases(stock);

async function adopted(
  text: string,
  answers: Record<string, string> = {},
  most = stock.alsoSays.most,
  all = few,
) {
  const some = { ...all, alsoSays: { ...all.alsoSays, most } };
  const draft = draftFrom(await readPolicy('policy.md', new TextEncoder().encode(text)), some);
  return adopt(draft, some, new Map(Object.entries(answers)));
}

const RULES = `# Code of Conduct for Parents

## Introduction

All parents should know that this school has a long history of gardens.

## Our expectations

Parents are expected to:

- treat everyone with respect
- collect their children on time

## What we won’t accept

We will not tolerate:

- parking on the zigzag lines or blocking driveways
- unsafe cycling, including:
  - riding scooters in the playground
  - cycling through the gate

Dogs must not be brought on to the school site.

Staff will tidy the playground.

The Highways Act 1980 says that pavements must be kept clear.

## Consequences

Parents must come to a meeting about hedgehogs if they are asked.

## Slip

Signed: ____________
`;

describe('clauses that no situation is about', () => {
  test('take turns if there are too many, so that bans leave room for what’s wanted', async () => {
    const lines = (start: string): string =>
      ['kites', 'boats', 'drones', 'skates', 'balloons', 'hoops', 'ropes', 'marbles', 'whistles', 'lanterns']
        .map((thing) => `- ${start} ${thing}`)
        .join('\n');
    const { rules } = await adopted(
      `# Code of Conduct for Parents\n\nParents must not:\n\n${lines('bring')}\n\nParents must:\n\n${lines('label')}\n`,
      {},
      8,
    );
    expect(rules.filter(({ means }) => means === 'not-tolerated')).toHaveLength(4);
    expect(rules.filter(({ means }) => means === 'expected')).toHaveLength(4);
  });

  test('have none in an appendix that says them again', async () => {
    const { rules, leftOut } = await adopted(
      '# Code of Conduct for Parents\n\nParents must not:\n\n- fly kites or drones over the pond\n\n# Appendix A: In short\n\nDo not:\n\n- fly kites over the pond\n- sail boats\n',
    );
    expect(rules.map(({ title }) => title)).toEqual([
      'Don’t fly kites or drones over the pond',
      'Don’t sail boats',
    ]);
    expect(leftOut).toContainEqual(expect.objectContaining({ why: 'says again what another clause says' }));
  });

  test('get one if they say what a person must or mustn’t do, those on what isn’t tolerated first', async () => {
    const { rules, leftOut } = await adopted(RULES);
    expect(rules.map(({ clause, means }) => [clause.anchor, means])).toEqual([
      ['parking-zigzag-lines-blocking-driveways', 'not-tolerated'],
      ['unsafe-cycling-including', 'not-tolerated'],
      ['dogs-brought-school-site', 'not-tolerated'],
      ['treat-everyone-respect', 'expected'],
      ['collect-children-time', 'expected'],
    ]);
    expect(Object.fromEntries(leftOut.map(({ clause, why }) => [clause.text.slice(0, 20), why]))).toEqual({
      'All parents should k': 'its heading isn’t one of rules for parents',
      'Parents are expected': 'introduces what follows',
      'We will not tolerate': 'introduces what follows',
      'Staff will tidy the ': 'about what others do, not parents',
      'The Highways Act 198': 'about the law',
      'Parents must come to': 'its heading isn’t one of rules for parents',
      'Signed: ____________': 'part of a form or a letter',
    });
  });

  test('get one with their title’s words if all that they say is general', async () => {
    const text = 'Our hall has a stone gargoyle. Parents must treat everyone with respect.';
    const { made } = await adopted(`# Code of Conduct for Parents\n\n## At the gate\n\n${text}\n`);
    expect([...made.values()]).toMatchObject([
      { title: 'Treat everyone with respect', keywords: ['treat', 'respect'] },
    ]);
  });

  test('are wanted below “to”, whatever else they say that isn’t', async () => {
    const { rules } = await adopted(
      '# Our Code\n\nWe expect parents to:\n\n- recognise that keepers are busy, and may not be able to row at once\n- not feed the swans\n- ensure zero tolerance of stone throwing\n- swans must not be fed bread\n',
    );
    expect(rules.map(({ title, means }) => [title, means])).toEqual([
      ['Don’t feed the swans', 'not-tolerated'],
      ['Stone throwing', 'not-tolerated'],
      ['Swans must not be fed bread', 'not-tolerated'],
      [
        'We expect parents to recognise that keepers are busy, and may not be able to row at once',
        'expected',
      ],
    ]);
  });

  test('get one for all that a sentence expects of visitors, whoever expects it', async () => {
    for (const who of [
      'The Governing Body expects visitors to the school',
      'We expect everyone in our community',
    ]) {
      const { rules } = await adopted(
        `# Our Code\n\n## Purpose\n\n${who} to water the tulips and to shut the gate.\n`,
      );
      expect(rules.map(({ title }) => title)).toEqual(['Water the tulips and shut the gate']);
    }
  });

  test('say in their titles what they hold for, if that’s not everyone', async () => {
    const { made } = await adopted(
      '# Our Code\n\n## While a ban is in place\n\n- The parent must not row on the pond.\n- The parent must post their oars.\n',
    );
    expect([...made.values()].map(({ title }) => title)).toEqual([
      'While a ban is in place: don’t row on the pond',
      'While a ban is in place: the parent must post their oars',
    ]);
  });

  test('get none if their words make no title', async () => {
    const text = 'Please use it there.';
    const { rules, leftOut } = await adopted(`# Code of Conduct for Parents\n\n## At the gate\n\n${text}\n`);
    expect(rules).toEqual([]);
    expect(leftOut).toMatchObject([{ why: 'no title can be made of its words' }]);
  });

  test('get one for all their points together', async () => {
    const { made } = await adopted(RULES);
    expect(made.get('unsafe-cycling-including')).toMatchObject({
      title: 'Unsafe cycling',
      cites: ['riding-scooters-playground', 'cycling-through-gate'],
    });
  });

  test('go by their own words, whatever they’re among', async () => {
    const { rules } = await adopted(`# Our Code

## No skating in the yard

- Our yard was swept last spring so that it shines.
- Keep skates on the pegs by the hall.
- Please carry skates through the arch.
- Best kept in the cellar.

## Not tolerated

- Banging on windows
- Visitors are asked to ring the bell before nine.
`);
    expect(rules.map(({ title, means }) => [title, means])).toEqual([
      ['Banging on windows', 'not-tolerated'],
      ['Keep skates on the pegs by the hall', 'expected'],
      ['Carry skates through the arch', 'expected'],
      ['Ring the bell before nine', 'expected'],
    ]);
  });

  test('are only those of parents, and no information or steps', async () => {
    const { rules, leftOut } = await adopted(`# Our Code

## Your part

To pass on news, many of you will belong to a choir of families.

The crew will always wait beside the ferry.

Drivers are not allowed to leave a parcel with a toddler.

Chaperones must wait at the pontoon.

Volunteers must not be left alone with a crate and must not climb it. The mate is responsible for this.

*Stage 1: You will receive a telephone call about the ferry.

Please label every oar.

## The crew’s part

- Be cheerful with lanterns.
- Not whistle while children are aboard.
`);
    expect(rules.map(({ title }) => title)).toEqual(['Label every oar']);
    expect(leftOut.map(({ why }) => why)).toContain('a step of a procedure');
  });

  test('are each of several orders, and none where it isn’t sure how far a “not” goes', async () => {
    const { rules } = await adopted(`# Our Code

## The pond

I therefore ask that you do not feed the ducks, do not wade in the pond, and do not move the lilies.

Please do not name the ducklings, leave the pond if it rains and tell the gardener.
`);
    expect(rules.map(({ title, means }) => [title, means])).toEqual([
      ['Don’t feed the ducks', 'not-tolerated'],
      ['Don’t wade in the pond', 'not-tolerated'],
      ['Don’t move the lilies', 'not-tolerated'],
    ]);
  });

  test.each([
    [
      'Splashing has no place here. Nobody should chase the geese by the bank, and no adult should wake a sleeping swan.',
      ['Don’t chase the geese by the bank', 'Don’t wake a sleeping swan'],
    ],
    [
      'We would like to avoid that, so please help the ferryman by tying up your boat.',
      ['Help the ferryman by tying up your boat'],
    ],
    [
      'The ferry is kept by a warden. If somebody else will be rowing, please ring the boathouse before noon.',
      ['If somebody else will be rowing, please ring the boathouse before noon'],
    ],
    [
      'The geese sleep early. We do not allow whistles on the bank.',
      ['We do not allow whistles on the bank'],
    ],
    [
      'If you are helping on the ferry you must also wear the blue vest: it’s there so that people see you.',
      ['If you are helping on the ferry you must also wear the blue vest'],
    ],
    [
      'The warden answers within two days. Parents should not ring the bell again while they are waiting.',
      ['Parents should not ring the bell again while they are waiting'],
    ],
    [
      'Parents who row with a class must not tell others who fell in. Rowers will be given a copy of this policy.',
      ['Parents who row with a class must not tell others who fell in'],
    ],
    [
      'Parents of ducklings should wait by the reeds. All other parents are asked to wave from the bridge.',
      [
        'Parents of ducklings should wait by the reeds',
        'All other parents are asked to wave from the bridge',
      ],
    ],
  ])('are in a paragraph whatever else it says: %s', async (text, titles) => {
    const { rules } = await adopted(`# Our Code\n\n## The pond\n\n${text}\n`);
    expect(rules.map(({ title }) => title).sort()).toEqual(titles.toSorted());
  });

  test('are what’s to be done, whatever isn’t so of something in it, and no half of a sentence', async () => {
    const { rules } = await adopted(`# Our Code

## What we ask of parents

No keeper, parent or duckling should be the victim of splashing.

Please ring if you’re late. Use the bridge on the hill and not the weir, which is never safe.

Parents must:

- make sure that, by the pond:
  - they tie up the boats
`);
    expect(rules.map(({ title, means }) => [title, means])).toEqual([
      ['No keeper, parent or duckling should be the victim of splashing', 'expected'],
      ['Ring if you’re late', 'expected'],
      ['Use the bridge on the hill and not the weir, which is never safe', 'expected'],
    ]);
  });

  test('are no names to turn to, nor what children wish for', async () => {
    const { rules } = await adopted(`# Our Code

Please ask one of these:

- Rowing – Mrs Reed
- Swimming (Mr Poole)

Our pupils told us that children at the pond expect:

- to feel safe on the bank
- not to be splashed
`);
    expect(rules).toEqual([]);
  });

  test('are what’s asked, whatever isn’t after it, and not what’s said only in passing', async () => {
    const { rules } = await adopted(`# Our Code

Good boats give our children what they will need when they are grown up.

## On the pond

Parents who run a crew are asked to keep it merry, not to race, and to bring cake.
`);
    expect(rules.map(({ title, means }) => [title, means])).toEqual([
      ['Parents who run a crew are asked to keep it merry, not to race, and bring cake', 'expected'],
    ]);
  });

  test('are what people are reminded of, but not what a complaint is', async () => {
    const { rules } = await adopted(`# Our Code

All visitors are reminded:

- to shut the boathouse door
- that swans must not be fed

A complaint may be regarded as unreasonable when the person making it:

- refuses to say what it’s about
- shouts at the ferryman
`);
    expect(rules.map(({ title }) => title)).toEqual(['Swans must not be fed', 'Shut the boathouse door']);
  });

  test('are grounds for sending somebody away, and what’s welcome or asked in a lead-in', async () => {
    const { rules } = await adopted(`# Our Code

## Grounds

Parents may come in to collect their children, and this permission can be taken away by the governors where an adult:

- films other people’s children
- refuses to go when asked

## Welcome

We welcome parents who:

- listen to their child in the orchard

So that nobody is kept waiting, we ask parents to:

- book a slot for the orchard
`);
    expect(rules.map(({ title, means }) => [title, means])).toEqual([
      ['Where an adult films other people’s children', 'not-tolerated'],
      ['Where an adult refuses to go when asked', 'not-tolerated'],
      ['Listen to your child in the orchard', 'expected'],
      ['Book a slot for the orchard', 'expected'],
    ]);
  });

  test('get none for what the school does, whatever list it’s in', async () => {
    const { rules, leftOut, made } = await adopted(`# Our Code

## Meetings

Should a teacher feel unsafe, the conversation will be ended and another day found.

The headteacher will write to the visitor, saying:

- what somebody saw in the corridor
- what happens with the bicycles

If a visitor shouts, the caretaker must ask the headteacher for help with the keys.

## Bicycles

This is not a full list of bicycles. All bicycles will be logged.

The school is unable to tolerate:

- bicycles in the corridor

As well as keeping to the agreement, the school expects visitors to:

- lock bicycles to the railings, which:
  - should be done before the bell
  - will be checked by the caretaker

Badgers live here. Families must not park on the pavement.
`);
    expect(made.get('badgers-live-here-families-park')?.keywords).toEqual(['park', 'pavement']);
    expect(rules.map(({ says, means }) => [says, means])).toEqual([
      ['bicycles in the corridor', 'not-tolerated'],
      ['Families must not park on the pavement', 'not-tolerated'],
      ['lock bicycles to the railings, which:', 'expected'],
    ]);
    expect(rules[2]?.cites.map(({ text }) => text)).toEqual(['should be done before the bell']);
    expect(
      leftOut.filter(({ why }) => /^about what others do|^not surely a rule/.test(why)).length,
    ).toBeGreaterThan(3);
  });

  test('have titles that name what people do, and don’t end in the middle of a part of them', async () => {
    const { made } = await adopted(`# Our Code

## Do not

- Climb on the fence

## Rules

Families must not feed the ducks in the pond.

We ask all visitors to wear their badge on a lanyard.

Care of the garden: Parents should water the tomatoes while they wait for their children on hot days.
`);
    expect([...made.values()].map(({ title }) => title)).toEqual([
      'Don’t climb on the fence',
      'Don’t feed the ducks in the pond',
      'We ask all visitors to wear their badge on a lanyard',
      'Parents should water the tomatoes while they wait for their children on hot days',
    ]);
  });

  test('get no more of them than there’s room for', async () => {
    const items = ['anchors', 'bagpipes', 'cauldrons', 'drums'].map(
      (thing) => `- bringing ${thing} to school`,
    );
    const { made, leftOut } = await adopted(
      `# Our Code of Conduct\n\n## Rules\n\nParents must not be seen:\n\n${items.join('\n')}\n`,
      {},
      3,
    );
    expect(made.size).toBe(3);
    const over = leftOut.filter(({ why }) => why === 'more than 3 would be too many');
    expect(over.map(({ clause }) => clause.text)).toEqual(['bringing drums to school']);
  });

  test('are listed by the Code’s headings where there are many, and all together where there are few', async () => {
    const listed = (...things: string[]): string =>
      things.map((thing) => `- bringing ${thing} to school`).join('\n');
    const code = (...sections: string[]): string => `# Our Code of Conduct\n\n${sections.join('\n\n')}\n`;
    const pond = `## By the pond:\n\nParents must not be seen:\n\n${listed('anchors', 'bagpipes', 'cauldrons', 'drums', 'easels')}`;
    const hall = `## In the hall\n\nParents must not be seen:\n\n${listed('ferrets', 'gnomes', 'harps', 'jigsaws', 'kettles', 'ladders', 'mops')}`;
    const barn = `## In the barn\n\nParents must not be seen:\n\n${listed('nets')}`;
    const titles = async (text: string): Promise<[string, number][]> => {
      const groups = parse((await adopted(text)).files.get('groups.yaml') ?? '') as {
        title: string;
        situations: string[];
      }[];
      return groups.flatMap(({ title, situations }): [string, number][] =>
        title.startsWith('Also in the Code') ? [[title, situations.length]] : [],
      );
    };
    expect(await titles(code(pond, hall, barn))).toEqual([
      ['Also in the Code: By the pond', 5],
      ['Also in the Code: In the hall', 7],
      ['Also in the Code', 1],
    ]);
    expect(await titles(code(pond, hall))).toEqual([['Also in the Code', 12]]);
  });

  test('are quoted, listed, addressed and trained on', async () => {
    const { made, files } = await adopted(asMarkdown(TICKS), TICKS.answers);
    const id = 'smoke-vape-bring-dogs-school';
    expect([...made.keys()]).toEqual([id]);
    expect(made.get(id)?.title).toBe('Don’t smoke, vape or bring dogs on to the school grounds');
    expect(READERS.map((reader) => made.get(id)?.routes[reader].quote)).toEqual([id, id, id]);
    expect(made.get(id)?.keywords).toEqual(['smoke', 'vape', 'bring', 'dogs']);
    expect(files.get('groups.yaml')).toMatch(
      new RegExp(`title: Also in the Code\\n.*\\n  situations:\\n    - ${id}\\n`),
    );
    expect(files.get('addresses.yaml')).toContain(`  - /situations/${id}/\n`);
    const phrases = phrasesIn(files.get(`phrases/${id}.txt`) ?? '', id, '');
    expect(phrases.length).toBeGreaterThan(500);
    expect(new Set(phrases.map(({ text }) => text)).size).toBe(phrases.length);
    expect(phrases.filter(({ author }) => author === 'own').map(({ teller }) => teller)).toContain('staff');
    expect(files.get('phrases/sources.yaml')).toContain('authors: [own]');
  });

  test('get none where nobody says whether they’re wanted, unless a person does', async () => {
    const text = asMarkdown(APPENDICES);
    const list = 'list-approaching-somebody-elses-child-discuss';
    const quotes = async (answers: Record<string, string>) => {
      const situation = (await adopted(text, answers)).made.get('leaving-gate-open');
      expect(situation?.cites).toEqual(['leaving-gate-open']);
      expect(situation?.reply.text.includes('{clause}')).toBe(situation?.reply.clause !== undefined);
      return [situation?.reply.clause, ...READERS.map((reader) => situation?.routes[reader].quote)];
    };
    expect((await adopted(text)).made.has('leaving-gate-open')).toBe(false);
    for (const means of ['not-tolerated', 'expected'])
      expect(await quotes({ [list]: means })).toEqual(Array(4).fill('leaving-gate-open'));
  });

  test('are marked where only a person says that they aren’t tolerated', async () => {
    const list = 'list-approaching-somebody-elses-child-discuss';
    const marker = '<Clause anchor="leaving-gate-open" notTolerated />';
    const code = async (answers: Record<string, string>) =>
      [...(await adopted(asMarkdown(APPENDICES), answers)).files.values()].join('\n');
    expect(await code({ [list]: 'not-tolerated' })).toContain(marker);
    expect(await code({ [list]: 'expected' })).not.toContain('notTolerated');
  });

  test('take the phrases that said the Code doesn’t cover them', async () => {
    const { files } = await adopted(asMarkdown(TICKS), TICKS.answers, undefined, stock);
    const line = 'are dogs allowed on the playground';
    expect(stock.phrases.get('not-covered')).toContain(`\n${line}\n`);
    expect(files.get('phrases/not-covered.txt')).not.toContain(`\n${line}\n`);
    expect(files.get('phrases/smoke-vape-bring-dogs-school.txt')).toContain(`\n${line}\n`);
    // At home there’s no rule.
    expect(files.get('phrases/not-covered.txt')).toContain(
      "\nnext door's dog barks all day when she goes to work\n",
    );
  });

  test('are known by what someone does who doesn’t keep to them', async () => {
    const { files } = await adopted(RULES);
    expect(files.get('phrases/collect-children-time.txt')).toMatch(/^someone \w+ .*\blate\b/m);
    expect(files.get('phrases/collect-children-time.txt')).toMatch(/^what if I can't .*\bon time\b/m);
  });

  test('are told as by the one it happened to', async () => {
    const { files } = await adopted(asMarkdown(APPENDICES), {
      'list-approaching-somebody-elses-child-discuss': 'not-tolerated',
    });
    const phrases = phrasesIn(
      files.get('phrases/approaching-somebody-elses-child-discuss.txt') ?? '',
      '',
      '',
    );
    const tells = (teller: string, words: RegExp) =>
      phrases.some((phrase) => phrase.teller === teller && words.test(phrase.text));
    expect(tells('affected', /\bmy (?:son|daughter)\b/)).toBe(true);
    expect(tells('responsible', /\bmy (?:son|daughter)\b/)).toBe(false);
    expect(tells('responsible', /\bsomeone else's kid\b/)).toBe(true);
  });

  test('leave everything as it was where there are none', async () => {
    const { made, files } = await adopted(
      '# Our Code of Conduct\n\n## Language\n\nParents must not swear or shout.\n',
    );
    expect(made.size).toBe(0);
    expect([...files.keys()].filter((file) => file.startsWith('phrases/'))).toEqual([]);
    expect(files.get('groups.yaml')).not.toContain('Also in the Code');
  });
});

test.each([
  ['smoking', 'smoke', 'smoked'],
  ['vaping', 'vape', 'vaped'],
  ['leaving', 'leave', 'left'],
  ['bringing', 'bring', 'brought'],
  ['parking', 'park', 'parked'],
  ['dropping', 'drop', 'dropped'],
  ['chastising', 'chastise', 'chastised'],
  ['approaching', 'approach', 'approached'],
  ['carrying', 'carry', 'carried'],
  ['entering', 'enter', 'entered'],
  ['shutting', 'shut', 'shut'],
])('“%s” is a form of “%s”', (ing, base, past) => {
  expect(baseOf(ing)).toBe(base);
  expect(formsOf(base)).toEqual({ base, ing, past });
});

test.each([
  ['Parents, carers, and visitors must never climb the fence', 'climb the fence', true],
  ['We ask that families do not feed the ducks', 'feed the ducks', true],
  ['The school expects all visitors to wear a badge', 'wear a badge', false],
  ['Parents are kindly requested not to block the drive', 'block the drive', true],
  ['You need to ring the bell', 'ring the bell', false],
  ['It is the responsibility of all carers to hold hands', 'hold hands', false],
  ['We would ask that parents do not whistle', 'whistle', true],
  ['Parents are reminded that the gates open at nine', undefined, false],
  ['Parents have a duty to supervise their children', undefined, false],
  ['We expect visitors who drive to park outside', undefined, false],
])('“%s” tells people to do something, or not to', (sentence, act, not) => {
  expect(orderIn(sentence)).toEqual(act === undefined ? undefined : { act, not });
});

test.each([
  ['✘ smoke or bring dogs on to the grounds', 'As a parent I will not', 'bring dogs on to the grounds'],
  ['Leaving the gate open', 'In the playground', 'leave the gate open'],
  ['(b) riding bikes or scooters in the playground;', 'Not tolerated', 'ride scooters in the playground'],
  ['Dogs must not be brought on to the site.', 'On the site', 'bring dogs on to the site'],
  [
    'picking flowers from the beds while you wait for the bell',
    'Not tolerated',
    'pick flowers from the beds',
  ],
  ['2.1 Parents and carers should never drop litter.', 'On the site', 'drop litter'],
])('“%s” names an act', (text, heading, act) => {
  const clause = { anchor: 'a', text, heading, leadIn: undefined, list: 'a' };
  expect(actsOf(clause, 'not-tolerated').map((each) => formsOfAct(each)?.do.toLowerCase())).toContain(act);
});

test('phrases about what’s to be avoided are about doing it', async () => {
  const { files, rules } = await adopted(
    '# Code of Conduct for Parents\n\nParents are expected to:\n\n- avoid feeding the ducks\n',
  );
  expect(rules.map(({ title, means }) => [title, means])).toEqual([['Avoid feeding the ducks', 'expected']]);
  const [[, phrases] = []] = [...files].filter(([name]) => /phrases\/.*feeding/.test(name));
  expect(phrases).toBeDefined();
  expect(String(phrases)).not.toMatch(/(?:have to|need to|must|forgot to|didn[’']t) feed the ducks/i);
});
