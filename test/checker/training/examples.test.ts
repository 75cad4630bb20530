import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../src/checker/reading/features.ts';
import { createGroups } from '../../../src/checker/reading/groups.ts';
import { wordsOf } from '../../../src/checker/reading/words.ts';
import { createSeeing } from '../../../src/checker/training/examples.ts';

const groupsOf = createGroups(['hit hits punch*', 'mum dad granny']);
const long = Array.from({ length: 2000 }, (_, n) => `word${n}`).join(' ');

describe('what training sees in a text', () => {
  test('is what reading sees, whichever texts came before', () => {
    const see = createSeeing(groupsOf);
    for (const text of ['Granny punched it. It hit granny', '', long, 'it hits, it hits', long, 'granny']) {
      const { hashes, values, length } = featuresOf(wordsOf(text), groupsOf);
      const seen = see(wordsOf(text));
      expect([...seen.hashes]).toEqual(hashes);
      expect([...seen.values]).toEqual(values);
      expect(seen.length).toBe(length);
    }
  });
});
