import path from 'node:path';
import { expect, test } from 'vitest';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { wordsOf } from '../../src/checker/reading/words.ts';
import { PHRASES_FOLDER, readPhrases } from '../../src/checker/training/phrases.ts';
import { ROOT } from '../support/buildSite.ts';
import { asMarkdown } from './asFiles.ts';
import { DANGERS, PARAPHRASES } from './siteRules.ts';

const stock = readStock(path.join(ROOT, 'content'));

test.each(PARAPHRASES)('no stock situation is about $clause, so one is made', async ({ code, clause }) => {
  const draft = draftFrom(await readPolicy('policy.md', Buffer.from(asMarkdown(code))), stock);
  expect(draft.clauses.map(({ anchor }) => anchor)).toContain(clause);
  const { about, made } = adopt(draft, stock, new Map(Object.entries(code.answers)));
  expect(about.filter(({ anchor }) => anchor === clause)).toEqual([]);
  expect([...made.keys()]).toContain(clause);
});

test('nothing that measures trains', () => {
  const asWords = (text: string): string =>
    wordsOf(text)
      .map(({ form }) => form)
      .join(' ');
  const trained = new Set(readPhrases(path.join(ROOT, PHRASES_FOLDER)).map(({ text }) => asWords(text)));
  const measuring = [...PARAPHRASES.flatMap(({ texts }) => texts), ...DANGERS];
  expect(measuring.filter((text) => trained.has(asWords(text)))).toEqual([]);
});
