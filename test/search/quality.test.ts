import { describe, expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { searchRecords } from '../../src/search/records.ts';
import { ROOT } from '../support/buildSite.ts';
import { ourSearch } from './ourSearch.ts';
import { hitsOf, readQueries } from './queries.ts';

const { tuned, heldOut } = readQueries();
const records = searchRecords(loadOnce(ROOT), '/');
const search = ourSearch(records);

describe('the queries', () => {
  test('are 120, each once, a third of them of the kinds that are hard', () => {
    const all = [...tuned, ...heldOut];
    expect(new Set(all.map(({ query }) => query)).size).toBe(120);
    expect(all.filter(({ kind }) => kind !== 'plain').length).toBeGreaterThanOrEqual(40);
  });

  test('expect sections that the site has', () => {
    const hrefs = records.map(({ href }) => href);
    const expected = [...tuned, ...heldOut].flatMap(({ first, fine }) => [first, ...fine]);
    expect(expected.filter((href) => !hrefs.includes(href))).toEqual([]);
  });
});

/** A little below what was measured. */
test.each([
  ['that were tuned on', tuned, { exact: 0.84, first: 0.96, three: 0.98 }],
  ['that weren’t', heldOut, { exact: 0.8, first: 0.87, three: 0.97 }],
])('the search answers the queries %s', async (_, queries, floors) => {
  const { exact, first, three, wrong } = await hitsOf(queries, search);
  const what = `First results that are wrong: ${wrong.join('; ')}`;
  expect(exact / queries.length, what).toBeGreaterThanOrEqual(floors.exact);
  expect(first / queries.length, what).toBeGreaterThanOrEqual(floors.first);
  expect(three / queries.length, what).toBeGreaterThanOrEqual(floors.three);
});
