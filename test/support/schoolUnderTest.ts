import type { Clause } from '../../src/code/document.ts';
import { type Content, loadOnce } from '../../src/content/load.ts';
import type { SituationFile } from '../../src/situations/schema.ts';
import { siteUnderTest } from './siteUnderTest.ts';
import type { Stories } from './stories.ts';

/** What the site under test is made of, so that a test asks each school for its own words. */
export interface SchoolUnderTest extends Stories {
  content: Content;
  /** The title and summary, among others, of the situation that the stories are about. */
  told: SituationFile;
  /** The first clause that it cites, which stands on the page of the Code. */
  clause: Clause;
}

/**
 * The school whose site this run of a test file is about.
 *
 * @throws an error where its stories are not about a situation and a clause that it has
 */
export function schoolUnderTest(): SchoolUnderTest {
  const { root, stories } = siteUnderTest();
  const content = loadOnce(root);
  const told = content.situations.get(stories.situation);
  const clause = content.clauses.get(told?.cites[0] ?? '');
  if (told === undefined || clause?.page !== content.code.page)
    throw new Error(`The situation ${stories.situation} must cite a clause of the Code first.`);
  return { ...stories, content, told, clause };
}
