import type { Problem } from '../shared/problem.ts';
import type { AnchorsAndLinks } from './anchorsAndLinks.ts';
import type { Target } from './builtTargets.ts';

/**
 * Follows every link of the built site that stays on it, to the page or file and to the anchor.
 *
 * @param pages what the built pages link to, by address
 * @param targetOf what an address from the site's root leads to
 * @param base folder of the site, e.g. `/code-of-conduct/`
 * @returns the links that lead nowhere
 */
export function brokenLinks(
  pages: ReadonlyMap<string, Pick<AnchorsAndLinks, 'links'>>,
  targetOf: (address: string) => Target,
  base: string,
): Problem[] {
  const root = base.replace(/\/$/, '');
  return [...pages].flatMap(([address, { links }]) =>
    links.flatMap((link) => {
      const { origin, pathname, hash } = new URL(link, `https://site.invalid${root}${address}`);
      if (origin !== 'https://site.invalid') return [];
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
