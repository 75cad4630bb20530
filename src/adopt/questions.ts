import { BODY } from '../school/school.ts';
import type { FoundDetails } from './details.ts';
import { sentencesOf, withoutMarker } from './markers.ts';
import { type Match, mentions, SURE } from './matchTopics.ts';
import { LIST_MEANINGS, newClausesOf, newDocumentsOf, type Structure } from './structure.ts';
import type { Topic } from './wording.ts';

/** Something that only a person knows. */
export interface AdoptQuestion {
  /** Its key in a file of answers. */
  id: string;
  text: string;
  /** What can be answered; anything if there are none. */
  options: readonly string[];
  /** What else can be. */
  orElse?: RegExp;
  /** What’s taken if nobody answers. */
  fallback: string;
}

/** More than this, with the lists to look through after them, is a form to fill in. */
const MOST_QUESTIONS = 12;

/** What leaves open whether a clause is about a topic: it’s quoted as the nearest there is. */
export const LEFT_OPEN = 'unsure';

/** So many clauses are asked about for a situation that would be dropped otherwise. */
const CANDIDATES = 2;

/** So often is it asked what a clause is about. */
const OF_A_CLAUSE = 2;

/** The id of the question what a list is of. */
export function listQuestion(anchor: string): string {
  return `list-${anchor}`;
}

/** The id of the question whether a clause is about a topic. */
export function matchQuestion({ anchor, topic }: Pick<Match, 'anchor' | 'topic'>): string {
  return `about-${topic}-${anchor}`;
}

/** The id of the question whether a section has a page, by its situation’s id. */
export function sectionQuestion(id: string): string {
  return `section-${id}`;
}

/**
 * The questions to ask, the most important first: only those that decide whether a situation stays or which clause is
 * quoted.
 *
 * @param silent anchors of clauses that aren’t rules
 * @param isSaid whether what’s above a list says what it’s of or that it’s nobody’s rules, by its first item’s anchor
 * @param titleOf what people call a topic
 * @returns `asked`, and those on matches that decide nothing but can be answered in a file
 */
export function questionsFor(
  structure: Structure,
  { details, bodies }: Pick<FoundDetails, 'details' | 'bodies'>,
  matches: readonly Match[],
  silent: ReadonlySet<string>,
  isSaid: (anchor: string) => boolean,
  topics: readonly Topic[],
  titleOf: (topic: string) => string,
): { asked: AdoptQuestion[]; further: AdoptQuestion[] } {
  const { bareLists, titles, isTitleInText } = structure;
  const clauses = newDocumentsOf(structure).flatMap(newClausesOf);
  const textOf = new Map(clauses.map(({ anchor, text }) => [anchor, text]));
  const deciding = new Set(
    topics.flatMap(({ id, situations, always }) => (situations.length > 0 && !always ? [id] : [])),
  );
  const doubtful = matches
    .filter(({ topic, score }) => score < SURE && deciding.has(topic))
    .sort((a, b) => plainness(b) - plainness(a));
  const uncovered = doubtful.filter(({ topic }) => !isCovered(topic, matches));
  const rankIn = (match: Match): number =>
    uncovered.filter(({ topic }) => topic === match.topic).indexOf(match);
  const open = uncovered
    .filter((match) => rankIn(match) < CANDIDATES)
    .sort((a, b) => rankIn(a) - rankIn(b) || plainness(b) - plainness(a))
    .filter(
      ({ anchor }, index, all) =>
        all.slice(0, index).filter((before) => before.anchor === anchor).length < OF_A_CLAUSE,
    );
  const lists = bareLists.filter(({ anchor, said }) => !said && !silent.has(anchor) && !isSaid(anchor));
  const asMatch = (match: Match): AdoptQuestion => ({
    id: matchQuestion(match),
    text: `Is “${tellingPart(textOf.get(match.anchor) ?? '', match.topic, topics)}” about “${titleOf(match.topic)}”? (${sureness(match.score)})`,
    options: ['yes', 'no', LEFT_OPEN],
    // The nearest there is, the site may show as that; what only has a word in common is too far off for most situations.
    fallback:
      uncovered.includes(match) &&
      rankIn(match) < CANDIDATES &&
      (!match.isHint || topics.some(({ id, nearest }) => id === match.topic && nearest))
        ? LEFT_OPEN
        : 'no',
  });
  const asked: AdoptQuestion[] = [
    {
      id: 'school',
      text: 'What’s the school’s full name?',
      options: [],
      fallback: details.name ?? 'Our School',
    },
    ...(titles.length === 0 && isTitleInText
      ? []
      : [
          {
            id: 'title',
            text: isTitleInText ? 'What’s the Code called?' : 'It has no title. What’s this document called?',
            options: titles,
            fallback: structure.code.title,
          },
        ]),
    {
      id: 'body',
      text: 'Who adopts the Code?',
      options: bodies,
      orElse: BODY,
      fallback: details.body,
    },
    ...lists.map(({ anchor, under, items }) => ({
      id: listQuestion(anchor),
      text: `${under === '' ? 'A list' : `The list under “${shortened(under)}”`} starts “${shortened(items[0] ?? '')}”. Is that expected of parents, not tolerated, or neither (some of both, or what others are to do)?`,
      options: LIST_MEANINGS,
      // Only a person knows, and a wrong guess would say the opposite.
      fallback: 'neither',
    })),
    ...open.map(asMatch),
  ].slice(0, MOST_QUESTIONS);
  const ids = new Set(asked.map(({ id }) => id));
  return { asked, further: doubtful.map(asMatch).filter(({ id }) => !ids.has(id)) };
}

