import type { QuestionsFile } from '../checker/questionsSchema.ts';
import type { RouteMapFile } from '../situations/routeMap.ts';
import type { Groups, SituationFile } from '../situations/schema.ts';

/** The situations, and what names them by their ids. */
export interface NamingSituations {
  situations: ReadonlyMap<string, SituationFile>;
  groups: Groups;
  questions: QuestionsFile;
  routeMap: RouteMapFile;
}

/**
 * Drops situations from everything that names them. A group or an option with nothing left goes too, and a question that
 * tells nothing apart any more.
 */
export function withoutSituations(
  { situations, groups, questions, routeMap }: NamingSituations,
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
    questions: questions.flatMap((question) => {
      const options = question.options.flatMap((option) => {
        if (option.situations === 'others') return [option];
        const left = option.situations.filter(isKept);
        return left.length === 0 ? [] : [{ ...option, situations: left }];
      });
      // With “others” alone there’s nothing left to ask about.
      const asks = options.length > 1 && options.some(({ situations: ids }) => ids !== 'others');
      return asks ? [{ ...question, options }] : [];
    }),
    routeMap: { ...routeMap, lines: routeMap.lines.filter(({ situation }) => isKept(situation)) },
  };
}
