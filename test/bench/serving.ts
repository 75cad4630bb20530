import { Agent, get } from 'node:http';
import { startBrowser } from '../support/browser.ts';
import { NGINX } from '../support/nginx.ts';
import { serve } from '../support/serve.ts';
import type { Figure } from './figures.ts';
import { buildOurs } from './sites.ts';
import { kb, printTable } from './table.ts';
import { forFirstAnswer, type Sent, view } from './weight.ts';

/** How many connections are open at once, and for how long, in milliseconds. */
const LOAD = { connections: 32, time: 5000 };

interface Visit {
  name: string;
  sent: readonly Sent[];
}

/** Prints what a visit costs the host, and how many one nginx can serve. */
export async function serving(): Promise<Figure[]> {
  const folder = await buildOurs();
  const visits = await firstVisits(folder);
  printTable(
    'A first visit to /, nothing cached: what the host sends, with brotli (headers not counted)',
    ['', 'requests', 'bytes', 'KB'],
    visits.map(({ name, sent }) => [name, sent.length, bytesOf(sent), kb(bytesOf(sent))]),
  );
  if (!NGINX.installed) {
    console.log('\nnginx isn’t installed, so it isn’t measured.');
    return [];
  }
  const figures: Figure[] = [];
  const nginx = await NGINX.serve(folder, '/');
  try {
    const rows = [];
    for (const { name, sent } of visits) {
      const { requests, bytes, failed } = await load(sent.map(({ path }) => new URL(path, nginx.url)));
      const seconds = LOAD.time / 1000;
      const each = requests / seconds;
      rows.push([name, each, each / sent.length, kb(bytes / seconds / 1024), failed]);
      figures.push({
        name: `first visits a second from one nginx, ${name}`,
        ours: Math.round(each / sent.length).toLocaleString('en-GB'),
        mark: 'no failures',
        kept: failed === 0,
      });
    }
    printTable(
      `nginx on this machine, over ${LOAD.connections} open connections, ${LOAD.time / 1000} s each`,
      ['', 'requests a second', 'visits a second', 'MB a second', 'failed'],
      rows.map((row) => row.map((cell) => (typeof cell === 'number' ? Math.round(cell) : cell))),
    );
    console.log('\nThe client shares the processor with nginx, so these figures are a floor.');
    return figures;
  } finally {
    await nginx.close();
  }
}

/** Without the checker, and with: it loads what it needs when it's touched and typed into. */
async function firstVisits(folder: string): Promise<Visit[]> {
  const served = await serve(folder);
  const browser = await startBrowser();
  try {
    const { sent } = await view(browser, served.url);
    const { touched, typed, later } = await forFirstAnswer(browser, served.url);
    return [
      { name: 'reading only', sent },
      { name: 'with the checker', sent: [...sent, ...touched, ...typed, ...later] },
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Requests the addresses in turn, each connection starting the next as soon as one arrives, until time’s up. */
async function load(addresses: readonly URL[]): Promise<{ requests: number; bytes: number; failed: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: LOAD.connections });
  const end = performance.now() + LOAD.time;
  const sum = { requests: 0, bytes: 0, failed: 0 };
  const reader = async (first: number): Promise<void> => {
    for (let next = first; performance.now() < end; next++) {
      const address = addresses[next % addresses.length];
      if (address === undefined) return;
      const { status, bytes } = await fetched(address, agent);
      sum.requests += 1;
      sum.bytes += bytes;
      if (status !== 200) sum.failed += 1;
    }
  };
  await Promise.all(Array.from({ length: LOAD.connections }, (_, first) => reader(first)));
  agent.destroy();
  return sum;
}

function fetched(address: URL, agent: Agent): Promise<{ status: number | undefined; bytes: number }> {
  return new Promise((done, failed) => {
    get(address, { agent, headers: { 'Accept-Encoding': 'br, gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => done({ status: response.statusCode, bytes }));
    }).on('error', failed);
  });
}

function bytesOf(sent: readonly Sent[]): number {
  return sent.reduce((sum, { bytes }) => sum + bytes, 0);
}
