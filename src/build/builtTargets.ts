import { existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import type { BuiltPages } from './builtPages.ts';

/** What an address of the site leads to: all of it, or what is missing. */
export type Target = 'there' | 'no page' | 'no anchor';

/**
 * Tells of any address whether the built site has what it leads to.
 *
 * @param pages the built pages
 * @param folder where they lie, to look for files that are no pages
 * @returns a function of an address from the site's root, with or without an anchor, e.g. `/#sanctions`
 */
export function builtTargets(pages: BuiltPages, folder: string): (address: string) => Target {
  const anchors = new Map(
    [...pages].map(([address, html]) => [
      address,
      new Set(
        parse(html)
          .querySelectorAll('[id]')
          .map((element) => element.id),
      ),
    ]),
  );
  return (address) => {
    const { pathname, hash } = new URL(address, 'https://site.invalid');
    const page = decodeURIComponent(pathname);
    const ids = anchors.get(page);
    if (ids === undefined) {
      return page.endsWith('/') || !existsSync(path.join(folder, page)) ? 'no page' : 'there';
    }
    const anchor = decodeURIComponent(hash.slice(1));
    return anchor === '' || ids.has(anchor) ? 'there' : 'no anchor';
  };
}
