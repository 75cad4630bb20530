import type { RouteMapFile } from './routeMapSchema.ts';
import type { SituationFile } from './schema.ts';

/** One line of the drawing: what has happened, and to whom it leads. */
export interface RouteLine {
  id: string;
  title: string;
  /** Whom to go to, in order; without the last where that is the shared one. */
  steps: string[];
  /** Whether it leads on to the step that is drawn once for all. */
  joins: boolean;
}

/** What is drawn: lines, and the step that most of them end with. */
export interface RouteMap {
  lines: RouteLine[];
  /** Empty where no two lines end alike. */
  shared: string;
}

/** Looks up the words of the drawing. What is not there has been refused before (see `schemas/routeMap.ts`). */
export function routeMapOf(
  { lines }: RouteMapFile,
  situations: ReadonlyMap<string, SituationFile>,
): RouteMap {
  const found = lines.flatMap(({ situation: id, route, steps }) => {
    const situation = situations.get(id);
    if (situation === undefined) return [];
    const whos = steps.flatMap((step) => situation.routes[route][step - 1]?.who ?? []);
    return [{ id, title: situation.title, whos }];
  });
  const shared = mostFrequent(found.flatMap(({ whos }) => whos.at(-1) ?? []));
  return {
    shared,
    lines: found.map(({ id, title, whos }) => {
      const joins = shared !== '' && whos.at(-1) === shared;
      return { id, title, steps: joins ? whos.slice(0, -1) : whos, joins };
    }),
  };
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] > 1 ? most[0] : '';
}
