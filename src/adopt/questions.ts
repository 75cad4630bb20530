import { BODY_NAMES, type Details } from './details.ts';
import { type Match, SURE } from './matchTopics.ts';
import { newClausesOf, newDocumentsOf, type Structure } from './structure.ts';
import type { Topic } from './wording.ts';

/** Something that only a person knows. */
export interface AdoptQuestion {
  /** Its key in a file of answers. */
  id: string;
  text: string;
  /** What can be answered; anything if there are none. */
  options: readonly string[];
  /** What’s taken if nobody answers. */
  fallback: string;
}

/** More than this is a form to fill in. */
export const MOST_QUESTIONS = 15;

/** A doubtful match counts from here on, if nobody answers. */
const LIKELY = 0.55;

/** The id of the question what a list is of. */
export function listQuestion(anchor: string): string {
  return `list-${anchor}`;
}

/** The id of the question whether a clause is about a topic. */
export function matchQuestion({ anchor, topic }: Pick<Match, 'anchor' | 'topic'>): string {
  return `about-${topic}-${anchor}`;
}

/**
 * The questions to ask, the most important first.
 *
 * @param titleOf what people call a topic
 */
export function questionsFor(
  structure: Structure,
  details: Details,
  matches: readonly Match[],
  topics: readonly Topic[],
  titleOf: (topic: string) => string,
): AdoptQuestion[] {
  const clauses = newDocumentsOf(structure).flatMap(newClausesOf);
  const textOf = new Map(clauses.map(({ anchor, text }) => [anchor, text]));
  const surely = new Set(matches.filter(({ score }) => score >= SURE).map(({ topic }) => topic));
  const decides = (topic: string): boolean =>
    topics.some(({ id, situations, always }) => id === topic && situations.length > 0 && !always);
  // A match decides most where its situation would be dropped without it.
  const doubtful = matches
    .filter(({ score }) => score < SURE)
    .sort((a, b) => Number(surely.has(a.topic)) - Number(surely.has(b.topic)) || b.score - a.score)
    .filter(({ topic }) => decides(topic));
  const lists = [...structure.bareLists].sort((a, b) => Number(a.said) - Number(b.said));
  const all: AdoptQuestion[] = [
    {
      id: 'school',
      text: 'What’s the school’s full name?',
      options: [],
      fallback: details.name ?? 'Our School',
    },
    {
      id: 'body',
      text: 'Who adopts the Code?',
      options: BODY_NAMES,
      fallback: details.body,
    },
    ...lists.map(({ anchor, under, items, guess }) => ({
      id: listQuestion(anchor),
      text: `The list under “${shortened(under)}” starts “${shortened(items[0] ?? '')}”. Is that expected, or not tolerated?`,
      options: ['expected', 'not-tolerated'],
      fallback: guess,
    })),
    ...doubtful.map((match) => ({
      id: matchQuestion(match),
      text: `Is “${shortened(textOf.get(match.anchor) ?? '')}” about “${titleOf(match.topic)}”? (${percent(match.score)} sure)`,
      options: ['yes', 'no'],
      fallback: match.score >= LIKELY ? 'yes' : 'no',
    })),
  ];
  return all.slice(0, MOST_QUESTIONS);
}

/** Which matches hold: the sure ones, and the others as answered, or, if they weren’t asked about, as likely. */
export function confirmedMatches(matches: readonly Match[], answers: ReadonlyMap<string, string>): Match[] {
  return matches.filter((match) => {
    const answer = answers.get(matchQuestion(match));
    return match.score >= SURE || (answer === undefined ? match.score >= LIKELY : answer === 'yes');
  });
}

export function percent(score: number): string {
  return `${Math.round(score * 100)}%`;
}

export function shortened(text: string, length = 70): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}
