import { createAlarm } from './alarm.ts';
import { createExplainer } from './explain.ts';
import { featuresOf } from './features.ts';
import { createGroups } from './groups.ts';
import { mayBeOtherLanguage } from './language.ts';
import { type Model, TELLERS, type Teller } from './model.ts';
import { anyOf, confidencesOf, rowsOf, scoresOf } from './score.ts';
import { plainTeller } from './teller.ts';
import { windowsOf } from './windows.ts';
import { type Word, wordsOf } from './words.ts';

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
  /** Whether words that always count bring the panel: even while someone is still typing. */
  certain: boolean;
  /** Whether the quieter line about danger shows: for doubtful texts only, never beside the panel. */
  concern: boolean;
  /** Whether there's too little to go on: nothing readable, or nothing the model has met. */
  abstains: boolean;
  /** Whose story it is, where the words make it plain. */
  teller: Teller | undefined;
  /** Whether the text looks like another language than English, and so wasn't read. */
  otherLanguage: boolean;
  /** The words that decided the first answer: at most six stretches, whole words, in order. */
  explanation: Range[];
}

/** Reads a text; where it's known to be English, however odd it looks, as such. */
export type Reader = (text: string, english?: boolean) => Reading;

/** Whose story it is counts as plain from this probability. */
const PLAIN = 0.98;

/** With fewer words than this that the model knows, every answer abstains, unless it is this sure. */
const FEW_WORDS = 3;
const SURE = 0.75;

/**
 * Makes the function that reads a text.
 *
 * @param model from `decode`
 * @returns a pure function of the text. It never throws, whatever the text, and takes linear time.
 */
export function createReader(model: Model): Reader {
  const alarming = createAlarm(model.emergency.always);
  const explain = createExplainer(model);
  const groupsOf = createGroups(model.groups);
  const count = model.situations.length;
  const emergencyColumn = model.situations.indexOf(EMERGENCY);
  const notCoveredColumn = model.situations.indexOf(NOT_COVERED);
  const scored = (words: readonly Word[]): number[] => {
    const features = featuresOf(words, groupsOf);
    return scoresOf(features, rowsOf(features, model), model);
  };
  return (text, english = false) => {
    const words = wordsOf(text);
    const features = featuresOf(words, groupsOf);
    const rows = rowsOf(features, model);
    const scores = scoresOf(features, rows, model);
    const otherLanguage = !english && mayBeOtherLanguage(words, features, rows, model.levels);
    const confidences = confidencesOf(scores.slice(0, count), model.sharpness);
    const readable = words.length > 0 && !otherLanguage;
    const windows = windowsOf(words);
    const inWindows =
      windows.length > 1 ? windows.map((window) => scored(window)[count] ?? 0) : [scores[count] ?? 0];
    const danger = logOdds(confidences[emergencyColumn] ?? 0) + WINDOWS_SHARE * anyOf(inWindows);
    const certain = alarming(words);
    // A word or two, out of all context, is no evidence of danger unless it always counts.
    const enough = words.length >= FEW_WORDS;
    const emergency = certain || (readable && enough && danger >= model.emergency.panel);
    // Text that can't be read may be about anything: the quieter line shows above it.
    const least = enough ? model.emergency.concern : model.emergency.panel;
    const doubtful = otherLanguage || (readable && words.length > 1 && danger >= least);
    const known = features.firstWords.filter(
      (_, at) => features.values[at] === 2 && (rows[at] ?? 0) > 0,
    ).length;
    const likeliest = confidences.indexOf(Math.max(...confidences));
    const vague =
      (known < FEW_WORDS && (confidences[likeliest] ?? 0) < SURE) ||
      (!enough && likeliest === notCoveredColumn);
    const abstains = !readable || (!emergency && vague);
    if (abstains) putFirst(notCoveredColumn, confidences, otherLanguage ? CANNOT_BE_READ : UNDECIDED);
    else if (!emergency) place(emergencyColumn, confidences, JUST_BELOW);
    else if (danger >= PLAIN_DANGER) place(emergencyColumn, confidences, JUST_ABOVE);
    if (!abstains) calibrate(confidences);
    const answers = ranked(model.situations, confidences);
    const tellers = confidencesOf(scores.slice(count + 1), 1);
    const likelyTeller = TELLERS[tellers.findIndex((share) => share >= PLAIN)];
    const teller = abstains ? undefined : (plainTeller(words) ?? likelyTeller);
    return {
      answers,
      emergency,
      certain,
      concern: !emergency && doubtful,
      abstains,
      teller,
      otherLanguage,
      explanation: abstains
        ? []
        : explain(words, features, rows, model.situations.indexOf(answers[0]?.situation ?? '')),
    };
  };
}

/** By how much the windows count beside the whole text: each tells some emergencies that the other doesn't. */
const WINDOWS_SHARE = 0.5;

/** Danger, in log-odds, from which an emergency is the first answer, however much else the text tells. */
const PLAIN_DANGER = 1;

const JUST_BELOW = 0.99;
const JUST_ABOVE = 1.01;

/**
 * Puts an emergency just below the likeliest other answer, where it would be first without the panel, which would
 * contradict itself; or just above it, where one plain clause is drowned by the rest of the text.
 */
function place(column: number, confidences: number[], share: number): void {
  const others = confidences.filter((_, other) => other !== column);
  const next = Math.max(...others);
  const now = confidences[column] ?? 0;
  if (share < 1 ? now < next : now > next) return;
  const sum = next * share + others.reduce((total, confidence) => total + confidence, 0);
  for (const [other, confidence] of confidences.entries())
    confidences[other] = (other === column ? next * share : confidence) / sum;
}

/**
 * Makes the first confidence what it turns out to be: on held-out texts, the share of right first answers is a straight
 * line of it. The others share the rest as before.
 */
function calibrate(confidences: number[]): void {
  const first = Math.max(...confidences);
  if (first === 1) return;
  const column = confidences.indexOf(first);
  const known = LEAST_RIGHT + RIGHT_FOR_SURE * first;
  for (const [other, confidence] of confidences.entries())
    confidences[other] = other === column ? known : (confidence * (1 - known)) / (1 - first);
}

const LEAST_RIGHT = 0.22;
const RIGHT_FOR_SURE = 0.78;

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));

/** Situations with their confidences, likeliest first; equals stay in the model's order. */
function ranked(situations: readonly string[], confidences: readonly number[]): Answer[] {
  return situations
    .map((situation, column) => ({ situation, confidence: confidences[column] ?? 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** How sure `not-covered` is for a text in another language, and for one that says too little. */
const CANNOT_BE_READ = 0.9;
const UNDECIDED = 0.3;

/** Gives one situation a confidence, and leaves the others' order as it is, none above it. */
function putFirst(column: number, confidences: number[], confidence: number): void {
  if (column < 0) return;
  const others = confidences.length - 1;
  for (const other of confidences.keys())
    confidences[other] = other === column ? confidence : (1 - confidence) / others;
}
