import path from 'node:path';
import { build } from 'vite';
import { SCRIPT_TARGET } from '../shared/browserTarget.ts';
import { type Forwarded, SERVICE_WORKER_ADDRESS, type ToKeep } from './toKeep.ts';

/**
 * Bundles the service worker into the built site.
 *
 * @param folder the built site
 * @param toKeep what it is to keep on the device
 * @param forwarded the addresses that it is to forward where the network does not
 * @throws Error where it cannot be bundled
 */
export async function writeServiceWorker(
  folder: string,
  toKeep: readonly ToKeep[],
  forwarded: readonly Forwarded[],
): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    define: {
      TO_KEEP: JSON.stringify(toKeep),
      FORWARDED: JSON.stringify(forwarded),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      target: SCRIPT_TARGET,
      rolldownOptions: {
        input: path.join(import.meta.dirname, 'serviceWorker.ts'),
        // A classic script: older browsers start no other as a service worker.
        output: { format: 'iife', entryFileNames: SERVICE_WORKER_ADDRESS.slice(1) },
      },
    },
  });
}
