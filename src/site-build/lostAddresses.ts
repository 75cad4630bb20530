import { ADDRESSES_FILE, lineOfAddress, type Registry, unlistedAddress } from '../addresses/registry.ts';
import type { BuiltPages } from '../shared/builtPages.ts';
import type { Problem } from '../shared/problem.ts';
import type { Target } from './builtTargets.ts';

/** Pages that nobody links to: those for what cannot be shown, and what is made for one meeting of the governors. */
const UNLISTED = /^\/(404\.html|offline\/)$|^\/governors\/(compare|draft)\//;

/**
 * Holds the built site against the list of every address ever published.
 *
 * @param text of the list's file, to find the lines
 * @param targetOf what an address from the site's root leads to
 * @returns each address that leads nowhere any more, and each page that is not in the list yet
 */
export function lostAddresses(
  { published, forwarded }: Registry,
  text: string,
  pages: BuiltPages,
  targetOf: (address: string) => Target,
): Problem[] {
  const listed = new Set(published);
  return [
    // An anchor that went to another page cannot be there: where it leads now is an address of the list itself.
    ...published
      .filter((address) => targetOf(address) !== 'there' && !(address.includes('#') && address in forwarded))
      .map((address) => {
        const line = lineOfAddress(text, address);
        return {
          file: ADDRESSES_FILE,
          ...(line === undefined ? {} : { line }),
          wrong: `${address} was published and leads nowhere any more. Links in emails would break.`,
          instead: `Bring back what stood there, or write \`${address}: /where-it-is-now/\` under \`forwarded:\`.`,
        };
      }),
    ...[...pages.keys()]
      .filter((address) => !listed.has(address) && !UNLISTED.test(address))
      .map(unlistedAddress),
  ];
}
