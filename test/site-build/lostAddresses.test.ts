import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { brokenLinks, readLinks, targetFinder } from '../../src/site-build/links.ts';
import { lostAddresses } from '../../src/site-build/lostAddresses.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'built-'));
writeFileSync(path.join(folder, 'code.pdf'), '');
afterAll(() => rmSync(folder, { recursive: true }));

const pages = new Map([
  ['/', '<p id="kindness">Words</p>'],
  ['/c/kindness/', '<meta http-equiv="refresh" content="0;url=/#kindness">'],
]);
const findTarget = targetFinder(readLinks(pages), folder);

test.each([
  ['/', 'found'],
  ['/#kindness', 'found'],
  ['/code.pdf', 'found'],
  ['/#gone', 'no anchor'],
  ['/gone/', 'no page'],
  ['/gone.pdf', 'no page'],
] as const)('%s: %s', (address, target) => {
  expect(findTarget(address)).toBe(target);
});

test('a lost address is reported with its line and how to forward it', () => {
  const text = 'published:\n  - /\n  - /c/kindness/\n  - /gone/\n';
  const registry = { published: ['/', '/c/kindness/', '/gone/'], forwarded: {} };
  expect(lostAddresses(registry, text, pages, findTarget)).toEqual([
    expect.objectContaining({
      file: 'content/addresses.yaml',
      line: 4,
      wrong: expect.stringContaining('/gone/ was published, but no longer leads anywhere'),
      instead: expect.stringContaining('`npm run addresses`'),
    }),
  ]);
});

test('all that’s lost is one problem, but a file can’t be forwarded', () => {
  const published = ['/', '/c/kindness/', '/a/', '/gone.pdf', '/b/'];
  const found = lostAddresses({ published, forwarded: {} }, '', pages, findTarget);
  expect(found.map(({ wrong, instead }) => [wrong, instead])).toEqual([
    [
      expect.stringContaining('2 addresses were published, but no longer lead anywhere: /a/ and /b/.'),
      expect.anything(),
    ],
    [expect.stringContaining('/gone.pdf was published'), 'Restore the file: only a page can be forwarded.'],
  ]);
});

test('a page missing from the list is reported', () => {
  const [problem, more] = lostAddresses({ published: ['/'], forwarded: {} }, '', pages, findTarget);
  expect(problem?.wrong).toContain('/c/kindness/ is new on the site');
  expect(more).toBeUndefined();
});

test('a redirect to nowhere is a broken link', () => {
  const lost = new Map([['/c/a/', '<meta http-equiv="refresh" content="0;url=/folder/#gone">']]);
  expect(brokenLinks(readLinks(lost), findTarget, '/folder/').map(({ wrong }) => wrong)).toEqual([
    'The link “/folder/#gone” leads to “#gone”, which isn’t on that page.',
  ]);
});
