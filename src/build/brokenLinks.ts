import { existsSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import type { Problem } from '../schemas/problem.ts';
import type { BuiltPages } from './builtPages.ts';

/**
 * Follows every link of the built site that stays on it, to the page or file and to the anchor.
 *
 * @param pages the built pages
 * @param folder where they lie, to look for files that are no pages
 * @param base folder of the site, e.g. `/code-of-conduct/`
 * @returns the links that lead nowhere
 */
export function brokenLinks(pages: BuiltPages, folder: string, base: string): Problem[] {
  const parsed = new Map([...pages].map(([address, html]) => [address, parse(html)]));
  const anchors = new Map(
    [...parsed].map(([address, html]) => [
      address,
      new Set(html.querySelectorAll('[id]').map((element) => element.id)),
    ]),
  );
  const root = base.replace(/\/$/, '');
  return [...parsed].flatMap(([address, html]) =>
    html.querySelectorAll('[href], [src], form[action]').flatMap((element) => {
      const link =
        element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '';
      const target = new URL(link, `https://site.invalid${root}${address}`);
      if (target.origin !== 'https://site.invalid' || element.tagName === 'USE') return [];
      const problem = (wrong: string): Problem[] => [
        {
          file: address,
          wrong: `The link “${link}” ${wrong}`,
          instead: 'Mend the address, or bring back what it led to.',
        },
      ];
      if (!target.pathname.startsWith(`${root}/`)) return problem(`leaves the site’s folder ${base}.`);
      const page = decodeURIComponent(target.pathname.slice(root.length));
      const ids = anchors.get(page);
      if (ids === undefined) {
        return page.endsWith('/') || !existsSync(path.join(folder, page))
          ? problem('leads to a page that is not there.')
          : [];
      }
      const anchor = decodeURIComponent(target.hash.slice(1));
      return anchor === '' || ids.has(anchor)
        ? []
        : problem(`leads to “#${anchor}”, which is not on that page.`);
    }),
  );
}
