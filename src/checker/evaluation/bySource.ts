import path from 'node:path';
import { EMERGENCY, type Reader } from '../reading/reader.ts';
import { wordsOf } from '../reading/words.ts';
import { PHRASES_FOLDER, type Phrase, readPhrases } from '../training/phrases.ts';
import { isHeldOut, readSources, sourceOf } from '../training/sources.ts';
import { readCases } from './cases.ts';
import { accepted, type Labelled, type Measured, measure } from './metrics.ts';

/** How the checker does on texts from one source, none of which it was trained on. */
export interface SourceFigures {
  id: string;
  title: string;
  about: string;
  count: number;
  /** Number of emergencies among them. */
  emergencies: number;
  measured: Measured;
}

/** How often the panel comes up for beginnings of texts that are quiet when whole. */
export interface PrefixFigures {
  count: number;
  /** Share with the panel once the button is pressed, in per cent. */
  onButton: number;
  /** Share with the panel while typing, in per cent. */
  whileTyping: number;
}

/** With fewer texts than this, a source's figures would be chance. */
const ENOUGH = 20;

/** Beginnings of so many words are tried. */
const LONGEST_PREFIX = 8;

/**
 * Measures the checker on everything that never trained it, source by source.
 *
 * @param root the project's folder
 * @returns the source it does worst on first
 */
export function figuresBySource(root: string, read: Reader): SourceFigures[] {
  const cases = readCases(root);
  const sets = [
    ...heldOutBySource(root),
    { id: 'cases', title: 'Made-up test cases', about: CASES, texts: cases },
  ].filter(({ texts }) => texts.length >= ENOUGH);
  return sets
    .map(({ texts, ...source }) => ({
      ...source,
      count: texts.length,
      emergencies: texts.filter(({ situation }) => situation === EMERGENCY).length,
      measured: measure(texts, read),
    }))
    .sort((a, b) => a.measured.hits[0] - b.measured.hits[0]);
}

const CASES =
  'Made up by two people who wrote none of the training phrases. The checker does better on examples like these than in real life.';

/** Measures how often half-typed harmless texts bring up the panel. */
export function figuresOnPrefixes(root: string, read: Reader): PrefixFigures {
  const quiet = [...readCases(root), ...heldOutBySource(root).flatMap(({ texts }) => texts)].filter(
    (text) => !accepted(text).has(EMERGENCY) && !read(text.text).emergency,
  );
  const readings = quiet
    .flatMap(({ text }) => {
      const words = wordsOf(text).slice(0, LONGEST_PREFIX);
      return words.map(({ end }) => text.slice(0, end));
    })
    .map((text) => read(text));
  const share = (shown: number): number => (100 * shown) / Math.max(1, readings.length);
  return {
    count: readings.length,
    onButton: share(readings.filter(({ emergency }) => emergency).length),
    whileTyping: share(readings.filter(({ certain }) => certain).length),
  };
}

/** The lines that never train. */
export function heldOutPhrases(root: string): Phrase[] {
  const sources = readSources(root);
  return readPhrases(path.join(root, PHRASES_FOLDER)).filter((phrase) =>
    isHeldOut(phrase, sourceOf(phrase, sources)),
  );
}

/** The held-out lines of each source. */
function heldOutBySource(root: string): { id: string; title: string; about: string; texts: Labelled[] }[] {
  const sources = readSources(root);
  const phrases = heldOutPhrases(root);
  return sources.map((source) => ({
    id: source.id,
    title: source.title,
    about: source.about,
    texts: phrases.filter((phrase) => sourceOf(phrase, sources) === source),
  }));
}
