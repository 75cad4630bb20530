import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { listen, type Served } from './serve.ts';

/** A web server as hosts run it, where it is installed on this machine. */
export interface WebServer {
  name: string;
  installed: boolean;
  /** Whether it can send what was compressed with brotli. */
  hasBrotli: boolean;
  /** What it says of a file of a kind that it does not know. */
  unknownType: string | null;
  /** Whether it names the host, too, where it leads on to another address. */
  saysHost: boolean;
  /**
   * Serves a built site by it, with the configuration that we give to maintainers.
   *
   * @param folder the built site
   * @param base folder of the site in addresses, e.g. `/`
   */
  serve(folder: string, base: string): Promise<Served>;
}

export function isInstalled(command: string): boolean {
  return spawnSync(command, ['-v']).error === undefined;
}

/**
 * Starts a server and waits until it answers.
 *
 * @param prefix its own folder, which goes when it is closed; it writes what goes wrong into `errors` there
 * @param url an address that it will answer
 * @throws an error with what it wrote, where it does not start
 */
export async function startServer(
  command: string,
  args: readonly string[],
  prefix: string,
  url: string,
): Promise<Served> {
  const server = spawn(command, args, { stdio: 'ignore' });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  while (!(await answers(url))) {
    if (server.exitCode !== null)
      throw new Error(`${command} does not start: ${readFileSync(`${prefix}/errors`, 'utf8')}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
  return {
    url,
    close: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(prefix, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const { port, close } = await listen(() => {});
  await close();
  return port;
}
