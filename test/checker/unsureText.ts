import { type Option, questionFor, withAnswer } from '../../src/checker/reading/questions.ts';
import { type Answer, EMERGENCY } from '../../src/checker/reading/reader.ts';
import { readTrainingData } from '../../src/checker/training/cachedModel.ts';
import { loadOnce } from '../../src/content/load.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { trainedReader } from './trainedReader.ts';

/** A text for which the checker asks back, and one of the answers that it offers. */
interface Asking {
  text: string;
  option: Option;
}

/**
 * The beginning of a phrase that leaves the checker in doubt, so that it asks back: which that is changes with
 * what teaches it. It is no emergency, and the second answer to the question changes what comes first.
 *
 * @param root folder of the project whose `content/` teaches; this one where none is given
 * @throws an error where there is none, which would mean that the checker never asks
 */
export function unsureText(root = ROOT): string {
  return asking(root, (before, after, place) => place === 1 && after !== before && after !== EMERGENCY).text;
}

/** The same, where an answer to the question tells of an emergency; with that answer. */
export function askingForDanger(root = ROOT): Asking {
  return asking(root, (_before, after) => after === EMERGENCY);
}

/** @param wanted is given the situation that comes first before and after an option is picked, and the option's place */
function asking(
  root: string,
  wanted: (before: string | undefined, after: string | undefined, place: number) => boolean,
): Asking {
  const read = trainedReader(root);
  const { questions } = loadOnce(root);
  const first = ([answer]: readonly Answer[]): string | undefined => answer?.situation;
  for (const { text: phrase } of readTrainingData(root).lines) {
    const text = phrase.split(' ').slice(0, 4).join(' ');
    const { answers, emergency, abstains } = read(text);
    const question = questionFor(answers, questions);
    if (emergency || abstains || question === undefined) continue;
    const option = question.options.find((each, place) =>
      wanted(first(answers), first(withAnswer(answers, question, each)), place),
    );
    if (option !== undefined) return { text, option };
  }
  throw new Error('The checker would never ask back.');
}
