import path from 'node:path';
import { ROOT } from '../../shared/environment.ts';
import { keptOnDisk } from '../../shared/keptOnDisk.ts';
import { EMERGENCY_WORDS_FILE, readEmergencyWords } from './emergencyWords.ts';
import { encode } from './encode.ts';
import { PHRASES_FOLDER, readPhrases } from './phrases.ts';
import { SIZES, type SizeName } from './settings.ts';
import { isHeldOut, readSources, sourceOf } from './sources.ts';
import { type TrainingData, type TrainingLine, trainSizes } from './train.ts';
import { readWordGroups, WORD_GROUPS_FILE } from './wordGroups.ts';

/** Code that a model depends on: if any of it changes, a new one is trained. */
const CODE = ['training', 'reading'].map((folder) => path.join(ROOT, 'src/checker', folder));

/** What it learns from, in the project's folder. */
const CONTENT = [PHRASES_FOLDER, WORD_GROUPS_FILE, EMERGENCY_WORDS_FILE];

/** The models, encoded, by the names of their sizes. */
export type EncodedModels = Record<SizeName, string>;

/**
 * The models, encoded: kept between builds until the phrases, the emergency words, the word groups or the code that trains
 * and reads change; then trained, which takes seconds.
 *
 * @param root folder of the project whose `content/` trains
 * @param cache folder to keep them in
 * @throws ContentError when a file that trains can't stay as it is
 */
export function cachedModels(root: string = ROOT, cache?: string): EncodedModels {
  const files = [...CODE, ...CONTENT.map((place) => path.join(root, place))];
  return keptOnDisk(
    'models',
    { files },
    () => {
      const { first, full } = trainSizes(readTrainingData(root), SIZES);
      return { first: encode(first), full: encode(full) };
    },
    cache,
  );
}

/**
 * One of {@link cachedModels}.
 *
 * @param size the one that's soon there, or the one that replaces it
 */
export function cachedModel(root?: string, size: SizeName = 'full'): string {
  return cachedModels(root)[size];
}

/**
 * Reads everything that trains.
 *
 * @param root folder of the project
 * @throws ContentError when a file can't stay as it is
 */
export function readTrainingData(root: string = ROOT): TrainingData {
  const sources = readSources(root);
  const lines = readPhrases(path.join(root, PHRASES_FOLDER)).flatMap((phrase): TrainingLine[] => {
    const source = sourceOf(phrase, sources);
    const { text, situation, also, teller } = phrase;
    return isHeldOut(phrase, source) ? [] : [{ text, situation, also, teller, weight: source?.weight ?? 1 }];
  });
  return {
    lines,
    groups: readWordGroups(path.join(root, WORD_GROUPS_FILE)),
    always: readEmergencyWords(path.join(root, EMERGENCY_WORDS_FILE)),
  };
}
