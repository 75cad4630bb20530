import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { changesFeed } from '../../src/governors/changesFeed.ts';

const make = () =>
  changesFeed({
    title: 'Code of Kindness',
    school: 'Example School',
    body: 'trustees',
    editions: [
      { name: 'edition-1', title: 'First edition', adopted: '2024-09-01', sha256: 'a'.repeat(64) },
      {
        name: 'edition-2',
        title: 'Second edition',
        adopted: '2026-09-01',
        summary: 'Kindness <online> as well.',
        sha256: 'b'.repeat(64),
      },
    ],
    site: 'https://www.example.org/code/',
    page: 'https://www.example.org/code/governors/',
    feed: 'https://www.example.org/code/governors/changes.xml',
  });

test('the feed lists every edition, newest first, and has the newest one’s date', () => {
  const feed = parse(make());
  expect(feed.querySelector('feed > updated')?.text).toBe('2026-09-01T00:00:00.000Z');
  expect(feed.querySelectorAll('entry > title').map(({ text }) => text)).toEqual([
    expect.stringContaining('Second edition'),
    expect.stringContaining('First edition'),
  ]);
  expect(feed.querySelectorAll('entry > id').map(({ text }) => text)).toEqual([
    `urn:sha256:${'b'.repeat(64)}`,
    `urn:sha256:${'a'.repeat(64)}`,
  ]);
  expect(make()).toContain('Kindness <online> as well.');
  expect(make()).toContain('The trustees adopted this edition.');
});

test('the same content gives the same feed', () => {
  expect(make()).toBe(make());
});
