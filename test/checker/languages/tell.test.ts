import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profilesOf } from '../../../src/checker/languages/profiles.ts';
import { createLanguageTeller, UNDETERMINED } from '../../../src/checker/languages/tell.ts';

const tell = createLanguageTeller(
  profilesOf(
    new Map([
      ['en', ['when does the school open', 'my son lost his coat', 'the teacher was rude to me']],
      ['pl', ['kiedy otwarta jest szkoła', 'mój syn zgubił kurtkę', 'pani była dla mnie niemiła dzisiaj']],
      ['bg', ['кога отваря училището', 'синът ми загуби якето си', 'учителката беше груба']],
    ]),
    new Set(['pl', 'bg']),
  ),
);

describe('the language of a text', () => {
  test.each([
    ['kiedy otwarta szkoła i gdzie mój syn zgubił kurtkę', 'pl'],
    ['KIEDY OTWARTA SZKOLA GDZIE MOJ SYN ZGUBIL KURTKE', 'pl'],
    ['кога отваря', 'bg'],
    ['学校几点放学', 'zh'],
    ['何時に学校が終わりますか', 'ja'],
    ['স্কুল কখন খোলে', 'bn'],
    ['when does the school open', null],
    ['Zażółć', null],
    ['', null],
    ['🙂 ???', null],
    ['ᚠᚢᚦᚨᚱᚲ', UNDETERMINED],
  ])('%s: %s', (text, language) => {
    expect(tell(text)).toBe(language);
  });

  test('is told, or not, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['string', 'object']).toContain(typeof tell(text));
      }),
    );
  });

  test('is never told without anything to tell it by', () => {
    expect(createLanguageTeller([])('mój syn zgubił kurtkę w szkole')).toBe(null);
  });
});
