import { clientsClaim } from 'workbox-core';
import type { RouteHandlerCallbackOptions } from 'workbox-core/types.js';
import { addRoute, cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { withBase } from '../shared/urls.ts';
import { askedForAgain, sayingItIsKept, type WhyKept } from './keptNote.ts';
import { type Forwarded, KEEPS_NOTHING, OFFLINE_ADDRESS, type ToKeep } from './toKeep.ts';

/** Put here by the build. */
declare const TO_KEEP: ToKeep[];
declare const FORWARDED: Forwarded[];

/** As far as it is used here: TypeScript's types of a worker and of a page cannot stand side by side. */
declare const self: {
  addEventListener(type: 'install' | 'activate', act: (event: ExtendableEvent) => void): void;
  registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
};

interface ExtendableEvent extends Event {
  waitUntil(done: unknown): void;
}

/** The connection is told by some browsers only. */
declare const navigator: { userAgent: string; connection?: { saveData?: boolean; effectiveType?: string } };

/** How long a page may take, in milliseconds, before the kept one is shown. */
const PATIENCE = 3000;

// For who saves data, or has a very slow network, nothing is kept, nor renewed: the copy there was stays as it is. Said
// before anything else hears that there is a new version, which would begin to fetch it.
self.addEventListener('install', (event) => {
  const { connection } = navigator;
  if (!KEEPS_NOTHING.test(`${connection && [connection.effectiveType, connection.saveData]}`)) return;
  event.stopImmediatePropagation();
  event.waitUntil(Promise.reject(new Error('Data is to be saved.')));
});
precache(TO_KEEP);
cleanupOutdatedCaches();
// What is kept must be the newest there is: a signal may be gone before the last tab is closed.
void self.skipWaiting();
clientsClaim();
// A phone asks for the page while it is still starting this worker. Not Firefox: where that request of its own finds no
// network, it shows its page for errors, whatever this worker answers (GoogleChrome/workbox, issue 3134). Only its name
// tells it; on an iPhone, where it is Safari within, it is called FxiOS.
if (!navigator.userAgent.includes('Firefox/'))
  self.addEventListener('activate', (event) =>
    event.waitUntil(self.registration.navigationPreload?.enable()),
  );

const network = new NetworkOnly();

/** Where addresses lead that have no page of their own. */
const leadsTo = new Map(FORWARDED.map(({ from, to }) => [from, to]));

/**
 * What stands in for a page: the same as it is kept, whatever is asked of it after a question mark; for an address
 * that only leads elsewhere, the way there.
 */
async function standIn({ pathname, search }: URL, why: WhyKept): Promise<Response | undefined> {
  const { scope } = self.registration;
  const to = leadsTo.get(pathname.slice(new URL(scope).pathname.length - 1));
  if (to !== undefined) return Response.redirect(withBase(scope, to));
  const kept = await matchPrecache(pathname);
  return kept && sayingItIsKept(kept, why, search);
}

/**
 * A page as it comes from the network. Where it does not come, or not in time, or the server is broken, a kept one
 * stands in; where none is kept, what comes after all, or else the page for no signal.
 */
async function page(asked: RouteHandlerCallbackOptions): Promise<Response> {
  const again = askedForAgain(asked.url);
  if (again !== undefined) return Response.redirect(again);
  const coming = network.handle(asked);
  const timely = await Promise.race([
    coming.then(
      (response): Response | WhyKept => (response.status < 500 ? response : 'no answer'),
      (): WhyKept => 'no network',
    ),
    new Promise<WhyKept>((late) => setTimeout(late, PATIENCE, 'no answer')),
  ]);
  if (timely instanceof Response) return timely;
  return (
    (await standIn(asked.url, timely)) ??
    coming.catch(async () => (await matchPrecache(`.${OFFLINE_ADDRESS}`)) ?? Response.error())
  );
}

// Pages come from the network while there is one, so that nothing out of date is shown as current.
registerRoute(new NavigationRoute(page));
// Everything else that is kept has a name that changes with it.
addRoute();
