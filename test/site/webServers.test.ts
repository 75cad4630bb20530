import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { CACHING, SECURITY, TYPES } from '../../src/site-build/hostFiles.ts';
import { APACHE } from '../support/apache.ts';
import { ROOT } from '../support/buildSite.ts';
import { NGINX } from '../support/nginx.ts';
import type { Served } from '../support/serve.ts';

const { clauses } = loadOnce(ROOT);

const sites = [inject('atRoot'), inject('inFolder')];

for (const server of [NGINX, APACHE])
  describe.skipIf(!server.installed).each(sites)(`${server.name}, at $base`, (site) => {
    let served: Served;
    beforeAll(async () => {
      served = await server.serve(site.folder, site.base);
    });
    afterAll(() => served.close());
    const get = (address: string, encoding = 'identity'): Promise<Response> =>
      fetch(served.url + address, { headers: { 'Accept-Encoding': encoding }, redirect: 'manual' });
    const [hashed = ''] = globSync('_astro/*checker-model*.js', { cwd: site.folder });

    test('sends every kind of file as what it is', async () => {
      const files = globSync('**/*.*', { cwd: site.folder, exclude: ['**/*.{br,gz}'] });
      const ends = new Set(files.map((file) => path.extname(file).slice(1)));
      expect(ends).toContain('html');
      const others = { png: 'image/png', pdf: 'application/pdf' };
      for (const end of ends) {
        const response = await get(files.find((file) => path.extname(file) === `.${end}`) ?? '');
        const expected = { ...TYPES, ...others }[end] ?? server.unknownType;
        expect(response.status, end).toBe(200);
        expect(response.headers.get('content-type'), end).toBe(expected);
      }
    });

    test('lets pages be kept for minutes, and files that carry a hash for ever', async () => {
      for (const address of ['', 'check/', 'icon.svg'])
        expect((await get(address)).headers.get('cache-control'), address).toBe(CACHING.other);
      expect((await get(hashed)).headers.get('cache-control')).toBe(CACHING.hashed);
    });

    test('says the security headers of everything, and of what is not there', async () => {
      for (const address of ['', 'check/', hashed, 'icon.svg', 'no-such-page/'])
        for (const [name, value] of Object.entries(SECURITY))
          expect((await get(address)).headers.get(name), `${address} ${name}`).toBe(value);
    });

    test.each([['gzip', 'gz'], ...(server.hasBrotli ? [['br', 'br'] as const] : [])] as const)(
      'sends texts as they were compressed beforehand: %s',
      async (encoding, end) => {
        for (const [address, file] of [
          ['', 'index.html'],
          [hashed, hashed],
        ] as const) {
          const response = await get(address, encoding);
          const { size } = statSync(path.join(site.folder, `${file}.${end}`));
          expect(response.headers.get('content-encoding')).toBe(encoding);
          expect(response.headers.get('vary')).toBe('Accept-Encoding');
          expect(response.headers.get('content-length')).toBe(`${size}`);
          expect(Buffer.from(await response.arrayBuffer())).toEqual(
            readFileSync(path.join(site.folder, file)),
          );
        }
      },
    );

    test('answers with the page for what is not there, and does not let that be kept', async () => {
      for (const address of ['no-such-page/', '_astro/gone.js']) {
        const response = await get(address);
        expect(response.status).toBe(404);
        expect(response.headers.get('cache-control')).toBeNull();
        expect(await response.text()).toBe(readFileSync(path.join(site.folder, '404.html'), 'utf8'));
      }
    });

    test.each([...clauses.keys()])('leads from /c/%s on to the address with a slash', async (anchor) => {
      const response = await get(`c/${anchor}`);
      expect(response.status).toBe(301);
      const from = server.saysHost ? served.url : site.base;
      expect(response.headers.get('location')).toBe(`${from}c/${anchor}/`);
    });
  });
