import { expect, test } from 'vitest';
import { ContentError, isContentError } from '../../src/shared/problem.ts';

test('knows a mistake in the content, even from a built page’s copy of the class', () => {
  const copy = class extends Error {
    override readonly name = 'ContentError';
  };
  expect(isContentError(new ContentError([{ file: 'a', wrong: 'b', instead: 'c' }]))).toBe(true);
  expect(isContentError(new copy())).toBe(true);
  expect(isContentError(new Error('ContentError'))).toBe(false);
});
