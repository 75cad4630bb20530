import { describe, expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { coverageOf } from '../../src/governors/coverage.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadOnce(ROOT);
const counts = new Map([...content.situations.keys()].map((id) => [id, 100]));

describe('coverage', () => {
  const { clauses, situations } = coverageOf({ ...content, phraseCounts: counts });

  test('lists each clause’s situations, and each situation’s clauses', () => {
    expect(clauses.map(({ anchor }) => anchor)).toEqual([...content.clauses.keys()]);
    for (const { anchor, citedBy } of clauses)
      for (const { id, cites } of situations) expect(citedBy.includes(id)).toBe(cites.includes(anchor));
  });

  test('finds clauses that no situation cites', () => {
    expect(clauses.filter(({ citedBy }) => citedBy.length === 0).map(({ anchor }) => anchor)).toEqual([
      'good-relationships',
      'rare',
    ]);
  });

  test('finds clauses in the steps of routes', () => {
    const channels = clauses.find(({ anchor }) => anchor === 'channels');
    expect(channels?.inRoutes).toContainEqual({ id: 'raise-a-concern', reader: 'affected' });
  });
});

test('a situation with less than half the median number of phrases has few', () => {
  const some = new Map(counts).set('sanctions', 49).set('meetings', 50).set('cyberbullying', 50);
  const { situations } = coverageOf({ ...content, phraseCounts: some });
  expect(situations.filter(({ fewPhrases }) => fewPhrases).map(({ id }) => id)).toEqual(['sanctions']);
});

test('finds routes without anyone to contact', () => {
  const sanctions = content.situations.get('sanctions');
  if (sanctions === undefined) throw new Error('There is no such situation.');
  const routes = {
    ...sanctions.routes,
    staff: { start: 'You’re not alone.', steps: [{ who: 'You', what: 'Wait', how: 'Wait.' }] },
  };
  const situations = new Map(content.situations).set('sanctions', { ...sanctions, routes });
  const found = coverageOf({ ...content, situations, phraseCounts: counts }).situations;
  expect(found.find(({ id }) => id === 'sanctions')?.withoutContact).toEqual(['staff']);
});
