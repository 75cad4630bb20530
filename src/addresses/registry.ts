import { z } from 'zod';
import type { Clause } from '../code/document.ts';
import { type Problem, repeated } from '../shared/problem.ts';

export const ADDRESSES_FILE = 'content/addresses.yaml';

const address = () => z.string().regex(/^\/\S*$/, 'an address starts with a slash and has no spaces.');

/** `content/addresses.yaml`: every address ever published, from the site's root, and where those that are gone lead now. */
export const addressesSchema = z.strictObject({
  published: z
    .array(address())
    .nullish()
    .transform((published) => published ?? [])
    .describe('every address ever published, each on a line that starts with a hyphen.'),
  forwarded: z
    .record(address(), address())
    .nullish()
    .transform((forwarded) => forwarded ?? {})
    .describe('where each old address leads now, as `/old/: /new/`; empty if none has gone.'),
});

export type Registry = z.output<typeof addressesSchema>;

/**
 * Separates the addresses that are forwarded although their clause is still there. While there's a draft without that
 * clause, such a line can wait for the draft to be adopted; until then the address leads to its clause.
 *
 * @returns the registry as it applies today, and the addresses that wait
 */
export function splitWaiting(
  registry: Registry,
  clauses: readonly Clause[],
): { today: Registry; waiting: Set<string> } {
  const anchors = new Set(clauses.map(({ page, anchor }) => `${page}#${anchor}`));
  const today = Object.entries(registry.forwarded).filter(([from]) => !anchors.has(from));
  return {
    today: { ...registry, forwarded: Object.fromEntries(today) },
    waiting: new Set(Object.keys(registry.forwarded).filter((from) => anchors.has(from))),
  };
}

/** The short, permanent address of a clause, with a preview of its words. */
export function shortAddressOfClause(anchor: string): string {
  return `/c/${anchor}/`;
}

/** The short, permanent address of a situation. */
export function shortAddressOfSituation(id: string): string {
  return `/s/${id}/`;
}

/**
 * Where an address leads: itself, or what it's forwarded to, however many times. A short address follows its clause or
 * situation, so that only these need to be forwarded.
 *
 * @param clauses all clauses of the Code and its appendix
 * @throws RangeError if forwarding goes round in a circle; {@link registryProblems} reports that beforehand
 */
export function destinationOf(start: string, registry: Registry, clauses: Iterable<Clause>): string {
  const known = [...clauses];
  const visited = new Set<string>();
  let here = start;
  for (;;) {
    if (visited.has(here)) throw new RangeError([...visited, here].join(' → '));
    visited.add(here);
    const next = registry.forwarded[here] ?? shortAddressTarget(here, registry, known);
    if (next === undefined) return here;
    here = next;
  }
}

function shortAddressTarget(
  address: string,
  { published }: Registry,
  clauses: readonly Clause[],
): string | undefined {
  const [, kind, id] = /^\/([cs])\/([^/]+)\/$/.exec(address) ?? [];
  if (kind === 's') return `/situations/${id}/`;
  if (kind !== 'c') return undefined;
  const clause = clauses.find(({ anchor }) => anchor === id);
  if (clause !== undefined) return `${clause.page}#${clause.anchor}`;
  return published.find((other) => other.endsWith(`#${id}`));
}

/** The pages that only redirect: short addresses and forwarded pages. What follows a `#` never reaches a server. */
export function forwardingPages(
  registry: Registry,
  clauses: readonly Clause[],
): { from: string; to: string }[] {
  return registry.published
    .filter((from) => !from.includes('#') && from.endsWith('/'))
    .map((from) => ({ from, to: destinationOf(from, registry, clauses) }))
    .filter(({ from, to }) => from !== to);
}

/** Anchors that are gone from a page, and where links to them now lead. */
export function forwardedAnchors(
  page: string,
  registry: Registry,
  clauses: readonly Clause[],
): { anchor: string; to: string }[] {
  return Object.keys(registry.forwarded).flatMap((from) => {
    const [where, anchor] = from.split('#');
    if (where !== page || anchor === undefined) return [];
    return [{ anchor, to: destinationOf(from, registry, clauses) }];
  });
}

/** The addresses of clauses and situations, whole and short, from the site's root. */
export function addressesOf(clauses: readonly Clause[], situations: readonly string[]): string[] {
  return [
    ...situations.map((id) => `/situations/${id}/`),
    ...clauses.map(({ page, anchor }) => `${page}#${anchor}`),
    ...clauses.map(({ anchor }) => shortAddressOfClause(anchor)),
    ...situations.map(shortAddressOfSituation),
  ];
}

/**
 * The published addresses that are gone and lead nowhere. A short address isn't among them if it follows one that's
 * published.
 *
 * @param site every address the site has now
 */
export function goneAddresses(
  registry: Registry,
  clauses: readonly Clause[],
  site: ReadonlySet<string>,
): string[] {
  const { published, forwarded } = registry;
  return published.filter((address) => {
    if (site.has(address) || address in forwarded) return false;
    const followed = shortAddressTarget(address, registry, clauses);
    return followed === undefined || !(site.has(followed) || published.includes(followed));
  });
}

