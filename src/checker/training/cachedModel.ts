import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../shared/environment.ts';
import { EMERGENCY_WORDS_FILE, readEmergencyWords } from './emergencyWords.ts';
import { encode } from './encode.ts';
import { PHRASES_FOLDER, readPhrases } from './phrases.ts';
import { isHeldOut, readSources, sourceOf } from './sources.ts';
import { type TrainingData, type TrainingLine, train } from './train.ts';
import { readWordGroups, WORD_GROUPS_FILE } from './wordGroups.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Code that a model depends on: any change to it teaches anew. */
const CODE_FOLDERS = [HERE, join(HERE, '../reading')];

/** Where models are kept between builds. */
const CACHE = join(ROOT, 'node_modules/.cache/checker-model');

/**
 * The model, encoded: from the cache if neither the phrases, nor the emergency words, nor the code that
 * teaches and reads have changed since it was taught, else taught now, which takes seconds.
 *
 * @param root folder of the project whose `content/` teaches.
 * @param cache folder to keep models in.
 * @throws ContentError when a file that teaches cannot stay as it is.
 */
export function cachedModel(root: string = ROOT, cache: string = CACHE): string {
  const trainingData = readTrainingData(root);
  const place = placeOf(trainingData, cache);
  if (existsSync(place)) return readFileSync(place, 'utf8');
  const encoded = encode(train(trainingData));
  mkdirSync(cache, { recursive: true });
  // Written aside and then moved, so that no other build ever reads half a model.
  const aside = `${place}.${process.pid}`;
  writeFileSync(aside, encoded);
  renameSync(aside, place);
  return encoded;
}

/** Where the model that these trainingData teach is kept. */
function placeOf(trainingData: TrainingData, cache: string): string {
  return join(cache, `${fingerprint(JSON.stringify(trainingData))}.txt`);
}

/**
 * Reads everything that trains.
 *
 * @param root folder of the project
 * @throws ContentError when a file can't stay as it is
 */
export function readTrainingData(root: string = ROOT): TrainingData {
  const sources = readSources(root);
  const lines = readPhrases(join(root, PHRASES_FOLDER)).flatMap((phrase): TrainingLine[] => {
    const source = sourceOf(phrase, sources);
    const { text, situation, also, teller } = phrase;
    return isHeldOut(phrase, source) ? [] : [{ text, situation, also, teller, weight: source?.weight ?? 1 }];
  });
  return {
    lines,
    groups: readWordGroups(join(root, WORD_GROUPS_FILE)),
    always: readEmergencyWords(join(root, EMERGENCY_WORDS_FILE)),
  };
}

/** A hash of what is taught and of every file that teaches or reads. */
function fingerprint(taught: string): string {
  const hash = createHash('sha256').update(taught);
  for (const folder of CODE_FOLDERS) {
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
