import type { EmergencyRule } from '../reading/model.ts';
import type { LogisticSettings } from './logistic.ts';

/**
 * Every number that teaching turns on. Each was chosen on whole authors held out among the phrases,
 * never on the cases in `test/`; what was tried is told in `../README.md`.
 */

/** Weights are squeezed into multiples of this many times their root mean square. */
export const COARSENESS = 2.5;

/** A feature in fewer phrases than this teaches nothing. */
export const RAREST = 2;

export const LOGISTIC: LogisticSettings = { rounds: 20, rate: 3, decay: 0.00001 };

export const SHARPNESS = 1;

/** Thresholds on the confidence in `emergency`. */
export const EMERGENCY_RULE: Omit<EmergencyRule, 'always'> = { panel: 0.15, concern: 0.08 };
