import { pathToFileURL } from 'node:url';
import { readCases } from '../../src/checker/measuring/cases.ts';
import { type Measured, measure } from '../../src/checker/measuring/measure.ts';
import { decode } from '../../src/checker/reading/model.ts';
import { createReader } from '../../src/checker/reading/reader.ts';
import { ROOT, readLessons, taughtModel } from '../../src/checker/teaching/taughtModel.ts';
import { printCosts } from './accuracyCosts.ts';
import { crossValidate, printHeldOut } from './accuracyHeldOut.ts';
import { printRivals } from './accuracyRivals.ts';
import { printSteadiness } from './accuracySteadiness.ts';

/**
 * Prints how well the checker does, and what it costs: on the cases, on phrases whose authors it was
 * not taught by, beside search libraries, in time and in bytes. Takes some minutes.
 */
export async function accuracy(): Promise<void> {
  const { phrases, ...lessons } = readLessons();
  const encoded = taughtModel();
  const read = createReader(decode(encoded));
  const cases = readCases(ROOT);
  console.log(`\n## The checker on ${cases.length} cases that never taught it\n`);
  printMeasured(measure(cases, read));
  printSteadiness(cases, read);
  const heldOut = crossValidate(phrases, lessons);
  console.log(`\n## On ${phrases.length} phrases, each read by a checker not taught by its author\n`);
  printHeldOut(heldOut);
  console.log('\n## Beside search libraries over the same phrases\n');
  printRivals(phrases, cases, read);
  console.log('\n## What it costs\n');
  printCosts(phrases, lessons, cases, encoded, read);
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
