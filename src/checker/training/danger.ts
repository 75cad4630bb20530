import { createGroups } from '../reading/groups.ts';
import { EMERGENCY } from '../reading/reader.ts';
import { windowsOf } from '../reading/windows.ts';
import { wordsOf } from '../reading/words.ts';
import { createSeeing, exampleOf } from './examples.ts';
import { learnInWindows } from './logistic.ts';
import { quantiseTogether } from './quantise.ts';
import type { Known } from './selectFeatures.ts';
import { DANGER, DANGER_BALANCE, forLines } from './settings.ts';
import type { TrainingData, TrainingLine } from './train.ts';

/** What is learned of danger: a whole number for each row, and what every window starts from. */
export interface Danger {
  weights: Int8Array;
  start: number;
}

/**
 * Goes on learning danger once it's settled what a model knows; rounds what was learned once it's settled what 1 is to be
 * worth in each row, and what a bit of it may cost (see `Size`); and gives it when asked. So another thread can be at work
 * on it meanwhile. For several models, each goes all the way before the next is rounded.
 */
export type DangerLearning = (known: Known) => (steps: Float64Array, price: number) => () => Danger;

/**
 * Begins to learn danger, from all lines of which it's certain whether they tell of it, in windows: a text holds danger where
 * any of its windows does.
 */
export function beginDanger({ lines, groups = [] }: TrainingData): DangerLearning {
  const see = createSeeing(createGroups(groups));
  const emergencies = lines.filter(({ situation }) => situation === EMERGENCY).length;
  const rare = (lines.length / (2 * Math.max(1, emergencies))) ** DANGER_BALANCE;
  const seen = lines.filter(isCertain).flatMap(({ text, situation, weight = 1 }) => {
    const windows = windowsOf(wordsOf(text)).map(see);
    const holds = situation === EMERGENCY;
    return windows.length === 0 ? [] : [{ windows, holds, weight: weight * (holds ? rare : 1) }];
  });
  return (known) => {
    const bags = seen.map((bag) => ({ ...bag, windows: bag.windows.map((each) => exampleOf(each, known)) }));
    const { weights, start } = learnInWindows(bags, known.rarity.length, forLines(DANGER, lines.length));
    const windows = bags.flatMap((bag) => bag.windows);
    return (steps, price) => () => ({ weights: quantiseTogether(windows, weights, steps, price), start });
  };
}

/** Where danger would be right too, nobody has said whether a line tells of it. */
const isCertain = ({ situation, also = [] }: TrainingLine): boolean =>
  situation === EMERGENCY || !also.includes(EMERGENCY);