/** How plainly a clause is about something, whatever makes it doubtful. */
const plainness = ({ score, likeness = score }: Match): number => likeness;

/** Whether a topic has a clause that’s surely about it. */
export function isCovered(topic: string, matches: readonly Match[]): boolean {
  return matches.some((match) => match.topic === topic && match.score >= SURE);
}

/** The score of a match that a person knows of. */
export const KNOWN = 1;

/**
 * Which matches hold: the sure ones that nobody has struck, and those that somebody has confirmed, whether or not they
 * were found. For a topic without any, those that are left open.
 *
 * @param anchors of all clauses
 */
export function confirmedMatches(
  matches: readonly Match[],
  answers: ReadonlyMap<string, string>,
  topics: readonly Topic[],
  anchors: readonly string[],
): Match[] {
  const found = new Set(matches.map(matchQuestion));
  const others = topics.flatMap(({ id: topic }) =>
    anchors.map((anchor) => ({ anchor, topic, score: KNOWN })),
  );
  const answerTo = (match: Match): string | undefined => answers.get(matchQuestion(match));
  const held = [
    ...matches.filter(
      (match) => match.score >= SURE && answerTo(match) !== 'no' && answerTo(match) !== LEFT_OPEN,
    ),
    ...[
      ...matches.filter(({ score }) => score < SURE),
      ...others.filter((match) => !found.has(matchQuestion(match))),
    ].filter((match) => answerTo(match) === 'yes'),
  ];
  return [
    ...held,
    ...matches
      .filter((match) => answerTo(match) === LEFT_OPEN && !held.some(({ topic }) => topic === match.topic))
      .map((match) => ({ ...match, unconfirmed: true as const })),
  ];
}

/** How sure a match is, in words: never rounded up to what’s sure. */
export function sureness(score: number): string {
  const percent = `${Math.floor(score * 100)}%`;
  return score >= SURE ? percent : `doubtful, ${percent}`;
}

/** So much of a clause is enough to see whether it’s about something. */
const PART_LENGTH = 110;

/** The sentence of a clause that speaks most of a topic, with dots for what’s before it, or else its beginning. */
export function tellingPart(text: string, id: string, topics: readonly Topic[]): string {
  const { words = [], hints = [] } = topics.find((topic) => topic.id === id) ?? {};
  const bare = withoutMarker(text);
  const cuesIn = (sentence: string): number =>
    [...words, ...hints].filter((cue) => mentions([sentence], [cue])).length;
  const [best = bare] = sentencesOf(bare).sort((a, b) => cuesIn(b) - cuesIn(a));
  const telling = cuesIn(best) > 0 ? best : bare;
  return `${bare.startsWith(telling) ? '' : '… '}${shortened(telling, PART_LENGTH)}`;
}

export function shortened(text: string, length = 70): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}
