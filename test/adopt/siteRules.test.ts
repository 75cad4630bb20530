import path from 'node:path';
import { expect, test } from 'vitest';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';
import { readStock } from '../../src/adopt/stock.ts';
import type { NewClause } from '../../src/adopt/structure.ts';
import { wordsOf } from '../../src/checker/reading/words.ts';
import { PHRASES_FOLDER, readPhrases } from '../../src/checker/training/phrases.ts';
import { closestQuotation } from '../../src/checker/widget/closestQuotation.ts';
import { ROOT } from '../support/buildSite.ts';
import { asMarkdown } from './asFiles.ts';
import { withFewPhrases } from './fewPhrases.ts';
import { DANGERS, PARAPHRASES } from './siteRules.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));

/** The clauses that each Code’s sections quote, by section. */
const sections = new Map<string, NewClause[][]>();
for (const code of new Set(PARAPHRASES.map((each) => each.code))) {
  const draft = draftFrom(await readPolicy('policy.md', Buffer.from(asMarkdown(code))), stock);
  const { made } = adopt(draft, stock, new Map(Object.entries(code.answers)));
  sections.set(
    code.name,
    [...made.values()].map(({ cites }) => draft.clauses.filter(({ anchor }) => cites.includes(anchor))),
  );
}

test.each(PARAPHRASES)(
  'no stock situation is about $clause, so its section quotes it',
  ({ code, clause }) => {
    const quoted = sections.get(code.name)?.flat() ?? [];
    expect(quoted.filter(({ anchor }) => anchor === clause)).toHaveLength(1);
  },
);

/** Most say it in other words than the Code: then all of the section is shown. */
const LEAST_RIGHT = 0.4;
const MOST_WRONG = 0.1;

test('where a text shares words with a section, they’re mostly those of the right clause', () => {
  const found = PARAPHRASES.flatMap(({ code, clause, texts }) => {
    const section =
      sections.get(code.name)?.find((some) => some.some(({ anchor }) => anchor === clause)) ?? [];
    const quotations = section.map(({ anchor, text }) => ({ anchor, text, name: '', href: '' }));
    return texts.map((text) => {
      const closest = closestQuotation(text, [], quotations);
      return closest === undefined ? 'none' : closest.anchor === clause ? 'right' : 'wrong';
    });
  });
  const share = (kind: string): number => found.filter((each) => each === kind).length / found.length;
  expect(share('right')).toBeGreaterThan(LEAST_RIGHT);
  expect(share('wrong')).toBeLessThan(MOST_WRONG);
});

test('only the words that decided for a section say which of its clauses comes first', () => {
  const quotations = ['Park outside the gates', 'Dogs, whatever they’re on', 'Smoking'].map((text) => ({
    anchor: text,
    text,
    name: '',
    href: '',
  }));
  const text = 'a dog outside the gates';
  const closest = (explanation: { start: number; end: number }[]) =>
    closestQuotation(text, explanation, quotations)?.text;
  expect(closest([])).toBe('Park outside the gates');
  expect(closest([{ start: 2, end: 5 }])).toBe('Dogs, whatever they’re on');
  expect(closest([{ start: 0, end: 1 }])).toBeUndefined();
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
