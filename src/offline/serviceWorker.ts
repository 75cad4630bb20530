import { cacheNames, clientsClaim } from 'workbox-core';
import type { RouteHandlerCallbackOptions } from 'workbox-core/types.js';
import {
  addRoute,
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precache,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { withBase } from '../shared/urls.ts';
import { type CacheReason, pageAddress, reloadTarget, withCacheNote } from './cachedCopy.ts';
import { type Connection, HASHED_FILES, OFFLINE_ADDRESS, type Redirect, savesData } from './settings.ts';

/** Defined by the build. */
declare const PRECACHE_MANIFEST: PrecacheEntry[];
declare const REDIRECTS: Redirect[];

/** Only what's used here: TypeScript's types for workers and for pages exclude each other. */
declare const self: {
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  registration: ServiceWorkerRegistration;
  clients: { matchAll(which: { includeUncontrolled: true }): Promise<{ url: string }[]> };
  skipWaiting(): Promise<void>;
};

interface ExtendableEvent extends Event {
  waitUntil(done: unknown): void;
}

/** Only some browsers have `connection`. */
declare const navigator: { userAgent: string; connection?: Connection };

/** How long a page may take, in milliseconds, before the cached one is shown. */
const TIMEOUT = 3000;

// On a connection that saves data, nothing is cached or updated, and any older copy stays. Registered first, before
// anything else learns of a new version and starts fetching it.
self.addEventListener('install', (event) => {
  if (!savesData(navigator.connection)) return;
  event.stopImmediatePropagation();
  event.waitUntil(Promise.reject(new Error('The reader saves data.')));
});
/** Once: the build writes the whole list wherever it's named. */
const manifest = PRECACHE_MANIFEST;

// A tab opened before an update still asks for the files it was built with. The server no longer has them, and what
// follows here drops them, so they're moved first.
const EARLIER_FILES = `earlier-files-${self.registration.scope}`;
self.addEventListener('install', (event) => event.waitUntil(keepEarlierFiles()));
precache(manifest);
cleanupOutdatedCaches();
// Update at once: the network may be gone before the last tab is closed.
void self.skipWaiting();
clientsClaim();
// Lets the browser request a page while this worker starts. Not in Firefox, which shows its own error page if that
// request fails, whatever this worker answers (GoogleChrome/workbox issue 3134). Only the user agent tells; on iPhones,
// where Firefox is really Safari, it's FxiOS.
if (!navigator.userAgent.includes('Firefox/'))
  self.addEventListener('activate', (event) =>
    event.waitUntil(self.registration.navigationPreload?.enable()),
  );

async function keepEarlierFiles(): Promise<void> {
  const [current, earlier] = await Promise.all([
    caches.open(cacheNames.precache),
    caches.open(EARLIER_FILES),
  ]);
  const now = new Set(manifest.map(({ url }) => new URL(url, self.registration.scope).href));
  for (const request of await current.keys()) {
    const file = HASHED_FILES.test(request.url) && !now.has(request.url) && (await current.match(request));
    if (file) await earlier.put(request, file);
  }
}

/** With no tab open, none needs them any more. */
async function dropEarlierFiles(): Promise<void> {
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  if (!open.some(({ url }) => url.startsWith(self.registration.scope))) await caches.delete(EARLIER_FILES);
}

const network = new NetworkOnly();

const redirects = new Map(REDIRECTS.map(({ from, to }) => [from, to]));

/** The cached copy of a page, whatever its query; for an address that redirects, the redirect. */
async function fromCache({ pathname, search }: URL, reason: CacheReason): Promise<Response | undefined> {
  const { scope } = self.registration;
  const address = pageAddress(pathname);
  const to = redirects.get(address.slice(new URL(scope).pathname.length - 1));
  if (to !== undefined) return Response.redirect(withBase(scope, to));
  const cached = await matchPrecache(address);
  return cached && withCacheNote(cached, reason, search);
}

/**
 * Fetches a page from the network. If it fails, takes too long or the server is broken, returns the cached copy; if
 * there's none, whatever the network returns in the end, or else the offline page.
 */
async function fetchPage(options: RouteHandlerCallbackOptions): Promise<Response> {
  void dropEarlierFiles();
  const reload = reloadTarget(options.url);
  if (reload !== undefined) return Response.redirect(reload);
  const fetched = network.handle(options);
  const result = await Promise.race([
    fetched.then(
      (response): Response | CacheReason => (response.status < 500 ? response : 'no answer'),
      (): CacheReason => 'no network',
    ),
    new Promise<CacheReason>((resolve) => setTimeout(resolve, TIMEOUT, 'no answer')),
  ]);
  if (result instanceof Response) return result;
  return (
    (await fromCache(options.url, result)) ??
    fetched.catch(async () => (await matchPrecache(`.${OFFLINE_ADDRESS}`)) ?? Response.error())
  );
}

// Pages come from the network if there is one, so that nothing outdated looks current.
registerRoute(new NavigationRoute(fetchPage));
// All other cached files have names that change with their content, or a revision.
addRoute();
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && HASHED_FILES.test(url.pathname),
  async ({ request }) => (await caches.match(request, { cacheName: EARLIER_FILES })) ?? fetch(request),
);
