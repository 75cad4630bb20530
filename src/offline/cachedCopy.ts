/** Why a page comes from the cache: the site gave no usable answer in time, or can't be reached. */
export type CacheReason = 'no answer' | 'no network';

const NOTE = 'You’re reading the copy saved on your device. There may be a newer one.';

/** The query parameter that requests a page again; its value is the page's own query. */
const RELOAD = 'again';

/**
 * Adds a note to a cached page, at the start of its main content, so that nothing outdated looks current.
 *
 * @param query the page's query, from its question mark on
 */
export async function withCacheNote(cached: Response, reason: CacheReason, query: string): Promise<Response> {
  const html = await cached.text();
  const headers = new Headers(cached.headers);
  // These describe the text as it was sent.
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  return new Response(
    html.replace(/<main\b[^>]*>/, (main) => main + noteHtml(reason, query)),
    { headers },
  );
}

/**
 * The note reloads the page with a form, which needs no script and keeps the hash that's current by then; a link to
 * the page itself would only scroll it.
 */
function noteHtml(reason: CacheReason, query: string): string {
  if (reason === 'no network') return `<p class="kept no-print">You’re offline. ${NOTE}</p>`;
  // Nothing else needs escaping: quotation marks in an address are percent-encoded.
  const value = query.replace(/&/g, '&amp;');
  return `<form class="kept no-print">${NOTE} <input type="hidden" name="${RELOAD}" value="${value}"><button class="button">Reload</button></form>`;
}

/**
 * The one address of a page that a server would show at several: with `index.html`, without the last slash, or with a
 * slash too many.
 */
export function pageAddress(pathname: string): string {
  const plain = pathname.replace(/\/{2,}/g, '/').replace(/\/index\.html$/, '/');
  return plain.endsWith('/') || /\.[^/]*$/.test(plain) ? plain : `${plain}/`;
}

/** The address of the page that a reload asks for; undefined if it isn't a reload. */
export function reloadTarget(address: URL): string | undefined {
  const query = address.searchParams.get(RELOAD);
  if (query === null) return undefined;
  const page = new URL(address);
  page.search = query;
  return page.href;
}
