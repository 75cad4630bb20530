import { describe, expect, test } from 'vitest';
import {
  addressesSchema,
  destinationOf,
  forwardedAnchors,
  forwardingPages,
  lineOfAddress,
  registryProblems,
  splitWaiting,
} from '../../src/addresses/registry.ts';
import type { Clause } from '../../src/code/document.ts';

const clause = (anchor: string, page = '/'): Clause => ({
  anchor,
  page,
  heading: '',
  runs: [],
  text: 'Words',
});
const clauses = [clause('kindness'), clause('posts', '/appendix/')];
const published = [
  '/',
  '/appendix/',
  '/#kindness',
  '/appendix/#posts',
  '/c/kindness/',
  '/c/posts/',
  '/situations/shouting/',
  '/s/shouting/',
];
const registry = (more: readonly string[] = [], forwarded: Record<string, string> = {}) => ({
  published: [...published, ...more],
  forwarded,
});
const problems = (more: readonly string[], forwarded: Record<string, string> = {}) => {
  const text = [
    'published:',
    ...published,
    ...more,
    'forwarded:',
    ...Object.entries(forwarded).map(([from, to]) => `  ${from}: ${to}`),
  ];
  return registryProblems(registry(more, forwarded), text.join('\n'), clauses, ['shouting']);
};

describe('where an address leads', () => {
  test.each([
    ['/', '/'],
    ['/c/kindness/', '/#kindness'],
    ['/c/posts/', '/appendix/#posts'],
    ['/s/shouting/', '/situations/shouting/'],
  ])('%s leads to %s', (from, to) => {
    expect(destinationOf(from, registry(), clauses)).toBe(to);
  });

  test('a short address follows its clause, however many times it’s forwarded', () => {
    const forwarded = { '/#courtesy': '/#respect', '/#respect': '/#kindness' };
    const moved = registry(['/#courtesy', '/#respect', '/c/courtesy/', '/c/respect/'], forwarded);
    expect(destinationOf('/c/courtesy/', moved, clauses)).toBe('/#kindness');
    expect(forwardingPages(moved, clauses)).toContainEqual({ from: '/c/courtesy/', to: '/#kindness' });
    expect(forwardedAnchors('/', moved, clauses)).toEqual([
      { anchor: 'courtesy', to: '/#kindness' },
      { anchor: 'respect', to: '/#kindness' },
    ]);
  });

  test('a short address follows its situation when that’s forwarded', () => {
    const moved = registry(['/situations/swearing/', '/s/swearing/'], {
      '/situations/swearing/': '/situations/shouting/',
    });
    expect(destinationOf('/s/swearing/', moved, clauses)).toBe('/situations/shouting/');
    expect(forwardingPages(moved, clauses).map(({ from }) => from)).toEqual([
      '/c/kindness/',
      '/c/posts/',
      '/s/shouting/',
      '/situations/swearing/',
      '/s/swearing/',
    ]);
  });
});

describe('the list of addresses', () => {
  test('has no problems if every address is there or forwarded', () => {
    expect(problems([])).toEqual([]);
    expect(problems(['/#old', '/c/old/'], { '/#old': '/#kindness' })).toEqual([]);
  });

  test.each<[string, string[], Record<string, string>, string, number | undefined]>([
    ['an anchor that’s gone', ['/#old'], {}, 'no clause has that anchor any more', 10],
    ['a clause that moved', ['/#posts'], {}, 'that clause is on another page now', 10],
    ['a circle', ['/#a', '/#b'], { '/#a': '/#b', '/#b': '/#a' }, '/#a → /#b → /#a', 13],
    ['a forward to nowhere', ['/#a'], { '/#a': '/#nowhere' }, 'isn’t in the list', 12],
    ['a forward from an address never published', [], { '/#a': '/#kindness' }, 'isn’t in the list', 11],
    [
      'a forward from a clause that’s still there',
      [],
      { '/#kindness': '/' },
      'its clause is still there',
      11,
    ],
    ['an address listed twice', ['/'], {}, 'is in the list twice', 10],
  ])('is refused with %s', (_what, more, forwarded, wrong, line) => {
    const [first] = problems(more, forwarded);
    expect(first?.wrong).toContain(wrong);
    expect(first?.line).toBe(line);
  });

  test('says how to bring it up to date', () => {
    for (const [problem] of [problems(['/#old']), problems(['/#posts']), problems(['/situations/swearing/'])])
      expect(problem?.instead).toContain('`npm run addresses`');
  });

  test('has one problem for all clauses that are gone, one for all situations, and one for all that’s new', () => {
    const gone = ['/#a', '/#b', '/appendix/#c', '/#d', '/c/a/', '/c/e/', '/situations/f/', '/s/f/', '/s/g/'];
    const registry = { published: ['/', '/#kindness', ...gone], forwarded: {} };
    const found = registryProblems(registry, 'published:\n  - /#a\n', clauses, ['shouting']);
    expect(found.map(({ wrong, line }) => [wrong, line])).toEqual([
      [
        '5 addresses were published, but no clause has their anchors any more: /#a, /#b, /appendix/#c and 2 more. Links in emails would break.',
        2,
      ],
      [
        '2 addresses were published, but their situations aren’t there any more: /situations/f/ and /s/g/. Links in emails would break.',
        undefined,
      ],
      [
        '5 addresses are new on the site, but aren’t in the list of published addresses: /situations/shouting/, /appendix/#posts, /c/kindness/ and 2 more.',
        undefined,
      ],
    ]);
  });

  test('may be empty, as nothing has been published yet', () => {
    const { data } = addressesSchema.safeParse({ published: null, forwarded: null });
    expect(data).toEqual({ published: [], forwarded: {} });
    expect(registryProblems({ published: [], forwarded: {} }, '', clauses, ['shouting'])).toEqual([
      expect.objectContaining({
        wrong: 'The list of published addresses is empty.',
        instead: expect.stringContaining('`npm run addresses`'),
      }),
    ]);
  });

  test('finds the line of an address, not of one that starts the same', () => {
    expect(lineOfAddress('published:\n  - /c/ab/\n  - /c/a/\n', '/c/a/')).toBe(3);
    expect(lineOfAddress('published:\n  - /\n', '/gone/')).toBeUndefined();
  });
});

test('while there’s a draft, a forward waits until its clause is gone', () => {
  const { today, waiting } = splitWaiting(
    registry(['/old/'], { '/#kindness': '/appendix/#posts', '/old/': '/' }),
    clauses,
  );
  expect([...waiting]).toEqual(['/#kindness']);
  expect(today.forwarded).toEqual({ '/old/': '/' });
  expect(registryProblems(today, '', clauses, ['shouting'])).toEqual([]);
});
