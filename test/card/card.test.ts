import { describe, expect, test } from 'vitest';
import { fitSchool, fitTitle, LAYOUT, type Measure } from '../../src/card/card.ts';

/** Each character is half as wide as it's high. */
const measure: Measure = (text, _font, size) => (text.length * size) / 2;
const longest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));

describe('a title', () => {
  test('of few words is on one line in the largest size', () => {
    expect(fitTitle('Our Code', measure)).toMatchObject({ lines: ['Our Code'], size: 104 });
  });

  test('of more words is broken into lines of similar length', () => {
    const { lines, size } = fitTitle('Parent/Carer Code of Conduct', measure);
    expect(lines).toEqual(['Parent/Carer', 'Code of Conduct']);
    expect(size).toBe(104);
  });

  test.each([
    'Home–School Agreement and Code of Conduct for Parents, Carers, Visitors and Friends of the School',
    'Code '.repeat(30).trim(),
  ])('of many words is made smaller until it fits: %s', (title) => {
    const { lines, size, leading } = fitTitle(title, measure);
    expect(lines.join(' ')).toBe(title);
    expect(size).toBeLessThan(104);
    expect((longest(lines) * size) / 2).toBeLessThanOrEqual(LAYOUT.right - LAYOUT.left);
    expect(lines.length * leading).toBeLessThanOrEqual(240);
  });

  test('that’s endless stops getting smaller', () => {
    expect(fitTitle('Code '.repeat(500), measure).size).toBeGreaterThanOrEqual(44);
  });
});

test('a school’s long name is on two lines beside the icon', () => {
  const name = 'St Bartholomew and All Saints Church of England Primary School';
  const { lines, size, leading } = fitSchool(name, measure);
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).toBe(name);
  expect((longest(lines) * size) / 2).toBeLessThanOrEqual(LAYOUT.right - LAYOUT.besideIcon);
  expect(2 * leading).toBeLessThanOrEqual(110);
});

test('one word that’s wider than the card is cut, not lost', () => {
  const name = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(2);
  for (const [{ lines, size }, left] of [
    [fitTitle(name, measure), LAYOUT.left],
    [fitSchool(name, measure), LAYOUT.besideIcon],
  ] as const) {
    expect(lines.join('')).toBe(name);
    expect((longest(lines) * size) / 2).toBeLessThanOrEqual(LAYOUT.right - left);
  }
});
