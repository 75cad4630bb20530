import type { RouteMapFile } from '../situations/routeMap.ts';
import type { Groups, SituationFile } from '../situations/schema.ts';

/** The situations, and what names them by their ids. */
export interface NamingSituations {
  situations: ReadonlyMap<string, SituationFile>;
  groups: Groups;
  routeMap: RouteMapFile;
}

/**
 * Drops situations from everything that names them. A group with nothing left goes too.
 */
export function withoutSituations(
  { situations, groups, routeMap }: NamingSituations,
  dropped: readonly string[],
): NamingSituations {
  const isKept = (id: string): boolean => !dropped.includes(id);
  return {
    situations: new Map(
      [...situations].flatMap(([id, situation]) =>
        isKept(id)
          ? [[id, { ...situation, tellApart: situation.tellApart.filter(({ see }) => isKept(see)) }]]
          : [],
      ),
    ),
    groups: groups
      .map((group) => ({ ...group, situations: group.situations.filter(isKept) }))
      .filter((group) => group.situations.length > 0),
    routeMap: { ...routeMap, lines: routeMap.lines.filter(({ situation }) => isKept(situation)) },
  };
}
