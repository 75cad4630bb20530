import { z } from 'zod';
import { id, line, readBeside, stepNumbers } from '../shared/fields.ts';
import { type Problem, unknownName } from '../shared/problem.ts';
import type { SituationFile } from './schema.ts';
import { FAMILY_READERS } from './situation.ts';

export const ROUTE_MAP_FILE = 'content/who-to-talk-to.yaml';

/** `content/who-to-talk-to.yaml`: which steps of which routes are shown in one diagram. */
export const routeMapSchema = z.strictObject({
  heading: line(60).describe('the heading above the diagram.'),
  intro: line(200).describe('one or two sentences on how to read it.'),
  last: line(40).describe('a few words above the step that most lines end with.'),
  lines: z
    .array(
      z.strictObject({
        situation: id().describe('the id of a situation.'),
        route: z.enum(FAMILY_READERS).describe('one of affected, responsible.'),
        steps: stepNumbers(),
      }),
    )
    .min(1)
    .describe('the lines of the diagram, each with `situation:`, `route:` and `steps:`.'),
  readBeside: readBeside(),
});
export type RouteMapFile = z.output<typeof routeMapSchema>;

/** Situations and steps in the diagram that don't exist. */
export function routeMapProblems(
  { lines }: RouteMapFile,
  situations: ReadonlyMap<string, SituationFile>,
): Problem[] {
  return lines.flatMap(({ situation: id, route, steps }) => {
    const situation = situations.get(id);
    if (situation === undefined) return [unknownName(ROUTE_MAP_FILE, 'situation', id, situations.keys())];
    const { length } = situation.routes[route].steps;
    return steps
      .filter((step) => step > length)
      .map((step) => ({
        file: ROUTE_MAP_FILE,
        wrong: `The line for “${id}” has step ${step} of the route “${route}”, which has only ${length}.`,
        instead: `Write numbers from 1 to ${length}.`,
      }));
  });
}

/** A line of the diagram: a situation and who to talk to. */
export interface RouteLine {
  id: string;
  title: string;
  /** Who to talk to, in order, without the shared last step. */
  steps: string[];
  /** Whether it leads on to the shared last step. */
  joins: boolean;
}

/** The diagram's lines, and the step that most of them end with. */
export interface RouteMap {
  lines: RouteLine[];
  /** Empty if no two lines end with the same step. */
  shared: string;
}

/** Looks up the words of the diagram. Unknown names, which {@link routeMapProblems} reports, are left out. */
export function routeMapOf(
  { lines }: RouteMapFile,
  situations: ReadonlyMap<string, SituationFile>,
): RouteMap {
  const found = lines.flatMap(({ situation: id, route, steps }) => {
    const situation = situations.get(id);
    if (situation === undefined) return [];
    return [
      {
        id,
        title: situation.title,
        steps: steps.flatMap((step) => situation.routes[route].steps[step - 1]?.who ?? []),
      },
    ];
  });
  const shared = mostFrequent(found.flatMap(({ steps }) => steps.at(-1) ?? []));
  return {
    shared,
    lines: found.map(({ steps, ...line }) => {
      const joins = shared !== '' && steps.at(-1) === shared;
      return { ...line, steps: joins ? steps.slice(0, -1) : steps, joins };
    }),
  };
}

/** The most frequent of these words; empty if none is there twice. */
function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] > 1 ? most[0] : '';
}
