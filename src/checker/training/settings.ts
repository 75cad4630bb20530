import type { EmergencyRule } from '../reading/model.ts';
import type { LogisticSettings } from './logistic.ts';

/**
 * Every number that training turns on. Each was chosen on sources held out whole (see ../README.md), never on the
 * cases in `test/`.
 */

/** A feature in fewer phrases than this is left out. */
export const RAREST = 3;

/** How much more it matters what a row says of emergencies than of another situation. */
export const DANGER_WORTH = 4;

/**
 * By how much a weight's own rounding counts beside what it does to the texts' scores: as much as where half of all features
 * are left out at random. Without it, weights would be fitted to the very texts they were learned from.
 */
export const NOISE = 1;

/** How often the rounding goes through all weights. */
export const SWEEPS = 2;

export const SITUATIONS: LogisticSettings = { rounds: 6, rate: 3, decay: 1e-5, dropout: 0.5 };

export const DANGER: LogisticSettings = { rounds: 6, rate: 3, decay: 2e-5, dropout: 0.4 };

export const TELLING: LogisticSettings = { rounds: 4, rate: 3, decay: 1e-5, dropout: 0.3 };

/** Few phrases are gone through more often, until there have been this many steps. */
const LEAST_STEPS = 6000;

/** The settings for so many phrases. */
export const forLines = (settings: LogisticSettings, lines: number): LogisticSettings => ({
  ...settings,
  rounds: Math.max(settings.rounds, Math.ceil(LEAST_STEPS / lines)),
});

/** With fewer phrases than this, a second thread would take longer to begin than it saves. */
export const WORTH_A_THREAD = 10_000;

/** Situations count by this power of how rare their phrases are: 0 for as they come, 1 for all the same. */
export const BALANCE = 0.4;

/** Emergencies count by this power of how rare they are among all phrases. */
export const DANGER_BALANCE = 0.5;

/** By which answers come out about as sure as they are right where they're surest; the reading adds the rest. */
export const SHARPNESS = 1.5;

/** What decides how large a model becomes, and from where on it tells of danger. */
export interface Size {
  /** It keeps this many rows at most, those that say most. */
  rows: number;
  /** Weights are rounded to multiples of this many times their root mean square. */
  coarseness: number;
  /** What a bit of the model may cost, in squares of a score, by line: more makes it smaller. */
  price: number;
  /**
   * Danger, in log-odds, from which the panel and the quieter line show: chosen on held-out texts of all sources, so that
   * the panel comes up for about 8 in 100 of the harmless ones from life, and either for about 35.
   */
  emergency: Omit<EmergencyRule, 'always'>;
}

/**
 * The two models that a browser gets: one that's soon there even on a slow phone, about 70 KB as sent, and one of about 180 KB
 * that replaces it while someone types.
 */
export const SIZES = {
  first: { rows: 26_000, coarseness: 2.6, price: 1.3e-5, emergency: { panel: -1.7, concern: -4.5 } },
  full: { rows: 65_000, coarseness: 2, price: 3e-6, emergency: { panel: -1.9, concern: -5 } },
} satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;
