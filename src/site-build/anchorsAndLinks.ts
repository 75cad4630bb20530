import { type HTMLElement, parse } from 'node-html-parser';
import type { BuiltPages } from '../shared/builtPages.ts';

/** Where a page can be linked to, and where it links to. */
export interface AnchorsAndLinks {
  anchors: ReadonlySet<string>;
  /** Addresses as they are written, of links, forms, files and where a page forwards to. */
  links: readonly string[];
}

/** Reads from each built page its anchors and links, by the page's address. */
export function anchorsAndLinks(pages: BuiltPages): ReadonlyMap<string, AnchorsAndLinks> {
  return new Map([...pages].map(([address, html]) => [address, read(parse(html))]));
}

function read(page: HTMLElement): AnchorsAndLinks {
  return {
    anchors: new Set(page.querySelectorAll('[id]').map(({ id }) => id)),
    links: page
      .querySelectorAll('[href], [src], form[action], meta[http-equiv="refresh"]')
      // What a drawing uses is a part of itself.
      .filter(({ tagName }) => tagName !== 'USE')
      .map(linkOf),
  };
}

function linkOf(element: HTMLElement): string {
  const attribute = ['href', 'src', 'action'].find((name) => element.hasAttribute(name));
  if (attribute !== undefined) return element.getAttribute(attribute) ?? '';
  return (element.getAttribute('content') ?? '').replace(/^\d+;\s*url=/, '');
}
