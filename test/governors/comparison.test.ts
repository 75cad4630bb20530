import { describe, expect, test } from 'vitest';
import { compareEditions } from '../../src/governors/comparison.ts';
import { fixtureDocument, fixtureEdition } from '../support/fixtureEditions.ts';

const compare = (older: string, newer: string) =>
  compareEditions([fixtureDocument()], fixtureEdition(older), fixtureEdition(newer));
const differing = (older: string, newer: string) =>
  compare(older, newer)
    .rows.filter(({ kind }) => kind !== 'same')
    .map(({ kind, anchor, name }) => [kind, anchor ?? name]);

describe('two editions, compared clause by clause', () => {
  test('use the clauses in force, even if neither of them is', () => {
    expect(differing('edition-1', 'edition-2')).toEqual([['changed', 'turns']]);
    expect(compare('edition-1', 'edition-2')).toMatchObject({ removed: 2, added: 4, clauses: 1, others: 0 });
  });

  test('include what was added and removed', () => {
    expect(differing('edition-2', 'edition-10')).toEqual([
      ['changed', 'hiding'],
      ['added', 'laughing'],
      ['added', 'listening'],
    ]);
    expect(differing('edition-10', 'draft-11')).toEqual([
      ['changed', 'games'],
      ['added', 'Bring a hat when the sun shines'],
      ['removed', 'laughing'],
    ]);
    expect(compare('edition-10', 'draft-11')).toMatchObject({ clauses: 2, others: 1 });
  });

  test('include headings in their places', () => {
    const { rows } = compare('edition-1', 'edition-2');
    expect(rows.map(({ heading }) => heading)).toEqual([true, true, ...rows.slice(2).map(() => false)]);
  });

  test('show a moved clause in both places', () => {
    const older = fixtureEdition('edition-2');
    const tell = 'Tell a grown-up if something goes wrong.';
    const text = `${older.text.replace(tell, '').replace('Nobody may:', `${tell}\n\nNobody may:`)}`;
    const { rows, clauses } = compareEditions([fixtureDocument()], older, { text });
    expect(rows.filter(({ moved }) => moved).map(({ kind, anchor }) => [kind, anchor])).toEqual([
      ['added', 'tell'],
      ['removed', 'tell'],
    ]);
    expect(clauses).toBe(1);
  });
});
