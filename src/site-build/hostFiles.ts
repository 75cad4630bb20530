import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HASHED, SERVICE_WORKER_ADDRESS } from '../offline/settings.ts';

/** Headers for every response. Pages carry their own policy, which works even on hosts that can't set headers. */
export const SECURITY: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/** How long a file may be cached: for ever if its name holds a hash of its content, otherwise for minutes. */
export const CACHING = {
  hashed: 'public, max-age=31536000, immutable',
  // Without `no-transform`, Cloudflare hides email addresses behind a script that a page kept offline doesn't have.
  other: 'public, max-age=300, no-transform',
} as const;

/** The service worker's own policy: it may fetch from its own site, and nothing else. */
export const WORKER_POLICY = "default-src 'none'; connect-src 'self'";

const WORKER = SERVICE_WORKER_ADDRESS.slice(1);

/** Media types by file extension, for hosts with an outdated list. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  woff2: 'font/woff2',
  webmanifest: 'application/manifest+json; charset=utf-8',
};

/**
 * The file `_headers` for Netlify and Cloudflare Pages. Both join the values where two rules set the same header, so
 * each address gets its caching from one rule only.
 *
 * @param base folder of the site, e.g. `/` or `/code-of-conduct/`
 * @param names files and folders in the built site; folders end in a slash
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
 * The file `.htaccess` for Apache. It needs only `AllowOverride FileInfo`, and copes with missing modules.
 *
 * @param base folder of the site, e.g. `/` or `/code-of-conduct/`
 */
export function htaccess(base: string): string {
  const extensions = Object.keys(TYPES).join('|');
  const types = Object.entries(TYPES).map(
    ([extension, type]) =>
      `<FilesMatch "\\.${extension}(\\.(br|gz))?$">\n  ForceType "${type}"\n</FilesMatch>`,
  );
  const compressed = ['br', 'gz'].map(
    (extension) => `  RewriteCond %{HTTP:Accept-Encoding} \\b${extension === 'gz' ? 'gzip' : extension}\\b
  RewriteCond %{REQUEST_FILENAME}.${extension} -f
  RewriteRule \\.(${extensions})$ %{REQUEST_URI}.${extension} [L,E=no-gzip:1,E=no-brotli:1]`,
  );
  return `# Written by the build, for Apache 2.4. Other hosts take no notice of it.
ErrorDocument 404 ${base}404.html

${types.join('\n')}
AddEncoding br .br
AddEncoding gzip .gz

# Texts are sent as they were compressed by the build.
<IfModule mod_rewrite.c>
  RewriteEngine On
${compressed.join('\n')}
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
  <FilesMatch "\\.(${extensions})(\\.(br|gz))?$">
    Header merge Vary Accept-Encoding
  </FilesMatch>
</IfModule>
`;
}

/** Writes `_headers`, `.htaccess` and `.nojekyll` into a built site. */
export function writeHostFiles(folder: string, base: string): void {
  const names = readdirSync(folder, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
  writeFileSync(path.join(folder, '_headers'), headersFile(base, names));
  writeFileSync(path.join(folder, '.htaccess'), htaccess(base));
  // GitHub Pages, when it publishes a branch, would leave out folders that start with an underscore.
  writeFileSync(path.join(folder, '.nojekyll'), '');
}
