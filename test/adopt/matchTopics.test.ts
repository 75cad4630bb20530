import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hintsOfRows, matchTopics, mentions, SURE, withoutLeadIns } from '../../src/adopt/matchTopics.ts';
import { readStock } from '../../src/adopt/stock.ts';
import type { NewClause } from '../../src/adopt/structure.ts';
import { ROOT } from '../support/buildSite.ts';

const { topics, clauses: stockClauses } = readStock(path.join(ROOT, 'content'));
const stock = new Map(stockClauses.map(({ anchor, text }) => [anchor, text]));

/** Clauses as other Codes word them, none of them among the examples, and what a person says they’re about. */
const LABELLED: [text: string, ...about: string[]][] = [
  ['Aggressive, abusive or insulting language or behaviour', 'verbal-abuse'],
  ['Racist or sexual comments made to any adult or child on site', 'verbal-abuse'],
  ['Speaking to staff in a hostile manner, or shouting down the telephone', 'verbal-abuse'],
  ['Hitting, slapping or pushing another person', 'physical-abuse'],
  ['The use of physical punishment against your own child on school premises', ''],
  ['Damaging school property', ''],
  ['Inappropriate posting on Facebook, Instagram or WhatsApp groups about the school', 'campaigns'],
  ['Online activity that libels or slanders a member of the school community', 'libel'],
  ['Humiliating another parent online or trolling them', 'cyberbullying'],
  ['Please book an appointment with the office rather than speaking to teachers at the door', 'meetings'],
  ['Staff aim to answer emails within two working days and are not expected to reply at weekends', ''],
  ['Undermining the decisions of the headteacher', 'management-decisions'],
  ['Persistent unreasonable complaints or emails about the same matter', 'repeat-meetings'],
  ['Stirring up others or starting a petition against a member of staff', 'inciting-others'],
  [
    'The governing body may bar an individual from the site under section 547 of the Education Act 1996',
    'sanctions',
  ],
  ['You may receive a written warning from the chair', 'sanctions'],
  ['Concerns should be raised with your child’s class teacher in the first instance', 'channels'],
  ['Use the school’s complaints procedure, which is on our website', 'further-action'],
  ['Please do not enter classrooms while children are at work', ''],
  ['Come into the hall without an appointment', ''],
  ['Allow two working days for a reply to an email', ''],
  ['Spread rumours about a family or its children', 'libel'],
  ['Crossing wardens must be treated with the same respect as school staff', ''],
  ['Scratch or damage another family’s car', ''],
  ['Back the behaviour policy, including detentions and other sanctions', ''],
  ['A verbal warning from the deputy head', ''],
  ['Our teachers keep to the Code of Professional Conduct for Teachers', ''],
  ['Smoking, vaping or bringing dogs on to the playground', ''],
  ['Approach another person’s child to tell them off', ''],
  ['Park with consideration for our neighbours', ''],
  ['Name and signature of parent', ''],
  ['Disruptive conduct that interferes with the running of a lesson', ''],
  ['Bring a worry to the office and not to the internet', 'campaigns'],
  ['Posts on a class page that others may see as bullying', 'cyberbullying'],
  ['I will not use social media to complain about our geese', 'campaigns'],
  ['Swearing, splashing or throwing bread', 'verbal-abuse'],
  ['Read with the Code is the Complaints Policy of the pond', ''],
  ['If a visitor does not keep to this code the head will speak to them', 'sanctions'],
];

test('finds what a clause is about, and is seldom sure where it’s wrong', () => {
  const given = LABELLED.map(([text], index) => ({ anchor: `c${index}`, text, above: '', inList: true }));
  const matches = matchTopics(given, topics, stock);
  const best = (index: number) => matches.find(({ anchor }) => anchor === `c${index}`);
  const missed = LABELLED.filter(([, about], index) => about !== '' && best(index)?.topic !== about);
  const wronglySure = LABELLED.filter(
    ([, about], index) => (best(index)?.score ?? 0) >= SURE && best(index)?.topic !== about,
  );
  expect(missed.map(([text]) => text)).toEqual([]);
  expect(wronglySure.map(([text]) => text)).toEqual([]);
});

