import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SERVICE_WORKER_ADDRESS } from '../offline/toKeep.ts';

/**
 * What every answer of a host should say of itself. The policy of a page stands in the page, so that it holds on
 * hosts that let nobody set headers.
 */
export const SECURITY: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/** How long a file may be kept: for ever where its name changes with what is in it, otherwise for minutes. */
export const CACHING = {
  hashed: 'public, max-age=31536000, immutable',
  other: 'public, max-age=300',
} as const;

/**
 * What the service worker may do, which is a script with a policy of its own: fetch from its own site, and nothing
 * else.
 */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

/** Its name, without the slash at the start. */
const WORKER = SERVICE_WORKER_ADDRESS.slice(1);

/** The folder of files whose names carry a hash of what is in them. */
export const HASHED = '_astro';

/** Media types by the end of a file's name, for hosts whose own list may be old. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
};

/**
 * The file `_headers`, which Netlify and Cloudflare Pages read. Both join the values where two rules say the same
 * header, so each address is named by one rule for its caching.
 *
 * @param base folder of the site, e.g. `/` or `/code-of-conduct/`
 * @param names what lies in the built site's folder; folders end in a slash
 */
export function headersFile(base: string, names: readonly string[]): string {
  const rule = (address: string, headers: Readonly<Record<string, string>>): string =>
    [base + address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return [
    rule('*', SECURITY),
    ...['', ...names].map((name) =>
      rule(name.endsWith('/') ? `${name}*` : name, {
        'Cache-Control': name === `${HASHED}/` ? CACHING.hashed : CACHING.other,
        ...(name === WORKER ? { 'Content-Security-Policy': WORKER_POLICY } : {}),
      }),
    ),
  ].join('\n');
}

/**
 * The file `.htaccess`, which Apache reads in the folder of the site, wherever that is. It asks for leave to set
 * `FileInfo` alone, and does without the modules that are not there.
 *
 * @param base folder of the site, e.g. `/` or `/code-of-conduct/`
 */
export function htaccess(base: string): string {
  const ends = Object.keys(TYPES).join('|');
  const types = Object.entries(TYPES).map(
    ([end, type]) => `<FilesMatch "\\.${end}(\\.(br|gz))?$">\n  ForceType "${type}"\n</FilesMatch>`,
  );
  const smaller = ['br', 'gz'].map(
    (end) => `  RewriteCond %{HTTP:Accept-Encoding} \\b${end === 'gz' ? 'gzip' : end}\\b
  RewriteCond %{REQUEST_FILENAME}.${end} -f
  RewriteRule \\.(${ends})$ %{REQUEST_URI}.${end} [L,E=no-gzip:1,E=no-brotli:1]`,
  );
  return `# Written by the build, for Apache 2.4. Other hosts take no notice of it.
ErrorDocument 404 ${base}404.html

${types.join('\n')}
AddEncoding br .br
AddEncoding gzip .gz

# Texts are sent as they were compressed by the build.
<IfModule mod_rewrite.c>
  RewriteEngine On
${smaller.join('\n')}
</IfModule>

<IfModule mod_headers.c>
${Object.entries(SECURITY)
  .map(([name, value]) => `  Header always set ${name} "${value}"`)
  .join('\n')}
  # That something is not there may not be kept.
  Header set Cache-Control "${CACHING.other}" "expr=%{REQUEST_STATUS} != 404"
  Header set Cache-Control "${CACHING.hashed}" "expr=%{REQUEST_STATUS} != 404 && %{REQUEST_URI} =~ m#/${HASHED}/#"
  <FilesMatch "^${WORKER.replace('.', '\\.')}(\\.(br|gz))?$">
    Header set Content-Security-Policy "${WORKER_POLICY}"
  </FilesMatch>
  <FilesMatch "\\.(${ends})(\\.(br|gz))?$">
    Header merge Vary Accept-Encoding
  </FilesMatch>
</IfModule>
`;
}

/** Writes into a built site what hosts read of it: `_headers` and `.htaccess`. */
export function writeHostFiles(folder: string, base: string): void {
  const names = readdirSync(folder, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
  writeFileSync(path.join(folder, '_headers'), headersFile(base, names));
  writeFileSync(path.join(folder, '.htaccess'), htaccess(base));
}
