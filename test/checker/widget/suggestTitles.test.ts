import { expect, test } from 'vitest';
import { suggestTitles } from '../../../src/checker/widget/suggestTitles.ts';
import { loadOnce } from '../../../src/content/load.ts';
import { ROOT } from '../../../src/shared/environment.ts';
import { resolveSituations } from '../../../src/situations/resolve.ts';

const situations = resolveSituations({ ...loadOnce(ROOT), base: '/' });
const suggested = (text: string): string[] => suggestTitles(text, situations).map(({ id }) => id);

test.each([
  ['complain', 'concern-unresolved'],
  ['Ofsted', 'threat-to-report'],
  ['OFSTED?', 'threat-to-report'],
  ['SENCO', 'raise-a-concern'],
  ['DSL', 'emergency'],
  ['headteacher', 'concern-unresolved'],
  ['office', 'treated-disrespectfully'],
  ['petit', 'inciting-others'],
  ['bans', 'sanctions'],
  ['rude teacher', 'treated-disrespectfully'],
  ['self-harm', 'emergency'],
  ['petiton', 'inciting-others'],
  ['petittion', 'inciting-others'],
  ['petitiom', 'inciting-others'],
  ['pettiion', 'inciting-others'],
])('%s brings up %s', (text, id) => {
  expect(suggested(text)).toContain(id);
});

test.each([
  'Lee',
  'rat',
  'pain',
  'the',
  'of the',
  'ing',
  'xyz',
  'poster',
  'lesson',
  'meat',
  '',
  '???',
  'three whole words',
])('“%s” brings up nothing', (text) => {
  expect(suggested(text)).toEqual([]);
});

test('there are at most four, and those with the word in their title come first', () => {
  for (const text of ['school', 'meeting', 'teacher', 'complaint']) {
    const found = suggestTitles(text, situations);
    expect(found.length).toBeLessThanOrEqual(4);
    const inTitle = found.map(({ title }) => title.toLowerCase().includes(text));
    expect(inTitle).toEqual([...inTitle].sort((a, b) => Number(b) - Number(a)));
  }
});