test('what’s physical or verbal is both', () => {
  const text = 'Physical or verbal threats to anyone by the pond';
  const sure = matchTopics([{ anchor: 'c', text, above: '', inList: true }], topics, stock);
  expect(
    sure
      .filter(({ score }) => score >= SURE)
      .map(({ topic }) => topic)
      .sort(),
  ).toEqual(['physical-abuse', 'verbal-abuse']);
});

test('a list of what parents are asked isn’t what they can expect', () => {
  const given = (above: string) => [
    { anchor: 'c', text: 'treat everyone with respect and listen to them', above, inList: true },
  ];
  const topicsOf = (above: string) => matchTopics(given(above), topics, stock).map(({ topic }) => topic);
  expect(topicsOf('What you can expect from our staff')).toContain('respect-from-school');
  expect(topicsOf('Parents and carers are expected to:')).not.toContain('respect-from-school');
});

test('every topic names situations and clauses that the stock has', () => {
  const { situations } = readStock(path.join(ROOT, 'content'));
  expect(topics.flatMap((topic) => topic.situations).filter((id) => !situations.has(id))).toEqual([]);
  expect(topics.flatMap((topic) => topic.stock).filter((anchor) => !stock.has(anchor))).toEqual([]);
});

test('a clause about parents isn’t about what they can expect', () => {
  const topicsOf = (text: string) =>
    matchTopics([{ anchor: 'c', text, above: '', inList: true }], topics, stock).map(({ topic }) => topic);
  expect(topicsOf('All staff will treat parents with courtesy and respect')).toContain('respect-from-school');
  expect(
    topicsOf('Parents and carers should treat all staff with courtesy and respect at all times'),
  ).not.toContain('respect-from-school');
});

test.each([
  ['On rare days a visitor’s anger can end in shouting, swearing or verbal abuse of staff.', 'verbal-abuse'],
  ['Staff must end a conversation if somebody is shouting or swearing at them.', 'verbal-abuse'],
  ['Section 547 of the Education Act 1996 makes it an offence to trespass on premises.', 'sanctions'],
])('a paragraph that only mentions something isn’t surely about it: %s', (text, topic) => {
  const scoreOf = (inList: boolean) =>
    matchTopics([{ anchor: 'c', text, above: '', inList }], topics, stock).find(
      (each) => each.topic === topic,
    )?.score;
  expect(scoreOf(true)).toBeGreaterThan(SURE);
  expect(scoreOf(false)).toBeLessThan(SURE);
});

test('a paragraph that says how something is seen is about it', () => {
  const text = 'Cyberbullying of staff or families is regarded as bullying.';
  const [best] = matchTopics([{ anchor: 'c', text, above: '', inList: false }], topics, stock);
  expect(best?.topic).toBe('cyberbullying');
  expect(best?.score).toBeGreaterThan(SURE);
});

test('what a clause is about only by the way isn’t sure', () => {
  const text =
    'Making malicious, false or slanderous allegations about a teacher, on social media or Facebook';
  const found = matchTopics([{ anchor: 'c', text, above: '', inList: true }], topics, stock);
  // Those that it only hints at come last.
  expect(found.slice(0, 2).map(({ topic, score }) => [topic, score >= SURE])).toEqual([
    ['libel', true],
    ['campaigns', false],
  ]);
});

test('the rest of a sentence is about what the sentence is about', () => {
  const topicsOf = (above: string) =>
    matchTopics([{ anchor: 'c', text: '(iii) on social media;', above, inList: true }], topics, stock).map(
      ({ topic }) => topic,
    );
  expect(topicsOf('We won’t tolerate threats, including:')).toEqual([]);
  expect(topicsOf('Posting online:')).toContain('campaigns');
});

test('a step of the school’s that only says who takes it isn’t about raising concerns', () => {
  const topicsOf = (text: string) =>
    matchTopics([{ anchor: 'c', text, above: 'Handing over', inList: true, doer: 'school' }], topics, stock);
  expect(topicsOf('(b) by the class teacher, for the two oldest classes')).toEqual([]);
  expect(topicsOf('The parent speaks to the class teacher')).not.toEqual([]);
});

