import { DOMParser, type Element } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import type { ListMarker } from '../../src/adopt/docxNumbering.ts';
import { nestByIndent } from '../../src/adopt/nestByIndent.ts';

/** The levels of some items after they’ve been nested: each its words, and how far in it is. */
function levelsOf(items: readonly [text: string, indent: number, level?: number][]): number[] {
  const body = items.map(([text]) => `<p>${text}</p>`).join('');
  const paragraphs = [
    ...new DOMParser().parseFromString(`<b>${body}</b>`, 'text/xml').getElementsByTagName('p'),
  ];
  const markers = new Map<Element, ListMarker>(
    paragraphs.flatMap((paragraph, index) => {
      const [, indent = 0, level = 0] = items[index] ?? [];
      return indent === 0 ? [] : [[paragraph, { marker: '•', level, indent }] as const];
    }),
  );
  nestByIndent(paragraphs, markers, ({ textContent }) => textContent ?? '');
  return paragraphs.map((paragraph) => markers.get(paragraph)?.level ?? -1);
}

test('bullets further in than the one that leads to them are inside of it', () => {
  const items: [string, number][] = [
    ['Tell the keeper about:', 360],
    ['ducks', 643],
    ['swans', 643],
    ['Shut the gate', 360],
  ];
  expect(levelsOf(items)).toEqual([0, 1, 1, 0]);
});

test('but not where nothing leads to them, nor after a paragraph, nor where they have levels', () => {
  expect(
    levelsOf([
      ['Shut the gate', 360],
      ['ducks', 643],
    ]),
  ).toEqual([0, 0]);
  expect(
    levelsOf([
      ['Tell the keeper about:', 360],
      ['A paragraph', 0],
      ['ducks', 643],
    ]),
  ).toEqual([0, -1, 0]);
  expect(
    levelsOf([
      ['Tell the keeper about:', 360],
      ['ducks', 643, 2],
    ]),
  ).toEqual([0, 2]);
});
