import { questionFor } from '../../src/checker/reading/questions.ts';
import { ROOT, readLessons } from '../../src/checker/teaching/taughtModel.ts';
import { loadContent } from '../../src/schemas/content.ts';
import { taughtReader } from './taughtReader.ts';

/**
 * The beginning of a phrase that leaves the checker in doubt, so that it asks back: which that is changes with
 * what teaches it. It is no emergency, its second option changes the answer, and it takes three words.
 *
 * @throws an error where there is none, which would mean that the checker never asks
 */
export function unsureText(): string {
  const read = taughtReader();
  const { questions } = loadContent(ROOT);
  for (const { text } of readLessons().phrases) {
    const beginning = text.split(' ').slice(0, 4).join(' ');
    const { answers, emergency, concern, otherLanguage } = read(beginning);
    if (emergency || concern || otherLanguage) continue;
    const question = questionFor(answers, questions);
    const second = question?.options[1];
    const [first] = answers;
    if (second === undefined || first === undefined || question?.id === 'danger') continue;
    if (!second.situations.includes(first.situation)) return beginning;
  }
  throw new Error('The checker would never ask back.');
}