test.each([
  ['breaching the school’s security procedures', 'sanctions'],
  ['Parents must not threaten anybody or post insults about the school online', 'threat-to-post'],
  ['The Department for Education gives advice on this', 'threat-to-report'],
])('“%s” isn’t about %s', (text, topic) => {
  const given = [{ anchor: 'c', text, above: '', inList: true }];
  expect(matchTopics(given, topics, stock).map((match) => match.topic)).not.toContain(topic);
});

const topicsOf = (text: string, above = '', inList = true) =>
  matchTopics([{ anchor: 'c', text, above, inList }], topics, stock).flatMap(({ topic, score }) =>
    score >= SURE ? [topic] : [],
  );

test.each([
  'Barring from the premises',
  'The head can bar a parent from the school grounds.',
  'Anybody who goes on like this may be barred from the site.',
  'A ban from the school site',
  'Under section 547 the governors may ban a visitor from the grounds.',
  'People who trespass can be removed by the police under section 547.',
])('a paragraph or item on bans is surely about sanctions: %s', (text) => {
  expect(topicsOf(text)).toContain('sanctions');
  expect(topicsOf(text, '', false)).toContain('sanctions');
});

test.each([
  'The PTA may run a bar at the summer fair.',
  'Snack bars are sold in the hall',
  'Chocolate bars may not be eaten in the hall.',
])('a bar of another kind isn’t a sanction: %s', (text) => {
  expect(topicsOf(text)).not.toContain('sanctions');
});

test.each(['Sign in at reception', 'All visitors must sign in.', 'Report to the office and sign in first'])(
  'who comes in by the book asks for no meeting: %s',
  (text) => {
    const given = [{ anchor: 'c', text, above: '', inList: true }];
    expect(matchTopics(given, topics, stock).map(({ topic }) => topic)).not.toContain('meetings');
  },
);

test.each([
  ['We expect respect', ''],
  ['Treat everyone with respect and kindness', ''],
  ['Mutual respect matters in our school', ''],
  ['Show respect and be courteous', 'Our values'],
  ['Staff have the right to be treated with respect', ''],
  ['The member of staff will end the conversation politely and report it', ''],
])('no general clause says how staff treat parents: %s', (text, above) => {
  expect(topicsOf(text, above)).not.toContain('respect-from-school');
});

test.each([
  ['Staff will treat parents with courtesy and respect', ''],
  ['Everyone in our community is to be treated with dignity and respect', ''],
  ['a respectful and courteous reply, and to be treated with respect', 'You can expect:'],
])('what speaks of it does: %s', (text, above) => {
  expect(topicsOf(text, above)).toContain('respect-from-school');
});

describe('a sentence that only leads to a list', () => {
  const clause = (anchor: string, text: string, leadIn?: string): NewClause => ({
    anchor,
    text,
    heading: '',
    leadIn,
    list: leadIn === undefined ? undefined : 'one',
  });
  const match = (anchor: string, score = 0.8, topic = 'sanctions') => ({ anchor, topic, score });
  const leadIn = 'The school may use sanctions, and these include:';
  const given = [
    clause('lead', `Some parents are late. ${leadIn}`),
    clause('one', 'a talk with the head', leadIn),
    clause('two', 'a ban', leadIn),
  ];

  test('gives what it’s about to its first item', () => {
    expect(withoutLeadIns([match('lead')], given, topics)).toEqual([match('one')]);
    expect(withoutLeadIns([match('lead'), match('one', 0.5)], given, topics)).toEqual([match('one')]);
  });

  test('unless another item is surely about that', () => {
    expect(withoutLeadIns([match('lead'), match('two', 0.7)], given, topics)).toEqual([match('two', 0.7)]);
  });

  test('or it doesn’t say so itself, or has no items', () => {
    const [, ...items] = given;
    const silent = clause('lead', 'Some parents are cross. These steps follow:');
    const after = items.map((item) => ({ ...item, leadIn: 'These steps follow:' }));
    expect(withoutLeadIns([match('lead')], [silent, ...after], topics)).toEqual([]);
    expect(withoutLeadIns([match('lead')], given.slice(0, 1), topics)).toEqual([]);
  });

  test('and keeps what the sentences before it are about', () => {
    const lead = clause('lead', 'The school may use sanctions. These steps follow:');
    const items = given.slice(1).map((item) => ({ ...item, leadIn: 'These steps follow:' }));
    expect(withoutLeadIns([match('lead')], [lead, ...items], topics)).toEqual([match('lead')]);
  });
});

