import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { createNumbering } from '../../src/adopt/docxNumbering.ts';

const xml = (text: string) =>
  new DOMParser().parseFromString(`<w:root xmlns:w="w">${text}</w:root>`, 'text/xml');

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/>${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** The markers of paragraphs, each given as its list and level, or as its style. */
function markersOf(
  numbering: string,
  paragraphs: readonly ([list: number, level: number] | string)[],
  styles = '',
): string[] {
  const markerOf = createNumbering({ numbering: xml(numbering), styles: xml(styles) });
  const document = xml(
    paragraphs
      .map((given) =>
        typeof given === 'string'
          ? `<w:p><w:pPr><w:pStyle w:val="${given}"/></w:pPr></w:p>`
          : `<w:p><w:pPr><w:numPr><w:ilvl w:val="${given[1]}"/><w:numId w:val="${given[0]}"/></w:numPr></w:pPr></w:p>`,
      )
      .join(''),
  );
  return [...document.getElementsByTagName('w:p')].map((paragraph) => markerOf(paragraph)?.marker ?? 'none');
}

const LEGAL = `<w:abstractNum w:abstractNumId="7">${level(0, 'upperRoman', '%1.')}${level(1, 'lowerLetter', '(%2)')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>`;
const LISTS = `${LEGAL}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`;

test('an inner level starts again after an outer one', () => {
  const given: [number, number][] = [
    [1, 0],
    [1, 1],
    [1, 1],
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 2],
  ];
  expect(markersOf(LISTS, given)).toEqual(['I.', '(a)', '(b)', 'II.', '(a)', '2.1.1', '2.1.2']);
});

test('two lists of one kind count on, unless one says where to start', () => {
  expect(
    markersOf(LISTS, [
      [1, 0],
      [2, 0],
      [3, 0],
      [3, 0],
    ]),
  ).toEqual(['I.', 'II.', 'IV.', 'V.']);
});

test('a style stands for a level, and another is based on it', () => {
  const linked = `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1', '<w:pStyle w:val="Clause"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Inner"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
  const numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
  const styles = `<w:style w:styleId="Clause">${numbered}</w:style><w:style w:styleId="Inner">${numbered}</w:style>
    <w:style w:styleId="Bold"><w:basedOn w:val="Clause"/></w:style><w:style w:styleId="Plain"/>`;
  expect(markersOf(linked, ['Clause', 'Inner', 'Inner', 'Plain', 'Bold'], styles)).toEqual([
    '1',
    '1.1',
    '1.2',
    'none',
    '2',
  ]);
});

test('letters go on after z, and a list can be taken away', () => {
  expect(
    markersOf(
      LISTS,
      Array.from({ length: 28 }, (): [number, number] => [1, 1]),
    ).slice(-3),
  ).toEqual(['(z)', '(aa)', '(bb)']);
  expect(markersOf(LISTS, [[0, 0]])).toEqual(['none']);
});
