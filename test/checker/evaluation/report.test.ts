import { expect, test } from 'vitest';
import { reportOn } from '../../../src/checker/evaluation/report.ts';
import type { Reader } from '../../../src/checker/reading/reader.ts';

/** Reads `a b`, `a !b` (panel) and `a ?b` (quieter line) as the answers a and b, in that order. */
const read: Reader = (text) => {
  const answers = text
    .replace(/[!?]/g, '')
    .split(' ')
    .map((situation, at) => ({ situation, confidence: at === 0 ? 0.6 : 0.4 }));
  return {
    answers,
    emergency: text.includes('!'),
    concern: text.includes('?'),
    otherLanguage: false,
    certain: false,
    abstains: false,
    teller: undefined,
    explanation: [],
  };
};
test('a report counts hits, what asking which is closest settles, emergencies, false alarms and mistakes', () => {
  const cases = [
    { text: 'post threat', situation: 'post', also: [] },
    { text: 'post threat', situation: 'threat', also: [] },
    { text: 'post !threat', situation: 'threat', also: ['post'] },
    { text: 'post !threat', situation: 'emergency', also: [] },
    { text: 'post ?threat', situation: 'emergency', also: [] },
    { text: 'not-covered post', situation: 'emergency', also: [] },
  ];
  const report = reportOn(cases, read, ['post', 'threat', 'emergency']);
  expect(report.hits[0]).toEqual({ count: 2, of: 6 });
  expect(report.hits[1]).toEqual({ count: 3, of: 6 });
  expect(report.afterQuestion.count).toBe(5);
  expect(report.seen).toEqual({ count: 1, of: 3 });
  expect(report.noticed).toEqual({ count: 2, of: 3 });
  expect(report.missed).toEqual(['not-covered post']);
  expect(report.falseAlarms).toEqual({ count: 1, of: 3 });
  expect(report.wronglyNotCovered).toEqual({ count: 1, of: 6 });
  expect(report.bySituation[1]).toEqual({ situation: 'threat', of: 2, hits: [1, 2, 2] });
  expect(report.mistakes).toHaveLength(4);
});
