import { expect, test } from 'vitest';
import { addressOfTitle, shortTitle } from '../../src/code/sections.ts';

test.each([
  ['Annex B – Bicycles and scooters', 'Annex B'],
  ['Annex B: Bicycles and scooters', 'Annex B'],
  ['Bicycles', 'Bicycles'],
  ['Bring-and-share teas', 'Bring-and-share teas'],
  ['On bicycles, scooters and whatever else has wheels', 'On bicycles, scooters\u00a0…'],
])('the title “%s” is shortened to “%s”', (title, short) => {
  expect(shortTitle({ title })).toBe(short);
});

test.each([
  ['Annex B – Bicycles and scooters', '/annex-b/'],
  ['Annex: Bicycles and scooters', '/annex/'],
  ['Atodiad Tŷ’r Dŵr – Beiciau', '/atodiad-ty-r-dwr/'],
  [
    'On bicycles, scooters and whatever else has wheels',
    '/on-bicycles-scooters-and-whatever-else-has-wheels/',
  ],
  ['附錄 – 自行車', undefined],
])('the title “%s” gives the address %s', (title, address) => {
  expect(addressOfTitle(title)).toBe(address);
});
