import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCases } from '../../../src/checker/evaluation/cases.ts';
import type { Reading } from '../../../src/checker/reading/reader.ts';
import { ROOT } from '../../../src/shared/environment.ts';
import { trainedReader } from '../trainedReader.ts';

const read = trainedReader();
const situations = read('').answers.map(({ situation }) => situation);

/** All but the places of words, which move when signs are added. */
const gist = ({ explanation: _, ...rest }: Reading): Omit<Reading, 'explanation'> => rest;

function expectSound(text: string, reading: Reading): void {
  const { answers, explanation, emergency, concern } = reading;
  expect(answers.map(({ situation }) => situation).sort()).toEqual([...situations].sort());
  let sum = 0;
  let last = 1;
  for (const { confidence } of answers) {
    expect(Number.isFinite(confidence)).toBe(true);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(last);
    last = confidence;
    sum += confidence;
  }
  expect(sum).toBeCloseTo(1, 9);
  expect(emergency && concern).toBe(false);
  expect(explanation.length).toBeLessThanOrEqual(6);
  let end = 0;
  for (const range of explanation) {
    expect(range.start).toBeGreaterThanOrEqual(end);
    expect(range.end).toBeGreaterThan(range.start);
    end = range.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
}

describe('any text', () => {
  test('gives every situation, with confidences that add up to 1', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 40 })),
        (text) => expectSound(text, read(text)),
      ),
    );
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \t\n '],
    ['punctuation', '?!... ---'],
    ['emoji', '😡😡😡'],
    ['half a character', '\ud83d \udc00'],
    ['a script', '<script>alert(1)</script>'],
    ['right to left', 'ابني خائف'],
    ['100,000 letters', 'a'.repeat(100_000)],
    ['100,000 different words', Array.from({ length: 100_000 }, (_, n) => n.toString(36)).join(' ')],
    ['100,000 quotes', "a'".repeat(50_000)],
    ['100,000 stars', 'f'.padEnd(100_000, '*')],
  ])('may be %s', (_name, text) => {
    expectSound(text, read(text));
  });
});

describe('the same words', () => {
  test.each(
    readCases(ROOT)
      .slice(0, 60)
      .map(({ text }) => text),
  )('read the same however they are typed: %s', (text) => {
    const plain = gist(read(text));
    expect(gist(read(text.toUpperCase()))).toEqual(plain);
    expect(gist(read(text.toLowerCase()))).toEqual(plain);
    expect(gist(read(text.replaceAll("'", '’').replaceAll('"', '“')))).toEqual(plain);
    expect(gist(read(text.replaceAll('’', "'").replaceAll('“', '"')))).toEqual(plain);
    expect(gist(read(`  ${text.replaceAll(' ', '   ')}  `))).toEqual(plain);
    expect(gist(read(`😀 ${text.replaceAll(' ', ' ❤️ ')} 1️⃣👨‍👩‍👧`))).toEqual(plain);
  });
});

describe('with little to go on', () => {
  test.each([
    'My ',
    'I',
    'child',
    'Year 6',
    'today',
    'mum',
    'zzqx wvkk',
    'his',
    'Monday',
    'idk',
    'home',
    'crying',
  ])('no panel and no answer is shown: "%s"', (text) => {
    expect(read(text)).toMatchObject({ emergency: false, concern: false, abstains: true, teller: undefined });
  });

  test('words that always count still bring the panel', () => {
    expect(read('suicidal')).toMatchObject({ emergency: true, certain: true, abstains: false });
  });
});

describe('a clause about danger', () => {
  test('is seen among much that is ordinary', () => {
    const ordinary = 'The new uniform is dear and the blue polo shirts have sold out again. ';
    const clause = 'He got hold of the girl by the shoulders and shook her till she cried. ';
    expect(read(ordinary.repeat(2) + clause + ordinary).emergency).toBe(true);
    expect(read(ordinary.repeat(3)).emergency).toBe(false);
  });
});

describe('what cannot be read', () => {
  test.each(['', '🙂', '???'])('is not covered: "%s"', (text) => {
    const reading = read(text);
    expect(reading.answers[0]?.situation).toBe('not-covered');
    expect(reading).toMatchObject({
      emergency: false,
      concern: false,
      explanation: [],
      otherLanguage: false,
    });
  });

  test('says so when it is another language', () => {
    const reading = read('Dzień dobry, gdzie jest szkoła?');
    expect(reading.otherLanguage).toBe(true);
    expect(reading.answers[0]?.situation).toBe('not-covered');
  });
});
