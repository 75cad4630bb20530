import { z } from 'zod';
import type { Clause } from '../code/document.ts';
import { type Problem, repeated } from '../shared/problem.ts';

export const ADDRESSES_FILE = 'content/addresses.yaml';

const address = () => z.string().regex(/^\/\S*$/, 'an address starts with a slash and has no spaces.');

/** `content/addresses.yaml`: every address ever published, from the site's root, and where those that are gone lead now. */
export const addressesSchema = z.strictObject({
  published: z
    .array(address())
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
  const lostAnchor = (address: string): Problem => {
    const anchor = address.split('#')[1];
    const moved = clauses.find((clause) => clause.anchor === anchor);
    return moved === undefined
      ? problem(
          address,
          `${address} was published, but no clause has that anchor any more. Links in emails would break.`,
          `Put \`<Clause anchor="${anchor}" />\` back before the words it named, or before those that replaced them. If it moved elsewhere, write \`${address}: /#its-new-anchor\` under \`forwarded:\`.`,
        )
      : problem(
          address,
          `${address} was published, but that clause is on another page now. Links in emails would break.`,
          `Write \`${address}: ${moved.page}#${moved.anchor}\` under \`forwarded:\`.`,
        );
  };
  return [
    ...repeated(published).map((address) =>
      problem(address, `${address} is in the list twice.`, 'Delete one of the two lines.'),
    ),
    ...Object.entries(forwarded).flatMap(forwardProblems),
    ...published
      .filter((address) => address.includes('#') && !anchors.has(address) && !(address in forwarded))
      .map(lostAnchor),
    ...[
      ...clauses.flatMap(({ page, anchor }) => [`${page}#${anchor}`, shortAddressOfClause(anchor)]),
      ...situations.flatMap((id) => [`/situations/${id}/`, shortAddressOfSituation(id)]),
    ]
      .filter((address) => !published.includes(address))
      .map(unlistedAddress),
  ];
}

/** Reports an address that's on the site but not in the list: from now on, links may point to it. */
export function unlistedAddress(address: string): Problem {
  return {
    file: ADDRESSES_FILE,
    wrong: `${address} is new on the site, but isn’t in the list of published addresses.`,
    instead: `Add the line \`  - ${address}\` under \`published:\`. From then on, it can’t be lost.`,
  };
}

/** The line of an address, from 1: in the list, or as one that's forwarded. */
export function lineOfAddress(text: string, address: string): number | undefined {
  const lines = text.split('\n').map((line) => line.trim().replace(/^- /, ''));
  const index = lines.findLastIndex((line) => line === address || line.startsWith(`${address}: `));
  return index < 0 ? undefined : index + 1;
}
