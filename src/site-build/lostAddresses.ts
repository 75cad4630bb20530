import {
  ADDRESSES_FILE,
  lineOfAddress,
  PROPOSE,
  type Registry,
  someOf,
  unlistedAddresses,
} from '../addresses/registry.ts';
import type { BuiltPages } from '../shared/builtPages.ts';
import type { Problem } from '../shared/problem.ts';
import type { FindTarget } from './links.ts';

/** Pages nobody links to: those for errors, and those made for one governors' meeting. */
const UNLISTED = /^\/(404\.html|offline\/)$|^\/governors\/(compare|draft)\//;

/**
 * Checks the built site against the list of every address ever published.
 *
 * @param text of the list's file, to find line numbers
 * @returns the addresses that no longer lead anywhere, and the pages missing from the list, one problem each
 */
export function lostAddresses(
  registry: Registry,
  text: string,
  pages: BuiltPages,
  findTarget: FindTarget,
): Problem[] {
  const { published, forwarded } = registry;
  // A forwarded anchor is gone from its page; where it leads now is itself in the list.
  const lost = published.filter(
    (address) => findTarget(address) !== 'found' && !(address.includes('#') && address in forwarded),
  );
  // Only a page can be forwarded to another.
  const isFile = (address: string): boolean => /[^/#]$/.test(address) && !address.includes('#');
  return [
    ...lostProblems(
      lost.filter((address) => !isFile(address)),
      text,
      `${PROPOSE} Or restore what was there.`,
    ),
    ...lostProblems(lost.filter(isFile), text, 'Restore the file: only a page can be forwarded.'),
    ...unlistedAddresses(
      [...pages.keys()].filter((address) => !published.includes(address) && !UNLISTED.test(address)),
      registry,
    ),
  ];
}

function lostProblems(addresses: readonly string[], text: string, instead: string): Problem[] {
  const [first] = addresses;
  if (first === undefined) return [];
  const wrong =
    addresses.length === 1
      ? `${first} was published, but no longer leads anywhere.`
      : `${addresses.length} addresses were published, but no longer lead anywhere: ${someOf(addresses)}.`;
  return [
    {
      file: ADDRESSES_FILE,
      line: lineOfAddress(text, first),
      wrong: `${wrong} Links in emails would break.`,
      instead,
    },
  ];
}
