import { listen, type Served } from './serve.ts';

interface Host {
  /** The Content-Security-Policy of all its pages. */
  policy: string;
  /** HTML by address, e.g. `/`. */
  pages: Readonly<Record<string, string>>;
}

/**
 * Serves pages of another site, under a policy of that site's own. Its address is given by number; with `localhost` in
 * its place it is another origin.
 *
 * @param hostAt what is served, given its port
 */
export async function serveHost(hostAt: (port: number) => Host): Promise<Served> {
  const { port, close } = await listen(({ url = '/', socket }, response) => {
    const { policy, pages } = hostAt(socket.localPort ?? 0);
    response.writeHead(pages[url] === undefined ? 404 : 200, {
      'Content-Type': 'text/html;charset=utf-8',
      'Content-Security-Policy': policy,
    });
    response.end(pages[url]);
  });
  return { url: `http://127.0.0.1:${port}`, close };
}
