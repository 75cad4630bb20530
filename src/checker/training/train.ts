import { createGroups } from '../reading/groups.ts';
import { COARSER, columnsFor, type Model, TELLERS, type Teller } from '../reading/model.ts';
import { EMERGENCY } from '../reading/reader.ts';
import { windowsOf } from '../reading/windows.ts';
import { wordsOf } from '../reading/words.ts';
import { createSeeing, exampleOf } from './examples.ts';
import { type Bag, type Labelled, learnClasses, learnInWindows } from './logistic.ts';
import { centreRows, levelsFor, quantiseTogether, shapeOf, stepFor, stepOfLevel } from './quantise.ts';
import { selectFeatures } from './selectFeatures.ts';
import {
  BALANCE,
  DANGER,
  DANGER_BALANCE,
  EMERGENCY_RULE,
  LEAST_STEPS,
  SHARPNESS,
  SITUATIONS,
  TELLING,
} from './settings.ts';

/** One line to learn from. */
export interface TrainingLine {
  text: string;
  situation: string;
  /** Other situations that would be right too. */
  also?: readonly string[];
  /** Whose story it is; nothing where nobody has said. */
  teller?: Teller | undefined;
  /** How much it counts; 1 where nothing is said. */
  weight?: number;
}

export interface TrainingData {
  /** Of at least two situations. */
  lines: readonly TrainingLine[];
  /** Words of like meaning, from `readWordGroups`. */
  groups?: readonly string[];
  /** Words that always bring the emergency panel, from `readEmergencyWords`. */
  always?: readonly string[];
}

/** Trains a model. The same data give the same model, bit for bit, in the same engine. */
export function train({ lines, groups = [], always = [] }: TrainingData): Model {
  const situations = [...new Set(lines.map(({ situation }) => situation))].sort((a, b) => (a < b ? -1 : 1));
  const see = createSeeing(createGroups(groups));
  const weights = weightsOf(lines);
  const seen = lines.map((line, at) => ({
    ...see(wordsOf(line.text)),
    ...labelsOf(line, situations),
    weight: weights[at] ?? 1,
  }));
  const count = situations.length;
  const known = selectFeatures(seen, count, situations.indexOf(EMERGENCY));
  const size = known.rarity.length;
  const levels = levelsFor(known.rarity);
  const examples = seen.map((each): Labelled => {
    const { label, also, weight } = each;
    return { ...exampleOf(each, known), label, also, weight };
  });
  const longer = Math.ceil(LEAST_STEPS / lines.length);
  const bySituation = learnClasses(examples, size, count, {
    ...SITUATIONS,
    rounds: Math.max(SITUATIONS.rounds, longer),
  });
  centreRows(bySituation.weights, count);
  const step = stepFor(bySituation.weights);
  const steps = shapeOf(levels, known.rarity).map((shape) => step * shape);

  const certain = lines.map(
    ({ situation, also = [] }) => situation === EMERGENCY || !also.includes(EMERGENCY),
  );
  const emergencies = lines.filter(({ situation }) => situation === EMERGENCY).length;
  const rare = (lines.length / (2 * Math.max(1, emergencies))) ** DANGER_BALANCE;
  const bags = lines.flatMap(({ text, situation, weight = 1 }, at): Bag[] => {
    if (!certain[at]) return [];
    // Split again: to hold all words till here would cost more.
    const parts = windowsOf(wordsOf(text));
    // Most lines are one sentence, and what that has is known.
    const windows =
      parts.length === 1 ? examples.slice(at, at + 1) : parts.map((each) => exampleOf(see(each), known));
    const holds = situation === EMERGENCY;
    return windows.length === 0 ? [] : [{ windows, holds, weight: weight * (holds ? rare : 1) }];
  });
  const danger = learnInWindows(bags, size, { ...DANGER, rounds: Math.max(DANGER.rounds, longer) });

  const told = examples.flatMap(({ rows, values }, at): Labelled[] => {
    const teller = lines[at]?.teller;
    return teller === undefined ? [] : [{ rows, values, label: TELLERS.indexOf(teller), weight: 1 }];
  });
  const byTeller = learnClasses(told, size, TELLERS.length, TELLING);

  const coarser = steps.map((each) => each * COARSER);
  const windows = bags.flatMap((bag) => bag.windows);
  const parts = [
    quantiseTogether(examples, bySituation.weights, steps),
    quantiseTogether(windows, danger.weights, coarser),
    quantiseTogether(told, byTeller.weights, coarser),
  ];
  const columns = columnsFor(count);
  const weightsInSteps = new Int8Array(size * columns);
  for (let row = 0; row < size; row += 1) {
    let at = row * columns;
    for (const part of parts) {
      const own = part.subarray((row * part.length) / size, ((row + 1) * part.length) / size);
      weightsInSteps.set(own, at);
      at += own.length;
    }
  }
  const start = [...bySituation.start, danger.start, ...byTeller.start];
  return {
    situations,
    rows: known.rows,
    levels,
    weights: weightsInSteps,
    step: stepOfLevel(step),
    start: start.map((value) => Math.round(value * 1000) / 1000),
    sharpness: SHARPNESS,
    emergency: { ...EMERGENCY_RULE, always },
    groups,
  };
}

/** Which of the situations is right for a line, and which others would be. */
function labelsOf({ situation, also = [] }: TrainingLine, situations: readonly string[]) {
  const others = also.map((other) => situations.indexOf(other)).filter((label) => label >= 0);
  return { label: situations.indexOf(situation), also: others };
}

/** How much each line counts: by its own weight, and the more the fewer lines its situation has. On average 1. */
function weightsOf(lines: readonly TrainingLine[]): number[] {
  const counts = new Map<string, number>();
  for (const { situation } of lines) counts.set(situation, (counts.get(situation) ?? 0) + 1);
  const weights = lines.map(
    ({ situation, weight = 1 }) => weight * (lines.length / (counts.get(situation) ?? 1)) ** BALANCE,
  );
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}
