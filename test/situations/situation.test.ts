import { expect, test } from 'vitest';
import { tellingSummaries } from '../../src/situations/situation.ts';

test('a summary that several situations share says nothing of one of them', () => {
  const line = 'The Code has a line about this.';
  const situations = [
    { id: 'ducks', summary: line },
    { id: 'shouting', summary: 'Someone shouted.' },
    { id: 'swans', summary: line },
  ];
  expect([...tellingSummaries(situations)]).toEqual([['shouting', 'Someone shouted.']]);
});