const { elsewhereRules, text: readStockFile } = readStock(path.join(ROOT, 'content'));

test.each([
  ['Section 547 of the Education Act 1996 makes this an offence', []],
  ['Treat people with respect, openness and care', []],
  ['Damaging or destroying school property', []],
  ['The date of the next review is in May', []],
  ['Visitors park their differences at the gate', []],
  ['Dogs may not come on to the grounds', ['street']],
  ['Don’t post photos of other children', ['data']],
  ['Never park on the zigzag lines', ['parking']],
])('“%s” is a rule on %j', (text, ids) => {
  const found = Object.entries(elsewhereRules).flatMap(([id, cues]) => (mentions([text], cues) ? [id] : []));
  expect(found).toEqual(ids);
});

test('every topic with such rules is in content/elsewhere.yaml', () => {
  const ids = new Set(readStockFile('content/elsewhere.yaml').match(/(?<=^- id: ).+$/gm));
  expect(Object.keys(elsewhereRules).filter((id) => !ids.has(id))).toEqual([]);
});

test('what the Code says may happen is about sanctions, however it says it', () => {
  const best = (text: string, above = '', inList = false) =>
    matchTopics([{ anchor: 'c', text, above, inList }], topics, stock)[0];
  for (const text of [
    'The head may withdraw the person’s licence to be on the site.',
    'The Principal may bar a parent who is a risk to the swans.',
    'If a parent breaks this agreement, the governors may limit whether they come on to the site.',
    'The College may end the enrolment of the child, or limit the parent’s access to the hall.',
    'A ban will be for as long as the swans need it. During a ban the parent may not row at all.',
    'The Head may, once the keeper of the swans has been asked, refuse the person access to the pond.',
  ])
    expect([text, best(text)?.topic, (best(text)?.score ?? 0) >= SURE]).toEqual([text, 'sanctions', true]);
  const item = (above: string) => best('A written warning;', above, true)?.score ?? 0;
  expect(item('Failure to follow this Code may result in:')).toBeGreaterThan(SURE);
  expect(item('')).toBeLessThan(SURE);
  expect(best('get leave before coming on to the site', '', true)?.topic).not.toBe('sanctions');
});

test('demanding a reply isn’t about meetings, and abuse on social media isn’t surely about complaints', () => {
  const scoreOf = (text: string, topic: string) =>
    matchTopics([{ anchor: 'c', text, above: '', inList: true }], topics, stock).find(
      (each) => each.topic === topic,
    )?.score ?? 0;
  expect(scoreOf('demands a reply in an unrealistic time', 'meetings')).toBe(0);
  expect(scoreOf('demands a meeting in an unrealistic time', 'meetings')).toBeGreaterThan(0);
  expect(scoreOf('Abuse of swans, staff or pupils on social media', 'campaigns')).toBeLessThan(SURE);
  expect(scoreOf('Complaints about swans, staff or pupils on social media', 'campaigns')).toBeGreaterThan(
    SURE,
  );
});

test('a step that says first with whose leave is one all the same, and hurtful posts may be libel', () => {
  const best = (text: string, topic: string) =>
    matchTopics([{ anchor: 'c', text, above: '', inList: true }], topics, stock).find(
      (each) => each.topic === topic,
    )?.score ?? 0;
  expect(best('(4) with the keeper’s leave, bar the parent from the premises', 'sanctions')).toBeGreaterThan(
    SURE,
  );
  expect(best('with the parent barred from the pond', 'sanctions')).toBe(0);
  expect(
    best('Parents should not post hurtful or false comments about a swan online', 'libel'),
  ).toBeGreaterThan(SURE);
});

test('a clause isn’t surely about what its case is expressly not', () => {
  const scoreOf = (text: string) =>
    matchTopics([{ anchor: 'c', text, above: '', inList: false }], topics, stock).find(
      ({ topic }) => topic === 'libel',
    )?.score ?? 0;
  const after = 'libellous, slanderous or a crime, the keeper will send out a letter to the parent.';
  expect(scoreOf(`In cases where the pond was muddied but the splash was ${after}`)).toBeGreaterThan(SURE);
  expect(scoreOf(`In cases where the pond was muddied but the splash was not ${after}`)).toBeLessThan(SURE);
});

