import path from 'node:path';
import { expect, test } from 'vitest';
import { addedAnswer, idOfAdded } from '../../src/adopt/addedRules.ts';
import { type Adoption, adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readText } from '../../src/adopt/readText.ts';
import { adoptionReport } from '../../src/adopt/report.ts';
import {
  clausesWith,
  droppedOf,
  keptOf,
  numbersIn,
  pagelessOf,
  reviewsOf,
  withoutClauseOf,
} from '../../src/adopt/review.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));
const draft = draftFrom(
  readText(
    'policy.txt',
    `Parent Code of Conduct

The headteacher may ban a parent from entering the school premises.

Parents must not:

• Swear or use offensive language in front of the hedgehogs
• Bring drones into the playground
• Whistling at ducks
• Feed the pond’s ducks

Our pond is open to all who ask a governor for the key.`,
  ),
  stock,
);
const adopted = (answers: Record<string, string> = {}) =>
  adopt(draft, stock, new Map(Object.entries(answers)));

test('what was worked out is shown, with whether it’s wanted where its title doesn’t say so', () => {
  const [quoted, own] = reviewsOf(draft, adopted(), stock);
  expect(quoted?.entries.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^“The headteacher may ban .*” → Bans, warning letters .* \(\d\d%\)$/),
    expect.stringMatching(/^“Swear or use .*” → Shouting, swearing or insults \(\d\d%\)$/),
  ]);
  expect(own?.entries.map(({ text }) => text)).toEqual([
    'Don’t bring drones into the playground: “Bring drones into the playground”',
    'Whistling at ducks (unwanted)',
    'Don’t feed the pond’s ducks: “Feed the pond’s ducks”',
  ]);
});

test('what a person strikes is gone, and is said to be', () => {
  const [quoted, own] = reviewsOf(draft, adopted(), stock);
  const struck = [quoted?.entries[0], own?.entries[0]].map((entry) => [entry?.id ?? '', 'no']);
  const adoption = adopted(Object.fromEntries(struck));
  expect(adoption.dropped).toContain('sanctions');
  expect([...adoption.made.values()].map(({ title }) => title)).toEqual([
    'Whistling at ducks',
    'Don’t feed the pond’s ducks',
  ]);
  expect(adoptionReport(draft, adoption, stock, [])).toContain(
    '“Bring drones into the playground”: not a rule for parents, as you said',
  );
});

test('what follows from what a person says is shown once more, and nothing else', () => {
  const before = reviewsOf(draft, adopted(), stock).flatMap(({ entries }) => entries);
  const swearing = before.find(({ text }) => text.startsWith('“Swear'))?.id ?? '';
  const seen = new Set(before.map(({ id }) => id));
  expect(reviewsOf(draft, adopted(), stock, seen)).toEqual([]);
  const [own, ...more] = reviewsOf(draft, adopted({ [swearing]: 'no' }), stock, seen, true);
  expect(more).toEqual([]);
  expect(own?.text).toMatch(/^Because of what you said: /);
  expect(own?.entries.map(({ text }) => text)).toEqual([expect.stringMatching(/^Don’t swear or use /)]);
});

test('what a person has said of a clause isn’t shown to them again', () => {
  const clause = draft.clauses.find(({ text }) => text.startsWith('Feed the pond'));
  const id = `about-meetings-${clause?.anchor}`;
  const [quoted] = reviewsOf(draft, adopted({ [id]: 'yes' }), stock, new Set([id]));
  expect(quoted?.entries).toHaveLength(2);
});

test('a clause that a person names keeps a situation that would be dropped', () => {
  const [meetings] = droppedOf(adopted(), stock).filter(({ topic }) => topic === 'meetings');
  expect(meetings?.title).toBe(stock.situations.get('unreasonable-meeting')?.title);
  const [clause] = clausesWith('OPEN to all, who', draft.clauses);
  const adoption = adopted({ [`about-meetings-${clause?.anchor}`]: 'yes' });
  expect(droppedOf(adoption, stock).map(({ topic }) => topic)).not.toContain('meetings');
  expect(adoptionReport(draft, adoption, stock, [])).toContain('meetings (100%)');
});

test('a rule that a person adds gets a page, with the words and the meaning that they say', () => {
  const [clause] = clausesWith('open to all', draft.clauses);
  if (clause === undefined) throw new Error('The clause is gone.');
  const answer = addedAnswer('expected', clause, 'GOVERNOR for the key');
  const id = idOfAdded(clause, answer, () => false, new Map());
  expect(answer).toBe('expected: Our pond is open to all who ask a governor for the key');
  const wanted = adopted({ [`rule-${id}`]: answer });
  expect(wanted.made.get(id)?.title).toBe('Our pond is open to all who ask a governor for the key');
  expect(wanted.leftOut.map((left) => left.clause.anchor)).not.toContain(clause.anchor);
  const unwanted = adopted({ [`rule-${id}`]: 'not-tolerated: ask a governor for the key' });
  expect(unwanted.rules.find((rule) => rule.id === id)).toMatchObject({
    means: 'not-tolerated',
    title: 'Don’t ask a governor for the key',
  });
  expect(() => adopted({ [`rule-${id}`]: 'expected: ask a beaver' })).toThrow('hasn’t these words');
});

