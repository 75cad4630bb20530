import type { SituationFile } from '../situations/schema.ts';
import type { AlsoSays } from './alsoSays.ts';
import type { Section } from './sections.ts';
import { tellingWords } from './tellingWords.ts';

const MOST_KEYWORDS = 20;

/**
 * A situation for what the Code says under a heading: that heading as its title, all its clauses, and what’s true of any.
 *
 * @param others the other situations, for readers who meant one of those
 */
export function sectionSituation(
  { title, clauses, wordings }: Section,
  { situation, general, untitled }: AlsoSays,
  others: ReadonlySet<string>,
): SituationFile {
  const own = wordings.flatMap(({ says }) => tellingWords(says, general));
  const words = [...tellingWords(title, general), ...own];
  return {
    ...situation,
    title,
    looksLike: situation.looksLike
      .filter((example) => title !== untitled || !example.includes('{title}'))
      .map((example) => example.replace('{title}', title.replace(/\.$/, ''))),
    cites: clauses.map(({ anchor }) => anchor),
    section: true,
    keywords: [...new Set(words.length > 0 ? words : [title.toLowerCase()])].slice(0, MOST_KEYWORDS),
    tellApart: situation.tellApart.filter(({ see }) => others.has(see)),
  };
}
