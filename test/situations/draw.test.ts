import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { type Drawing, drawNarrow, drawWide, wrapped } from '../../src/situations/draw.ts';
import { type RouteMap, routeMapOf } from '../../src/situations/routeMap.ts';
import { routeMapProblems } from '../../src/situations/routeMapSchema.ts';
import { ROOT } from '../support/buildSite.ts';

const { routeMap, situations } = loadContent(ROOT);
const map = routeMapOf(routeMap, situations);

describe('what is drawn', () => {
  test('has its words from the routes, and leads most lines to the Complaints Policy', () => {
    expect(map.shared).toBe('The Complaints Policy');
    for (const [index, { id, title, steps, joins }] of map.lines.entries()) {
      const named = routeMap.lines[index];
      const route = situations.get(id)?.routes[named?.route ?? 'affected'] ?? [];
      expect(title).toBe(situations.get(id)?.title);
      expect([...steps, ...(joins ? [map.shared] : [])]).toEqual(
        named?.steps.map((step) => route[step - 1]?.who),
      );
    }
    expect(map.lines.filter(({ joins }) => joins).length).toBeGreaterThan(map.lines.length / 2);
  });

  test('starts with danger, which leads to no policy', () => {
    expect(map.lines[0]).toMatchObject({ id: 'emergency', joins: false });
  });

  test('a situation or a step that is not there is refused', () => {
    const lines = (more: { situation: string; route: 'affected'; steps: number[] }) =>
      routeMapProblems({ ...routeMap, lines: [more] }, situations).map(({ wrong }) => wrong);
    expect(lines({ situation: 'shouting', route: 'affected', steps: [1] })).toEqual([
      'There is no situation “shouting”.',
    ]);
    expect(lines({ situation: 'emergency', route: 'affected', steps: [1, 9] })[0]).toContain(
      'step 9 of the route “affected”',
    );
  });
});

describe.each<[string, (map: RouteMap, last: string) => Drawing]>([
  ['wide', drawWide],
  ['narrow', drawNarrow],
])('the %s drawing', (_name, draw) => {
  const word = fc.stringMatching(/^[A-Za-z’-]{1,12}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));
  const line = fc.record({
    id: word,
    title: words,
    steps: fc.array(words, { minLength: 1, maxLength: 3 }),
    joins: fc.boolean(),
  });
  const maps = fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 12 }), shared: words });

  test('loses no word, keeps all within its edges, and lays no box over another', () => {
    fc.assert(
      fc.property(maps, (random) => {
        const { width, height, lines, shared } = draw(random, 'If all else fails');
        const boxes = [
          ...lines.flatMap((drawn) => drawn.boxes),
          ...(shared === undefined ? [] : [shared.box]),
        ];
        expect(lines.map(({ label }) => label.lines.join(' '))).toEqual(
          random.lines.map(({ title }) => title),
        );
        expect(lines.map((drawn) => drawn.boxes.map((box) => box.lines.join(' ')))).toEqual(
          random.lines.map(({ steps }) => steps),
        );
        expect(shared === undefined).toBe(random.lines.every(({ joins }) => !joins));
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01);
        }
        for (const [index, a] of boxes.entries())
          for (const b of boxes.slice(index + 1))
            expect(
              a.x + a.width <= b.x ||
                b.x + b.width <= a.x ||
                a.y + a.height <= b.y + 0.01 ||
                b.y + b.height <= a.y + 0.01,
            ).toBe(true);
      }),
    );
  });

  test('gives a finger 44 units to tap', () => {
    const { lines } = draw(map, routeMap.last);
    expect(Math.min(...lines.map(({ target }) => target.height))).toBeGreaterThanOrEqual(44);
  });
});

test('lines of words are no wider than they may be, but for a single long word', () => {
  expect(wrapped('The designated safeguarding lead', 120)).toEqual([
    'The',
    'designated',
    'safeguarding',
    'lead',
  ]);
  expect(wrapped('Unbreakableandverylongword now', 60)).toEqual(['Unbreakableandverylongword', 'now']);
});
