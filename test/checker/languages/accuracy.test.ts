import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { heldOutPhrases } from '../../../src/checker/evaluation/bySource.ts';
import { readCases } from '../../../src/checker/evaluation/cases.ts';
import { ROOT } from '../../../src/shared/environment.ts';
import { trainedReader } from '../trainedReader.ts';

interface Line {
  /** BCP 47. */
  language: string;
  kind: 'emergency' | 'covered' | 'ordinary';
  text: string;
  /** For English lines of people who are learning it: the situation. */
  situation?: string;
}

const linesOf = (name: string): Line[] =>
  readFileSync(path.join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Twelve lines in each of 28 languages, by someone who saw neither the code nor what it learns from. */
const lines = linesOf('lines.jsonl');
const english = linesOf('english.jsonl');
const read = trainedReader();
const readings = lines.map((line) => ({ ...line, reading: read(line.text) }));
const share = (part: number, whole: number): number => (100 * part) / whole;

test('the language of a text is told', () => {
  const right = readings.filter(({ language, reading }) => reading.language === language).length;
  expect(readings).toHaveLength(28 * 12);
  expect(share(right, readings.length)).toBeGreaterThanOrEqual(93);
});

test('emergencies bring up the panel in every language, or at least the quieter line, and ordinary matters seldom do', () => {
  const emergencies = readings.filter(({ kind }) => kind === 'emergency');
  const others = readings.filter(({ kind }) => kind !== 'emergency');
  const shown = (some: typeof readings) => some.filter(({ reading }) => reading.emergency).length;
  expect(share(shown(emergencies), emergencies.length)).toBeGreaterThanOrEqual(92);
  expect(
    emergencies.filter(({ reading }) => !reading.emergency && !reading.concern).map(({ text }) => text),
  ).toEqual([]);
  expect(share(shown(others), others.length)).toBeLessThanOrEqual(10);
});

test('English is hardly ever taken for another language, even full of names, slang and typing errors', () => {
  const texts = [...english, ...readCases(ROOT), ...heldOutPhrases(ROOT)].map(({ text }) => text);
  const taken = texts.filter((text) => read(text).language !== null);
  expect(texts.length).toBeGreaterThan(2500);
  expect(share(taken.length, texts.length)).toBeLessThanOrEqual(0.3);
});

test('people who are learning English are answered as well as anyone', () => {
  const learners = english.filter(({ situation }) => situation !== undefined);
  const first = learners.filter(
    ({ text, situation }) => read(text).answers[0]?.situation === situation,
  ).length;
  const emergencies = learners.filter(({ kind }) => kind === 'emergency').map(({ text }) => read(text));
  expect(learners).toHaveLength(120);
  expect(share(first, learners.length)).toBeGreaterThanOrEqual(84);
  expect(emergencies.filter(({ emergency, concern }) => !emergency && !concern)).toEqual([]);
});
