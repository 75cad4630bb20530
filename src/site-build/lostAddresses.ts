import { ADDRESSES_FILE, lineOfAddress, type Registry, unlistedAddress } from '../addresses/registry.ts';
import type { BuiltPages } from '../shared/builtPages.ts';
import type { Problem } from '../shared/problem.ts';
import type { FindTarget } from './links.ts';

/** Pages nobody links to: those for errors, and those made for one governors' meeting. */
const UNLISTED = /^\/(404\.html|offline\/)$|^\/governors\/(compare|draft)\//;

/**
 * Checks the built site against the list of every address ever published.
 *
 * @param text of the list's file, to find line numbers
 * @returns each address that no longer leads anywhere, and each page missing from the list
 */
export function lostAddresses(
  { published, forwarded }: Registry,
  text: string,
  pages: BuiltPages,
  findTarget: FindTarget,
): Problem[] {
  const listed = new Set(published);
  // A forwarded anchor is gone from its page; where it leads now is itself in the list.
  const lost = published.filter(
    (address) => findTarget(address) !== 'found' && !(address.includes('#') && address in forwarded),
  );
  return [
    ...lost.map((address) => {
      const line = lineOfAddress(text, address);
      return {
        file: ADDRESSES_FILE,
        ...(line === undefined ? {} : { line }),
        wrong: `${address} was published, but no longer leads anywhere. Links in emails would break.`,
        instead: `Restore it, or write \`${address}: /where-it-is-now/\` under \`forwarded:\`.`,
      };
    }),
    ...[...pages.keys()]
      .filter((address) => !listed.has(address) && !UNLISTED.test(address))
      .map(unlistedAddress),
  ];
}
