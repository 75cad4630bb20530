import { inject } from 'vitest';
import type { BuiltSite } from './globalSetup.ts';

/**
 * The built site that this run of a test file is about. Which one it is, the vitest project says: the same files run
 * once at the root of a host and once in a folder. So no test may take an address of the site for granted:
 * `${site.url}check/` opens a page, and `${site.base}check/` is what a link to it says.
 */
export function siteUnderTest(): BuiltSite {
  return inject(inject('siteUnderTest'));
}
