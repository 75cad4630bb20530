import { expect, test } from 'vitest';
import { blocksOfEdition } from '../../src/code/edition.ts';
import { matchClauses } from '../../src/code/matchClauses.ts';
import { effectOfDraft } from '../../src/governors/effect.ts';
import { fixtureDocument, fixtureEdition } from '../support/fixtureEditions.ts';

const situation = (title: string, cites: string[], clause?: string) => {
  const step = { who: 'Somebody', what: 'Ask', how: 'Ask.', ...(clause === undefined ? {} : { clause }) };
  const route = { start: 'Ask.', steps: [step] };
  return { title, cites, routes: { affected: route, responsible: route, staff: route } };
};
const situations = new Map([
  ['laughing', situation('Someone laughed', ['laughing', 'tell'])],
  ['queue', situation('The queue', ['pushing'])],
  ['left-out', situation('Left out', [], 'games')],
]);
const phraseCounts = new Map([
  ['laughing', 2],
  ['queue', 1],
]);
const effectOf = (name: string) =>
  effectOfDraft(
    matchClauses([fixtureDocument()], blocksOfEdition(fixtureEdition(name).text)),
    situations,
    phraseCounts,
  );

test('a draft affects the clauses it changes or loses, and the situations that cite them', () => {
  const { clauses, passages, pages } = effectOf('draft-11');
  expect(clauses.map(({ anchor, fate, situations }) => [anchor, fate, situations])).toEqual([
    ['games', 'changed', [{ id: 'left-out', title: 'Left out', phrases: 0 }]],
    ['laughing', 'lost', [{ id: 'laughing', title: 'Someone laughed', phrases: 2 }]],
  ]);
  expect(passages.map(({ line }) => line)).toEqual([7]);
  expect(pages.map(({ id }) => id)).toEqual(['laughing', 'left-out']);
});

test('the edition in force has no effect', () => {
  expect(effectOf('edition-10')).toEqual({ clauses: [], passages: [], pages: [] });
});
