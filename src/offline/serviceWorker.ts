import { cacheNames, clientsClaim } from 'workbox-core';
import {
  addRoute,
  cleanupOutdatedCaches,
  getCacheKeyForURL,
  matchPrecache,
  precache,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import { OFFLINE_ADDRESS, type ToKeep } from './toKeep.ts';

/** Put here by the build. */
declare const TO_KEEP: ToKeep[];

/** As far as it is used here: TypeScript's types of a worker and of a page cannot stand side by side. */
declare const self: {
  addEventListener(type: 'activate', act: (event: { waitUntil(done: unknown): void }) => void): void;
  registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
};

/** How long a page may take, in seconds, before the kept one is shown. */
const PATIENCE = 3;

precache(TO_KEEP);
cleanupOutdatedCaches();
// What is kept must be the newest there is: a signal may be gone before the last tab is closed.
void self.skipWaiting();
clientsClaim();
// A phone asks for the page while it is still starting this worker.
self.addEventListener('activate', (event) => event.waitUntil(self.registration.navigationPreload?.enable()));

/** The page itself, whatever is asked of it after a question mark. */
const pageOf = (url: string): string => new URL(url).pathname;

// Pages come from the network while there is one, so that nothing out of date is shown as current.
registerRoute(
  new NavigationRoute(
    new NetworkFirst({
      cacheName: cacheNames.precache,
      networkTimeoutSeconds: PATIENCE,
      plugins: [
        {
          cacheKeyWillBeUsed: async ({ request }) => getCacheKeyForURL(pageOf(request.url)) ?? request,
          // Only an install keeps anything: a page and its scripts belong together.
          cacheWillUpdate: async () => null,
          // A server that is broken counts as none.
          handlerWillRespond: async ({ request, response }) =>
            response.status < 500 ? response : ((await matchPrecache(pageOf(request.url))) ?? response),
          handlerDidError: () => matchPrecache(`.${OFFLINE_ADDRESS}`),
        },
      ],
    }),
  ),
);
// Everything else that is kept has a name that changes with it.
addRoute();