test('a rule that a person adds, and that says itself what mustn’t be, keeps its words', () => {
  const says = 'What you see at the pond must not be told in the village';
  const code = draftFrom(
    readText('policy.txt', `Parent Code of Conduct\n\nPlease be kind.\n\n${says}.`),
    stock,
  );
  const clause = code.clauses.find(({ text }) => text.startsWith('What you see'));
  const answers = new Map([[`rule-${clause?.anchor}`, `not-tolerated: ${says}`]]);
  expect(adopt(code, stock, answers).rules.map(({ title }) => title)).toContain(says);
});

test('a rule that was the wrong way round can be struck, and added the right way', () => {
  const rule = adopted().rules.find(({ title }) => title === 'Whistling at ducks');
  if (rule === undefined) throw new Error('The rule is gone.');
  const answer = 'expected: Whistling at ducks';
  const id = idOfAdded(rule.clause, answer, (each) => each === rule.id, new Map());
  const { rules, leftOut } = adopted({ [`rule-${rule.id}`]: 'no', [`rule-${id}`]: answer });
  expect(rules.filter(({ clause }) => clause === rule.clause)).toMatchObject([
    { id, means: 'expected', title: 'Whistling at ducks' },
  ]);
  expect(leftOut.map(({ clause }) => clause.anchor)).not.toContain(rule.clause.anchor);
});

test('a rule that’s the wrong way round is turned round at once', () => {
  const [, own] = reviewsOf(draft, adopted(), stock);
  const entry = own?.entries.find(({ text }) => text.startsWith('Don’t bring drones'));
  expect(entry?.turned).toBe('expected: Bring drones into the playground');
  const { rules } = adopted({ [entry?.id ?? '']: entry?.turned ?? '' });
  expect(rules).toContainEqual(
    expect.objectContaining({ means: 'expected', title: 'Bring drones into the playground' }),
  );
});

test('of a table’s row, only the sentence in its cell is added', () => {
  const clause = {
    anchor: 'r',
    text: 'Ducks | Feed them peas. | Swim',
    heading: '',
    leadIn: undefined,
    list: undefined,
  };
  expect(addedAnswer('expected', clause, 'peas')).toBe('expected: Feed them peas');
});

test('what’s said of the same words again takes the place of what was said before', () => {
  const [clause] = clausesWith('open to all', draft.clauses);
  if (clause === undefined) throw new Error('The clause is gone.');
  const [wanted, unwanted] = [
    addedAnswer('expected', clause, 'open'),
    addedAnswer('not-tolerated', clause, 'open'),
  ];
  const first = idOfAdded(clause, wanted, () => false, new Map());
  const answers = new Map([[`rule-${first}`, wanted]]);
  expect(idOfAdded(clause, unwanted, () => false, answers)).toBe(first);
  expect(idOfAdded(clause, 'expected: a governor', () => false, answers)).not.toBe(first);
});

test('the clauses that nothing leads to are shown, but for those that only lead to others', () => {
  expect(pagelessOf(adopted(), draft).map(({ text }) => text)).toEqual([
    'Our pond is open to all who ask a governor for the key.',
  ]);
});

test('a situation that’s kept can be named too', () => {
  const topics = [droppedOf(adopted(), stock), keptOf(adopted(), stock)].map((some) =>
    some.map(({ topic }) => topic),
  );
  expect(topics[1]).toContain('verbal-abuse');
  expect(topics[0]).toContain('meetings');
  expect(topics.flat().sort()).toEqual(
    stock.topics.flatMap(({ id, situations }) => (situations.length > 0 ? [id] : [])).sort(),
  );
});

test('words that no clause has, or several, or none at all, name no clause', () => {
  expect(clausesWith('badgers', draft.clauses)).toEqual([]);
  expect(clausesWith('hedgehog', draft.clauses)).toHaveLength(1);
  expect(clausesWith('edgehogs', draft.clauses)).toEqual([]);
  expect(clausesWith('the', draft.clauses).length).toBeGreaterThan(1);
  expect(clausesWith(' … ', draft.clauses)).toEqual([]);
});

test.each([
  ['', []],
  ['2', [2]],
  ['1, 3', [1, 3]],
  ['1 3 and 3.', [1, 3]],
  ['4', undefined],
  ['0', undefined],
  ['1.5', undefined],
  ['two', undefined],
  ['turn', undefined],
])('the numbers in “%s” are %j', (typed, numbers) => {
  expect(numbersIn(typed, 3)?.map(({ number }) => number)).toEqual(numbers);
});

test('a number with “turn” after it turns its rule round', () => {
  expect(numbersIn('1, 3 turn and 2', 3)?.filter(({ turn }) => turn)).toEqual([{ number: 3, turn: true }]);
});

test('situations that are true of any school stay, and those without a clause are named', () => {
  const ids = (adoption: Adoption) => withoutClauseOf(adoption, stock).map(({ topic }) => topic);
  expect(ids(adopted())).toContain('channels');
  const [clause] = draft.clauses;
  expect(ids(adopted({ [`about-channels-${clause?.anchor}`]: 'yes' }))).not.toContain('channels');
});
