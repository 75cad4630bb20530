import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { HASHED_FILES } from '../../src/offline/settings.ts';
import { CACHING } from '../../src/site-build/hostFiles.ts';
import { listen, type Served } from '../support/serve.ts';

/** A network where the signal is poor. */
export interface Network {
  /** From asking to the first byte of the answer, in milliseconds. */
  latency: number;
  /** Bytes per second, for all that's sent at once. */
  throughput: number;
}

/** Sent in one go, in bytes: what a packet holds. What's on its way at once takes turns. */
const PACKET = 1460;

/**
 * Passes a site on as a slow network would, and lets it be kept as our host files say. A browser's own emulation leaves
 * out what a service worker fetches.
 */
export async function slowHost(site: Served, { latency, throughput }: Network): Promise<Served> {
  const until = (time: number) => new Promise((done) => setTimeout(done, time - performance.now()));
  let free = 0;
  const { port, close } = await listen((request, response) => {
    const asked = performance.now();
    const { host: _, ...headers } = request.headers;
    get(new URL(request.url ?? '/', site.url), { headers }, async (answer) => {
      const body = await buffer(answer);
      await until(asked + latency);
      const caching = HASHED_FILES.test(request.url ?? '') ? CACHING.hashed : CACHING.other;
      response.writeHead(answer.statusCode ?? 500, { ...answer.headers, 'Cache-Control': caching });
      for (let from = 0; from < body.length; from += PACKET) {
        // Nothing more is on its way to whoever has gone.
        if (response.destroyed) break;
        const packet = body.subarray(from, from + PACKET);
        free = Math.max(free, performance.now()) + (packet.length / throughput) * 1000;
        await until(free);
        response.write(packet);
      }
      response.end();
    });
  });
  return { url: `http://127.0.0.1:${port}/`, close };
}
