import { describe, expect, test } from 'vitest';
import { readCases } from '../../../src/checker/evaluation/cases.ts';
import { isOtherLanguage } from '../../../src/checker/reading/language.ts';
import { wordsOf } from '../../../src/checker/reading/words.ts';
import { PHRASES_FOLDER, readPhrases } from '../../../src/checker/training/phrases.ts';
import { ROOT } from '../../../src/shared/environment.ts';

describe('another language', () => {
  test.each([
    'Dzień dobry, kiedy jest zebranie?',
    'Copilul meu nu vrea la școală',
    'mera beta school nahi aa sakta',
    'Mein Sohn wurde von der Lehrerin angeschrien',
    'Mi hijo no quiere ir al colegio',
    'کیا کل اسکول کھلا ہے؟',
    'দয়া করে সাহায্য করুন',
    '学校几点放学',
    'Коли починається школа?',
  ])('is seen in: %s', (text) => {
    expect(isOtherLanguage(wordsOf(text))).toBe(true);
  });

  test('is not seen in the English cases, nor in two words of English', () => {
    const taken = readCases(ROOT).filter(({ text }) => isOtherLanguage(wordsOf(text)));
    expect(taken).toEqual([]);
    for (const text of [
      '',
      'no reply',
      'die',
      'para',
      'Señor Pérez shouted at me',
      'es',
      'my son Jakub was hit',
    ]) {
      expect(isOtherLanguage(wordsOf(text))).toBe(false);
    }
  });

  test('is seen in no phrase outside not-covered', () => {
    const taken = readPhrases(PHRASES_FOLDER).filter(({ text }) => isOtherLanguage(wordsOf(text)));
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.filter(({ situation }) => situation !== 'not-covered')).toEqual([]);
  });
});
