import { describe, expect, test } from 'vitest';
import {
  checkLinks,
  externalLinks,
  externalSection,
  type Fetch,
} from '../../../src/site-build/publish-check/externalLinks.ts';

const PLACES = new Map([
  ['https://a.example.org/', '/one/'],
  ['https://b.example.org/', '/two/'],
]);
const requests: string[] = [];
/** A stand-in for `fetch` that answers with the given statuses, by method and address. */
const respond =
  (statuses: Record<string, number | undefined>): Fetch =>
  async (url, { method }) => {
    requests.push(`${method} ${url}`);
    const status = statuses[`${method} ${url}`];
    if (status === undefined) throw new TypeError('fetch failed');
    return { status };
  };

test('finds each link to another site once, with its page, and no internal ones', () => {
  const html = '<a href="/here/">x</a><a href="https://a.example.org/">y</a><a href="tel:999">z</a>';
  const pages = new Map([
    ['/one/', html],
    ['/two/', html],
  ]);
  expect([...externalLinks(pages, {})]).toEqual([['https://a.example.org/', '/one/']]);
});

describe('checking links', () => {
  test('tries GET only if HEAD is refused', async () => {
    requests.length = 0;
    const request = respond({
      'HEAD https://a.example.org/': 405,
      'GET https://a.example.org/': 200,
      'HEAD https://b.example.org/': 200,
    });
    expect(await checkLinks(PLACES.keys(), request)).toEqual([
      { url: 'https://a.example.org/', status: 200 },
      { url: 'https://b.example.org/', status: 200 },
    ]);
    expect(requests.sort()).toEqual([
      'GET https://a.example.org/',
      'HEAD https://a.example.org/',
      'HEAD https://b.example.org/',
    ]);
  });

  test('makes at most six requests at once', async () => {
    let open = 0;
    let most = 0;
    const request: Fetch = async () => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open -= 1;
      return { status: 200 };
    };
    const urls = Array.from({ length: 40 }, (_, index) => `https://${index}.example.org/`);
    expect(await checkLinks(urls, request)).toHaveLength(40);
    expect(most).toBe(6);
  });
});

describe('the section on external links', () => {
  const notes = (...statuses: (number | undefined)[]): string[] =>
    externalSection(
      [...PLACES.keys()].map((url, index) => {
        const status = statuses[index];
        return status === undefined ? { url } : { url, status };
      }),
      PLACES,
    ).notes;

  test('has no notes if every link works', () => expect(notes(200, 204)).toEqual([]));

  test('tells apart links that are gone, refuse or don’t answer, each with its page', () => {
    expect(notes(404, 403)).toEqual([
      expect.stringMatching(/^https:\/\/a\.example\.org\/ \(on \/one\/\) is gone/),
      expect.stringMatching(/^https:\/\/b\.example\.org\/ \(on \/two\/\) answered 403/),
    ]);
    expect(notes(200, undefined)).toEqual([expect.stringContaining('didn’t answer')]);
  });

  test('has one note when offline', () => {
    expect(notes(undefined, undefined)).toEqual([expect.stringContaining('offline')]);
  });
});
