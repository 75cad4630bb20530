import { closestOf } from '../../src/checker/reading/closest.ts';
import { EMERGENCY } from '../../src/checker/reading/reader.ts';
import { readTrainingData } from '../../src/checker/training/cachedModel.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { trainedReader } from './trainedReader.ts';

/**
 * The beginning of a phrase that leaves the checker in doubt, so that it asks which situation is closest: which text that
 * is changes with what teaches it. It is no emergency, and the second situation offered isn't one either.
 *
 * @param root folder of the project whose `content/` teaches; this one where none is given
 * @throws an error where there is none, which would mean that the checker never asks
 */
export function unsureText(root = ROOT): string {
  return asking(root, ([, second]) => second !== EMERGENCY);
}

/** The same, where one of the situations offered is an emergency. */
export function askingForDanger(root = ROOT): string {
  return asking(root, (offered) => offered.includes(EMERGENCY));
}

function asking(root: string, wanted: (offered: readonly string[]) => boolean): string {
  // A page answers with either model, by when it’s asked.
  const [read, readFirst] = [trainedReader(root), trainedReader(root, 'first')];
  for (const { text: phrase } of readTrainingData(root).lines) {
    const text = phrase.split(' ').slice(0, 4).join(' ');
    const reading = read(text);
    const offered = closestOf(reading);
    if (reading.emergency || reading.abstains || offered.length < 2 || !wanted(offered)) continue;
    const atFirst = readFirst(text);
    if (!atFirst.emergency && !atFirst.abstains && `${closestOf(atFirst)}` === `${offered}`) return text;
  }
  throw new Error('The checker would never ask back.');
}
