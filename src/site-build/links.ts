import { existsSync } from 'node:fs';
import path from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import type { BuiltPages } from '../shared/builtPages.ts';
import type { Problem } from '../shared/problem.ts';

/** A built page's anchors and links. */
interface PageLinks {
  anchors: ReadonlySet<string>;
  /** Addresses as written: of links, forms, files and redirects. */
  links: readonly string[];
}

/** Whether an address of the site exists, and if not, what is missing. */
export type Target = 'found' | 'no page' | 'no anchor';

/** Looks up an address from the site's root, with or without an anchor, e.g. `/#sanctions`. */
export type FindTarget = (address: string) => Target;

/** Reads the anchors and links of each built page, by the page's address. */
export function readLinks(pages: BuiltPages): ReadonlyMap<string, PageLinks> {
  return new Map(
    [...pages].map(([address, html]) => {
      const page = parse(html);
      return [
        address,
        {
          anchors: new Set(page.querySelectorAll('[id]').map(({ id }) => id)),
          links: page
            .querySelectorAll('[href], [src], form[action], meta[http-equiv="refresh"]')
            // SVG's `use` refers to the drawing itself.
            .filter(({ tagName }) => tagName !== 'USE')
            .map(linkOf),
        },
      ];
    }),
  );
}

function linkOf(element: HTMLElement): string {
  const attribute = ['href', 'src', 'action'].find((name) => element.hasAttribute(name));
  if (attribute !== undefined) return element.getAttribute(attribute) ?? '';
  return (element.getAttribute('content') ?? '').replace(/^\d+;\s*url=/, '');
}

/**
 * @param pages the links of the built pages, by address
 * @param folder the built site, for files that aren't pages
 */
export function targetFinder(pages: ReadonlyMap<string, PageLinks>, folder: string): FindTarget {
  return (address) => {
    const { pathname, hash } = new URL(address, 'https://site.invalid');
    const page = decodeURIComponent(pathname);
    const anchors = pages.get(page)?.anchors;
    if (anchors === undefined)
      return page.endsWith('/') || !existsSync(path.join(folder, page)) ? 'no page' : 'found';
    const anchor = decodeURIComponent(hash.slice(1));
    return anchor === '' || anchors.has(anchor) ? 'found' : 'no anchor';
  };
}

/**
 * Follows every internal link of the built site, to the page or file and to the anchor.
 *
 * @param pages the links of the built pages, by address
 * @param base folder of the site, e.g. `/code-of-conduct/`
 */
export function brokenLinks(
  pages: ReadonlyMap<string, PageLinks>,
  findTarget: FindTarget,
  base: string,
): Problem[] {
  const root = base.replace(/\/$/, '');
  return [...pages].flatMap(([address, { links }]) =>
    links.flatMap((link): Problem[] => {
      const { origin, pathname, hash } = new URL(link, `https://site.invalid${root}${address}`);
      if (origin !== 'https://site.invalid') return [];
      const target = pathname.startsWith(`${root}/`)
        ? findTarget(pathname.slice(root.length) + hash)
        : 'outside';
      if (target === 'found') return [];
      const wrong = {
        outside: `is outside the site’s folder ${base}.`,
        'no page': 'leads to a page that doesn’t exist.',
        'no anchor': `leads to “${hash}”, which isn’t on that page.`,
      }[target];
      return [
        {
          file: address,
          wrong: `The link “${link}” ${wrong}`,
          instead: 'Correct the address, or restore what it led to.',
        },
      ];
    }),
  );
}
