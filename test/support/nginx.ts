import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './buildSite.ts';
import type { Served } from './serve.ts';

const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Whether nginx is installed on this machine. */
export const HAS_NGINX = spawnSync('nginx', ['-v']).error === undefined;

/** Whether it can send what was compressed with brotli. */
export const NGINX_HAS_BROTLI = HAS_NGINX && existsSync(BROTLI_MODULE);

/**
 * Serves a built site by nginx with the configuration that we give to maintainers, with its marked lines changed
 * as they would.
 *
 * @param folder the built site
 * @param base folder of the site in addresses, e.g. `/`
 */
export async function serveByNginx(folder: string, base: string): Promise<Served> {
  const prefix = mkdtempSync(path.join(tmpdir(), 'nginx-'));
  const root = path.join(prefix, 'root');
  mkdirSync(path.dirname(path.join(root, base)), { recursive: true });
  symlinkSync(folder, path.join(root, base).replace(/\/$/, ''));
  const port = await freePort();
  const given = readFileSync(path.join(ROOT, '.github/hosting/nginx.conf'), 'utf8');
  const changed = given
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /var/www/html;', `root ${root};`)
    .replace('location / {', `location ${base} {`)
    .replace('error_page 404 /404.html;', `error_page 404 ${base}404.html;`)
    .replace('# brotli_static', NGINX_HAS_BROTLI ? 'brotli_static' : '# brotli_static');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${prefix}/${kind};`,
  );
  writeFileSync(path.join(prefix, 'site.conf'), changed);
  writeFileSync(
    path.join(prefix, 'nginx.conf'),
    [
      NGINX_HAS_BROTLI ? `load_module ${BROTLI_MODULE};` : '',
      // Otherwise its workers become someone who may not read the folder.
      process.getuid?.() === 0 ? 'user root root;' : '',
      `daemon off; pid ${prefix}/pid; error_log ${prefix}/errors; events {}`,
      `http { access_log off; ${temporary.join(' ')} include ${prefix}/site.conf; }`,
    ].join('\n'),
  );
  const server = spawn('nginx', [
    '-p',
    prefix,
    '-c',
    path.join(prefix, 'nginx.conf'),
    '-e',
    `${prefix}/errors`,
  ]);
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}${base}`;
  while (!(await answers(url))) {
    if (server.exitCode !== null)
      throw new Error(`nginx does not start: ${readFileSync(`${prefix}/errors`, 'utf8')}`);
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

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string'
          ? failed(new Error('There is no port.'))
          : found(address.port),
      );
    });
  });
}
