import { expect, test } from 'vitest';
import { afterUnnamedSign } from '../../src/adopt/signs.ts';

test('a sign for private use has a name only in a font of signs', () => {
  expect(afterUnnamedSign('\uF0FC', 'Wingdings-Regular')).toBeUndefined();
  expect(afterUnnamedSign('\uF0B7 be kind', '')).toBeUndefined();
  expect(afterUnnamedSign('\uF0FC shout', 'DejaVuSans')).toBe('shout');
  expect(afterUnnamedSign('\0 shout', 'Wingdings-Regular')).toBe('shout');
  expect(afterUnnamedSign('\uFFFD shout', 'DejaVuSans')).toBe('shout');
  expect(afterUnnamedSign('shout', 'DejaVuSans')).toBeUndefined();
});
