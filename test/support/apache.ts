import { chmodSync, cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Served } from './serve.ts';
import { freePort, isInstalled, startServer, type WebServer } from './webServer.ts';

const MODULES = '/usr/lib/apache2/modules';

/** What a host that reads `.htaccess` has switched on, beside what Apache itself needs. */
const LOADED = ['mpm_event', 'authz_core', 'mime', 'dir', 'headers', 'rewrite'];

/** Apache as on Debian, with the `.htaccess` of the built site and no more leave than the README asks for. */
export const APACHE: WebServer = {
  name: 'Apache',
  installed: isInstalled('apache2'),
  hasBrotli: true,
  unknownType: null,
  saysHost: true,
  serve,
};

async function serve(folder: string, base: string): Promise<Served> {
  const prefix = mkdtempSync(path.join(tmpdir(), 'apache-'));
  const root = path.join(prefix, 'root');
  // A copy that all may read, because its workers become someone else.
  chmodSync(prefix, 0o755);
  cpSync(folder, path.join(root, base), { recursive: true });
  const port = await freePort();
  writeFileSync(
    path.join(prefix, 'apache.conf'),
    [
      ...LOADED.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
      `ServerRoot ${prefix}`,
      'ServerName localhost',
      `Listen 127.0.0.1:${port}`,
      `PidFile ${prefix}/pid`,
      `ErrorLog ${prefix}/errors`,
      'TypesConfig /etc/mime.types',
      ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
      `DocumentRoot ${root}`,
      `<Directory ${root}>`,
      '  Require all granted',
      '  AllowOverride FileInfo',
      '</Directory>',
    ].join('\n'),
  );
  return startServer(
    'apache2',
    ['-X', '-f', path.join(prefix, 'apache.conf')],
    prefix,
    `http://127.0.0.1:${port}${base}`,
  );
}
