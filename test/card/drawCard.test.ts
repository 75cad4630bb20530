import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { drawCard } from '../../src/card/drawCard.ts';
import { ROOT } from '../support/buildSite.ts';

const card = (name: string, title: string, accent?: string) =>
  drawCard({ school: { name, accent }, title }, ROOT);

/** The red, green and blue of a pixel. */
function colourAt(png: Uint8Array, x: number, y: number): number[] {
  const { data, width, channels } = decode(png);
  const at = (y * width + x) * channels;
  return [...data.slice(at, at + 3)];
}

/** The columns of pixels that the title's text occupies. */
function inkOfTitle(png: Uint8Array): number[] {
  const { data, width, channels } = decode(png);
  return Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: 270 }, (_, row) => ((200 + row) * width + x) * channels).some(
      (at) => x > 22 && (data[at] ?? 255) < 100,
    ),
  );
}

test('the card has the size that messaging apps ask for', async () => {
  expect(decode(await card('Pond School', 'Our Code'))).toMatchObject({ width: 1200, height: 630 });
});

test('it has the school’s own colour, as the page does', async () => {
  expect(colourAt(await card('Pond School', 'Our Code'), 10, 300)).toEqual([0x0f, 0x4a, 0x43]);
  expect(colourAt(await card('Pond School', 'Our Code', '#6b2d8f'), 10, 300)).toEqual([0x6b, 0x2d, 0x8f]);
  // Too light, so it's darkened.
  expect(colourAt(await card('Pond School', 'Our Code', '#ffee00'), 10, 300)).not.toEqual([255, 0xee, 0]);
});

test('its text is within the margins', async () => {
  const ink = inkOfTitle(await card('Pond School', 'Parent/Carer Code of Conduct'));
  expect(ink.length).toBeGreaterThan(300);
  expect(ink[0]).toBeGreaterThanOrEqual(96);
  expect(ink.at(-1)).toBeLessThanOrEqual(1104);
  expect(inkOfTitle(await card('Pond School', ' '))).toEqual([]);
});

test('characters with a meaning in SVG are escaped', async () => {
  const [special, plain] = await Promise.all([card('A', 'Us & <them>'), card('A', 'Us')]);
  expect(inkOfTitle(special).length).toBeGreaterThan(inkOfTitle(plain).length * 2);
});

test('the same content gives the same bytes', async () => {
  const twice = await Promise.all([card('Ysgol Llŷn', 'Our Code'), card('Ysgol Llŷn', 'Our Code')]);
  expect(Buffer.compare(twice[0], twice[1])).toBe(0);
});
