import { describe, expect, test } from 'vitest';
import { readCases } from '../../../src/checker/evaluation/cases.ts';
import { decode } from '../../../src/checker/reading/model.ts';
import { createReader } from '../../../src/checker/reading/reader.ts';
import { cachedModel } from '../../../src/checker/training/cachedModel.ts';
import { ROOT } from '../../../src/shared/environment.ts';

const read = createReader(decode(cachedModel()));

describe('a text that may be in another language', () => {
  test.each([
    'Dzień dobry, kiedy jest zebranie?',
    'Copilul meu nu vrea la școală',
    'mera beta school nahi aa sakta',
    'Mein Sohn wurde von der Lehrerin angeschrien',
    'کیا کل اسکول کھلا ہے؟',
    'দয়া করে সাহায্য করুন',
    '学校几点放学',
    'Коли починається школа?',
  ])('is noticed: %s', (text) => {
    expect(read(text).otherLanguage).toBe(true);
  });

  test.each(['', 'no reply', 'Señor Pérez shouted at me', 'my son Jakub was hit'])(
    'is none of: %s',
    (text) => {
      expect(read(text).otherLanguage).toBe(false);
    },
  );

  test('is hardly ever one of the English cases, and is read as English where it’s known to be', () => {
    const taken = readCases(ROOT).filter(({ text }) => read(text).otherLanguage);
    expect(taken.length).toBeLessThanOrEqual(4);
    for (const { text } of taken) expect(read(text, true).otherLanguage).toBe(false);
  });
});
