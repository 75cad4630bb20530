import { createServer } from 'node:http';

/** Pages of another site, served on this machine. */
export interface ServedHost {
  /** Its address by number; with `localhost` in its place it is another origin. */
  url: string;
  close(): Promise<void>;
}

interface Host {
  /** The Content-Security-Policy of all its pages. */
  policy: string;
  /** HTML by address, e.g. `/`. */
  pages: Readonly<Record<string, string>>;
}

/**
 * Serves pages of another site, under a policy of that site's own.
 *
 * @param hostAt what is served, given its port
 */
export async function serveHost(hostAt: (port: number) => Host): Promise<ServedHost> {
  const server = createServer(({ url = '/', socket }, response) => {
    const { policy, pages } = hostAt(socket.localPort ?? 0);
    response.writeHead(pages[url] === undefined ? 404 : 200, {
      'Content-Type': 'text/html;charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(pages[url]);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
