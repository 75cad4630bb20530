import { createAlarm } from './alarm.ts';
import { createDecider } from './explain.ts';
import { featuresOf } from './features.ts';
import { createGroups } from './groups.ts';
import { isOtherLanguage } from './language.ts';
import type { Model } from './model.ts';
import { confidencesOf, rowsOf, scoresOf } from './score.ts';
import { wordsOf } from './words.ts';

/** Ids that the reading treats in a way of their own; all others are whatever the phrases teach. */
export const EMERGENCY = 'emergency';
export const NOT_COVERED = 'not-covered';

/** One situation and how likely it is meant, from 0 to 1. */
export interface Answer {
  situation: string;
  confidence: number;
}

/** A stretch of the text as typed, in UTF-16 units; `end` is the unit after the last. */
export interface Range {
  start: number;
  end: number;
}

/** What the checker makes of a text. */
export interface Reading {
  /** Every situation, likeliest first; confidences are finite and add up to 1. */
  answers: Answer[];
  /** Whether the full emergency panel shows. */
  emergency: boolean;
  /** Whether the quieter line about danger shows: for doubtful texts only, never beside the panel. */
  concern: boolean;
  /** Whether the text was recognised as another language than English. */
  otherLanguage: boolean;
  /** The words that decided the first answer: at most six stretches, whole words, in order. */
  because: Range[];
}

export type Reader = (text: string) => Reading;

/**
 * Makes the function that reads a text.
 *
 * @param model from `decode`.
 * @returns a pure function of the text. It never throws, whatever the text, and takes linear time.
 */
export function createReader(model: Model): Reader {
  const alarming = createAlarm(model.emergency.always);
  const decide = createDecider(model);
  const groupsOf = createGroups(model.groups);
  return (text) => {
    const words = wordsOf(text);
    const features = featuresOf(words, groupsOf);
    const rows = rowsOf(features, model);
    const scores = scoresOf(features, rows, model);
    const otherLanguage = isOtherLanguage(words);
    const confidences = confidencesOf(scores, model.sharpness);
    const danger = confidences[model.situations.indexOf(EMERGENCY)] ?? 0;
    const readable = words.length > 0 && !otherLanguage;
    if (!readable) putFirst(model.situations.indexOf(NOT_COVERED), confidences);
    const answers = ranked(model.situations, confidences);
    const emergency = (readable && danger >= model.emergency.panel) || alarming(words);
    // What cannot be read may be about anything: the quieter line stands above it.
    const doubtful = otherLanguage || (readable && danger >= model.emergency.concern);
    return {
      answers,
      emergency,
      concern: !emergency && doubtful,
      otherLanguage,
      because: otherLanguage
        ? []
        : decide(words, features, rows, model.situations.indexOf(answers[0]?.situation ?? '')),
    };
  };
}

/** Situations with their confidences, likeliest first; equals stay in the model's order. */
function ranked(situations: readonly string[], confidences: readonly number[]): Answer[] {
  return situations
    .map((situation, column) => ({ situation, confidence: confidences[column] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** How sure `not-covered` is for a text that cannot be read at all: without words, or not English. */
const CANNOT_BE_READ = 0.9;

/** Makes one situation the first answer and leaves the others' order as it is. */
function putFirst(column: number, confidences: number[]): void {
  if (column < 0) return;
  const rest = 1 - (confidences[column] ?? 0);
  if (rest <= 0) return;
  for (const [other, confidence] of confidences.entries()) {
    confidences[other] = other === column ? CANNOT_BE_READ : ((1 - CANNOT_BE_READ) * confidence) / rest;
  }
}
