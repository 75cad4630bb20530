import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { type afterAll, afterEach } from 'vitest';
import { forwardingPages } from '../../src/addresses/registry.ts';
import { precacheManifest } from '../../src/offline/precacheManifest.ts';
import { SERVICE_WORKER_ADDRESS } from '../../src/offline/settings.ts';
import { writeServiceWorker } from '../../src/offline/writeServiceWorker.ts';
import { builtPages } from '../../src/shared/builtPages.ts';
import { sharedBrowser } from './browser.ts';
import { openContext, type WatchedPage, watchedTab } from './page.ts';
import { schoolUnderTest } from './schoolUnderTest.ts';
import { type Served, serve } from './serve.ts';
import { siteUnderTest } from './siteUnderTest.ts';

/**
 * Gives the tests of a file copies of the site under test that they may change, with servers that they may stop. All of
 * it ends with each test, as does whatever the test adds to `closing`.
 *
 * @param atEnd when it ends, if tests share it
 */
export function ownSites(atEnd: typeof afterEach | typeof afterAll = afterEach) {
  const { folder, base } = siteUnderTest();
  const { content } = schoolUnderTest();
  const forwarded = forwardingPages(content.addresses, [...content.clauses.values()]);
  const closing: (() => Promise<void> | void)[] = [];
  atEnd(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  /** A copy of a site, without the compressed files, which would hold the words of before. */
  const copyOf = (from: string): string => {
    const copy = mkdtempSync(path.join(tmpdir(), 'site-'));
    cpSync(from, copy, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
    return copy;
  };

  const ownSite = async () => {
    let copy = copyOf(folder);
    const copies = [copy];
    let served: Served = await serve(copy, base);
    const { url } = served;
    closing.push(
      // Not at once: the server may still be opening a file.
      async () => {
        for (const each of copies) await rm(each, { recursive: true });
      },
      () => served.close(),
    );
    const publish = async (change: (newer: string) => void, connection?: object): Promise<void> => {
      const newer = copyOf(copy);
      copies.push(newer);
      change(newer);
      await writeServiceWorker(newer, precacheManifest(builtPages(newer), newer, base, content), forwarded);
      if (connection !== undefined) {
        const worker = path.join(newer, SERVICE_WORKER_ADDRESS);
        const seen = `Object.defineProperty(navigator,'connection',{value:${JSON.stringify(connection)}});`;
        writeFileSync(worker, seen + readFileSync(worker, 'utf8'));
      }
      await served.close();
      copy = newer;
      served = await serve(copy, base, Number(new URL(url).port));
    };
    return {
      url,
      stop: () => served.close(),
      /**
       * Publishes the first page with another title. Whether the server runs or not, it does afterwards.
       *
       * @param connection of the device, as what keeps the pages is to see it
       */
      publish: (title: string, connection?: object) =>
        publish((newer) => {
          const file = path.join(newer, 'index.html');
          writeFileSync(file, readFileSync(file, 'utf8').replace(/<title>[^<]*/, `<title>${title}`));
        }, connection),
      /** Publishes the site with other names for all scripts, as if each had changed; the old ones are gone. */
      publishVersion: (version: string) => publish((newer) => renameScripts(newer, version)),
    };
  };

  /** A profile of its own that has visited the first page until all is kept. */
  const firstVisit = async (url: string): Promise<WatchedPage & { context: BrowserContext }> => {
    const context = await openContext(await sharedBrowser(), { serviceWorkers: 'allow' });
    closing.push(() => context.close());
    const watched = await watchedTab(context);
    await watched.page.goto(url);
    const isKept = () => navigator.serviceWorker.controller?.state === 'activated';
    // Now and then, a very busy machine’s browser doesn’t get there. As for a reader, the next page tries again.
    await watched.page.waitForFunction(isKept, undefined, { timeout: 30_000 }).catch(async () => {
      await watched.page.reload();
      await watched.page.waitForFunction(isKept);
    });
    return { ...watched, context };
  };

  return { ownSite, firstVisit, closing };
}

function renameScripts(folder: string, version: string): void {
  const hashed = path.join(folder, '_astro');
  const names = new Map<string, string>();
  for (const name of globSync('*.js', { cwd: hashed })) {
    const renamed = name.replace(/(~[^.]*)?\.js$/, `~${version}.js`);
    names.set(name, renamed);
    renameSync(path.join(hashed, name), path.join(hashed, renamed));
  }
  for (const file of globSync('{**/*.html,_astro/*.js}', { cwd: folder })) {
    const before = readFileSync(path.join(folder, file), 'utf8');
    let after = before;
    for (const [name, renamed] of names) after = after.replaceAll(name, renamed);
    if (after !== before) writeFileSync(path.join(folder, file), after);
  }
}
