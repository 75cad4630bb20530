import { describe, expect, test } from 'vitest';
import {
  type Ask,
  askLinks,
  externalLinks,
  externalSection,
} from '../../../src/site-build/publish-check/externalLinks.ts';

const PLACES = new Map([
  ['https://a.example.org/', '/one/'],
  ['https://b.example.org/', '/two/'],
]);
const asked: string[] = [];
/** A network in which each address answers as it is told to, by method. */
const network =
  (statuses: Record<string, number | undefined>): Ask =>
  async (url, { method }) => {
    asked.push(`${method} ${url}`);
    const status = statuses[`${method} ${url}`];
    if (status === undefined) throw new TypeError('fetch failed');
    return { status };
  };

test('links to other sites are found once each, with a place; those of the site itself are not', () => {
  const html = '<a href="/here/">x</a><a href="https://a.example.org/">y</a><a href="tel:999">z</a>';
  const pages = new Map([
    ['/one/', html],
    ['/two/', html],
  ]);
  expect([...externalLinks(pages, {})]).toEqual([['https://a.example.org/', '/one/']]);
});

describe('asking', () => {
  test('goes by GET where HEAD is not liked, and not twice where it is', async () => {
    asked.length = 0;
    const ask = network({
      'HEAD https://a.example.org/': 405,
      'GET https://a.example.org/': 200,
      'HEAD https://b.example.org/': 200,
    });
    expect(await askLinks(PLACES.keys(), ask)).toEqual([
      { url: 'https://a.example.org/', status: 200 },
      { url: 'https://b.example.org/', status: 200 },
    ]);
    expect(asked.sort()).toEqual([
      'GET https://a.example.org/',
      'HEAD https://a.example.org/',
      'HEAD https://b.example.org/',
    ]);
  });

  test('never asks more than six at once', async () => {
    let open = 0;
    let most = 0;
    const ask: Ask = async () => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open -= 1;
      return { status: 200 };
    };
    const urls = Array.from({ length: 40 }, (_, index) => `https://${index}.example.org/`);
    expect(await askLinks(urls, ask)).toHaveLength(40);
    expect(most).toBe(6);
  });
});

describe('what the answers mean', () => {
  const notes = (...statuses: (number | undefined)[]): string[] =>
    externalSection(
      [...PLACES.keys()].map((url, index) => {
        const status = statuses[index];
        return status === undefined ? { url } : { url, status };
      }),
      PLACES,
    ).notes;

  test('nothing where all are there', () => expect(notes(200, 204)).toEqual([]));

  test('gone, refused and silent are told apart, each with its place', () => {
    expect(notes(404, 403)).toEqual([
      expect.stringMatching(/^https:\/\/a\.example\.org\/ \(on \/one\/\) is gone/),
      expect.stringMatching(/^https:\/\/b\.example\.org\/ \(on \/two\/\) answered 403/),
    ]);
    expect(notes(200, undefined)).toEqual([expect.stringContaining('did not answer')]);
  });

  test('offline, one line says so', () => {
    expect(notes(undefined, undefined)).toEqual([expect.stringContaining('offline')]);
  });
});
