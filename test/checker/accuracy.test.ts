import { describe, expect, test } from 'vitest';
import { readCases } from '../../src/checker/evaluation/cases.ts';
import { measure } from '../../src/checker/evaluation/metrics.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { trainedReader } from './trainedReader.ts';

/**
 * Floors a little under what was measured, so that a change for the worse stops here. `npm run bench`
 * prints the figures themselves.
 */
describe('on cases that never taught it, the checker', () => {
  const found = measure(readCases(ROOT), trainedReader());

  test('puts a right answer first, among two, among three', () => {
    expect(found.hits[0]).toBeGreaterThanOrEqual(91);
    expect(found.hits[1]).toBeGreaterThanOrEqual(95.5);
    expect(found.hits[2]).toBeGreaterThanOrEqual(98);
  });

  test('sees emergencies without crying wolf', () => {
    expect(found.emergenciesSeen).toBeGreaterThanOrEqual(95);
    expect(found.falseAlarms).toBeLessThanOrEqual(6);
    expect(found.emergenciesNoticed).toBeGreaterThanOrEqual(99);
  });

  test('says plainly when the Code does not cover it, and only then', () => {
    expect(found.notCoveredSeen).toBeGreaterThanOrEqual(87);
    expect(found.calledNotCovered).toBeLessThanOrEqual(2);
  });
});
