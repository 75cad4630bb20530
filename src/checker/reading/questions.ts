import type { Answer } from './reader.ts';

/** A short question that tells situations apart. */
export interface Question {
  id: string;
  text: string;
  options: readonly Option[];
}

/** One answer to a question, and the situations that it speaks for. */
export interface Option {
  text: string;
  situations: readonly string[];
}

/** More than this many in a row is an interrogation. */
export const MOST_QUESTIONS = 2;

/** How often a reader picks an option that does not speak for their situation: they misread, or it fits badly. */
const MISTAKEN = 0.05;
/** A first answer surer than this needs no question. */
const SURE = 0.8;
/** By how much an answer to the question must be expected to make the first answer likelier to be right. */
const WORTH_ASKING = 0.08;
/** The share of confidence that must lie on situations which the question tells apart, or it would seem beside the point. */
const TO_THE_POINT = 0.6;

/**
 * The question that settles most, if there is one worth asking.
 *
 * Chosen by the expected value of the answer: the chance that the first answer will be right once the question
 * is answered, less the chance that it is right now (value of information; Howard, 1966).
 *
 * @param answers as read, or as they stand after a question; confidences adding up to 1
 * @param asked ids of the questions asked already
 */
export function questionFor(
  answers: readonly Answer[],
  questions: readonly Question[],
  asked: readonly string[] = [],
): Question | undefined {
  const now = answers[0]?.confidence ?? 0;
  if (now > SURE || asked.length >= MOST_QUESTIONS) return undefined;
  let best: Question | undefined;
  let most = WORTH_ASKING;
  for (const question of questions) {
    if (asked.includes(question.id) || pointOf(question, answers) < TO_THE_POINT) continue;
    const gain = expectedFirst(question, answers) - now;
    if (gain > most) {
      most = gain;
      best = question;
    }
  }
  return best;
}

/** How much confidence lies on the situations that a question tells apart. */
function pointOf(question: Question, answers: readonly Answer[]): number {
  const told = new Set(question.options.flatMap(({ situations }) => situations));
  return answers.reduce((sum, { situation, confidence }) => sum + (told.has(situation) ? confidence : 0), 0);
}

/** The chance that the first answer is right after the question, over all the answers that may be given. */
function expectedFirst(question: Question, answers: readonly Answer[]): number {
  return question.options.reduce((sum, option) => {
    const joint = answers.map(
      ({ situation, confidence }) => confidence * likelihood(option, situation, question),
    );
    return sum + Math.max(0, ...joint);
  }, 0);
}

/**
 * The answers with a reader's answer to a question added to what was read (Bayes' rule): what was read is the
 * prior, so that an answer which fits badly does not sweep it away.
 *
 * @returns the same situations, ranked anew, confidences adding up to 1
 */
export function withAnswer(answers: readonly Answer[], question: Question, option: Option): Answer[] {
  const joint = answers.map(({ situation, confidence }) => ({
    situation,
    confidence: confidence * likelihood(option, situation, question),
  }));
  const sum = joint.reduce((total, { confidence }) => total + confidence, 0);
  return joint
    .map(({ situation, confidence }) => ({ situation, confidence: sum > 0 ? confidence / sum : 0 }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** How likely a reader in a situation is to pick an option; the same for all where no option speaks for it. */
function likelihood(option: Option, situation: string, { options }: Question): number {
  const speaking = options.filter(({ situations }) => situations.includes(situation)).length;
  if (speaking === 0) return 1 / options.length;
  if (!option.situations.includes(situation)) return MISTAKEN;
  return (1 - MISTAKEN * (options.length - speaking)) / speaking;
}
