import path from 'node:path';
import { expect, test } from 'vitest';
import { rulePhrasesOf } from '../../src/adopt/rulePhrases.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { readCases } from '../../src/checker/evaluation/cases.ts';
import { phrasesIn, sameness } from '../../src/checker/training/phrases.ts';
import { ROOT } from '../support/buildSite.ts';
import { DANGERS, PARAPHRASES } from './siteRules.ts';

const stock = readStock(path.join(ROOT, 'content'));
const all = stock.rulePhrases.flatMap(({ plain, mine, theirs, staff }) => [
  ...plain,
  ...mine,
  ...theirs,
  ...staff,
]);

/** What’s added to the phrases of a section with one clause. */
function linesFor(text: string, isNew = (_: string) => true): string[] {
  const clause = { anchor: 'a', text, heading: '', leadIn: undefined, list: undefined };
  const section = {
    id: 'here',
    title: 'Here',
    clauses: [clause],
    open: [clause],
    wordings: [],
    why: undefined,
  };
  return rulePhrasesOf(section, stock.rulePhrases, isNew).flatMap(({ lines }) => lines);
}

test.each([
  ['Bringing pets through the gates', 'dog rules'],
  ['Vaping anywhere near the pond', 'vaping'],
  ['Being under the influence of anything', 'drinking on site'],
  ['Talking to another person’s child about a quarrel', 'approaching a child'],
  ['Stopping on the zig-zags', 'double parking'],
  ['Riding scooters among the ducks', 'e-scooters'],
  ['Filming the ducks', 'filming the play'],
  ['Making audio recordings of staff', 'secret recordings'],
  ['Using a mobile phone beside the pond', 'mobile phones'],
  ['All who come sign in at the pond house', 'visitor badge'],
  ['Destroying a nest', 'broken fence'],
  ['Collect ducklings promptly', 'late pick up'],
  ['Nightwear at the pond', 'dressing gowns'],
  ['Dropping litter', 'sweet wrappers all over the yard after school'],
  ['Climbing the willow', 'climbing frame after school'],
  ['Disrupting the ducks', 'disrupting lessons'],
  ['Supervise your children by the water', 'watching your own children'],
  ['Using the keeper as a threat', 'using teachers as a threat'],
])('adds what people say about such a rule: %s', (text, line) => {
  expect(linesFor(text)).toContain(line);
  expect(linesFor(text, (each) => each !== line)).not.toContain(line);
});

test('adds nothing for what it has no phrases about', () => {
  expect(linesFor('Feed the ducks with oats')).toEqual([]);
});

test('each line is there once, and none measures or is a phrase of an emergency', () => {
  const ours = all.map(sameness);
  expect(new Set(ours).size).toBe(ours.length);
  const measuring = [
    ...PARAPHRASES.flatMap(({ texts }) => texts),
    ...DANGERS,
    ...readCases(ROOT).map(({ text }) => text),
  ];
  const emergencies = phrasesIn(stock.phrases.get('emergency') ?? '', 'emergency', '');
  const others = new Set([...measuring, ...emergencies.map(({ text }) => text)].map(sameness));
  expect(ours.filter((line) => others.has(line))).toEqual([]);
});
