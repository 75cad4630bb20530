import { describe, expect, test } from 'vitest';
import { readTrainingData } from '../../../src/checker/training/cachedModel.ts';
import { PHRASES_FOLDER, readPhrases } from '../../../src/checker/training/phrases.ts';
import { isHeldOut, readSources, type Source, sourceOf } from '../../../src/checker/training/sources.ts';
import { ROOT } from '../../../src/shared/environment.ts';

const source = (id: string, authors: string[], heldOut: Source['heldOut'] = 'none'): Source => ({
  id,
  title: id,
  about: id,
  authors,
  weight: 1,
  heldOut,
});

describe('the source of a phrase', () => {
  test('is the one with the longest start of its author’s name', () => {
    const sources = [source('real', ['r']), source('unseen', ['r3'])];
    expect(sourceOf({ author: 'r1' }, sources)?.id).toBe('real');
    expect(sourceOf({ author: 'r3' }, sources)?.id).toBe('unseen');
    expect(sourceOf({ author: 'school' }, sources)).toBeUndefined();
  });
});

describe('what is held out', () => {
  const phrases = readPhrases(PHRASES_FOLDER);
  const sources = readSources(ROOT);

  test('is about a tenth where a tenth is, and all where all is', () => {
    for (const each of sources) {
      const own = phrases.filter((phrase) => sourceOf(phrase, sources) === each);
      const share = own.filter((phrase) => isHeldOut(phrase, each)).length / own.length;
      const expected = { none: 0, tenth: 0.1, all: 1 }[each.heldOut];
      expect(Math.abs(share - expected), each.id).toBeLessThan(0.04);
    }
  });

  test('never trains the checker', () => {
    const trained = new Set(readTrainingData(ROOT).lines.map(({ text }) => text));
    const held = phrases.filter((phrase) => isHeldOut(phrase, sourceOf(phrase, sources)));
    expect(held.filter(({ text }) => trained.has(text))).toEqual([]);
  });
});
