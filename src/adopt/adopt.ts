import { detailsIn } from './details.ts';
import { type Match, matchTopics, SURE } from './matchTopics.ts';
import { type NewContent, newContent } from './newContent.ts';
import { type Policy, UnreadablePolicy } from './policy.ts';
import { firstDifference } from './proveAdoption.ts';
import { type AdoptQuestion, confirmedMatches, listQuestion, questionsFor } from './questions.ts';
import { type LeftOut, type MeaningOfList, type Rule, rulesIn } from './rules.ts';
import type { Stock } from './stock.ts';
import { type NewClause, newClausesOf, newDocumentsOf, type Structure, structureOf } from './structure.ts';

/** Everything known before the questions are answered. */
export interface Draft {
  policy: Policy;
  structure: Structure;
  clauses: NewClause[];
  matches: Match[];
  questions: AdoptQuestion[];
}

/** What’s to be written, and what to say about it. */
export interface Adoption extends NewContent {
  /** What each clause is about, as confirmed. */
  about: Match[];
  /** Clauses that got a situation of their own. */
  rules: Rule[];
  /** Clauses that no situation cites, and why. */
  leftOut: LeftOut[];
  /** Lists whose items can’t be quoted alone, by their headings. */
  unquotable: string[];
  school: string;
}

/**
 * Works out what a document says and what to ask about it.
 *
 * @throws UnreadablePolicy if it has no title or no text
 */
export function draftFrom(policy: Policy, stock: Stock): Draft {
  const structure = structureOf(policy.parts);
  const clauses = newDocumentsOf(structure).flatMap(newClausesOf);
  const matches = matchTopics(
    clauses.map(({ heading, leadIn = '', ...clause }) => ({ ...clause, above: `${heading} ${leadIn}` })),
    stock.topics,
    new Map(stock.clauses.map(({ anchor, text }) => [anchor, text])),
  );
  const titleOf = (topic: string): string => {
    const [situation = ''] = stock.topics.find(({ id }) => id === topic)?.situations ?? [];
    return stock.situations.get(situation)?.title ?? topic;
  };
  const details = detailsIn(
    policy.parts.map(({ text }) => text),
    structure.schoolLine,
  );
  return {
    policy,
    structure,
    clauses,
    matches,
    questions: questionsFor(structure, details, matches, stock.topics, titleOf),
  };
}

/**
 * Makes the new content from a draft and its answers.
 *
 * @param answers by the questions’ ids; where one is missing, its fallback counts
 * @throws UnreadablePolicy if the words to be written differ from the document’s
 */
export function adopt(
  { policy, structure, clauses, matches, questions }: Draft,
  stock: Stock,
  answers: ReadonlyMap<string, string>,
): Adoption {
  const answer = new Map(questions.map(({ id, fallback }) => [id, answers.get(id) ?? fallback]));
  const details = detailsIn(
    policy.parts.map(({ text }) => text),
    structure.schoolLine,
  );
  const school = answer.get('school') ?? details.name ?? '';
  const about = confirmedMatches(matches, answer).sort((a, b) => b.score - a.score);
  const meaningOf = new Map(
    structure.bareLists.map(({ anchor, guess, said }) => [
      anchor,
      { means: answer.get(listQuestion(anchor)) ?? guess, said },
    ]),
  );
  // Under a heading that says so, or a tick, an item can be quoted; otherwise what’s forbidden would look wanted.
  const bare = structure.bareLists.filter(
    ({ anchor, guess, said }) =>
      meaningOf.get(anchor)?.means === 'not-tolerated' && !(said && guess === 'not-tolerated'),
  );
  const unquotable = new Set(
    clauses.filter(({ list }) => bare.some(({ anchor }) => anchor === list)).map(({ anchor }) => anchor),
  );
  const confirmed = new Map(
    stock.topics.map(({ id }) => [id, about.filter(({ topic }) => topic === id).map(({ anchor }) => anchor)]),
  );
  const listMeaning: MeaningOfList = (anchor) => {
    const meaning = meaningOf.get(anchor);
    if (meaning === undefined) return undefined;
    const means = meaning.means === 'not-tolerated' ? 'not-tolerated' : 'expected';
    // A person’s answer says it too.
    return { means, said: meaning.said || answers.has(listQuestion(anchor)) };
  };
  const { rules, leftOut: withoutSituation } = rulesIn(
    newDocumentsOf(structure),
    (anchor) => about.some((match) => match.anchor === anchor),
    listMeaning,
    stock.alsoSays,
  );
  const unsaid = new Set(
    clauses
      .filter(({ list }) => list !== undefined && listMeaning(list)?.said === false)
      .map(({ anchor }) => anchor),
  );
  const made = newContent(stock, {
    structure,
    details: { ...details, name: school, body: answer.get('body') === 'trustees' ? 'trustees' : 'governors' },
    confirmed,
    unquotable,
    rules,
    quotable: (anchor) => !unquotable.has(anchor) && !unsaid.has(anchor),
  });
  const leftOut = structure.schoolLine === undefined ? [] : [structure.schoolLine];
  const difference = firstDifference(made.files, policy, leftOut);
  if (difference !== undefined) throw new UnreadablePolicy(`${difference} Nothing has been written.`);
  return {
    ...made,
    about,
    school,
    rules,
    leftOut: withoutSituation,
    unquotable: bare.map(({ under }) => under),
  };
}

/** Whether a match was sure without anyone’s answer. */
export function isSure({ score }: Match): boolean {
  return score >= SURE;
}
