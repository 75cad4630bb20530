import path from 'node:path';
import { build } from 'vite';
import type { PrecacheEntry } from 'workbox-precaching';
import { SCRIPT_TARGET } from '../shared/browserTarget.ts';
import { type Redirect, SERVICE_WORKER_ADDRESS } from './settings.ts';

/**
 * Bundles the service worker into the built site.
 *
 * @param folder the built site
 * @param manifest what to cache
 * @param redirects those to follow when offline
 */
export async function writeServiceWorker(
  folder: string,
  manifest: readonly PrecacheEntry[],
  redirects: readonly Redirect[],
): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    define: {
      PRECACHE_MANIFEST: JSON.stringify(manifest),
      REDIRECTS: JSON.stringify(redirects),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      target: SCRIPT_TARGET,
      rolldownOptions: {
        input: path.join(import.meta.dirname, 'serviceWorker.ts'),
        // Older browsers don't accept a module as a service worker.
        output: { format: 'iife', entryFileNames: SERVICE_WORKER_ADDRESS.slice(1) },
      },
    },
  });
}
