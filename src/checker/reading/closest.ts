import { type Answer, EMERGENCY, type Reading } from './reader.ts';

/** From this confidence on, the first answer needs no question: it's right for about nine texts in ten. */
const SURE = 0.8;

/** As many as fit on a phone: one of four is right for more than nine texts in ten from life. */
const OFFERED = 4;

/** What's less likely than this isn't worth reading on a phone. */
const LEAST = 0.025;

/**
 * The situations to ask about where the first answer isn't sure: which of them is closest? Danger isn't one of them where
 * it's asked about apart.
 *
 * @returns ids, likeliest first; none where the first answer is sure, or is the only one that's likely
 */
export function closestOf({
  answers,
  concern,
  emergency,
}: Pick<Reading, 'answers' | 'concern' | 'emergency'>): string[] {
  if ((answers[0]?.confidence ?? 1) >= SURE) return [];
  const asked = concern || emergency;
  const likely = answers.filter(
    ({ situation, confidence }) => confidence >= LEAST && !(asked && situation === EMERGENCY),
  );
  return likely.length < 2 ? [] : likely.slice(0, OFFERED).map(({ situation }) => situation);
}

/** How often a reader picks one that isn't theirs: it was misread, or none fits well. */
const MISTAKEN = 0.05;

/**
 * The answers once the reader has said which is closest: that one first, the others as they were to one another.
 *
 * @returns the same situations, confidences adding up to 1
 */
export function withClosest(answers: readonly Answer[], closest: string): Answer[] {
  const others = answers.reduce(
    (sum, { situation, confidence }) => sum + (situation === closest ? 0 : confidence),
    0,
  );
  return answers
    .map(({ situation, confidence }) => ({
      situation,
      confidence: situation === closest ? 1 - MISTAKEN : (MISTAKEN * confidence) / others,
    }))
    .sort((a, b) => b.confidence - a.confidence);
}
