import path from 'node:path';
import { expect, test } from 'vitest';
import { type Adoption, adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readMarkdown } from '../../src/adopt/readText.ts';
import { adoptionReport } from '../../src/adopt/report.ts';
import {
  clausesWith,
  droppedOf,
  keptOf,
  numbersIn,
  reviewsOf,
  withoutClauseOf,
} from '../../src/adopt/review.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));
const draft = draftFrom(
  readMarkdown(
    'policy.md',
    `# Parent Code of Conduct

## Bans

The headteacher may ban a parent from entering the school premises.

## At the pond

Parents must not:

- Swear or use offensive language in front of the hedgehogs
- Bring drones into the playground
- Whistle at ducks
- Feed the pond’s ducks

## The pond’s story

Our pond was dug by hand, and is open to all who like ducks.`,
  ),
  stock,
);
const adopted = (answers: Record<string, string> = {}) =>
  adopt(draft, stock, new Map(Object.entries(answers)));

test('what was worked out is shown: what’s quoted for each situation, and each heading’s page', () => {
  const [quoted, own] = reviewsOf(draft, adopted(), stock);
  expect(quoted?.entries.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^“The headteacher may ban .*” → Bans, warning letters .* \(\d\d%\)$/),
    expect.stringMatching(/^“Swear or use .*” → Shouting, swearing or insults \(\d\d%\)$/),
  ]);
  expect(own?.entries.map(({ text }) => text)).toEqual([
    'At the pond: “Bring drones into the playground” and 2 more',
  ]);
});

test('what a person strikes is gone, and is said to be', () => {
  const [quoted, own] = reviewsOf(draft, adopted(), stock);
  const struck = [quoted?.entries[0], own?.entries[0]].map((entry) => [entry?.id ?? '', 'no']);
  const adoption = adopted(Object.fromEntries(struck));
  expect(adoption.dropped).toContain('sanctions');
  expect([...adoption.made.values()].map(({ title }) => title)).toEqual(['Bans']);
  expect(adoptionReport(draft, adoption, stock, []).toCheck).toContain(
    'At the pond: “Bring drones into the playground” and 2 more: as you said  [section-at-the-pond]',
  );
});

test('what follows from what a person says is shown once more, and nothing else', () => {
  const before = reviewsOf(draft, adopted(), stock).flatMap(({ entries }) => entries);
  const bans = before.find(({ text }) => text.startsWith('“The headteacher'))?.id ?? '';
  const seen = new Set(before.map(({ id }) => id));
  expect(reviewsOf(draft, adopted(), stock, seen)).toEqual([]);
  const [own, ...more] = reviewsOf(draft, adopted({ [bans]: 'no' }), stock, seen, true);
  expect(more).toEqual([]);
  expect(own?.text).toMatch(/^Because of what you said: /);
  expect(own?.entries.map(({ text }) => text)).toEqual([expect.stringMatching(/^Bans: /)]);
});

test('a heading has a page that a person asks for', () => {
  const without = adopted().sections.filter(({ why }) => why !== undefined);
  expect(without.map(({ title }) => title)).toEqual(['The pond’s story']);
  const { made } = adopted({ [`section-${without[0]?.id}`]: 'yes' });
  expect([...made.values()].map(({ title }) => title)).toEqual(['At the pond', 'The pond’s story']);
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
  expect(adoptionReport(draft, adoption, stock, []).record).toContain('meetings (100%)');
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
  ['1 1', [1]],
])('the numbers in “%s” are %j', (typed, numbers) => {
  expect(numbersIn(typed, 3)).toEqual(numbers);
});

test('situations that are true of any school stay, and those without a clause are named', () => {
  const ids = (adoption: Adoption) => withoutClauseOf(adoption, stock).map(({ topic }) => topic);
  expect(ids(adopted())).toContain('channels');
  const [clause] = draft.clauses;
  expect(ids(adopted({ [`about-channels-${clause?.anchor}`]: 'yes' }))).not.toContain('channels');
});
