import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepSituations } from '../../src/adopt/keepSituations.ts';
import { neutralise } from '../../src/adopt/neutral.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { ROOT } from '../support/buildSite.ts';

const stock = readStock(path.join(ROOT, 'content'));

describe('sentences about the stock Code', () => {
  // As if every topic had a clause, so that every situation stays.
  const confirmed = new Map(stock.topics.map(({ id }) => [id, [`new-${id}`]]));
  const kept = keepSituations(stock, stock.topics, confirmed, () => true);
  const files: [string, unknown][] = [
    ...[...kept.situations].map(([id, situation]): [string, unknown] => [id, situation]),
    ['groups', kept.groups],
    ...stock.pages.map(({ file, text }): [string, unknown] => [file, text]),
  ];
  const reworded = files.flatMap(([file, value]) => neutralise(file, value, stock.claims).reworded);

  test('none is left in any situation', () => {
    expect(kept.dropped).toEqual([]);
    expect(reworded.filter(({ now }) => now === undefined)).toEqual([]);
  });

  test('each one listed is still in the stock', () => {
    const found = new Set(reworded.map(({ was }) => was));
    expect(stock.claims.map(({ claim }) => claim).filter((claim) => !found.has(claim))).toEqual([]);
  });

  test('a new one is noticed', () => {
    const { reworded } = neutralise(
      'a',
      { why: 'The Code lists this. The governors believe it’s wrong. The {body} don’t think so.' },
      [],
    );
    expect(reworded.map(({ was }) => was)).toEqual([
      'The Code lists this.',
      'The governors believe it’s wrong.',
      'The {body} don’t think so.',
    ]);
  });

  test('leaves no gap where a sentence was', () => {
    const text = 'Dear parent,\n\nOur Code is short. Thank you.\n\nOur Code is short.\n\nGoodbye';
    const claims = [{ claim: 'Our Code is short.', neutral: '' }];
    expect(neutralise('a', text, claims).value).toBe('Dear parent,\n\nThank you.\n\nGoodbye');
  });
});

test('a situation loses what rests on a clause that’s gone, and the reply its place', () => {
  const confirmed = new Map([['verbal-abuse', ['swearing']]]);
  const kept = keepSituations(stock, stock.topics, confirmed, () => false);
  expect(kept.dropped).toContain('physical-abuse');
  const situation = kept.situations.get('verbal-abuse');
  expect(situation?.cites).toEqual(['swearing']);
  expect(JSON.stringify(situation)).not.toMatch(/"quote"|"clause"|\{clause\}/);
  const named = JSON.stringify([kept.groups, kept.questions, kept.routeMap, ...kept.situations.values()]);
  expect(named).not.toContain('"physical-abuse"');
});
