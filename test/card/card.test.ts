import { describe, expect, test } from 'vitest';
import { laySchool, layTitle, type Measure, ROOM } from '../../src/card/card.ts';

/** Every letter half as wide as it is high. */
const measure: Measure = (text, _face, size) => (text.length * size) / 2;
const longest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));

describe('a title', () => {
  test('of few words is as large as it may be, on one line', () => {
    expect(layTitle('Our Code', measure)).toMatchObject({ lines: ['Our Code'], size: 104 });
  });

  test('of more words is parted into lines of about one length', () => {
    const { lines, size } = layTitle('Parent/Carer Code of Conduct', measure);
    expect(lines).toEqual(['Parent/Carer', 'Code of Conduct']);
    expect(size).toBe(104);
  });

  test.each([
    'Home–School Agreement and Code of Conduct for Parents, Carers, Visitors and Friends of the School',
    'Code '.repeat(30).trim(),
  ])('of many words gets smaller until there is room: %s', (title) => {
    const { lines, size, leading } = layTitle(title, measure);
    expect(lines.join(' ')).toBe(title);
    expect(size).toBeLessThan(104);
    expect((longest(lines) * size) / 2).toBeLessThanOrEqual(ROOM.right - ROOM.left);
    expect(lines.length * leading).toBeLessThanOrEqual(240);
  });

  test('without end stops getting smaller', () => {
    expect(layTitle('Code '.repeat(500), measure).size).toBeGreaterThanOrEqual(44);
  });
});

test('a long name of a school stands on two lines beside the picture', () => {
  const name = 'St Bartholomew and All Saints Church of England Primary School';
  const { lines, size, leading } = laySchool(name, measure);
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).toBe(name);
  expect((longest(lines) * size) / 2).toBeLessThanOrEqual(ROOM.right - ROOM.besidePicture);
  expect(2 * leading).toBeLessThanOrEqual(110);
});
