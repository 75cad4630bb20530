import { expect, test } from 'vitest';
import { fingerprint } from '../../src/code/fingerprint.ts';

test('the fingerprint is the SHA-256 of the bytes, as in FIPS 180-4', () => {
  expect(fingerprint(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
