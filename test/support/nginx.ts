import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './buildSite.ts';
import type { Served } from './serve.ts';
import { freePort, isInstalled, startServer, type WebServer } from './webServer.ts';

const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** nginx, with the configuration from `.github/hosting/`, its marked lines changed as maintainers would. */
export const NGINX: WebServer = {
  name: 'nginx',
  installed: isInstalled('nginx'),
  hasBrotli: existsSync(BROTLI_MODULE),
  unknownType: 'application/octet-stream',
  saysHost: false,
  serve,
};

async function serve(folder: string, base: string): Promise<Served> {
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
    .replace('# brotli_static', NGINX.hasBrotli ? 'brotli_static' : '# brotli_static');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${prefix}/${kind};`,
  );
  writeFileSync(path.join(prefix, 'site.conf'), changed);
  writeFileSync(
    path.join(prefix, 'nginx.conf'),
    [
      NGINX.hasBrotli ? `load_module ${BROTLI_MODULE};` : '',
      // Otherwise its workers become someone who may not read the folder.
      process.getuid?.() === 0 ? 'user root root;' : '',
      `daemon off; pid ${prefix}/pid; error_log ${prefix}/errors; events {}`,
      `http { access_log off; ${temporary.join(' ')} include ${prefix}/site.conf; }`,
    ].join('\n'),
  );
  return startServer(
    'nginx',
    ['-p', prefix, '-c', path.join(prefix, 'nginx.conf'), '-e', `${prefix}/errors`],
    prefix,
    `http://127.0.0.1:${port}${base}`,
  );
}
