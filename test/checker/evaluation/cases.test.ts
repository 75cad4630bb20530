import { expect, test } from 'vitest';
import { strangeSituations } from '../../../src/checker/evaluation/cases.ts';

test('situations of cases that are not there are named once each', () => {
  const cases = ['kites', 'boats', 'kites', 'kept'].map((situation) => ({ text: 'x', situation, also: [] }));
  expect(strangeSituations(cases, ['kept', 'other'])).toEqual(['kites', 'boats']);
  expect(strangeSituations(cases.slice(3), ['kept', 'other'])).toEqual([]);
});
