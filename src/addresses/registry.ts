import { z } from 'zod';
import type { Clause } from '../code/document.ts';
import type { Problem } from '../shared/problem.ts';

/** The file in which every address stands. */
export const ADDRESSES_FILE = 'content/addresses.yaml';

const address = () => z.string().regex(/^\/\S*$/, 'an address starts with a slash and has no spaces.');

/** `content/addresses.yaml` */
export const addressesSchema = z.strictObject({
  published: z
    .array(address())
    .describe('every address that was ever published, each on a line that starts with a hyphen.'),
  forwarded: z
    .record(address(), address())
    .nullish()
    .transform((forwarded) => forwarded ?? {})
    .describe('where an address that is gone leads now, as `/old/: /new/`; empty where none is gone.'),
});

/** Every address ever published, from the site's root, and where those lead now that are no longer there. */
export type Registry = z.output<typeof addressesSchema>;

/**
 * Parts off what is forwarded although its clause is still there. While there is a draft without that clause, such
 * a line may wait for the draft to be adopted; until then the address leads to its clause.
 *
 * @returns the registry as it stands today, and the addresses that wait
 */
export function partWaiting(
  registry: Registry,
  clauses: readonly Clause[],
): { today: Registry; waiting: Set<string> } {
  const anchors = new Set(clauses.map(({ page, anchor }) => `${page}#${anchor}`));
  const [waiting, today] = [true, false].map((there) =>
    Object.entries(registry.forwarded).filter(([from]) => anchors.has(from) === there),
  );
  return {
    today: { ...registry, forwarded: Object.fromEntries(today ?? []) },
    waiting: new Set((waiting ?? []).map(([from]) => from)),
  };
}

/** The address that never changes and leads to a clause: short, and with a preview of its words. */
export function shortAddressOfClause(anchor: string): string {
  return `/c/${anchor}/`;
}

/** The same for a situation. */
export function shortAddressOfSituation(id: string): string {
  return `/s/${id}/`;
}

/**
 * Where an address leads: itself, or what it is forwarded to, however many times. A short address follows its
 * clause or its situation, so that only these need to be forwarded.
 *
 * @param clauses all clauses of the Code and its appendix
 * @throws RangeError where forwarding goes round in a circle; {@link registryProblems} tells that beforehand
 */
export function destinationOf(start: string, registry: Registry, clauses: Iterable<Clause>): string {
  const known = [...clauses];
  const passed = new Set<string>();
  let here = start;
  for (;;) {
    if (passed.has(here)) throw new RangeError([...passed, here].join(' → '));
    passed.add(here);
    const next = registry.forwarded[here] ?? meantBy(here, registry, known);
    if (next === undefined) return here;
    here = next;
  }
}

/** What a short address stands for. */
function meantBy(address: string, { published }: Registry, clauses: readonly Clause[]): string | undefined {
  const [, kind, id] = /^\/([cs])\/([^/]+)\/$/.exec(address) ?? [];
  if (kind === 's') return `/situations/${id}/`;
  if (kind !== 'c') return undefined;
  const clause = clauses.find(({ anchor }) => anchor === id);
  if (clause !== undefined) return `${clause.page}#${clause.anchor}`;
  return published.find((other) => other.endsWith(`#${id}`));
}

/**
 * The addresses that are pages of their own only to lead elsewhere: the short ones, and pages that were forwarded.
 * An address with an anchor is none: what stands behind `#` never reaches a server.
 */
export function forwardingPages(
  registry: Registry,
  clauses: readonly Clause[],
): { from: string; to: string }[] {
  return registry.published
    .filter((from) => !from.includes('#') && from.endsWith('/'))
    .map((from) => ({ from, to: destinationOf(from, registry, clauses) }))
    .filter(({ from, to }) => from !== to);
}

/** Anchors that are gone from a page, with what took their place: all that still leads a link to them somewhere. */
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
 * What is wrong with the addresses by themselves and against the clauses; whether each leads to something that was
 * built is told by `build/lostAddresses.ts`.
 *
 * @param text of the file, to find the lines
 * @param situations ids of the situations there are
 */
export function registryProblems(
  registry: Registry,
  text: string,
  clauses: readonly Clause[],
  situations: readonly string[],
): Problem[] {
  const { published, forwarded } = registry;
  const problem = (address: string, wrong: string, instead: string): Problem => {
    const line = lineOfAddress(text, address);
    return { file: ADDRESSES_FILE, ...(line === undefined ? {} : { line }), wrong, instead };
  };
  const anchors = new Set(clauses.map(({ page, anchor }) => `${page}#${anchor}`));
  const twice = published.filter((address, index) => published.indexOf(address) !== index);
  return [
    ...twice.map((address) =>
      problem(address, `${address} stands in the list twice.`, 'Take one of the two lines out.'),
    ),
    ...Object.entries(forwarded).flatMap(([from, to]) => {
      if (!published.includes(from))
        return problem(
          from,
          `${from} is forwarded, but is not in the list of published addresses.`,
          `Add \`- ${from}\` to the list, or correct its spelling.`,
        );
      if (anchors.has(from))
        return problem(
          from,
          `${from} is forwarded, but the clause is still there.`,
          'Take the line out, so that the address leads to its clause.',
        );
      try {
        const destination = destinationOf(from, registry, clauses);
        if (published.includes(destination)) return [];
        return problem(
          from,
          `${from} is forwarded to ${to}, which is not in the list of published addresses.`,
          'Forward it to one of the addresses in the list.',
        );
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return problem(
          from,
          `Forwarding goes round in a circle: ${error.message}.`,
          'Let one of these lead to a page that is there.',
        );
      }
    }),
    ...published
      .filter((address) => address.includes('#') && !anchors.has(address) && !(address in forwarded))
      .map((address) => {
        const anchor = address.split('#')[1];
        const moved = clauses.find((clause) => clause.anchor === anchor);
        if (moved !== undefined)
          return problem(
            address,
            `${address} was published, but that clause stands on another page now. Links in emails would break.`,
            `Write \`${address}: ${moved.page}#${moved.anchor}\` under \`forwarded:\`.`,
          );
        return problem(
          address,
          `${address} was published, but no clause has that anchor any more. Links in emails would break.`,
          `Put \`<Clause anchor="${anchor}" />\` back before the words it named, or before those that took their place. If it moved elsewhere, write \`${address}: /#its-new-anchor\` under \`forwarded:\`.`,
        );
      }),
    ...[
      ...clauses.flatMap(({ page, anchor }) => [`${page}#${anchor}`, shortAddressOfClause(anchor)]),
      ...situations.flatMap((id) => [`/situations/${id}/`, shortAddressOfSituation(id)]),
    ]
      .filter((address) => !published.includes(address))
      .map(notListed),
  ];
}

/** Said of an address that is on the site and not in the list: from today on, links may point to it. */
export function notListed(address: string): Problem {
  return {
    file: ADDRESSES_FILE,
    wrong: `${address} is new on the site, and is not in the list of published addresses.`,
    instead: `Add the line \`  - ${address}\` under \`published:\`. From then on it will never be lost.`,
  };
}

/** The line, from 1, on which an address stands: in the list, or as one that is forwarded. */
export function lineOfAddress(text: string, address: string): number | undefined {
  const lines = text.split('\n').map((line) => line.trim().replace(/^- /, ''));
  const place = lines.findLastIndex((line) => line === address || line.startsWith(`${address}: `));
  return place < 0 ? undefined : place + 1;
}
