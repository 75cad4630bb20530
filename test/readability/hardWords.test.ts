import { expect, test } from 'vitest';
import { hardWords } from '../../src/readability/hardWords.ts';

const found = (text: string): string[] => hardWords(text).map(({ word }) => word);

test('a hard word is long and isn’t on the list of easy words', () => {
  // `another` is long, but on the list; `libel` isn't on the list, but short.
  expect(found('A remarkable libel about another cat.')).toEqual(['remarkable']);
});

test('a word formed from an easy one is easy', () => {
  expect(
    found('Remembering it, she remembered, easily and terribly, her families’ and grandmother’s stories.'),
  ).toEqual([]);
});

test('hard words are counted, the most frequent first, regardless of capitals and possessives', () => {
  expect(hardWords('Policy. The policy’s safeguarding policy.')).toEqual([
    { word: 'policy', count: 3 },
    { word: 'safeguarding', count: 1 },
  ]);
});

test('each part of a hyphenated word is checked', () => {
  expect(found('It was super-remarkable and every-day.')).toEqual(['remarkable']);
});

test('names are left out: two capitals, or a capital inside a sentence and never lower case', () => {
  expect(
    found('Use InstaGramophone. Samaritans listen. Call Samaritans’ helpers. Instagramming is not.'),
  ).toEqual(['instagramming']);
});

test('a word with a capital isn’t a name if it’s in lower case elsewhere', () => {
  expect(found('Bad use of Social Networking. It is networking, and Networking again.')).toContain(
    'networking',
  );
});
