import { createGroups } from '../reading/groups.ts';
import { COARSER, columnsFor, type Model, TELLERS, type Teller } from '../reading/model.ts';
import { EMERGENCY } from '../reading/reader.ts';
import { wordsOf } from '../reading/words.ts';
import { beginDanger, type DangerLearning } from './danger.ts';
import { beginDangerInThread } from './dangerInThread.ts';
import { createSeeing, exampleOf, type Seen } from './examples.ts';
import { type Labelled, learnClasses } from './logistic.ts';
import { centreRows, levelsFor, quantiseTogether, shapeOf, stepFor, stepOfLevel } from './quantise.ts';
import { type Known, selectFeatures } from './selectFeatures.ts';
import {
  BALANCE,
  forLines,
  SHARPNESS,
  SITUATIONS,
  SIZES,
  type Size,
  TELLING,
  WORTH_A_THREAD,
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

/**
 * Trains a model. The same data give the same model, bit for bit, in the same engine.
 *
 * @param size how large it may become
 */
export function train(data: TrainingData, size: Size = SIZES.full, begin?: typeof beginDanger): Model {
  return trainSizes(data, { size }, begin).size;
}

/**
 * Trains a model of each size: what the lines hold is only looked for once.
 *
 * @param begin learns danger, where there are many lines in a thread beside this one
 */
export function trainSizes<Name extends string>(
  data: TrainingData,
  sizes: Readonly<Record<Name, Size>>,
  begin = data.lines.length < WORTH_A_THREAD ? beginDanger : beginDangerInThread,
): Record<Name, Model> {
  const { lines, groups = [] } = data;
  const learnDanger = begin(data);
  const situations = [...new Set(lines.map(({ situation }) => situation))].sort((a, b) => (a < b ? -1 : 1));
  const see = createSeeing(createGroups(groups));
  const weights = weightsOf(lines);
  const seen = lines.map((line, at) => ({
    ...see(wordsOf(line.text)),
    ...labelsOf(line, situations),
    weight: weights[at] ?? 1,
  }));
  const names = Object.keys(sizes) as Name[];
  const begun = names.map((name) => {
    const known = selectFeatures(seen, situations.length, situations.indexOf(EMERGENCY), sizes[name].rows);
    return { name, known, roundDanger: learnDanger(known) };
  });
  // Danger comes last: another thread may still be at work on it.
  const finishing = begun.map(
    ({ name, known, roundDanger }) =>
      [name, learnSize(data, sizes[name], situations, seen, known, roundDanger)] as const,
  );
  return Object.fromEntries(finishing.map(([name, finish]) => [name, finish()])) as Record<Name, Model>;
}

/** Learns all but danger, and gives what finishes the model once that’s learned too. */
function learnSize(
  { lines, groups = [], always = [] }: TrainingData,
  size: Size,
  situations: readonly string[],
  seen: readonly (Seen & ReturnType<typeof labelsOf> & Pick<Labelled, 'weight'>)[],
  known: Known,
  roundDanger: ReturnType<DangerLearning>,
): () => Model {
  const count = situations.length;
  const rowCount = known.rarity.length;
  const levels = levelsFor(known.rarity);
  const examples = seen.map((each): Labelled => {
    const { label, also, weight } = each;
    return { ...exampleOf(each, known), label, also, weight };
  });
  const bySituation = learnClasses(examples, rowCount, count, forLines(SITUATIONS, lines.length));
  centreRows(bySituation.weights, count);
  const step = stepFor(bySituation.weights, size.coarseness);
  const steps = shapeOf(levels, known.rarity).map((shape) => step * shape);
  const coarser = steps.map((each) => each * COARSER);
  const dangerOf = roundDanger(coarser, size.price);

  const told = examples.flatMap(({ rows, values }, at): Labelled[] => {
    const teller = lines[at]?.teller;
    return teller === undefined ? [] : [{ rows, values, label: TELLERS.indexOf(teller), weight: 1 }];
  });
  const byTeller = learnClasses(told, rowCount, TELLERS.length, TELLING);

  const situationsInSteps = quantiseTogether(examples, bySituation.weights, steps, size.price);
  const tellersInSteps = quantiseTogether(told, byTeller.weights, coarser, size.price);
  return () => {
    const danger = dangerOf();
    const parts = [situationsInSteps, danger.weights, tellersInSteps];
    const columns = columnsFor(count);
    const weightsInSteps = new Int8Array(rowCount * columns);
    for (let row = 0; row < rowCount; row += 1) {
      let at = row * columns;
      for (const part of parts) {
        const own = part.subarray((row * part.length) / rowCount, ((row + 1) * part.length) / rowCount);
        weightsInSteps.set(own, at);
        at += own.length;
      }
    }
    const start = [...bySituation.start, danger.start, ...byTeller.start];
    return {
      situations: [...situations],
      rows: known.rows,
      levels,
      weights: weightsInSteps,
      step: stepOfLevel(step),
      start: start.map((value) => Math.round(value * 1000) / 1000),
      sharpness: SHARPNESS,
      emergency: { ...size.emergency, always },
      groups,
    };
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
