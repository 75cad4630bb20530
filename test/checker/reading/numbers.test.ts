import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumberReader, numberAsText } from '../../../src/checker/reading/numbers.ts';

test('numbers come back as they were, one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 30)), (numbers) => {
      const next = createNumberReader(numbers.map(numberAsText).join(''));
      expect(numbers.map(() => next())).toEqual(numbers);
      expect(next()).toBe(0);
    }),
  );
});

test('a script can hold them without escaping a character', () => {
  const text = Array.from({ length: 5000 }, (_, number) => numberAsText(number)).join('');
  expect(JSON.stringify(text)).toBe(`"${text}"`);
});
