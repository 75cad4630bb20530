import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDifference, differenceBetween, wordsIn } from '../../src/code/difference.ts';
import { blocksOfEdition, type TextBlock } from '../../src/code/edition.ts';
import { fixtureEdition } from '../support/fixtureEditions.ts';

const blocks = (text: string) => blocksOfEdition(text);
const changesIn = (older: string, newer: string) =>
  differenceBetween(blocks(older), blocks(newer)).rows.map(({ kind, runs }) => [
    kind,
    runs.map((run) => ({ same: '', removed: '-', added: '+' })[run.kind] + run.words.join(' ')).join(' | '),
  ]);

// Few words, so that equal words, equal blocks and moved blocks often occur.
const word = fc.constantFrom('a', 'b', 'c', 'the', 'school.', 'Our', '–', "'so'");
const text: fc.Arbitrary<TextBlock[]> = fc
  .array(fc.record({ level: fc.nat(2), words: fc.array(word, { minLength: 1, maxLength: 12 }) }), {
    maxLength: 8,
  })
  .map((made) => made.map((block, line) => ({ ...block, line })));
/** A text, and a copy with some words and blocks changed, removed, added or moved. */
const edited = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(4), word), { maxLength: 4 }))
  .map(([older, edits]) => {
    const newer = structuredClone(older);
    for (const [at, inside, how, put] of edits) {
      const block = newer[at % Math.max(newer.length, 1)];
      if (block === undefined) continue;
      if (how === 0) block.words.splice(inside % block.words.length, 1, put);
      if (how === 1) block.words.splice(inside % block.words.length, 0, put);
      if (how === 2) newer.splice(newer.indexOf(block), 1);
      if (how === 3) newer.push(...newer.splice(newer.indexOf(block), 1));
      if (how === 4) block.level = (block.level + 1) % 3;
    }
    return [older, newer] as const;
  });

describe('a difference', () => {
  test('makes the newer text from the older one, for any two texts', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(text, text)), ([older, newer]) => {
        const difference = differenceBetween(older, newer);
        expect(applyDifference(older, difference)).toEqual(newer);
        expect(difference.rows.filter((row) => row.older).map((row) => wordsIn(row, 'removed'))).toEqual(
          older.map(({ words }) => words),
        );
      }),
    );
  });

  test('from a text to itself has no changes', () => {
    fc.assert(
      fc.property(text, (same) => {
        const { rows, added, removed } = differenceBetween(same, same);
        expect([added, removed]).toEqual([0, 0]);
        expect(rows.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  test('shows one changed word as exactly one word removed and one added, wherever it is', () => {
    fc.assert(
      fc.property(
        text.filter((made) => made.length > 0),
        fc.nat(),
        fc.nat(),
        word,
        (older, at, inside, put) => {
          const newer = structuredClone(older);
          const block = newer[at % newer.length];
          if (block === undefined) return;
          const place = inside % block.words.length;
          fc.pre(block.words[place] !== put);
          block.words[place] = put;
          const { added, removed } = differenceBetween(older, newer);
          expect([removed, added]).toEqual([1, 1]);
        },
      ),
    );
  });

  test('compares a changed paragraph with itself, even if others were added before it', () => {
    expect(
      changesIn('One two three.\n\nThe last of all.', 'Quite new here.\n\nOne two four.\n\nThe last of all.'),
    ).toEqual([
      ['added', '+Quite new here.'],
      ['changed', 'One two | -three. | +four.'],
      ['same', 'The last of all.'],
    ]);
  });

  test('doesn’t compare sentences with nothing in common', () => {
    expect(changesIn('Cats sleep in the sun.', 'We ask for the gate to be shut.')).toEqual([
      ['removed', '-Cats sleep in the sun.'],
      ['added', '+We ask for the gate to be shut.'],
    ]);
  });

  test('shows a rewritten sentence as one change, not in fragments', () => {
    expect(
      changesIn(
        'Please stay where you are for now. Everybody may always have the last and biggest piece. Go on.',
        'Please stay where you are for now. Nobody shall take the very first one. Go on.',
      ),
    ).toEqual([
      [
        'changed',
        'Please stay where you are for now. | -Everybody may always have the last and biggest piece. | +Nobody shall take the very first one. | Go on.',
      ],
    ]);
  });

  test('distinguishes a list item from a paragraph with the same words', () => {
    expect(changesIn('- Push in the queue', 'Push in the queue')).toEqual([['changed', 'Push in the queue']]);
  });

  test('shows a moved paragraph as removed and added', () => {
    expect(
      changesIn('A b c.\n\nD e f.\n\nG h i.', 'D e f.\n\nG h i.\n\nA b c.').map(([kind]) => kind),
    ).toEqual(['removed', 'same', 'same', 'added']);
  });

  test('pairs a clause only with itself, however much of it is new', () => {
    const one = { level: 0, line: 1, anchor: 'one', words: ['A', 'b', 'c.'] };
    const { rows } = differenceBetween(
      [one, { ...one, anchor: 'two' }],
      [
        { ...one, words: ['X', 'y', 'z.'] },
        { ...one, anchor: 'three' },
      ],
    );
    expect(rows.map(({ kind, older, newer }) => [kind, older?.anchor, newer?.anchor])).toEqual([
      ['changed', 'one', 'one'],
      ['removed', 'two', undefined],
      ['added', undefined, 'three'],
    ]);
  });

  test('gives the lines of both texts', () => {
    const older = blocks(fixtureEdition('edition-10').text);
    const newer = blocks(fixtureEdition('draft-11').text);
    const { rows, added, removed } = differenceBetween(older, newer);
    expect([removed, added]).toEqual([6, 8]);
    expect(
      rows.filter(({ kind }) => kind !== 'same').map((row) => [row.kind, row.older?.line, row.newer?.line]),
    ).toEqual([
      ['changed', 5, 5],
      ['added', undefined, 7],
      ['removed', 11, undefined],
    ]);
  });

  test('can’t be applied to another text', () => {
    const difference = differenceBetween(blocks('One.'), blocks('Two.'));
    expect(() => applyDifference(blocks('Three.'), difference)).toThrow('another text');
    expect(() => applyDifference(blocks('One.\n\nMore.'), difference)).toThrow('another text');
  });
});