/**
 * What's wrong with the addresses in themselves and against the clauses. Whether each leads to a page that was built is
 * checked by `site-build/lostAddresses.ts`.
 *
 * @param text of the file, to find the lines
 * @param situations ids of all situations
 */
export function registryProblems(
  registry: Registry,
  text: string,
  clauses: readonly Clause[],
  situations: readonly string[],
): Problem[] {
  const { published, forwarded } = registry;
  const anchors = new Set(clauses.map(({ page, anchor }) => `${page}#${anchor}`));
  const problem = (address: string, wrong: string, instead: string): Problem => ({
    file: ADDRESSES_FILE,
    line: lineOfAddress(text, address),
    wrong,
    instead,
  });
  const forwardProblems = ([from, to]: [string, string]): Problem[] => {
    if (!published.includes(from))
      return [
        problem(
          from,
          `${from} is forwarded, but isn’t in the list of published addresses.`,
          `Add \`- ${from}\` to the list, or correct its spelling.`,
        ),
      ];
    if (anchors.has(from))
      return [
        problem(
          from,
          `${from} is forwarded, but its clause is still there.`,
          'Delete the line, so that the address leads to its clause.',
        ),
      ];
    try {
      if (published.includes(destinationOf(from, registry, clauses))) return [];
      return [
        problem(
          from,
          `${from} is forwarded to ${to}, which isn’t in the list of published addresses.`,
          'Forward it to one of the addresses in the list.',
        ),
      ];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [
        problem(
          from,
          `Forwarding goes round in a circle: ${error.message}.`,
          'Make one of these lead to a page that’s there.',
        ),
      ];
    }
  };
  const grouped = (addresses: readonly string[], one: string, many: string, instead: string): Problem[] => {
    const [first] = addresses;
    if (first === undefined) return [];
    const wrong =
      addresses.length === 1
        ? `${first} was published, but ${one}.`
        : `${addresses.length} ${many}: ${someOf(addresses)}.`;
    return [problem(first, `${wrong} Links in emails would break.`, instead)];
  };
  const site = addressesOf(clauses, situations);
  const gone = goneAddresses(registry, clauses, new Set(site));
  const anchorOf = (address: string): string | undefined =>
    /^\/c\/([^/]+)\/$/.exec(address)?.[1] ?? address.split('#')[1];
  const isMoved = (address: string): boolean => clauses.some(({ anchor }) => anchor === anchorOf(address));
  const goneClauses = gone.filter((address) => anchorOf(address) !== undefined);
  const lost = goneClauses.filter((address) => !isMoved(address));
  return [
    ...repeated(published).map((address) =>
      problem(address, `${address} is in the list twice.`, 'Delete one of the two lines.'),
    ),
    ...Object.entries(forwarded).flatMap(forwardProblems),
    ...grouped(
      lost,
      'no clause has that anchor any more',
      'addresses were published, but no clause has their anchors any more',
      `${PROPOSE} If the words are still there, put the anchor back before them instead, such as \`<Clause anchor="${anchorOf(lost[0] ?? '')}" />\`.`,
    ),
    ...grouped(
      goneClauses.filter(isMoved),
      'that clause is on another page now',
      'addresses were published, but their clauses are on another page now',
      PROPOSE,
    ),
    ...grouped(
      gone.filter((address) => /^\/(?:situations|s)\/./.test(address)),
      'there’s no such situation any more',
      'addresses were published, but their situations aren’t there any more',
      `${PROPOSE} Or put the situation’s files back.`,
    ),
    ...unlistedAddresses(
      site.filter((address) => !published.includes(address)),
      registry,
    ),
  ];
}

/** What to do about addresses that lead nowhere. */
export const PROPOSE = 'Run `npm run addresses`, which proposes where to forward old addresses.';

/** How many addresses a message names. */
const NAMED = 3;

/** Names some addresses, and says how many more there are. */
export function someOf(addresses: readonly string[]): string {
  const more = addresses.length - NAMED;
  return more > 1
    ? `${addresses.slice(0, NAMED).join(', ')} and ${more} more`
    : new Intl.ListFormat('en-GB').format(addresses);
}

/** Reports the addresses that are on the site but not in the list: from now on, links may point to them. */
export function unlistedAddresses(
  addresses: readonly string[],
  { published }: Pick<Registry, 'published'>,
): Problem[] {
  if (addresses.length === 0) return [];
  const instead =
    'Run `npm run addresses`, which adds new addresses to the list. From then on, they can’t be lost.';
  if (published.length === 0)
    return [
      {
        file: ADDRESSES_FILE,
        wrong: 'The list of published addresses is empty.',
        instead,
      },
    ];
  const wrong =
    addresses.length === 1
      ? `${addresses[0]} is new on the site, but isn’t in the list of published addresses.`
      : `${addresses.length} addresses are new on the site, but aren’t in the list of published addresses: ${someOf(addresses)}.`;
  return [{ file: ADDRESSES_FILE, wrong, instead }];
}

/** The line of an address, from 1: in the list, or as one that's forwarded. */
export function lineOfAddress(text: string, address: string): number | undefined {
  const lines = text.split('\n').map((line) => line.trim().replace(/^- /, ''));
  const index = lines.findLastIndex((line) => line === address || line.startsWith(`${address}: `));
  return index < 0 ? undefined : index + 1;
}