describe('a clause that only speaks of concerns', () => {
  const scoreOf = (text: string, above: string, topic: string) =>
    matchTopics([{ anchor: 'c', text, above, inList: true }], topics, stock).find(
      (match) => match.topic === topic,
    )?.score ?? 0;

  test('isn’t surely about who to go to', () => {
    const text = 'The ferry needs to work with a child in order to clarify their version of events';
    expect(scoreOf(text, '', 'channels')).toBeLessThan(SURE);
  });

  test('isn’t about where to go if that mustn’t be done', () => {
    const text = 'air a grievance that should be raised under the complaints policy';
    expect(scoreOf(text, 'Visitors must not use group chats to:', 'further-action')).toBe(0);
    expect(scoreOf(text, 'Parents will:', 'further-action')).toBeGreaterThan(0);
  });

  test('surely is if what’s above it is', () => {
    expect(
      scoreOf('the class teacher', 'Concerns must be raised through the proper channels with:', 'channels'),
    ).toBeGreaterThanOrEqual(SURE);
  });

  test('isn’t surely about complaints if it’s about something else', () => {
    const text =
      'These rules are used whether or not there is a complaint that falls under the policy on ferries';
    expect(scoreOf(text, '', 'further-action')).toBeLessThan(SURE);
  });
});

describe('threats', () => {
  const threats = (text: string) =>
    matchTopics([{ anchor: 'c', text, above: '', inList: true }], topics, stock).find(
      ({ topic }) => topic === 'physical-abuse',
    )?.score ?? 0;

  test('of no kind that’s named are asked about', () => {
    expect(threats('threats towards the crew')).toBeGreaterThan(0);
    expect(threats('threats towards the crew')).toBeLessThan(SURE);
  });

  test('of harm are surely about it', () => {
    expect(threats('threats of harm to the crew')).toBeGreaterThanOrEqual(SURE);
  });
});

test('what staff answer only in writing is no promise to be polite', () => {
  const [found] = matchTopics(
    [
      {
        anchor: 'c',
        text: 'tell the passenger that the staff will respond only to written messages',
        above: 'What we do in cases of unreasonable conduct. The harbour will:',
        inList: true,
        doer: 'school',
      },
    ],
    topics,
    stock,
  ).filter(({ topic }) => topic === 'respect-from-school');
  expect(found).toBeUndefined();
});

test.each([
  ['Noisy conduct which stops or threatens to stop the work of a member of staff', 'physical-abuse'],
  ['Unkind posting about us on social media that is meant as bullying', 'campaigns'],
  ['Ofsted can be written to by anyone who sails with us', 'threat-to-report'],
  ['Repeatedly and persistently mooring on the yellow lines', 'repeat-meetings'],
  ['Conduct that interferes with the running of the harbour', 'management-decisions'],
  ['If a sailor does not follow this policy the captain will talk to him or her', 'purpose'],
])('isn’t surely about what it names no act of: %s', (text, topic) => {
  const found = matchTopics([{ anchor: 'c', text, above: '', inList: true }], topics, stock);
  expect(found.find((match) => match.topic === topic)?.score ?? 0).toBeLessThan(SURE);
});

test('rows of a table that name a procedure are asked about, unless a clause is surely about it', () => {
  const rows = [
    { anchor: 'r1', text: '1 | A talk on deck | Mate', above: '', inList: false },
    { anchor: 'r2', text: '2 | A written warning, then a ban | Captain', above: '', inList: false },
  ];
  const [found, ...more] = hintsOfRows(rows, topics, []);
  expect([found?.anchor, found?.topic, more.length]).toEqual(['r2', 'sanctions', 0]);
  expect(found?.score).toBeLessThan(SURE);
  expect(hintsOfRows(rows, topics, [{ anchor: 'c', topic: 'sanctions', score: 0.7 }])).toEqual([]);
});

