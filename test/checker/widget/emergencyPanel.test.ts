import { expect, test } from 'vitest';
import { EmergencyPanel } from '../../../src/checker/widget/EmergencyPanel.tsx';
import { loadOnce } from '../../../src/content/load.ts';
import { html } from '../../../src/shared/html.ts';
import { resolveSituations } from '../../../src/situations/resolve.ts';
import { ROOT } from '../../support/buildSite.ts';

const content = loadOnce(ROOT);
const situation = resolveSituations({ ...content, base: '/' }).find(({ id }) => id === 'emergency');
if (situation === undefined) throw new Error('There’s no emergency.');
const words = content.checker;

/** Who the panel names, in order. */
const namedFor = (text: string): string[] => {
  const panel = html(EmergencyPanel, { situation, words, text });
  const rows = panel.slice(0, panel.indexOf('<details'));
  return [...rows.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, name = '']) => name);
};
const usual = situation.routes.affected.steps.map(({ who }) => who);

test.each([
  ['A man with a knife is outside the gate', usual[1]],
  ['the kids would be better off without me', 'Samaritans'],
  ['im in year 5 and my dad hits me', 'Childline'],
])('999 comes first, and then whoever can help someone who says: %s', (text, second) => {
  const named = namedFor(text);
  expect(named.slice(0, 2)).toEqual(['999', second]);
  expect([...named].sort()).toEqual([...usual].sort());
});

test('whoever may come next is one of those that the panel names', () => {
  expect(words.emergency.next.filter(({ id }) => !usual.includes(id))).toEqual([]);
});
