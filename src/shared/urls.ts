/**
 * An address of the site below the folder in which it stands.
 *
 * @param base the folder, starting and ending with a slash, e.g. `/` or `/code-of-conduct/`
 * @param path from the site's root, starting with a slash, e.g. `/situations/#online`
 */
export function below(base: string, path: string): string {
  return base.replace(/\/$/, '') + path;
}

/** The same, for the folder that this build is made for. For pages and components only. */
export function address(path: string): string {
  return below(import.meta.env.BASE_URL, path);
}

/**
 * The same with the host before it, where that is known.
 *
 * @param site where the site is published: `Astro.site`
 */
export function wholeAddress(path: string, site: URL | undefined): URL | undefined {
  return site && new URL(address(path), site);
}
