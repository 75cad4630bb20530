import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { type Find, GROUPS, loadPagefind } from '../../src/search/find.ts';
import { termsOf } from '../../src/search/query.ts';
import {
  buildSearchIndex,
  filesToPreload,
  type IndexFile,
  indexVersion,
} from '../../src/search/searchIndex.ts';
import { ROOT } from '../support/buildSite.ts';

// The real index, searched by Pagefind's real script, with `fetch` reading from the disk.
const content = loadContent(ROOT);
const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
const bundle = `${folder}/pagefind/`;
let index: IndexFile[];
let find: Find;
beforeAll(async () => {
  index = await buildSearchIndex(content, '/policies/');
  for (const file of index) {
    mkdirSync(path.dirname(bundle + file.path), { recursive: true });
    writeFileSync(bundle + file.path, file.content);
  }
  vi.stubGlobal('fetch', async (url: string) => {
    const file = url.replace(/\?.*/, '');
    return existsSync(file) ? new Response(readFileSync(file)) : new Response('', { status: 404 });
  });
  find = await loadPagefind(bundle, indexVersion(index), 'school');
});
afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});
const addresses = async (query: string): Promise<string[]> =>
  (await find(termsOf(query))).map(({ href }) => href);

describe('the index', () => {
  const hashless = (files: readonly string[]) => files.map((file) => file.replace(/[\da-f]{6,}/, '#'));

  test('has only the files the page loads', () => {
    expect([...new Set(hashless(index.map((file) => file.path)))].sort()).toEqual([
      'fragment/en_group_#.pf_fragment',
      'index/en_#.pf_index',
      'pagefind-entry.json',
      'pagefind.en_#.pf_meta',
      'pagefind.js',
      'wasm.en.pagefind',
    ]);
  });

  test('preloads the files every search needs, but no part that consists of several', () => {
    const always = ['pagefind.js', 'pagefind-entry.json', 'pagefind.en_#.pf_meta', 'wasm.en.pagefind'];
    const parts = index.filter(({ path }) => path.startsWith('index/'));
    const others = index.filter((file) => !parts.includes(file));
    expect(hashless(filesToPreload([...others, ...parts.slice(0, 1)]))).toEqual([
      ...always,
      'index/en_#.pf_index',
      'fragment/en_group_#.pf_fragment',
    ]);
    const alike = { path: 'index/en_more.pf_index', content: new Uint8Array(20_000) };
    expect(hashless(filesToPreload([...index, alike]))).toEqual([
      ...always,
      'fragment/en_group_#.pf_fragment',
    ]);
  });

  test('preloads the file that has nearly all of a part', () => {
    const sizes = index.filter(({ path }) => path.startsWith('index/')).map(({ content }) => content.length);
    expect(sizes).toHaveLength(2);
    expect(filesToPreload(index).filter((file) => file.startsWith('index/'))).toEqual(
      index.filter(({ content }) => content.length === Math.max(...sizes)).map(({ path }) => path),
    );
  });
});

describe('searching', () => {
  test.each([
    ['swearing', '/policies/#verbal-abuse'],
    ['Ofsted', '/policies/#threats'],
    ['OFSTED', '/policies/situations/threat-to-report/'],
    ['petition', '/policies/#inciting-others'],
    ['banned', '/policies/#sanctions'],
    ['WhatsApp', '/policies/appendix-1/#cyberbullying'],
    ['solicitor', '/policies/appendix-1/#legal-options'],
    ['How long is a ban?', '/policies/situations/sanctions/'],
    ['knife', '/policies/situations/emergency/'],
  ])('for %s finds, among others, %s', async (query, address) => {
    expect(await addresses(query)).toContain(address);
  });

  test('returns a clause’s words unchanged', async () => {
    const [first] = await find(['dictate']);
    expect(first?.href).toBe('/policies/#management-decisions');
    const found = [...(await find(['school'])), ...(await find(['facebook'])), ...(await find(['comments']))];
    const clauses = found.filter(({ group }) => group !== 'situations');
    expect(clauses.length).toBeGreaterThan(10);
    for (const { href, words } of clauses)
      expect(words).toBe(content.clauses.get(href.replace(/.*#/, ''))?.text);
  });

  test('puts the Code first, then Appendix 1, then situations', async () => {
    const groups = (await find(['facebook'])).map(({ group }) => group);
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...GROUPS]);
  });
  test('ranks a clause that’s cited first before those cited after it', async () => {
    expect((await addresses('swearing'))[0]).toBe('/policies/#verbal-abuse');
  });

  test.each(['facebok', 'xyzzy', 'nose', 'xylophone'])(
    'finds nothing for %s, which occurs nowhere',
    async (query) => {
      expect(await addresses(query)).toEqual([]);
    },
  );

  test('returns no keywords', async () => {
    const [clause] = await find(['swearing']);
    expect(JSON.stringify(clause)).not.toMatch(/swearing/i);
  });
});

test('an index with a missing part is an error, rather than having no results', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  rmSync(path.join(bundle, 'index'), { recursive: true });
  await expect(loadPagefind(bundle, indexVersion(index), 'school')).rejects.toThrow('incomplete');
  quiet.mockRestore();
});
