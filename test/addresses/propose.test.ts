import { expect, test } from 'vitest';
import { type Present, proposeForwards } from '../../src/addresses/propose.ts';
import type { Clause } from '../../src/code/document.ts';

const clause = (anchor: string, text: string, page = '/'): Clause => ({
  anchor,
  page,
  heading: '',
  runs: [],
  text,
});
const present: Present = {
  clauses: [
    clause('kindness', 'Everyone treats everyone else with kindness.'),
    clause('language', 'Abusive or threatening language isn’t tolerated on site.'),
    clause('dogs', 'Dogs wait outside the gate.'),
    clause('posts', 'Nobody writes about families on social media.', '/annex/'),
  ],
  addresses: new Set(['/', '/annex/']),
  appendices: ['/annex/'],
  notCovered: '/situations/not-covered/',
  codePage: '/',
  olderWords: ['Pets stay at home: bring no dogs past the gate', 'Be punctual'],
};

test.each([
  ['a clause on a new page', ['/#posts'], '/annex/#posts'],
  ['a clause like its anchor', ['/#verbal-abuse'], '/#language'],
  ['one like its words in an older edition', ['/#pets'], '/#dogs'],
  ['a clause like none', ['/#punctual'], '/'],
  ['a clause like none on a page that’s there', ['/annex/#uniforms'], '/annex/'],
  ['a clause like none on a page that isn’t', ['/appendix/#uniforms'], '/'],
  ['a short address of a clause', ['/c/threats/'], '/#language'],
  ['a situation', ['/situations/parking/'], '/situations/not-covered/'],
  ['a short address of one', ['/s/parking/'], '/situations/not-covered/'],
  ['the old appendix', ['/appendix/', '/appendix/#posts'], '/annex/'],
  ['another page', ['/news/'], '/'],
])('%s: %j', (_what, gone, to) => {
  expect(proposeForwards(gone, present)[0]).toMatchObject({ from: gone[0], to });
});

test('words that any clause has don’t make clauses alike', () => {
  expect(proposeForwards(['/#what-parents-should-have'], present)[0]?.to).toBe('/');
});
