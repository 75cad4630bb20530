import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HASHED } from '../../src/offline/settings.ts';
import {
  CACHING,
  headersFile,
  htaccess,
  SECURITY,
  TYPES,
  WORKER_POLICY,
  writeHostFiles,
} from '../../src/site-build/hostFiles.ts';
import { ROOT } from '../support/buildSite.ts';

/** A header's values for an address, as Netlify and Cloudflare would read the rules. */
function valuesFor(address: string, header: string, file: string): string[] {
  return file.split('\n\n').flatMap((rule) => {
    const [pattern = '', ...headers] = rule.split('\n');
    const matches = pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
    const start = `  ${header}: `;
    return matches
      ? headers.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))
      : [];
  });
}

describe.each(['/', '/policies/code/'])('_headers for a site at %s', (base) => {
  const file = headersFile(base, ['404.html', '_astro/', 'check/', 'icon.svg', 'sw.js']);

  test('only the service worker has a policy here; the pages carry their own', () => {
    expect(valuesFor(`${base}sw.js`, 'Content-Security-Policy', file)).toEqual([WORKER_POLICY]);
    expect(valuesFor(`${base}check/`, 'Content-Security-Policy', file)).toEqual([]);
  });

  test.each([
    ['', CACHING.other],
    ['check/', CACHING.other],
    ['icon.svg', CACHING.other],
    ['_astro/some.Hash1234.js', CACHING.hashed],
  ])('/%s has its caching set once', (address, caching) => {
    expect(valuesFor(base + address, 'Cache-Control', file)).toEqual([caching]);
  });

  test('every address has the security headers, once', () => {
    for (const address of ['', 'check/', '_astro/some.Hash1234.js', 'no-such-page/'])
      for (const [name, value] of Object.entries(SECURITY))
        expect(valuesFor(base + address, name, file), address).toEqual([value]);
  });
});

test('.htaccess gives the 404 page’s address from the host’s root', () => {
  expect(htaccess('/')).toContain('ErrorDocument 404 /404.html\n');
  expect(htaccess('/policies/code/')).toContain('ErrorDocument 404 /policies/code/404.html\n');
});

describe('.github/hosting/nginx.conf matches the build', () => {
  const conf = readFileSync(path.join(ROOT, '.github/hosting/nginx.conf'), 'utf8');

  test('in security', () => {
    const headers = [...conf.matchAll(/^\s*add_header (\S+) "([^"]*)" always;$/gm)];
    expect(Object.fromEntries(headers.map(([, name, value]) => [name, value]))).toEqual(SECURITY);
  });

  test('for the service worker', () => {
    expect(conf).toContain(`~/sw\\.js$ "${WORKER_POLICY}";`);
    expect(htaccess('/')).toContain(`Header set Content-Security-Policy "${WORKER_POLICY}"`);
  });

  test('in caching', () => {
    expect(conf).toContain(`~/${HASHED}/ "${CACHING.hashed}";`);
    expect(conf).toContain(`default "${CACHING.other}";`);
  });

  test('in media types', () => {
    for (const [extension, type] of Object.entries(TYPES)) expect(conf).toContain(`"${type}" ${extension};`);
  });
});

test('a branch that GitHub Pages publishes keeps its folders with an underscore', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'host-'));
  writeHostFiles(folder, '/');
  expect(readdirSync(folder).sort()).toEqual(['.htaccess', '.nojekyll', '_headers']);
  rmSync(folder, { recursive: true });
});

test('no host is allowed to rewrite a page: what’s kept offline is what was built', () => {
  expect(CACHING.other).toContain('no-transform');
});
