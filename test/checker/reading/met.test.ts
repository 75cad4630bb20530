import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMet } from '../../../src/checker/reading/met.ts';

test('a hash is new once, as in a set, however many there are', () => {
  const hashes = fc.array(
    fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 2 ** 32 - 1 })),
    {
      maxLength: 3000,
    },
  );
  fc.assert(
    fc.property(hashes, (list) => {
      const isNew = createMet();
      const set = new Set<number>();
      for (const hash of list) {
        expect(isNew(hash)).toBe(!set.has(hash));
        set.add(hash);
      }
    }),
  );
});
