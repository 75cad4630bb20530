import { pathToFileURL } from 'node:url';
import { readCases } from '../../src/checker/evaluation/cases.ts';
import { type Measured, measure, summarise } from '../../src/checker/evaluation/metrics.ts';
import { decode } from '../../src/checker/reading/model.ts';
import { createReader } from '../../src/checker/reading/reader.ts';
import { cachedModel, readTrainingData } from '../../src/checker/training/cachedModel.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { printCosts } from './accuracyCosts.ts';
import { crossValidate, printHeldOut } from './accuracyHeldOut.ts';
import { type Hits, printRivals } from './accuracyRivals.ts';
import { printSteadiness } from './accuracySteadiness.ts';
import type { Figure } from './figures.ts';

/**
 * Prints how well the checker does, and what it costs: on the cases, on phrases whose authors it was
 * not taught by, beside search libraries, in time and in bytes. Takes some minutes.
 */
export async function accuracy(): Promise<Figure[]> {
  const { phrases, ...trainingData } = readTrainingData();
  const encoded = cachedModel();
  const read = createReader(decode(encoded));
  const cases = readCases(ROOT);
  console.log(`\n## The checker on ${cases.length} cases that never taught it\n`);
  const measured = measure(cases, read);
  printMeasured(measured);
  printSteadiness(cases, read);
  const heldOut = crossValidate(phrases, trainingData);
  console.log(`\n## On ${phrases.length} phrases, each read by a checker not taught by its author\n`);
  printHeldOut(heldOut);
  console.log('\n## Beside search libraries over the same phrases\n');
  const hits = printRivals(phrases, cases, read);
  console.log('\n## What it costs\n');
  printCosts(phrases, trainingData, cases, encoded, read);
  return figures(measured, cases.length, summarise(heldOut), phrases.length, hits);
}

function figures(onCases: Measured, cases: number, heldOut: Measured, phrases: number, hits: Hits): Figure[] {
  const percent = (values: readonly number[]): string =>
    `${values.map((value) => value.toFixed(1)).join('; ')} %`;
  const emergencies = ({ emergenciesSeen, falseAlarms }: Measured): string =>
    percent([emergenciesSeen, falseAlarms]);
  return [
    {
      name: `right first; within two; three: ${hits.texts} of the cases`,
      ours: percent(hits.checker),
      other: `MiniSearch ${percent(hits.miniSearch)}, Fuse.js ${percent(hits.fuse)}`,
    },
    { name: `right first; within two; three: all ${cases} cases`, ours: percent(onCases.hits) },
    { name: 'emergencies seen; false alarms: these cases', ours: emergencies(onCases) },
    {
      name: `right first; within two; three: ${phrases.toLocaleString('en-GB')} phrases, authors held out`,
      ours: percent(heldOut.hits),
    },
    { name: 'emergencies seen; false alarms: these phrases', ours: emergencies(heldOut) },
  ];
}

/** A line for each figure. */
export function printMeasured(found: Measured): void {
  const percent = (value: number): string => `${value.toFixed(1)} %`;
  console.log(`right at the first answer        ${percent(found.hits[0])}`);
  console.log(`right within two                 ${percent(found.hits[1])}`);
  console.log(`right within three               ${percent(found.hits[2])}`);
  console.log(
    `emergencies seen                 ${percent(found.emergenciesSeen)}  (full panel, or first answer)`,
  );
  console.log(`  with the quieter line          ${percent(found.emergenciesNoticed)}`);
  console.log(`false alarms                     ${percent(found.falseAlarms)}`);
  console.log(`  with the quieter line          ${percent(found.quietFalseAlarms)}`);
  console.log(`not covered, seen as such        ${percent(found.notCoveredSeen)}`);
  console.log(`covered, but called not covered  ${percent(found.calledNotCovered)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await accuracy();
