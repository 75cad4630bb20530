import { type HTMLElement, parse } from 'node-html-parser';
import type { Problem } from '../schemas/problem.ts';
import type { BuiltPages } from './builtPages.ts';
import type { Target } from './builtTargets.ts';

/**
 * Follows every link of the built site that stays on it, to the page or file and to the anchor.
 *
 * @param pages the built pages
 * @param targetOf what an address from the site's root leads to
 * @param base folder of the site, e.g. `/code-of-conduct/`
 * @returns the links that lead nowhere
 */
export function brokenLinks(
  pages: BuiltPages,
  targetOf: (address: string) => Target,
  base: string,
): Problem[] {
  const root = base.replace(/\/$/, '');
  return [...pages].flatMap(([address, html]) =>
    parse(html)
      .querySelectorAll('[href], [src], form[action], meta[http-equiv="refresh"]')
      .flatMap((element) => {
        const link = linkOf(element);
        const { origin, pathname, hash } = new URL(link, `https://site.invalid${root}${address}`);
        if (origin !== 'https://site.invalid' || element.tagName === 'USE') return [];
        const problem = (wrong: string): Problem[] => [
          {
            file: address,
            wrong: `The link “${link}” ${wrong}`,
            instead: 'Mend the address, or bring back what it led to.',
          },
        ];
        if (!pathname.startsWith(`${root}/`)) return problem(`leaves the site’s folder ${base}.`);
        const target = targetOf(pathname.slice(root.length) + hash);
        if (target === 'there') return [];
        return problem(
          target === 'no page'
            ? 'leads to a page that is not there.'
            : `leads to “${hash}”, which is not on that page.`,
        );
      }),
  );
}

function linkOf(element: HTMLElement): string {
  const attribute = ['href', 'src', 'action'].find((name) => element.hasAttribute(name));
  if (attribute !== undefined) return element.getAttribute(attribute) ?? '';
  return (element.getAttribute('content') ?? '').replace(/^\d+;\s*url=/, '');
}
