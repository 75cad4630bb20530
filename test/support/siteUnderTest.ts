import { inject } from 'vitest';
import type { BuiltSite } from './globalSetup.ts';
import { ADOPTED, OURS } from './sites.ts';

/**
 * The built site that this run of a test file is about. Which one it is, the vitest project says: the same files run
 * once at the root of a host, once in a folder of one, and once for another school. So no test may take an address of
 * the site for granted: `${site.url}check/` opens a page, and `${site.base}check/` is what a link to it says. Nor may
 * it take words of the school for granted: `schoolUnderTest()` knows those.
 */
export function siteUnderTest(): BuiltSite {
  return inject(inject('siteUnderTest'));
}

/** Whether it’s ours: on others, only the words differ, and what they fit into. */
export const isOurs = (): boolean => OURS.some((name) => name === inject('siteUnderTest'));

/** Whether it’s one of a Code that was adopted. */
export const isAdopted = (): boolean => ADOPTED.some((name) => name === inject('siteUnderTest'));

/** Of what’s much the same again and again, all on our sites, and on others some. */
export const enoughOf = <Thing>(all: Iterable<Thing>): Thing[] =>
  [...all].filter((_, at) => isOurs() || at % 8 === 0);

/** Of a site's addresses, enough of them, and one in three of the situations’ pages, which are laid out alike. */
export const someOfAlike = (addresses: Iterable<string>): string[] => {
  let situations = 0;
  return enoughOf(addresses).filter((address) => {
    if (!/^\/situations\/./.test(address)) return true;
    situations += 1;
    return situations % 3 === 1;
  });
};