describe('a clause that only hints at a topic', () => {
  const matchesOf = (...texts: [text: string, doer?: 'school' | 'parents'][]) =>
    matchTopics(
      texts.map(([text, doer], index) => ({ anchor: `c${index}`, text, above: '', inList: true, doer })),
      topics,
      stock,
    );

  test.each([
    ['to be seen by the head as soon as possible: she will see you as soon as she can', 'school', 'meetings'],
    ['make threats to the ferryman', 'parents', 'physical-abuse'],
    ['post offensive pictures on social media', 'parents', 'cyberbullying'],
  ] as const)('is asked about: %s', (text, doer, topic) => {
    const found = matchesOf([text, doer]).find((match) => match.topic === topic);
    expect(found?.score).toBeLessThan(SURE);
  });

  test('isn’t asked about if another clause may be about it', () => {
    const found = matchesOf(['be aggressive to the ferryman', 'parents'], ['hitting or punching', 'parents']);
    expect(found.filter(({ topic }) => topic === 'physical-abuse').map(({ anchor }) => anchor)).toEqual([
      'c1',
    ]);
  });
});

test('what staff promise is theirs, though its heading names parents', () => {
  const above = 'What parents and carers can expect from us. Our staff will:';
  const [found] = matchTopics(
    [{ anchor: 'c', text: 'be polite and professional on the phone', above, inList: true, doer: 'school' }],
    topics,
    stock,
  );
  expect(found?.topic).toBe('respect-from-school');
  expect(found?.score).toBeGreaterThan(SURE);
});

test('a pushchair pushes nobody', () => {
  const given = [{ anchor: 'c', text: 'Fold pushchairs in the hall', above: '', inList: true }];
  expect(matchTopics(given, topics, stock).map(({ topic }) => topic)).not.toContain('physical-abuse');
});

test.each([
  ['Insisting on tea; demanding to see a teacher immediately', 'meetings'],
  ['Remarks which are untrue and damage the ferryman', 'libel'],
  ['Step 3 Withdrawal of permission to come on site, for the whole of one term at least', 'sanctions'],
])('one rule of several, or a step at some length, is enough: %s', (text, topic) => {
  const given = [
    { anchor: 'c', text, above: 'What will happen if the code is broken', inList: topic !== 'sanctions' },
  ];
  const found = matchTopics(given, topics, stock).find((match) => match.topic === topic);
  expect(found?.score).toBeGreaterThan(SURE);
});

test('a sentence below a heading on breaches is about sanctions', () => {
  const text = 'If a visitor has breached the code, the school will speak to everybody who was there.';
  const scoreBelow = (above: string) =>
    matchTopics([{ anchor: 'c', text, above, inList: false }], topics, stock).find(
      ({ topic }) => topic === 'sanctions',
    )?.score ?? 0;
  expect(scoreBelow('Breaching the code of conduct')).toBeGreaterThan(SURE);
  expect(scoreBelow('Swans')).toBeLessThan(scoreBelow('Breaching the code of conduct'));
});

test('what families shouldn’t expect is no rule, and hints at none', () => {
  const about = (above: string) =>
    matchTopics(
      [{ anchor: 'c', text: 'A meeting without an appointment', above, inList: true }],
      topics,
      stock,
    );
  expect(about('Families should not expect')).toEqual([]);
  expect(about('Please avoid')).not.toEqual([]);
});

test.each([
  ['Noisy conduct which stops or threatens to disrupt the work of the harbour', []],
  ['Never name the captain as a threat to quieten your child', []],
  ['The captain will always answer such a thing in a proportional way', []],
  ['Thankfully we have met few instances of conduct that was not courteous, and we aim to have none', []],
  ['The crew uses sanctions and rewards with the youngest', []],
  ['Hurting anybody, or threatening to hurt the crew', ['physical-abuse']],
  ['Ofsted recognised that we ask all who sail with us to be kind', []],
  ['If you have any concerns it is best to talk to the head teacher of the sailing school', ['channels']],
])('is only worth asking about what it speaks of: %s', (text, expected) => {
  const found = matchTopics([{ anchor: 'c', text, above: '', inList: false }], topics, stock);
  expect(found.map(({ topic }) => topic)).toEqual(expected);
});
