import { z } from 'zod';
import { id, line } from '../shared/fields.ts';
import type { Problem } from '../shared/problem.ts';
import type { SituationFile } from './schema.ts';
import { FAMILY_READERS } from './situation.ts';

/** The file that says what is drawn. */
export const ROUTE_MAP_FILE = 'content/who-to-talk-to.yaml';

/** `content/who-to-talk-to.yaml`: which steps of which routes are drawn as one picture. */
export const routeMapSchema = z.strictObject({
  heading: line(60).describe('the heading above the drawing.'),
  intro: line(200).describe('one or two sentences on how to read it.'),
  last: line(40).describe('a few words above the step that most lines end with.'),
  lines: z
    .array(
      z.strictObject({
        situation: id().describe('the id of a situation.'),
        route: z.enum(FAMILY_READERS).describe('one of affected, responsible.'),
        steps: z
          .array(z.int('that is not a whole number.').min(1, 'steps count from 1.'))
          .min(1)
          .max(3)
          .describe(
            'which steps of that route, as one to three numbers in square brackets, for example [1, 2].',
          ),
      }),
    )
    .min(1)
    .describe('the lines of the drawing, each with `situation:`, `route:` and `steps:`.'),
});
export type RouteMapFile = z.output<typeof routeMapSchema>;

/** Lines of the drawing that name what is not there. */
export function routeMapProblems(
  { lines }: RouteMapFile,
  situations: ReadonlyMap<string, SituationFile>,
): Problem[] {
  const problem = (wrong: string, instead: string): Problem[] => [{ file: ROUTE_MAP_FILE, wrong, instead }];
  return lines.flatMap(({ situation: id, route, steps }) => {
    const situation = situations.get(id);
    if (situation === undefined)
      return problem(`There is no situation “${id}”.`, `Write one of: ${[...situations.keys()].join(', ')}.`);
    const there = situation.routes[route].length;
    return steps
      .filter((step) => step > there)
      .flatMap((step) =>
        problem(
          `The line of “${id}” names step ${step} of the route “${route}”, which has only ${there}.`,
          `Write numbers from 1 to ${there}.`,
        ),
      );
  });
}
