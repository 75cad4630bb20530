import { expect, test } from 'vitest';
import { parseReply } from '../../src/situations/reply.ts';

test('a reply is split at blank lines, with its lines joined and its placeholders marked', () => {
  expect(parseReply('Dear [ name ],\n\nOne\ntwo [x] three.\n \n{clause}\n\n{route}\n')).toEqual([
    { kind: 'text', runs: [{ text: 'Dear ' }, { place: 'name' }, { text: ',' }] },
    { kind: 'text', runs: [{ text: 'One two ' }, { place: 'x' }, { text: ' three.' }] },
    { kind: 'clause' },
    { kind: 'route' },
  ]);
});
