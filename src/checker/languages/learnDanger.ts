import { type Labelled, type LogisticSettings, learnClasses } from '../training/logistic.ts';
import { DANGER_RUNS, DANGER_RUNS_WITHOUT_SPACES, type LearnedDanger } from './danger.ts';
import { byWorth, signsOf } from './signs.ts';

/** A line that tells of danger, or doesn't. */
export interface DangerLine {
  text: string;
  danger: boolean;
}

const SETTINGS: LogisticSettings = { rounds: 25, rate: 3, decay: 1e-3, dropout: 0.5 };

/** Of the first pass, which only finds the signs that matter. */
const FIRST_ROUNDS = 8;

/** A sign in fewer lines than this is chance. */
const RAREST = 2;

/** The signs kept, those that matter most. */
const MOST = 400;

/** Weights become whole numbers up to this. */
const HIGHEST = 9;

/**
 * Learns from a few hundred lines of one language what tells of danger: logistic regression on words and runs of
 * letters, first on all, then on those that matter most.
 *
 * @param spaces whether the language has spaces between words
 */
export function learnDanger(lines: readonly DangerLine[], spaces: boolean): LearnedDanger {
  const seen = lines.map(({ text }) => [
    ...new Set(signsOf(text, spaces ? DANGER_RUNS : DANGER_RUNS_WITHOUT_SPACES)),
  ]);
  const counts = new Map<string, number>();
  for (const signs of seen) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= RAREST).map(([sign]) => sign);
  const dangerous = lines.filter(({ danger }) => danger).length;
  const learn = (known: readonly string[], rounds: number): { worth: Map<string, number>; start: number } => {
    const rows = new Map(known.map((sign, row) => [sign, row]));
    const examples = seen.map((signs, at): Labelled => {
      const own = signs.flatMap((sign) => rows.get(sign) ?? []);
      const label = lines[at]?.danger === true ? 1 : 0;
      return {
        rows: Int32Array.from(own),
        values: new Float32Array(own.length).fill(1 / Math.sqrt(signs.length)),
        label,
        weight: lines.length / (2 * (label === 1 ? dangerous : lines.length - dangerous)),
      };
    });
    const { weights, start } = learnClasses(examples, rows.size, 2, { ...SETTINGS, rounds });
    return {
      worth: new Map(known.map((sign, row) => [sign, (weights[row * 2 + 1] ?? 0) - (weights[row * 2] ?? 0)])),
      start: (start[1] ?? 0) - (start[0] ?? 0),
    };
  };
  const first = learn(common, FIRST_ROUNDS).worth;
  const matters = (sign: string): number => Math.abs(first.get(sign) ?? 0) * Math.sqrt(counts.get(sign) ?? 0);
  const { worth, start } = learn(
    common.sort((a, b) => matters(b) - matters(a)).slice(0, MOST),
    SETTINGS.rounds,
  );
  const step = Math.max(...[...worth.values()].map(Math.abs)) / HIGHEST;
  return {
    signs: byWorth([...worth].map(([sign, value]) => [sign, Math.round(value / step)])),
    step: Number(step.toFixed(3)),
    start: Number(start.toFixed(3)),
  };
}
