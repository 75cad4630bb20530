import { expect, test } from 'vitest';
import { hardWords } from '../../src/readability/hardWords.ts';

const found = (text: string): string[] => hardWords(text).map(({ word }) => word);

test('a hard word is long and not on the list of easy words', () => {
  // On the list though long: another. Short though not on the list: libel.
  expect(found('A remarkable libel about another cat.')).toEqual(['remarkable']);
});

test('a word formed from an easy one is easy', () => {
  expect(
    found('Remembering it, she remembered, easily and terribly, her families’ and grandmother’s stories.'),
  ).toEqual([]);
});

test('hard words are counted, the most frequent first, whatever their capitals and possessives', () => {
  expect(hardWords('Policy. The policy’s safeguarding policy.')).toEqual([
    { word: 'policy', count: 3 },
    { word: 'safeguarding', count: 1 },
  ]);
});

test('a hyphenated word is looked at part by part', () => {
  expect(found('It was super-remarkable and every-day.')).toEqual(['remarkable']);
});

test('names are left out: two capitals, or a capital inside a sentence and never a small letter', () => {
  expect(
    found('Use InstaGramophone. Samaritans listen. Call Samaritans’ helpers. Instagramming is not.'),
  ).toEqual(['instagramming']);
});

test('a capital does not make a name of a word that is written small elsewhere', () => {
  expect(found('Bad use of Social Networking. It is networking, and Networking again.')).toContain(
    'networking',
  );
});
