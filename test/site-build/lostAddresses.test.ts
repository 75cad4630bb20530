import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anchorsAndLinks } from '../../src/site-build/anchorsAndLinks.ts';
import { brokenLinks } from '../../src/site-build/brokenLinks.ts';
import { builtTargets } from '../../src/site-build/builtTargets.ts';
import { lostAddresses } from '../../src/site-build/lostAddresses.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'built-'));
writeFileSync(path.join(folder, 'code.pdf'), '');
afterAll(() => rmSync(folder, { recursive: true }));

const pages = new Map([
  ['/', '<p id="kindness">Words</p>'],
  ['/c/kindness/', '<meta http-equiv="refresh" content="0;url=/#kindness">'],
]);
const targetOf = builtTargets(anchorsAndLinks(pages), folder);

test.each([
  ['/', 'there'],
  ['/#kindness', 'there'],
  ['/code.pdf', 'there'],
  ['/#gone', 'no anchor'],
  ['/gone/', 'no page'],
  ['/gone.pdf', 'no page'],
] as const)('%s: %s', (address, target) => {
  expect(targetOf(address)).toBe(target);
});

test('an address that leads nowhere is told with its line and how to forward it', () => {
  const text = 'published:\n  - /\n  - /c/kindness/\n  - /gone/\n';
  const registry = { published: ['/', '/c/kindness/', '/gone/'], forwarded: {} };
  expect(lostAddresses(registry, text, pages, targetOf)).toEqual([
    expect.objectContaining({
      file: 'content/addresses.yaml',
      line: 4,
      wrong: expect.stringContaining('/gone/ was published and leads nowhere'),
      instead: expect.stringContaining('/gone/: /where-it-is-now/'),
    }),
  ]);
});

test('a page that is not in the list is asked for', () => {
  const [problem, more] = lostAddresses({ published: ['/'], forwarded: {} }, '', pages, targetOf);
  expect(problem?.instead).toContain('  - /c/kindness/');
  expect(more).toBeUndefined();
});

test('a page that forwards to nowhere is a broken link', () => {
  const lost = new Map([['/c/a/', '<meta http-equiv="refresh" content="0;url=/folder/#gone">']]);
  expect(brokenLinks(anchorsAndLinks(lost), targetOf, '/folder/').map(({ wrong }) => wrong)).toEqual([
    'The link “/folder/#gone” leads to “#gone”, which is not on that page.',
  ]);
});
