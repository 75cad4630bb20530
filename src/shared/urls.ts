/**
 * An address of the site with the path it's published under.
 *
 * @param base starting and ending with a slash, e.g. `/` or `/code-of-conduct/`
 * @param path from the site's root, starting with a slash, e.g. `/situations/#online`
 */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path;
}

/** The same with this build's base. For pages and components only. */
export function address(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}

/**
 * The absolute URL of an address, if it's known where the site is published.
 *
 * @param site `Astro.site`
 */
export function absoluteUrl(path: string, site: URL | undefined): URL | undefined {
  return site && new URL(address(path), site);
}
