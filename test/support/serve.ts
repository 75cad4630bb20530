import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';

/** A folder served on this machine. */
export interface Served {
  /** With the site's folder and a slash at the end, e.g. `http://127.0.0.1:4321/code/`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as a plain static host does: files, folders as their index, and 404.html for the rest.
 * Files compressed beforehand (`.br`) are sent so. The browser is told to ask again each time: left to itself it guesses
 * from a file's age how long it may keep it, so that what a test has since changed or stopped might not be noticed.
 *
 * @param folder the built site
 * @param base folder of the site in addresses, e.g. `/`
 * @param port any that is free, unless one is given
 */
export async function serve(folder: string, base = '/', port = 0): Promise<Served> {
  const missing = path.join(folder, '404.html');
  const files = sirv(folder, {
    brotli: true,
    etag: true,
    maxAge: 0,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    },
  });
  const { port: taken, close } = await listen((request, response) => {
    const url = request.url ?? '/';
    request.url = url.startsWith(base) ? url.slice(base.length - 1) : '/outside-the-site';
    files(request, response);
  }, port);
  return { url: `http://127.0.0.1:${taken}${base}`, close };
}

/**
 * Answers at a port of this machine.
 *
 * @param port any that is free, unless one is given
 */
export async function listen(
  answer: RequestListener,
  port = 0,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
