import { EMERGENCY, NOT_COVERED, type Reader } from '../reading/reader.ts';
import type { Case } from './cases.ts';
import {
  accepted,
  first,
  isAsked,
  noticesDanger,
  raisesAlarm,
  rankOf,
  rightAfterQuestion,
} from './metrics.ts';

/** So many of so many. */
export interface Share {
  count: number;
  of: number;
}

/** A text that was taken for another situation than its own. */
export interface Mistake {
  text: string;
  situation: string;
  takenFor: string;
}

/** How well the checker does on cases that taught it nothing, in numbers to be published. */
export interface Report {
  /** A right answer is the first, among the first two, among the first three. */
  hits: [Share, Share, Share];
  /** The first answer is right, or is once the reader has said truthfully which is closest, where that's asked. */
  afterQuestion: Share;
  /** Texts that are asked back about. */
  asked: Share;
  /** Emergencies for which the panel shows. */
  seen: Share;
  /** Emergencies for which at least the quieter line shows. */
  noticed: Share;
  /** Emergencies for which nothing shows. */
  missed: string[];
  /** Texts that are no emergency, for which the panel shows all the same. */
  falseAlarms: Share;
  /** Texts that the Code does not cover, of which the checker says so. */
  notCovered: Share;
  /** Texts that it does cover, of which the checker says that it does not. */
  wronglyNotCovered: Share;
  bySituation: { situation: string; of: number; hits: [number, number, number] }[];
  /** What is taken for what, the most frequent first. */
  confusions: { situation: string; takenFor: string; count: number }[];
  mistakes: Mistake[];
}

/**
 * Reads every case and counts.
 *
 * @param situations ids in the order in which they are to be told of
 */
export function reportOn(cases: readonly Case[], read: Reader, situations: readonly string[]): Report {
  const all = cases.map((text) => ({ text, reading: read(text.text) }));
  type One = (typeof all)[number];
  const share = (some: readonly One[], holds: (one: One) => boolean): Share => ({
    count: some.filter(holds).length,
    of: some.length,
  });
  const within = (k: number) => (one: One) => rankOf(one) < k;
  const is = (situation: string) => (one: One) => one.text.situation === situation;
  const accepts = (situation: string) => (one: One) => accepted(one.text).has(situation);
  const calledNotCovered = (one: One): boolean => first(one) === NOT_COVERED;

  const emergencies = all.filter(is(EMERGENCY));
  const wrong = all.filter((one) => rankOf(one) > 0);
  const mistakes = wrong.map(({ text, reading }) => ({
    text: text.text,
    situation: text.situation,
    takenFor: reading.answers[0]?.situation ?? '',
  }));
  return {
    hits: [share(all, within(1)), share(all, within(2)), share(all, within(3))],
    afterQuestion: share(all, rightAfterQuestion),
    asked: share(all, isAsked),
    seen: share(emergencies, raisesAlarm),
    noticed: share(emergencies, noticesDanger),
    missed: emergencies.filter((one) => !noticesDanger(one)).map(({ text }) => text.text),
    falseAlarms: share(
      all.filter((one) => !accepts(EMERGENCY)(one)),
      raisesAlarm,
    ),
    notCovered: share(all.filter(is(NOT_COVERED)), calledNotCovered),
    wronglyNotCovered: share(
      all.filter((one) => !accepts(NOT_COVERED)(one)),
      calledNotCovered,
    ),
    bySituation: situations.map((situation) => {
      const own = all.filter(is(situation));
      const hits = [1, 2, 3].map((k) => own.filter(within(k)).length);
      return { situation, of: own.length, hits: [hits[0] ?? 0, hits[1] ?? 0, hits[2] ?? 0] };
    }),
    confusions: counted(mistakes),
    mistakes,
  };
}

function counted(mistakes: readonly Mistake[]): Report['confusions'] {
  const pairs = new Map<string, { situation: string; takenFor: string; count: number }>();
  for (const { situation, takenFor } of mistakes) {
    const key = `${situation} ${takenFor}`;
    const pair = pairs.get(key) ?? { situation, takenFor, count: 0 };
    pair.count += 1;
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count);
}
