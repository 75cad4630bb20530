import { appendicesTitle, shortTitle } from '../code/sections.ts';
import type { Content } from './load.ts';

/** What any heading may use, but for digits, which are left to the next font: the pages' own headings, which aren't in content/, are written with these. */
const LETTERS = 'ABCDEFGHIKLMNOPRSTUVWY abcdefghijklmnopqrstuvwxyz .,:?/()–’';

/** The texts set in the headings' font, and the letters that the others use. */
export function headingsOf({
  school,
  appendices,
  groups,
  situations,
  checker,
  statements,
  routeMap,
  pageTexts,
}: Pick<
  Content,
  'school' | 'appendices' | 'groups' | 'situations' | 'checker' | 'statements' | 'routeMap' | 'pageTexts'
>): string[] {
  return [
    LETTERS,
    school.name,
    ...appendices.map(shortTitle),
    appendicesTitle(appendices) ?? '',
    ...groups.map(({ title }) => title),
    ...[...situations.values()].map(({ title }) => title),
    checker.closest,
    checker.label,
    checker.emergency.heading,
    ...statements.map(({ title }) => title),
    routeMap.heading,
    pageTexts.home.heading,
  ];
}
