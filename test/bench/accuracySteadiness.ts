import { type Labelled, rankOf } from '../../src/checker/evaluation/metrics.ts';
import type { Reader } from '../../src/checker/reading/reader.ts';

/** Sentences that say nothing about what happened. */
const HARMLESS = [
  'Hope you are well.',
  'Sorry to bother you on a Sunday.',
  'We have lived in the village for six years.',
  'It was raining at the time.',
  'Thanks for reading this.',
];

/** How the answer bears a harmless sentence more, and whether the words shown decided it: percentages. */
export interface Steadiness {
  /** A harmless sentence before or after leaves the first answer as it was. */
  sameAnswer: number;
  /** Without the words that decided it, the first answer is another or less sure. */
  decided: number;
  /** Of these, without them it is another. */
  turned: number;
}

/** Measures {@link Steadiness} on some texts. */
export function steadiness(texts: readonly Labelled[], read: Reader): Steadiness {
  let same = 0;
  let decided = 0;
  let turned = 0;
  for (const { text } of texts) {
    const [first] = read(text).answers;
    for (const sentence of HARMLESS) {
      for (const longer of [`${sentence} ${text}`, `${text} ${sentence}`]) {
        if (read(longer).answers[0]?.situation === first?.situation) same += 1;
      }
    }
    const [without] = read(withoutReasons(text, read)).answers;
    if (without === undefined || first === undefined) continue;
    const another = without.situation !== first.situation;
    if (another || without.confidence < first.confidence) decided += 1;
    if (another) turned += 1;
  }
  const share = (count: number, of: number): number => (100 * count) / of;
  return {
    sameAnswer: share(same, texts.length * HARMLESS.length * 2),
    decided: share(decided, texts.length),
    turned: share(turned, texts.length),
  };
}

/** A text without the words that decided its answer. */
export function withoutReasons(text: string, read: Reader): string {
  let rest = text;
  for (const { start, end } of read(text).explanation.toReversed())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

/** Prints how steady the answers are and whether the reasons shown are the reasons. */
export function printSteadiness(texts: readonly Labelled[], read: Reader): void {
  const { sameAnswer, decided, turned } = steadiness(texts, read);
  console.log(`same answer with a harmless sentence more        ${sameAnswer.toFixed(1)} %`);
  console.log(`less sure without the words that decided it      ${decided.toFixed(1)} %`);
  console.log(`  another answer without them                    ${turned.toFixed(1)} %`);
  const long = texts.filter(({ text }) => text.length > 200);
  const right = long.filter((text) => rankOf({ text, reading: read(text.text) }) === 0).length;
  console.log(
    `right at the first answer, over 200 characters   ${((100 * right) / long.length).toFixed(1)} % of ${long.length}`,
  );
}
