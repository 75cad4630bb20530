import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AnchorsAndLinks } from './anchorsAndLinks.ts';

/** What an address of the site leads to: all of it, or what is missing. */
export type Target = 'there' | 'no page' | 'no anchor';

/**
 * Tells of any address whether the built site has what it leads to.
 *
 * @param pages the anchors of the built pages, by address
 * @param folder where they lie, to look for files that are no pages
 * @returns a function of an address from the site's root, with or without an anchor, e.g. `/#sanctions`
 */
export function builtTargets(
  pages: ReadonlyMap<string, Pick<AnchorsAndLinks, 'anchors'>>,
  folder: string,
): (address: string) => Target {
  return (address) => {
    const { pathname, hash } = new URL(address, 'https://site.invalid');
    const page = decodeURIComponent(pathname);
    const anchors = pages.get(page)?.anchors;
    if (anchors === undefined) {
      return page.endsWith('/') || !existsSync(path.join(folder, page)) ? 'no page' : 'there';
    }
    const anchor = decodeURIComponent(hash.slice(1));
    return anchor === '' || anchors.has(anchor) ? 'there' : 'no anchor';
  };
}
