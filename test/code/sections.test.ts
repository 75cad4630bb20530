import { expect, test } from 'vitest';
import { shortTitle } from '../../src/code/sections.ts';

test.each([
  ['Annex B – Bicycles and scooters', 'Annex B'],
  ['Annex B: Bicycles and scooters', 'Annex B'],
  ['Bicycles', 'Bicycles'],
  ['Bring-and-share teas', 'Bring-and-share teas'],
  ['On bicycles, scooters and whatever else has wheels', 'On bicycles, scooters\u00a0…'],
])('the title “%s” is “%s” where there is little room', (title, short) => {
  expect(shortTitle({ title })).toBe(short);
});
