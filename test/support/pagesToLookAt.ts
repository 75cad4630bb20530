import { parse } from 'node-html-parser';
import { inject } from 'vitest';
import type { BuiltPages } from '../../src/shared/builtPages.ts';
import type { BuiltSite } from './globalSetup.ts';
import { pagesToRead } from './pagesToRead.ts';

/**
 * The pages of a site whose looks are to be tested: all that someone reads, less those that are the same, but for
 * addresses, on our site at the root of a host, where they are looked at already.
 */
export function pagesToLookAt(site: BuiltSite): BuiltPages {
  const pages = pagesToRead(site.folder);
  const atRoot = inject('atRoot');
  if (site.folder === atRoot.folder) return pages;
  const there = pagesToRead(atRoot.folder);
  return new Map(
    [...pages].filter(([address, html]) => looksOf(html, site) !== looksOf(there.get(address) ?? '', atRoot)),
  );
}

/** What can be seen of a page, and its title and language, with addresses as they are at the root of a host. */
function looksOf(html: string, { base, site = '' }: BuiltSite): string {
  const page = parse(html);
  for (const unseen of page.querySelectorAll('meta:not([name="viewport"]), link, script')) unseen.remove();
  return page
    .toString()
    .replaceAll(site + base, '/')
    .replaceAll(base, '/');
}
