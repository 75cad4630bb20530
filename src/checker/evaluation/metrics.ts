import { closestOf } from '../reading/closest.ts';
import { EMERGENCY, NOT_COVERED, type Reader, type Reading } from '../reading/reader.ts';

/** A text whose situation is known. */
export interface Labelled {
  text: string;
  situation: string;
  /** Other answers that a careful member of staff would accept. */
  also?: readonly string[];
}

/** How well the checker does, every figure a percentage. */
export interface Measured {
  /** Texts for which one of the first 1, 2, 3 answers is the situation or one of its `also`. */
  hits: [number, number, number];
  /** Texts for which the first answer is right, or is once the reader has answered truthfully which is closest, or about danger. */
  afterQuestion: number;
  /** Texts for which that's asked. */
  asked: number;
  /** Emergencies for which the full panel shows or `emergency` is the first answer. */
  emergenciesSeen: number;
  /** The same, with the quieter line counted. */
  emergenciesNoticed: number;
  /** Of the texts that are no emergency in anybody's eyes, those for which the panel shows or `emergency` is first. */
  falseAlarms: number;
  /** Of the same, those for which at least the quieter line shows. */
  quietFalseAlarms: number;
  /** Texts the Code does not cover for which that is the first answer. */
  notCoveredSeen: number;
  /** Of the rest, those called so. */
  calledNotCovered: number;
}

/**
 * Measures a reader.
 *
 * @param texts at least one.
 */
export function measure(texts: readonly Labelled[], read: Reader): Measured {
  return summarise(texts.map((text) => ({ text, reading: read(text.text) })));
}

/** One text and what was made of it. */
export interface Read {
  text: Labelled;
  reading: Reading;
}

/** The figures of texts that were read already, perhaps by several readers. */
export function summarise(all: readonly Read[]): Measured {
  const among = (k: number): number => percentage(all, (read) => rankOf(read) < k);
  const emergencies = all.filter(({ text }) => text.situation === EMERGENCY);
  const harmless = all.filter(({ text }) => !accepted(text).has(EMERGENCY));
  const uncovered = all.filter(({ text }) => text.situation === NOT_COVERED);
  const covered = all.filter(({ text }) => !accepted(text).has(NOT_COVERED));
  return {
    hits: [among(1), among(2), among(3)],
    afterQuestion: percentage(all, rightAfterQuestion),
    asked: percentage(all, isAsked),
    emergenciesSeen: percentage(emergencies, raisesAlarm),
    emergenciesNoticed: percentage(emergencies, noticesDanger),
    falseAlarms: percentage(harmless, raisesAlarm),
    quietFalseAlarms: percentage(harmless, noticesDanger),
    notCoveredSeen: percentage(uncovered, (read) => first(read) === NOT_COVERED),
    calledNotCovered: percentage(covered, (read) => first(read) === NOT_COVERED),
  };
}

/** Which answer, from 0, is the first right one; as many as there are answers where none is. */
export function rankOf({ text, reading }: Read): number {
  const right = accepted(text);
  const rank = reading.answers.findIndex(({ situation }) => right.has(situation));
  return rank < 0 ? reading.answers.length : rank;
}

/** Whether the reader is asked which situation is closest. */
export const isAsked = ({ reading }: Read): boolean => closestOf(reading).length > 0;
/** Whether the first answer is right, or a right one is offered where the reader is asked which is closest, or about danger. */
export function rightAfterQuestion(read: Read): boolean {
  const { text, reading } = read;
  const right = accepted(text);
  if (right.has(EMERGENCY) && (reading.concern || reading.emergency)) return true;
  const offered = closestOf(reading);
  return offered.length > 0 ? offered.some((id) => right.has(id)) : rankOf(read) === 0;
}
/** The answers that are right for a text. */
export const accepted = ({ situation, also = [] }: Labelled): ReadonlySet<string> =>
  new Set([situation, ...also]);
/** The first answer. */
export const first = ({ reading }: Read): string | undefined => reading.answers[0]?.situation;
/** Whether the full panel shows, or `emergency` is the first answer. */
export const raisesAlarm = (read: Read): boolean => read.reading.emergency || first(read) === EMERGENCY;
/** Whether at least the quieter line shows. */
export const noticesDanger = (read: Read): boolean => raisesAlarm(read) || read.reading.concern;

function percentage(all: readonly Read[], holds: (read: Read) => boolean): number {
  return all.length === 0 ? 0 : (100 * all.filter(holds).length) / all.length;
}
